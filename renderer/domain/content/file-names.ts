/**
 * What editors, offices, sync services, shares and systems leave beside the real files: unfinished, locked or theirs
 * (facts/electron-kiosk.md §3.2). Nobody needs to be told of them.
 */
const NOT_CONTENT: readonly RegExp[] = [
  /^\./, // .DS_Store, ._name, .syncthing.name.tmp, .stfolder, .~lock.name#, .nfs…, .fuse_hidden…, .smbdelete…, vim's .name.swp, rsync's .name.XXXXXX
  /^~/, // ~$name, ~syncthing~name.tmp, ~WRL0001.tmp
  /^#.*#$/, // emacs
  /^(thumbs\.db|ehthumbs\.db|desktop\.ini|@eadir|\$recycle\.bin|icon\r|system volume information)$/i,
  /~$/, // vim, emacs, gedit
  /\.~\d+~$/,
  /\.(tmp|temp|part|partial|filepart|crdownload|download|opdownload|swp|swo|swx|bak|orig|lock|lck|dropbox|goutputstream-\w+|sb-[\da-f]+-\w+)$/i,
  /~rf[\da-f]+\.tmp$/i, // OneDrive and Office, before they rename
  /\.ac\$$/i,
  /^[\dA-F]{8}$/, // Excel, before it renames
  /^\d+$/, // vim tests a folder by writing 4913
];

/** Both sides of a file that was changed in two places: which one is meant, only a person can say. */
const CONFLICT: readonly RegExp[] = [
  /\.sync-conflict-\d{8}-\d{6}/i, // Syncthing
  /_conflict-\d{8}-\d{6}/i, // ownCloud
  /\((?:[^()]*[\s'’])?conflict(?:ed)?(?: copy)?[^()]*\)/i, // Dropbox, Nextcloud
  /[（(][^（）()]*競合コピー[^（）()]*[）)]/, // Dropbox in Japanese
  /\[conflict(?:ed)?(?: \d+)?\]/i, // Google Drive
];

/** Letters that can't be seen but change what is: line breaks, controls, and the marks that turn a name around. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Whether a file of this name may be content. */
export function isContentName(name: string): boolean {
  return name.length > 0 && nameFault(name) === null && !isLeftBehind(name);
}

/** Whether a name says that it is none of a clerk's files; nothing is said about such a one. */
export function isLeftBehind(name: string): boolean {
  return NOT_CONTENT.some((form) => form.test(name));
}

/** What is wrong with the name of a file that somebody meant to be shown, for staff; null when nothing is. */
export function nameFault(name: string): string | null {
  if (isLeftBehind(name)) return null;
  if (UNSEEN.test(name) || /[/\\]/.test(name))
    return '名前に改行など、見えない文字か使えない文字があります。名前を付け直してください';
  if (name.includes('\uFFFD')) return '名前の文字が壊れています。名前を付け直してください';
  if (CONFLICT.some((form) => form.test(name))) {
    return '同期の競合でできたファイルです。中身を元のファイルと比べ、要らない方を消してください';
  }
  if (/[.\s]$/u.test(name)) return '名前の終わりに点か空白があります。名前を付け直してください';
  if (/\.(?:lnk|url|webloc)$/i.test(name)) return 'ショートカットです。リンクの先ではなく、ファイルそのものを置いてください';
  if (/\.(?:nextcloud|owncloud|icloud)$/i.test(name))
    return 'ファイルの中身がまだこの機械にありません。同期の設定を確かめてください';
  if (/\.(?:md|yaml|csv)\.txt$/i.test(name)) return '名前の終わりに .txt が付いています。取ってください';
  // ．ｍｄ, as a Japanese keyboard writes it
  if (/\.(?:md|yaml|csv)$/i.test(name.normalize('NFKC')) && !/\.(?:md|yaml|csv)$/i.test(name)) {
    return '名前の終わり（.md など）に全角の文字があります。半角で書いてください';
  }
  return null;
}

/** Names that look the same are the same: macOS writes が as か and a mark. */
export function canonicalName(name: string): string {
  return name.normalize('NFC');
}

/** The same for two names that some system of the people who share the folder can't tell apart: Windows knows no small and capital letters. */
export function nameKey(name: string): string {
  return canonicalName(name).toLowerCase();
}

/** A name as it can be printed in one line: what can't be seen stands as □. */
export function printableName(name: string): string {
  return canonicalName(name).replace(new RegExp(UNSEEN, 'gu'), '□');
}

/** Whether a file of `slides/` is a slide this display can show. */
export function isSlideName(name: string): boolean {
  return isContentName(name) && /.\.md$/i.test(name);
}

/** What a display shows by itself, and what staff have instead of it: those are told which way leads out. */
const MEDIA_ENDINGS =
  /.\.(jpe?g|jfif|png|webp|avif|gif|svg|mp4|m4v|webm|pdf|heic|heif|tiff?|bmp|mov|avi|wmv|mkv|mpe?g|pptx?|ppsx?|odp|docx?|xlsx?)$/i;

/** Whether a file of `slides/` is a picture, a film or a document, or is named like one: what it really is, its bytes say. */
export function isMediaName(name: string): boolean {
  return isContentName(name) && MEDIA_ENDINGS.test(name);
}

/**
 * The file of `slides/` that a text means by what it writes in `![…](…)`, `%20` for a space included; null for what is no bare name of
 * a media file: an address, a path, a way out of the folder.
 */
export function pictureName(written: string): string | null {
  let name = written;
  try {
    name = decodeURIComponent(written);
  } catch {
    // A sign of per cent that is one: 100%.png
  }
  return !/[/\\]|^[a-z][a-z\d+.-]*:/i.test(name) && isMediaName(name) ? canonicalName(name) : null;
}

/** Whether a file of `slides/` holds the settings of a media file: `40-poster.pdf.yaml`. */
export function isSideName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && isMediaName(name.replace(/\.ya?ml$/i, ''));
}
