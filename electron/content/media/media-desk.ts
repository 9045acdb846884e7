import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { MediaContent } from '../../../renderer/domain/content/content';
import type { FolderFile } from '../../../renderer/domain/content/folder-file';
import type { MediaCopy } from '../../../renderer/domain/content/media-facts';
import type { Picture } from '../../../renderer/domain/content/picture';
import type { DarkroomJob, Sheet } from '../../../renderer/domain/darkroom';
import { lastPer } from '../../../renderer/domain/once-per';
import { codeOf } from '../refusal';
import type { CacheFolder } from './cache-folder';
import { type DevelopFault, faultText } from './develop-faults';
import { MOST_PAGES } from './limits';
import { storedMedia } from './stored-media';

const INDEX = 'developed.json';
/** Many files finish at about the same time: one new picture of the folder is enough for all of them. */
const TELL_AFTER_MS = 200;
const SAVE_AFTER_MS = 2_000;
const TIDY_AFTER_MS = 10_000;
const AGAIN_MS = 30_000;
const MOST_KNOWN = 5_000;

/** What a darkroom makes of a job. */
export type Develop = (
  job: DarkroomJob,
  onSheet: (sheet: Sheet) => void,
) => Promise<
  | { readonly kind: 'done'; readonly seen: { readonly width: number; readonly height: number } | null }
  | { readonly kind: 'failed'; readonly fault: DevelopFault }
>;

/** What the desk needs of the rest. */
export interface DeskWorld {
  readonly cache: CacheFolder;
  readonly develop: Develop;
  /** `media://content`, before the name of a file of the cache. */
  readonly origin: string;
  /** The screen in physical points, as it is now. */
  box(): DarkroomJob['box'];
  /** Nothing is developed before this: at the start the machine has something better to do. */
  readonly begin: Promise<void>;
  /** Replaces a small file whole. */
  write(path: string, text: string): void;
  log(line: string): void;
  /** A file has been developed, or has failed to: the folder is to be read anew. */
  changed(): void;
  /** The media on the screen now, which may be older than the folder's. */
  shown(): readonly MediaContent[];
}

const developed = v.array(v.tuple([v.string(), storedMedia]));

/** A document is drawn no coarser than this: a television that is off reports a tiny screen. */
const LEAST_BOX = { width: 1920, height: 1080 };

/**
 * Turns copies into media that the glass can show, one after another, and remembers what came of each. What was developed for this
 * screen is known after a restart. Nothing waits for it: until a file is done it has neither media nor fault.
 */
export class MediaDesk {
  private readonly known = new Map<string, MediaContent>();
  private readonly faults = new Map<string, { readonly text: string; readonly until: number }>();
  private wanted = new Map<string, MediaCopy>();
  private readonly ready: Promise<void>;
  private isWorking = false;
  private jobs = 0;
  private telling: NodeJS.Timeout | undefined;
  private saving: NodeJS.Timeout | undefined;
  private tidying: NodeJS.Timeout | undefined;

  constructor(private readonly world: DeskWorld) {
    this.ready = this.open();
  }

  /** The files of a scan with their media, as far as they have been developed. */
  files(scanned: readonly FolderFile[]): readonly FolderFile[] {
    const { cache } = this.world;
    const box = this.box();
    this.wanted = new Map(scanned.flatMap(({ copy }) => (copy === undefined ? [] : [[idOf(copy, box), copy] as const])));
    for (const { key } of this.wanted.values()) cache.add(key);
    for (const id of this.faults.keys()) if (!this.wanted.has(id)) this.faults.delete(id);
    void this.work();
    this.tidying ??= setTimeout(() => void this.tidy(), TIDY_AFTER_MS);
    return scanned.map((file) => {
      if (file.copy === undefined) return file;
      const id = idOf(file.copy, box);
      return developedFile(file, this.known.get(id) ?? null, this.faults.get(id)?.text ?? null);
    });
  }

  /** Those of some files of before the display started that can be shown at once: texts, and media whose copies are still there. */
  present(files: readonly FolderFile[]): readonly FolderFile[] {
    const { cache } = this.world;
    return files.filter(({ media }) => !media || namesOf(media).every((name) => cache.find(name)));
  }

  /** The screen has another size, which may ask for everything to be drawn anew. */
  resized(): void {
    this.tell();
  }

  /** Ends all that is going on, and keeps what came of it. */
  close(): void {
    if (this.saving !== undefined) this.save();
    clearTimeout(this.telling);
    clearTimeout(this.tidying);
    this.wanted.clear();
  }

  private box(): DarkroomJob['box'] {
    const { width, height } = this.world.box();
    const [long, short] = [Math.max(width, height, LEAST_BOX.width), Math.max(Math.min(width, height), LEAST_BOX.height)];
    return width >= height ? { width: long, height: short } : { width: short, height: long };
  }

  private async open(): Promise<void> {
    const { cache } = this.world;
    await cache.open();
    try {
      const parsed = v.safeParse(developed, JSON.parse(await readFile(join(cache.folder, INDEX), 'utf8')));
      for (const [id, media] of parsed.success ? parsed.output : []) {
        if (namesOf(media).every((name) => cache.has(name))) this.known.set(id, media);
      }
    } catch {
      // None yet, or none that can be read: everything is developed again.
    }
    this.tell();
  }

  private async work(): Promise<void> {
    await Promise.all([this.ready, this.world.begin]);
    if (this.isWorking) return;
    this.isWorking = true;
    for (let next = this.next(); next !== undefined; next = this.next()) {
      const [id, copy] = next;
      const outcome = await this.develop(copy, id);
      if ('fault' in outcome) this.fail(id, faultText(outcome.fault, copy.facts), outcome.fault.kind === 'closed');
      else if ('text' in outcome) this.fail(id, outcome.text, true);
      else this.keep(id, outcome);
      this.tell();
    }
    this.isWorking = false;
  }

  private next(): readonly [string, MediaCopy] | undefined {
    const now = performance.now();
    return [...this.wanted].find(([id]) => !this.known.has(id) && (this.faults.get(id)?.until ?? 0) < now);
  }

  private keep(id: string, media: MediaContent): void {
    this.known.set(id, media);
    this.saving ??= setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  private fail(id: string, text: string, isPassing: boolean): void {
    this.faults.set(id, { text, until: isPassing ? performance.now() + AGAIN_MS : Number.POSITIVE_INFINITY });
    if (isPassing) setTimeout(() => void this.work(), AGAIN_MS + 100).unref();
  }

  private async develop(
    { key, facts }: MediaCopy,
    id: string,
  ): Promise<MediaContent | { readonly fault: DevelopFault } | { readonly text: string }> {
    const { cache, origin } = this.world;
    this.jobs += 1;
    const address = `${origin}/${key}`;
    const mayShrink = facts.kind === 'picture' && !facts.moves && facts.format !== 'svg';
    const job = { id: this.jobs, kind: facts.kind, address, mayShrink, box: this.box(), mostPages: MOST_PAGES };
    const sheets: Picture[] = [];
    let writing = Promise.resolve();
    const outcome = await this.world.develop(job, ({ index, width, height, format, bytes }) => {
      const name = `${id}-${index}.${format}`;
      sheets.push({ address: `${origin}/${name}`, width, height });
      writing = writing.then(() => cache.write(name, bytes));
    });
    try {
      await writing;
    } catch (error) {
      return { text: `表示用パソコンに書き込めません（${codeOf(error)}）。担当者に知らせてください` };
    }
    if (outcome.kind === 'failed') return { fault: outcome.fault };
    if (facts.kind === 'document') return { kind: 'document', pages: sheets };
    const [smaller] = sheets;
    const { width, height } = facts.format === 'svg' ? facts : (outcome.seen ?? facts);
    if (facts.kind === 'video') return { kind: 'video', address, width, height, durationMs: facts.durationMs };
    return { kind: 'picture', ...(smaller ?? { address, width, height }) };
  }

  private tell(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.world.changed();
    }, TELL_AFTER_MS);
  }

  private save(): void {
    clearTimeout(this.saving);
    this.saving = undefined;
    try {
      this.world.write(join(this.world.cache.folder, INDEX), JSON.stringify([...this.known].slice(-MOST_KNOWN)));
    } catch (error) {
      this.world.log(`the index of the media can't be written: ${(error as Error).message}`);
      this.saving = setTimeout(() => this.save(), AGAIN_MS).unref();
    }
  }

  private async tidy(): Promise<void> {
    this.tidying = undefined;
    const ofScan = [...this.wanted].flatMap(([id, { key }]) => [key, ...namesOfAll([this.known.get(id)])]);
    await this.world.cache.tidy(new Set([...ofScan, ...namesOfAll(this.world.shown())]), Date.now());
    for (const [id, media] of this.known) if (!namesOf(media).every((name) => this.world.cache.has(name))) this.known.delete(id);
  }
}

/** A file with what came of it; while that is the same, it is the same object, of which nobody need work out anything again. */
const developedFile = lastPer(
  ({ path }: FolderFile, media: MediaContent | null, fault: string | null): FolderFile => ({ path, text: null, media, fault }),
);

/** What is known of a copy is known for one size of screen. */
function idOf({ key }: MediaCopy, { width, height }: DarkroomJob['box']): string {
  return `${key.slice(0, key.indexOf('.'))}-${width}x${height}`;
}

/** The files of the cache that some media are made of. */
function namesOf(media: MediaContent): readonly string[] {
  const pictures = media.kind === 'document' ? media.pages : [media];
  return pictures.map(({ address }) => address.slice(address.lastIndexOf('/') + 1));
}

function namesOfAll(media: readonly (MediaContent | undefined)[]): readonly string[] {
  return media.flatMap((one) => (one === undefined ? [] : namesOf(one)));
}
