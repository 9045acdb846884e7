import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTENT_TYPES } from './facts';

/** More than any folder of slides holds; a full disk makes it smaller. */
const BUDGET = 10_000_000_000;
const RESERVE = 1_000_000_000;
/** What was just written may be about to be shown. */
const YOUNG_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** `<sha256>.jpeg`, a copy; `<sha256>-1920x1080-0.png`, drawn from one. Nothing else in the folder is ever served. */
const NAME = /^[0-9a-f]{64}(?:-\d{1,5}x\d{1,5}-\d{1,3})?\.(jpeg|png|webp|avif|gif|svg|mp4|webm|pdf)$/;

/** The files of the cache by their names, kept up to date by those who write there. */
export class CacheFolder {
  private readonly names = new Set<string>();

  constructor(readonly folder: string) {}

  /** Looks at what is there from before; drafts that a power cut left behind are removed, those being written are not. */
  async open(now = Date.now()): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) {
      if (NAME.test(name)) this.names.add(name);
      else if (/^(incoming|drawing)-/.test(name)) await this.removeOld(join(this.folder, name), now);
    }
  }

  private async removeOld(draft: string, now: number): Promise<void> {
    const about = await stat(draft).catch(() => null);
    if (about !== null && now - about.mtimeMs > YOUNG_MS) await rm(draft, { force: true }).catch(() => {});
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** Looks for a file of before, which may be asked for as soon as it is found. */
  find(name: string): boolean {
    if (NAME.test(name) && existsSync(join(this.folder, name))) this.names.add(name);
    return this.names.has(name);
  }

  add(name: string): void {
    this.names.add(name);
  }

  /** The file of an address path (`/<name>`), for those who serve it. */
  get(path: string): { readonly file: string; readonly type: string } | undefined {
    const name = path.slice(1);
    const format = NAME.exec(name)?.[1] as keyof typeof CONTENT_TYPES | undefined;
    if (format === undefined || !this.names.has(name)) return undefined;
    return { file: join(this.folder, name), type: CONTENT_TYPES[format] };
  }

  /** Writes a file whole or not at all. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const draft = join(this.folder, `drawing-${name}`);
    await writeFile(draft, bytes, { flush: true } as Parameters<typeof writeFile>[2]);
    await rename(draft, join(this.folder, name));
    this.names.add(name);
  }

  /**
   * Removes what has not been used for the longest time until the rest fits the budget and the disk. What is in use stays, whatever it
   * weighs, and so does what is new.
   */
  async tidy(inUse: ReadonlySet<string>, now: number, budget = BUDGET): Promise<void> {
    const files = await Promise.all(
      [...this.names].map(async (name) => {
        const about = await stat(join(this.folder, name)).catch(() => null);
        return about === null ? null : { name, size: about.size, usedAt: about.mtimeMs };
      }),
    );
    const present = files.flatMap((file) => file ?? []);
    const used = present.reduce((sum, { size }) => sum + size, 0);
    const room = await statfs(this.folder).then(
      ({ bavail, bsize }) => used + bavail * bsize - RESERVE,
      () => budget,
    );
    let excess = used - Math.min(budget, Math.max(room, 0));
    for (const { name, size, usedAt } of present.sort((a, b) => a.usedAt - b.usedAt)) {
      if (inUse.has(name)) {
        if (now - usedAt > DAY_MS) await utimes(join(this.folder, name), now / 1000, now / 1000).catch(() => {});
      } else if (excess > 0 && now - usedAt > YOUNG_MS) {
        this.names.delete(name);
        await rm(join(this.folder, name), { force: true }).catch(() => {});
        excess -= size;
      }
    }
  }
}
