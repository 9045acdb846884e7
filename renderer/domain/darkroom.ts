import * as v from 'valibot';

/**
 * What the darkroom is to do with one copy: try a picture or a film with the real decoders, or draw the pages of a document. `box` is the
 * screen in physical points: what is drawn fits it, what is far larger is scaled down to cover it.
 */
export interface DarkroomJob {
  readonly id: number;
  readonly kind: 'picture' | 'video' | 'document';
  /** A `media:` address. */
  readonly address: string;
  /** Whether a picture may be drawn anew in a smaller size: not one that moves, nor a drawing. */
  readonly mayShrink: boolean;
  readonly box: { readonly width: number; readonly height: number };
  readonly mostPages: number;
}

/**
 * Why a file can't be shown. `undecodable`: its decoder here gives up; `password`: it asks for one; `pages`: too many of them, `count` of
 * them; `broken`: it is not what it seems.
 */
export type DarkroomFault =
  | { readonly kind: 'undecodable' | 'password' | 'broken' }
  | { readonly kind: 'pages'; readonly count: number };

/** A page of a document, or a picture in its smaller size. `index` counts from 0. */
export interface Sheet {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly format: 'png' | 'webp';
  readonly bytes: Uint8Array;
}

/**
 * What the darkroom says: that it is there, a sheet, or the end of a job. Of a picture or film that may be shown as it is `seen` is its
 * true size, after any rotation.
 */
export type DarkroomReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sheet'; readonly id: number; readonly sheet: Sheet }
  | { readonly kind: 'done'; readonly id: number; readonly seen: { readonly width: number; readonly height: number } | null }
  /** `detail` is for the technician's log. */
  | { readonly kind: 'failed'; readonly id: number; readonly fault: DarkroomFault; readonly detail: string };

/** All that the darkroom and main say to each other: one job at a time. */
export interface DarkroomBridge {
  onJob(listener: (job: DarkroomJob) => void): void;
  report(report: DarkroomReport): void;
}

/** A sheet is no larger than a screen of points. */
export const LONGEST_DETAIL = 500;
const LARGEST_SHEET = 200_000_000;
const id = v.pipe(v.number(), v.integer());
const points = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const report = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({
    kind: v.literal('sheet'),
    id,
    sheet: v.strictObject({
      index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
      width: points,
      height: points,
      format: v.picklist(['png', 'webp']),
      bytes: v.pipe(
        v.instance(Uint8Array),
        v.check(({ byteLength }) => byteLength <= LARGEST_SHEET),
      ),
    }),
  }),
  v.strictObject({ kind: v.literal('done'), id, seen: v.nullable(v.strictObject({ width: points, height: points })) }),
  v.strictObject({
    kind: v.literal('failed'),
    id,
    fault: v.variant('kind', [
      v.strictObject({ kind: v.picklist(['undecodable', 'password', 'broken']) }),
      v.strictObject({ kind: v.literal('pages'), count: id }),
    ]),
    detail: v.pipe(v.string(), v.maxLength(LONGEST_DETAIL)),
  }),
]);

/** A word of the darkroom, which has opened files of anyone's; null when it is none. */
export function parseDarkroomReport(value: unknown): DarkroomReport | null {
  const parsed = v.safeParse(report, value);
  return parsed.success ? parsed.output : null;
}
