/** What editors, offices, sync services and systems leave beside the real files (facts/electron-kiosk.md §3.2). */
const NOT_CONTENT: readonly RegExp[] = [
  /^\./, // .DS_Store, ._name, .syncthing.name.tmp, .~lock.name#, .nfs…, vim's .name.swp
  /^~/, // ~$name, ~syncthing~name.tmp
  /^(thumbs\.db|desktop\.ini|@eadir|\$recycle\.bin)$/i,
  /~$/,
  /\.(tmp|temp|part|partial|crdownload|download|swp|swx|bak|lock|lnk)$/i,
  /~rf[0-9a-f]+\.tmp$/i,
  /\.sync-conflict-\d{8}-/i,
  /^\d+$/, // vim tests a folder by writing 4913
];

/** Whether a file of this name may be content. */
export function isContentName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && !/[\p{Cc}/\\]/u.test(name) && !NOT_CONTENT.some((form) => form.test(name));
}

/** Names that look the same are the same: macOS writes が as か and a mark. */
export function canonicalName(name: string): string {
  return name.normalize('NFC');
}

/** Whether a file of `slides/` is a slide this display can show. */
export function isSlideName(name: string): boolean {
  return isContentName(name) && /.\.md$/i.test(name);
}
