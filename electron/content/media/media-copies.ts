import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { MediaCopy, MediaFacts } from '../../../renderer/domain/content/media-facts';
import type { ListedFile } from '../list';
import type { Opened } from '../read';
import { cannotOpen, codeOf } from '../refusal';
import { probeFile, sniffFile } from './probe';

const CHUNK = 1_000_000;
/** What the rest of the machine needs of its disk. */
const RESERVE = 500_000_000;
const INDEX = 'copies.json';
/** A folder of thousands is not a thousand writes. */
const SAVE_EVERY_MS = 2_000;
const MOST_KNOWN = 5_000;

const size = v.pipe(v.number(), v.finite());
const known = v.array(
  v.strictObject({
    path: v.string(),
    stamp: v.string(),
    size,
    key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}\.[a-z0-9]{3,4}$/)),
    facts: v.looseObject({ kind: v.picklist(['picture', 'video', 'document']), format: v.string() }),
  }),
);

interface Known extends MediaCopy {
  readonly path: string;
  readonly stamp: string;
  readonly size: number;
}

/** Says what the disk of the display itself said; the source's errors are another matter. */
class CacheError extends Error {}

/** Copies media files into the cache. */
export interface MediaCopies {
  /** The file as it is now, copied whole and probed by its header. Null when it has gone or changed meanwhile. */
  open(listed: ListedFile): Promise<Opened | null>;
  /** Writes what is known now: for the end of the display. */
  flush(): void;
}

/**
 * Whole copies in `folder`: what is on the screen never depends on a share. A copy is written beside its place, probed, then moved
 * there, so whatever bears a key is whole. What was copied under a stamp is known after a restart, from a small index. No file is
 * ever held in memory. `write` replaces a small file whole.
 */
export function mediaCopies(
  folder: string,
  write: (path: string, text: string) => void,
  log: (line: string) => void,
): MediaCopies {
  const index = new Map<string, Known>();
  const ready = readIndex(join(folder, INDEX)).then((list) => {
    for (const one of list) index.set(one.path, one);
  });
  let timer: NodeJS.Timeout | undefined;
  let savedAt = Number.NEGATIVE_INFINITY;
  let incoming = 0;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    savedAt = performance.now();
    try {
      write(join(folder, INDEX), JSON.stringify([...index.values()].slice(-MOST_KNOWN)));
    } catch (error) {
      log(`the index of the copies can't be written: ${(error as Error).message}`);
    }
  };
  const remember = (one: Known) => {
    index.delete(one.path);
    index.set(one.path, one);
    timer ??= setTimeout(flush, Math.max(savedAt + SAVE_EVERY_MS - performance.now(), 0));
  };

  const take = async (listed: ListedFile): Promise<Opened | null> => {
    const { path, location, stamp } = listed;
    const sniffed = await sniffFile(location);
    if (sniffed.format === null) return fault(path, sniffed.fault);
    incoming += 1;
    const draft = join(folder, `incoming-${process.pid}-${incoming}`);
    try {
      const hash = await copyFile(listed, folder, draft);
      if (hash === null) return null;
      const { facts, fault: reason } = await probeFile(draft, sniffed.format);
      if (facts === null) return fault(path, reason);
      const key = `${hash}.${sniffed.format}`;
      await cacheStep(() => rename(draft, join(folder, key)));
      remember({ path, stamp, size: listed.size, key, facts });
      return copied(path, { key, facts });
    } finally {
      await rm(draft, { force: true }).catch(() => {});
    }
  };

  return {
    async open(listed) {
      const { path, stamp } = listed;
      await ready;
      const before = index.get(path);
      if (before?.stamp === stamp && (await sizeOf(join(folder, before.key))) === before.size) {
        return copied(path, before);
      }
      try {
        return await take(listed);
      } catch (error) {
        if (!(error instanceof CacheError)) {
          return codeOf(error) === 'ENOENT' ? null : { ...fault(path, cannotOpen('ファイル', error)), passing: true };
        }
        log(`a copy can't be kept: ${error.message}`);
        return { ...fault(path, error.message), passing: true };
      }
    },
    flush,
  };
}

function copied(path: string, { key, facts }: MediaCopy): Opened {
  return { file: { path, text: null, fault: null, copy: { key, facts } }, passing: false };
}

function fault(path: string, reason: string): Opened {
  return { file: { path, text: null, fault: reason }, passing: false };
}

/** Copies in small steps; the hash of what was copied, or null when that is not the file that was listed. */
async function copyFile(listed: ListedFile, folder: string, draft: string): Promise<string | null> {
  await cacheStep(() => mkdir(folder, { recursive: true }));
  const { bavail, bsize } = await cacheStep(() => statfs(folder));
  if (bavail * bsize - listed.size < RESERVE) throw new CacheError(diskFull);
  const source = await open(listed.location, 'r');
  try {
    const target = await cacheStep(() => open(draft, 'w', 0o600));
    try {
      const { hash, total } = await pump(source, target);
      await cacheStep(() => target.sync());
      const after = await source.stat();
      return total === listed.size && after.size === listed.size && after.mtimeMs === listed.mtimeMs ? hash : null;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function pump(source: FileHandle, target: FileHandle): Promise<{ readonly hash: string; readonly total: number }> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  let total = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, CHUNK, total);
    if (bytesRead === 0) return { hash: hash.digest('hex'), total };
    const part = buffer.subarray(0, bytesRead);
    hash.update(part);
    await cacheStep(() => target.writeFile(part));
    total += bytesRead;
  }
}

const diskFull = '表示用パソコンの空き容量が足りず、写しを作れません。担当者に知らせてください';

async function cacheStep<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const code = codeOf(error);
    throw new CacheError(
      code === 'ENOSPC' || code === 'EDQUOT' ? diskFull : `表示用パソコンに写しを作れません（${code}）。担当者に知らせてください`,
    );
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size: bytes }) => bytes,
    () => null,
  );
}

/** Empty where there is none yet, and for what is none: the files are then copied again. */
async function readIndex(path: string): Promise<readonly Known[]> {
  try {
    const parsed = v.safeParse(known, JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.output.map((one) => ({ ...one, facts: one.facts as unknown as MediaFacts })) : [];
  } catch {
    return [];
  }
}
