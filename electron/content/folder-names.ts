import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
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
import { cannotOpen, codeOf, LEADS_OUT, refusal } from './refusal';

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
/** What somebody meant as a slide or a card begins with a number, as they do, or is called as Windows calls a new text. */
const IS_MEANT = /^(?:\d|新しいテキスト|新規 ?テキスト|New Text)|\.(?:zip|lzh)$/i;
/** Texts as other programs name them. */
const OTHER_TEXTS = /\.(?:txt|text|markdown|rtf|html?)$/i;
/** A folder with more files than this is not one of slides: somebody has put an archive there. */
const MOST_FILES = 5_000;

/** A name that may be a file of the content: what lies there is not known yet. */
export interface Candidate {
  /** Path within the folder, composed letters: `slides/30-持ち物.md`. */
  readonly path: string;
  readonly location: string;
}

/** What the names of a folder say, before any file was looked at. */
export interface FolderNames {
  /** The folder itself, whatever links lead to it. */
  readonly root: string;
  readonly candidates: readonly Candidate[];
  readonly refused: readonly FolderFile[];
  /** Folders that can't be listed now. */
  readonly closed: readonly string[];
  /** The folders that were listed, by what they really are: another one in the same place has another value. */
  readonly folders: ReadonlyMap<string, string>;
}

/** What a name alone says of a file of `slides` or `emergency`; worked out once, for a folder of thousands is listed each second. */
interface Verdict {
  /** Null for what is no content. */
  readonly path: string | null;
  readonly refused: readonly FolderFile[];
}
const verdicts = { slides: new Map<string, Verdict>(), emergency: new Map<string, Verdict>() };

/** The names in a folder. Throws what the file system throws when it can't be listed. */
export async function folderNames(folder: string): Promise<FolderNames> {
  const root = await realpath(folder);
  const top = await readdir(folder);
  const cards = await Promise.all(CARD_FOLDERS.map((name) => listCards(folder, root, name, top)));
  const atTop = top.filter((name) => TOP_FILES.test(name)).map((name) => ({ path: topPath(name), location: join(folder, name) }));
  const { kept, doubles } = withoutDoubles([...atTop, ...cards.flatMap(({ candidates }) => candidates)]);
  return {
    root,
    candidates: kept,
    refused: [
      ...top.filter((name) => NEARLY_TOP.test(name)).flatMap((name) => oddName('', name)),
      ...otherTop(top),
      ...cards.flatMap(({ refused }) => refused),
      ...doubles,
    ],
    closed: cards.flatMap(({ closed, name }) => (closed ? [name] : [])),
    folders: new Map([[folder, identity(await stat(folder))], ...cards.flatMap(({ found }) => (found === null ? [] : [found]))]),
  };
}

/** Whether a change of this file may change what the content of `folder` is; false for what other programs keep beside it. */
export function mayBeContent(folder: string, location: string): boolean {
  const name = basename(location);
  if (dirname(location) !== dirname(join(folder, name))) return !isLeftBehind(name);
  return NEARLY_TOP.test(name) || CARD_FOLDERS.some((cards) => cards === name.toLowerCase());
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
  try {
    const real = await realpath(join(folder, written));
    if (!isInside(real, root)) return { ...none, refused: [refusal(name, LEADS_OUT)] };
    const about = await stat(real);
    if (!about.isDirectory()) return { ...none, refused: [refusal(name, 'フォルダーではなくファイルです')] };
    const names = (await readdir(real)).sort();
    const judged = names.map((file) => verdictOf(name, file));
    const candidates = judged.flatMap(({ path }, index) =>
      path === null ? [] : [{ path, location: `${real}${sep}${names[index]}` }],
    );
    const tooMany =
      candidates.length > MOST_FILES
        ? [refusal(name, `ファイルが多すぎます（${candidates.length}）。${MOST_FILES} までを名前の順に使います`)]
        : [];
    return {
      name,
      candidates: candidates.slice(0, MOST_FILES),
      refused: [...tooMany, ...judged.flatMap(({ refused }) => refused)],
      closed: false,
      found: [real, identity(about)],
    };
  } catch (error) {
    // A link to nowhere, and a folder that went meanwhile, are simply not there.
    if (codeOf(error) === 'ENOENT') return none;
    return { ...none, closed: true, refused: [refusal(name, cannotOpen('フォルダー', error))] };
  }
}

function verdictOf(folder: keyof typeof isCard, name: string): Verdict {
  const known = verdicts[folder].get(name);
  if (known !== undefined) return known;
  const verdict: Verdict = {
    path: isCard[folder](name) ? `${folder}/${canonicalName(name)}` : null,
    refused: [...oddName(`${folder}/`, name), ...otherFile(folder, name)],
  };
  // Programs that save a file make names that never come again.
  if (verdicts[folder].size >= 2 * MOST_FILES) verdicts[folder].clear();
  verdicts[folder].set(name, verdict);
  return verdict;
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

function oddName(folder: string, name: string): readonly FolderFile[] {
  const fault = isLeftBehind(name) ? null : nameFault(name);
  return fault === null ? [] : [refusal(`${folder}${printableName(name)}`, fault)];
}

/** What is neither slide nor card: staff who meant it to be seen would wait for it in vain. */
function otherFile(folder: keyof typeof isCard, name: string): readonly FolderFile[] {
  if (isCard[folder](name) || isLeftBehind(name) || nameFault(name) !== null) return [];
  if (TOP_FILES.test(name))
    return [refusal(`${folder}/${printableName(name)}`, `ここでは読みません。${folder} の外に置いてください`)];
  if (!IS_MEANT.test(name)) return [];
  const fault = OTHER_TEXTS.test(name) ? OTHER_TEXT : /\.ya?ml$/i.test(name) ? OTHER_SETTINGS : OTHER_FILE;
  return [refusal(`${folder}/${printableName(name)}`, fault)];
}
const OTHER_TEXT = '表示しません。文章を表示するには、名前の終わりを .md にしてください';
const OTHER_SETTINGS =
  '何の設定か分かりません。40-poster.pdf.yaml のように、写真などのファイルの名前の後に .yaml を付けてください';
const OTHER_FILE =
  '表示できるファイルではありません。文書なら PDF に書き出してください。フォルダーや zip なら、中のファイルを直接置いてください';

/** `emergency.txt`, in a hurry. Of other files beside the content nothing is said: the guide is one. */
function otherTop(top: readonly string[]): readonly FolderFile[] {
  return MEANT_AT_TOP.flatMap(([form, wanted]) =>
    top
      .filter((name) => form.test(name) && !top.some((other) => other.toLowerCase() === wanted))
      .map((name) => refusal(name, `読みません。文字だけのファイルにして、名前を ${wanted} にしてください`)),
  );
}
const MEANT_AT_TOP: readonly (readonly [form: RegExp, wanted: string])[] = [
  [/^signage\.(?:yml|txt|docx?|xlsx?)$/i, 'signage.yaml'],
  [/^holidays\.(?:txt|xlsx?)$/i, 'holidays.csv'],
  [/^emergency\.(?:txt|rtf|docx?|html?|pdf|jpe?g|png)$|^緊急.*\.(?:md|txt|docx?|pdf)$/i, 'emergency.md'],
];

/** Whether a path, links resolved, lies in the folder `root`. */
export function isInside(real: string, root: string): boolean {
  return real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}
