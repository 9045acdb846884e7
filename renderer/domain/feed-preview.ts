import type { Content } from './content/content';
import type { Problem } from './result';
import { type FeedForm, parseTicketFeed } from './ticket-feed';
import { EMPTY_INTAKE, takePayload } from './ticket-intake';
import { type Instant, isoInstant, wallTimeAt } from './time';

/** What a saved payload of a feed would become on this display, at an instant. */
export interface FeedPreview {
  readonly at: string;
  /** In our own shape; null when it would not be taken. */
  readonly feed: {
    readonly issuedAt: string | null;
    readonly calling: readonly { readonly label: string; readonly counter: string | null; readonly calledAt: string | null }[];
    readonly absent: readonly string[];
    readonly waiting: { readonly count: number | null; readonly minutes: readonly [number, number] | null } | null;
    readonly desk: { readonly status: string; readonly note: string | null } | null;
  } | null;
  /** Why it would not be taken. */
  readonly trouble: string | null;
  /** What would be left out of it. */
  readonly leftOut: readonly string[];
}

/**
 * Reads a payload as the display would, by the `tickets:` of the folder, just come in. `at` null: when it says it was issued, else `now`.
 * Null while the folder has no good `signage.yaml`.
 */
export function feedPreview(content: Content, payload: SavedPayload, at: Instant | null, now: Instant): FeedPreview | null {
  const { signage } = content;
  if (signage === null) return null;
  const zone = signage.timezone;
  const form: FeedForm = { csv: /\.csv$/i.test(payload.name), fields: signage.tickets?.fields ?? null, zone };
  const read = (instant: Instant) =>
    payload.text === null ? { trouble: payload.fault } : parseTicketFeed(payload.text, form, instant);
  const first = read(at ?? now);
  const instant = at ?? ('reading' in first ? first.reading.issuedAt : null) ?? now;
  const result = read(instant);
  const rules = { hideMs: signage.tickets?.hideMs ?? Number.POSITIVE_INFINITY, zone, pace: 1, roundsCallTimes: false };
  const { reading, trouble } = takePayload(EMPTY_INTAKE, result, 0, { now: instant, steadyMs: 0 }, rules).feed;
  const iso = (time: Instant | null) => (time === null ? null : isoInstant(time, zone));
  return {
    at: isoInstant(instant, zone),
    feed: reading && {
      ...reading,
      issuedAt: iso(reading.issuedAt),
      calling: reading.calling.map((call) => ({ ...call, calledAt: iso(call.calledAt) })),
    },
    trouble,
    leftOut: 'leftOut' in result ? result.leftOut : [],
  };
}

/** A payload as it was saved: its file's name, and its text or why there is none. */
export type SavedPayload =
  | { readonly name: string; readonly text: string; readonly fault: null }
  | { readonly name: string; readonly text: null; readonly fault: string };

/** The preview for people. */
export function feedPreviewText({ at, feed, trouble, leftOut }: FeedPreview, zone: string): string {
  const time = (iso: string | null) => (iso === null ? '時刻なし' : wallTimeAt(Date.parse(iso), zone));
  const { waiting, desk } = feed ?? { waiting: null, desk: null };
  const minutes = waiting?.minutes ?? null;
  const lines = [
    at,
    ...(trouble === null ? [] : [`  使えません: ${trouble}`]),
    ...(feed === null
      ? []
      : [
          `  呼び出し中: ${feed.calling.map(({ label, counter, calledAt }) => `${label}（${counter === null ? '' : `窓口 ${counter}、`}${time(calledAt)}）`).join('、') || 'なし'}`,
          `  不在: ${feed.absent.join('、') || 'なし'}`,
          `  待ち人数: ${waiting?.count ?? '表示なし'}`,
          `  待ち時間: ${minutes === null ? '表示なし' : `${minutes[0]}〜${minutes[1]}分`}`,
          `  窓口の状態: ${desk === null ? '指定なし' : `${desk.status}${desk.note === null ? '' : `（${desk.note}）`}`}`,
        ]),
    ...leftOut.map((line) => `  読まないもの: ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What of it the check tells: that it can't be used, and what is left out. */
export function feedProblems(name: string, { trouble, leftOut }: FeedPreview): readonly Problem[] {
  return [
    ...(trouble === null ? [] : [{ file: name, line: null, level: 'error', message: trouble } as const]),
    ...leftOut.map((message) => ({ file: name, line: null, level: 'warning', message }) as const),
  ];
}
