import type { Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import {
  canonicalName,
  isLeftBehind,
  isMediaName,
  isSideName,
  isSlideName,
  nameFault,
  nameKey,
  printableName,
} from '../../renderer/domain/content/file-names';
import type { FolderFile } from '../../renderer/domain/content/folder-file';

/** A file that may be content, as the folder lists it. */
export interface ListedFile {
  /** Path within the folder, composed letters: `slides/30-持ち物.md`. */
  readonly path: string;
  /** Where it really lies. */
  readonly location: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  /** Differs whenever the file was written or replaced, also by one of the same size and date. */
  readonly stamp: string;
}

/** What a look at the folder finds. */
export interface Listing {
  readonly files: readonly ListedFile[];
  /** What staff should know of names and folders; each is a fault, none a file to read. */
  readonly refused: readonly FolderFile[];
  /** Files and folders that can't be looked at now: what they hold is unknown, not gone. */
  readonly closed: readonly string[];
  /** The folders that were listed, by what they really are: another one in the same place has another value. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Names of the folder's top that are content, however they are capitalised. */
const TOP_FILES = /^(?:signage\.yaml|holidays\.csv|emergency(?:\.[\w-]+)?\.md)$/i;
/** What somebody may have meant by one of them. */
const NEARLY_TOP = /^(?:signage\.|holidays\.|emergency\.)/i;
/** The folders whose Markdown files are content; of slides, media and their settings too. */
export const CARD_FOLDERS = ['slides', 'emergency'] as const;
const isCard = {
  slides: (name: string) => isSlideName(name) || isMediaName(name) || isSideName(name),
  emergency: isSlideName,
};
/** Texts as other programs name them; they begin with a number when somebody meant them as a slide or a card. */
const OTHER_TEXTS = /^\d.*\.(?:txt|text|markdown|rtf|html?)$/i;
const LEADS_OUT = 'フォルダーの外へのリンクです。リンクの先は表示しません';
/** A folder with more files than this is not one of slides: somebody has put an archive there. */
const MOST_FILES = 5_000;

/** How a file looks, itself and not what it links to. */
export type About = (location: string) => Stats | Promise<Stats>;

interface Candidate {
  readonly path: string;
  readonly location: string;
}

/**
 * The content files of a folder, which may itself be a link. Throws what the file system throws when the folder can't be listed. Links in
 * it are followed as long as they stay in it: an atomic swap of a whole set works by such links, but nothing outside is ever read. `about` is how
 * each file is asked for.
 */
export async function listFolder(folder: string, about: About = lstat): Promise<Listing> {
  const root = await realpath(folder);
  const top = await readdir(folder);
  const cards = await Promise.all(CARD_FOLDERS.map((name) => listCards(folder, root, name, top)));
  const atTop = top.filter((name) => TOP_FILES.test(name)).map((name) => ({ path: topPath(name), location: join(folder, name) }));
  const { kept, doubles } = withoutDoubles([...atTop, ...cards.flatMap(({ candidates }) => candidates)]);
  const closed = cards.flatMap(({ closed: isClosed, name }) => (isClosed ? [name] : []));
  const refused = [...cards.flatMap((one) => one.refused), ...doubles];
  const seen = await Promise.all(
    kept.map((candidate) =>
      listed(candidate, root, about).catch((error: unknown) => {
        closed.push(candidate.path);
        refused.push(refusal(candidate.path, cannotOpen('ファイル', error)));
        return null;
      }),
    ),
  );
  const oddTop = top.filter((name) => NEARLY_TOP.test(name)).flatMap((name) => oddName('', name));
  return {
    files: seen.flatMap((one) => (one !== null && 'stamp' in one ? one : [])),
    refused: [...oddTop, ...refused, ...seen.flatMap((one) => (one !== null && 'fault' in one ? one : []))],
    closed,
    folders: new Map([[folder, identity(await stat(folder))], ...cards.flatMap(({ found }) => (found === null ? [] : [found]))]),
  };
}

/** `Emergency.MD` is `emergency.md`; the language of `emergency.pt-BR.md` keeps its capitals. */
function topPath(name: string): string {
  return name.replace(/^(?:signage\.yaml|holidays\.csv|emergency)|\.md$/gi, (part) => part.toLowerCase());
}

interface Cards {
  readonly name: string;
  readonly candidates: readonly Candidate[];
  readonly refused: readonly FolderFile[];
  readonly closed: boolean;
  readonly found: readonly [string, string] | null;
}

async function listCards(folder: string, root: string, name: keyof typeof isCard, top: readonly string[]): Promise<Cards> {
  const none = { name, candidates: [], refused: [], closed: false, found: null };
  const written = top.includes(name) ? name : top.find((one) => one.toLowerCase() === name);
  if (written === undefined) return none;
  const location = join(folder, written);
  try {
    const real = await realpath(location);
    if (!isInside(real, root)) {
      return { ...none, refused: [refusal(name, LEADS_OUT)] };
    }
    const about = await stat(real);
    if (!about.isDirectory()) return { ...none, refused: [refusal(name, 'フォルダーではなくファイルです')] };
    const names = (await readdir(real)).sort();
    const slides = names.filter(isCard[name]);
    const tooMany =
      slides.length > MOST_FILES
        ? [refusal(name, `ファイルが多すぎます（${slides.length}）。${MOST_FILES} までを名前の順に使います`)]
        : [];
    return {
      name,
      candidates: slides
        .slice(0, MOST_FILES)
        .map((file) => ({ path: `${name}/${canonicalName(file)}`, location: join(real, file) })),
      refused: [...tooMany, ...names.flatMap((file) => [...oddName(`${name}/`, file), ...otherText(`${name}/`, file)])],
      closed: false,
      found: [location, identity(about)],
    };
  } catch (error) {
    // A link to nowhere, and a folder that went meanwhile, are simply not there.
    if (codeOf(error) === 'ENOENT') return none;
    return { ...none, closed: true, refused: [refusal(name, cannotOpen('フォルダー', error))] };
  }
}

/** Two names that look the same, or differ in capitals alone, are one file: the first of them. */
function withoutDoubles(candidates: readonly Candidate[]): {
  readonly kept: readonly Candidate[];
  readonly doubles: readonly FolderFile[];
} {
  const first = new Map<string, Candidate>();
  const doubles: FolderFile[] = [];
  for (const candidate of candidates) {
    const key = nameKey(candidate.path);
    const other = first.get(key);
    if (other === undefined) first.set(key, candidate);
    else if (other.path !== candidate.path) {
      doubles.push(refusal(candidate.path, `${other.path} と大文字・小文字が違うだけの名前です。どちらかの名前を変えてください`));
    } else {
      doubles.push(refusal(`${candidate.path}（2つ目）`, '見た目が同じ名前のファイルが2つあります。どちらかを消してください'));
    }
  }
  return { kept: [...first.values()], doubles };
}

/** Null for a file that has gone since and for what is no plain file; a refusal for a link that leads out of the folder. Throws other faults. */
async function listed({ path, location }: Candidate, root: string, about: About): Promise<ListedFile | FolderFile | null> {
  try {
    const found = await about(location);
    if (found.isFile()) return entryOf(path, location, found);
    if (!found.isSymbolicLink()) return null;
    const target = await realpath(location);
    if (!isInside(target, root)) return refusal(path, LEADS_OUT);
    const meant = await about(target);
    return meant.isFile() ? entryOf(path, target, meant) : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function entryOf(path: string, location: string, about: Stats): ListedFile {
  const { size, mtimeMs, ctimeMs, ino } = about;
  return { path, location, size, mtimeMs, ctimeMs, stamp: `${size}:${mtimeMs}:${ctimeMs}:${ino}` };
}

function oddName(folder: string, name: string): readonly FolderFile[] {
  const fault = isLeftBehind(name) ? null : nameFault(name);
  return fault === null ? [] : [refusal(`${folder}${printableName(name)}`, fault)];
}

/** A text that is named as none: staff who meant it to be seen would wait for it in vain. */
function otherText(folder: string, name: string): readonly FolderFile[] {
  if (!OTHER_TEXTS.test(name) || isLeftBehind(name) || nameFault(name) !== null) return [];
  return [refusal(`${folder}${printableName(name)}`, '表示しません。文章を表示するには、名前の終わりを .md にしてください')];
}

function refusal(path: string, fault: string): FolderFile {
  return { path, text: null, fault };
}

function isInside(real: string, root: string): boolean {
  return real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

/** What the system calls a fault: `ENOENT`; `I/O` where it has no name for it. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'I/O';
}

/** `what` is ファイル or フォルダー; the error's code is for the technician whom staff will ask. */
export function cannotOpen(what: string, error: unknown): string {
  return `${what}を開けません（${codeOf(error)}）。前の内容を表示しています`;
}

/** For a file of more bytes than may be: ファイルが大きすぎます（約12 MB）。1 MB までです */
export function tooLarge(size: number, most: number): string {
  const [found, wanted] = [size, most].map((bytes) => Math.ceil(bytes / 1_000_000));
  return `ファイルが大きすぎます（約${found} MB）。${wanted} MB までです`;
}
