import { backoffMs } from '../../renderer/domain/backoff';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { within } from '../within';
import { type Found, type Known, type Look, OF_BEFORE, type Scanner } from './look';

/** Between two looks at the whole folder, at least; a large or slow one is asked less often. */
const SCAN_EVERY_MS = 500;
/** Each look is a question to somebody else's disk. */
const SCAN_SHARE_EVERY_MS = 2_000;
/** A share's client answers for a second with what it was told last: to ask it sooner again is to learn nothing. */
const SHARE_KEEPS_MS = 1_100;
/** Looking may take a tenth of the time; while changes come in a stream, a third. */
const QUIET_PART = 10;
/** Where change events come, half a hundredth will do; but of what happens to the folders above it a folder hears nothing. */
const HEARING_PART = 200;
const LONGEST_HEARING_MS = 2_000;
/** However slow a share is, an edit is not to wait for minutes. */
const LONGEST_QUIET_MS = 10_000;
const BUSY_PART = 3;
const LONGEST_REST_MS = 200;
/** Between a change event and the look: what is written together is seen together. */
const HINT_MS = 10;
/** A folder that does not answer for so long is lost for now. One that is only slow gets twice the time at the next try. */
const LOOK_TIMEOUT_MS = 10_000;
const LONGEST_LOOK_TIMEOUT_MS = 120_000;
const RESTART_MS = 1_000;
const LONGEST_RESTART_MS = 60_000;
/** The first reading waits so long for files that are just being written. */
const FIRST_MS = 1_500;
const SILENT = 'フォルダーが応答しません';
/** What was shown before the display started waits so long for the folder to be read. */
const LATE_MS = 3_000;
const LATE = 'フォルダーがまだ読めません';

/** The folder as it stands: all its files, faults included, or why it can't be had, for staff. */
export type FolderReading = { readonly files: readonly FolderFile[]; readonly lost: null } | { readonly lost: string };

/** Starts whoever looks at the folder; it calls `hint` when a look is worth while. Never throws. */
export type StartScanner = (known: Known, hint: () => void) => Scanner;

/**
 * Watches a content folder, read only. One loop of looks is the truth; the system's change events, which do not arrive from a
 * share, only make it look sooner. A scanner that does not answer in time is closed and another one started, after a pause that grows; nobody
 * waits for it. The listener is called for the first reading, or when that is late, and when something has changed. Files of `before` the
 * display started stand, as any other does, until they are read anew or have gone. Returns the way to stop.
 */
export function watchFolder(
  start: StartScanner,
  listener: (reading: FolderReading) => void,
  before: readonly FolderFile[] = [],
): () => void {
  const found = new Map<string, Found>(before.map((file) => [file.path, { file, stamp: OF_BEFORE, passing: false }]));
  let refused: readonly FolderFile[] = [];
  let hasRead = false;
  /** There is more than the listener knows of. */
  let hasNews = true;
  let toldLost: string | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let scanner: Scanner | null = null;
  let failures = 0;
  let presentSince: number | null = null;
  /** When the whole folder is to be looked at again; until then only what is waited for, and what change events name. */
  let wholeAt = 0;
  let wholeAtLast = 0;
  /** How long the last look at the whole folder took: one that met a share that stumbled, or a cold disk, is not the rule. */
  let lastWholeMs = 0;
  /** Ends of the rest after a look: hints that come in a stream must not make it look without pause. */
  let restUntil = 0;

  let dueAt = Number.POSITIVE_INFINITY;
  /** A look that is due sooner stays so: hints that come without end must not put it off without end. */
  const lookIn = (ms: number) => {
    const at = performance.now() + ms;
    if (stopped || at >= dueAt) return;
    dueAt = at;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), ms);
  };
  let isLooking = false;
  let isHinted = false;
  const hint = () => {
    if (isLooking) isHinted = true;
    else if (scanner !== null) lookIn(Math.max(restUntil - performance.now(), HINT_MS));
  };

  const look = async () => {
    scanner ??= start(found, hint);
    const asked = scanner;
    isLooking = true;
    isHinted = false;
    dueAt = Number.POSITIVE_INFINITY;
    const lookedAt = performance.now();
    const limit = Math.min(LOOK_TIMEOUT_MS * 2 ** Math.min(failures, 10), LONGEST_LOOK_TIMEOUT_MS);
    const isWhole = lookedAt >= wholeAt;
    const seen = await within(limit, asked.look(isWhole), null);
    isLooking = false;
    if (stopped) return;
    if (seen === null) {
      asked.close();
      scanner = null;
      failures += 1;
      // One that died at once is not missed before its successor dies, too.
      if (failures > 1 || performance.now() - lookedAt >= limit) tellLost(SILENT);
      lookIn(backoffMs(failures, RESTART_MS, LONGEST_RESTART_MS, 1));
      return;
    }
    failures = 0;
    take(seen);
    const now = performance.now();
    // Looks at the whole folder have their own pace; an edit that follows one need not wait.
    const rest = isWhole ? 0 : Math.min(BUSY_PART * (now - lookedAt), LONGEST_REST_MS);
    restUntil = now + rest;
    // Only looking counts: to open thousands of files at the start takes long, and is done once.
    if (seen.wholeMs !== null) {
      const quiet = quietMs(seen, Math.min(seen.wholeMs, lastWholeMs));
      lastWholeMs = seen.wholeMs;
      wholeAt = now + quiet;
      wholeAtLast = now + 2 * quiet;
    } else if (seen.isShare) wholeAt = Math.min(Math.max(wholeAt, now + SHARE_KEEPS_MS), wholeAtLast);
    const due = Math.min(seen.againInMs ?? Number.POSITIVE_INFINITY, isHinted ? rest : Number.POSITIVE_INFINITY);
    lookIn(Math.max(Math.min(due, wholeAt - now), HINT_MS));
  };

  const take = (seen: Look) => {
    if (seen.lost !== null) {
      presentSince = null;
      tellLost(seen.lost);
      return;
    }
    presentSince ??= performance.now();
    for (const path of seen.gone) found.delete(path);
    for (const one of seen.changed) found.set(one.file.path, one);
    if (seen.gone.length > 0 || seen.changed.length > 0 || !isSame(seen.refused, refused) || toldLost !== null) hasNews = true;
    refused = seen.refused;
    const isPartial = !hasRead && (found.size === 0 || seen.unsettled);
    if (!hasNews || (isPartial && performance.now() - presentSince < FIRST_MS)) return;
    hasRead = true;
    hasNews = false;
    toldLost = null;
    const files = [...[...found.values()].map(({ file }) => file), ...refused];
    const byPath = new Map(files.map((file) => [file.path, file]));
    listener({ files: [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), lost: null });
  };

  const tellLost = (why: string) => {
    if (why === toldLost) return;
    toldLost = why;
    listener({ lost: why });
  };

  const late = setTimeout(() => {
    if (!hasRead && toldLost === null) tellLost(LATE);
  }, LATE_MS);
  void look();
  return () => {
    stopped = true;
    clearTimeout(late);
    clearTimeout(timer);
    scanner?.close();
  };
}

function quietMs({ isShare, hears }: Look, wholeMs: number): number {
  const quiet = Math.max(isShare ? SCAN_SHARE_EVERY_MS : SCAN_EVERY_MS, Math.min(QUIET_PART * wholeMs, LONGEST_QUIET_MS));
  const seldom = hears && !isShare ? Math.min(HEARING_PART * wholeMs, LONGEST_HEARING_MS) : 0;
  return Math.max(quiet, seldom);
}

function isSame(a: readonly FolderFile[], b: readonly FolderFile[]): boolean {
  return a.length === b.length && a.every(({ path, fault }, index) => path === b[index]?.path && fault === b[index]?.fault);
}
