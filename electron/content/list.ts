import { lstatSync, type Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { type Candidate, type FolderNames, folderNames, isInside, mayBeContent } from './folder-names';
import { openLane } from './lane';
import { cannotOpen, codeOf, LEADS_OUT, refusal } from './refusal';

/** A file that may be content, as the folder lists it. While it looks the same it is the same object. */
export interface ListedFile {
  /** Path within the folder, composed letters: `slides/30-持ち物.md`. */
  readonly path: string;
  /** Where it really lies. */
  readonly location: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  /** Another file in the same place has another number. */
  readonly ino: number;
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
  /** How long it took to look at the whole folder; null when only some files were looked at. */
  readonly tookMs: number | null;
}

/** Looks at a folder again and again. */
export interface Lister {
  /** The whole folder. Throws what the file system throws when it can't be listed. */
  all(): Promise<Listing>;
  /** The folder as listed before, but for the files that lie at these locations; as a whole again where that says more than they do. */
  some(locations: Iterable<string>): Promise<Listing>;
}

/** How a file looks, itself and not what it links to: asked at once, or in the background. */
export interface Ask {
  now(location: string): Stats;
  later(location: string): Promise<Stats>;
}

/** A disk, and a share whose answers the system still has, answer at once: asked one by one is then the cheapest by far. */
const QUICK_MS = 0.2;
const HICCUP_MS = 20;
/** Others are asked so many questions side by side. */
const AT_ONCE = 16;
/** To look at more files than this again is a look at the whole folder. */
const MOST_SOME = 100;

/** The content files of a folder, looked at once. */
export function listFolder(folder: string): Promise<Listing> {
  return folderLister(folder).all();
}

/**
 * Lists the content files of a folder, which may itself be a link. Links in it are followed as long as they stay in it: an atomic swap of a
 * whole set works by such links, but nothing outside is ever read.
 */
export function folderLister(folder: string, ask: Ask = { now: lstatSync, later: lstat }): Lister {
  let last: Listing | null = null;
  const all = async () => {
    const startedAt = performance.now();
    const known = new Map(last?.files.map((file) => [file.path, file]));
    last = null;
    const names = await folderNames(folder);
    const { files, refused, closed } = await lookAt(names, known, ask);
    last = {
      files,
      refused: [...names.refused, ...refused],
      closed: [...names.closed, ...closed],
      folders: names.folders,
      tookMs: performance.now() - startedAt,
    };
    return last;
  };
  return {
    all,
    async some(locations) {
      const before = last;
      if (before === null) return all();
      const wanted = new Set([...locations].filter((location) => mayBeContent(folder, location)));
      const asked = before.files.filter(({ location }) => wanted.has(location));
      // One that was not there, or was reached by a link.
      if (wanted.size > MOST_SOME || new Set(asked.map(({ location }) => location)).size < wanted.size) return all();
      const looked = await Promise.all(asked.map((file) => ask.later(file.location).catch(() => null)));
      const news = new Map<ListedFile, ListedFile>();
      for (const [index, file] of asked.entries()) {
        const about = looked[index];
        if (!about?.isFile()) return all();
        news.set(file, listedFile(file, about, file));
      }
      last = { ...before, files: before.files.map((file) => news.get(file) ?? file), tookMs: null };
      return last;
    },
  };
}

type Answer = Stats | { readonly error: unknown };

async function lookAt({ candidates, root }: FolderNames, known: ReadonlyMap<string, ListedFile>, ask: Ask) {
  const answers = await answersOf(candidates, ask);
  const links = candidates.filter((_, index) => isLink(answers[index]));
  const followed = await Promise.all(links.map((link) => follow(link, root, ask)));
  const targets = new Map(links.map((link, index) => [link, followed[index]]));
  const files: ListedFile[] = [];
  const refused: FolderFile[] = [];
  const closed: string[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { location, answer } = targets.get(candidate) ?? { location: candidate.location, answer: answers[index] };
    if (answer === undefined || (!('error' in answer) && !answer.isFile())) continue;
    if (!('error' in answer)) files.push(listedFile({ path: candidate.path, location }, answer, known.get(candidate.path)));
    else if (answer.error === LEADS_OUT) refused.push(refusal(candidate.path, LEADS_OUT));
    else if (codeOf(answer.error) !== 'ENOENT') {
      closed.push(candidate.path);
      refused.push(refusal(candidate.path, cannotOpen('ファイル', answer.error)));
    }
  }
  return { files, refused, closed };
}

/** How each of these looks, in their order. */
async function answersOf(candidates: readonly Candidate[], ask: Ask): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const startedAt = performance.now();
  for (const { location } of candidates) {
    answers.push(answerNow(location, ask));
    if (performance.now() - startedAt > HICCUP_MS + QUICK_MS * answers.length) break;
  }
  const lane = openLane(AT_ONCE);
  const rest = candidates.slice(answers.length).map(({ location }) => lane.run(() => answerLater(location, ask)));
  return [...answers, ...(await Promise.all(rest))];
}

function answerNow(location: string, ask: Ask): Answer {
  try {
    return ask.now(location);
  } catch (error) {
    return { error };
  }
}

function answerLater(location: string, ask: Ask): Promise<Answer> {
  return ask.later(location).catch((error: unknown) => ({ error }));
}

function isLink(answer: Answer | undefined): boolean {
  return answer !== undefined && 'isSymbolicLink' in answer && answer.isSymbolicLink();
}

/** Where a link leads, and what lies there; the fault of one that leads out of the folder is `LEADS_OUT`. */
async function follow({ location }: Candidate, root: string, ask: Ask): Promise<Placed> {
  try {
    const target = await realpath(location);
    return { location: target, answer: isInside(target, root) ? await ask.later(target) : { error: LEADS_OUT } };
  } catch (error) {
    return { location, answer: { error } };
  }
}

interface Placed {
  readonly location: string;
  readonly answer: Answer;
}

/** A file as it looks now; the same object as `before` where it looks as it did. */
function listedFile(
  { path, location }: Candidate,
  { size, mtimeMs, ctimeMs, ino }: Stats,
  before: ListedFile | undefined,
): ListedFile {
  const isSame =
    before?.location === location &&
    before.size === size &&
    before.mtimeMs === mtimeMs &&
    before.ctimeMs === ctimeMs &&
    before.ino === ino;
  return isSame ? before : { path, location, size, mtimeMs, ctimeMs, ino, stamp: `${size}:${mtimeMs}:${ctimeMs}:${ino}` };
}
