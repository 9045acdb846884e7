import type { DeskStateName } from '../content/content';
import type { CivilDate, WallTime } from '../time';

/**
 * Everything the display says by itself, in one language: short words for a lobby. The texts of plain Japanese carry furigana as
 * `{漢字|かんじ}`, but for figures, units, badges and marks, which are written so that they need none.
 */
export interface Texts {
  readonly nowServing: string;
  readonly waitingCount: string;
  readonly waitingTime: string;
  /** Over the numbers that were called and did not come, and for those of them without room. */
  readonly absent: string;
  andMore(count: number): string;
  readonly orderNote: string;
  /** The same two where the letters are large for the column. */
  readonly waitingTimeShort: string;
  readonly orderNoteShort: string;
  readonly staffWillCall: string;
  readonly noCall: string;
  /** On a line of a checklist that concerns only some. */
  readonly conditional: string;
  readonly lastDayCard: string;
  readonly standby: string;
  readonly linkCaption: string;
  readonly hoursTitle: string;
  readonly countdownTitle: string;
  readonly contactTitle: string;
  /** Whether a contact answers now. */
  readonly inHours: string;
  readonly outOfHours: string;

  /** The badge's one word for each state of the desk. */
  readonly badges: Readonly<Record<DeskStateName, string>>;
  /** The states in a sentence (product.md §3). `left` is the time left until `closes`. */
  readonly openAlways: string;
  open(left: string, closes: WallTime): string;
  paused(reason: string | null): string;
  readonly receptionClosed: string;
  before(opens: WallTime): string;
  readonly after: string;
  closed(reason: string | null): string;
  ended(desk: string): string;
  readonly lastDayToday: string;
  resumes(time: WallTime): string;
  nextOpening(date: CivilDate, time: WallTime): string;

  /** What the foot band counts. */
  closesToday(closes: WallTime): string;
  untilDeadline(name: string): string;
  deadlineOn(date: CivilDate): string;
  /** あと2日; on the day itself 本日まで. */
  daysLeft(days: number): string;
  dayUnit(days: number): string;
  readonly over: string;
  timeLeft(left: string): string;
  until(date: CivilDate, time: WallTime | null): string;
  untilTime(time: WallTime): string;
  fromTime(time: WallTime): string;

  readonly today: string;
  readonly lastDay: string;
  readonly dayClosed: string;
  readonly dayEnded: string;

  /** When the tickets were last read, by the clock: 15:24. */
  updated(time: string): string;
  counter(label: string): string;
  /** To be heard, so without furigana: who is called, and where to. */
  spokenCall(label: string, counter: string | null): string;
  /** Minutes to wait, from least to most; 60 stands for an hour or more. */
  wait(least: number, most: number): string;

  /** The header's date: 令和5年9月28日（木） */
  date(date: CivilDate): string;
  shortDate(date: CivilDate): string;
  /** As short as a calendar's column: 木 */
  weekday(date: CivilDate): string;
  /** In a sentence: 午後5時 */
  time(time: WallTime): string;
  /** To be held against the header's clock: 16時24分 */
  clock(time: WallTime): string;
  /** Time left, in milliseconds, rounded as `notation.ts` says: 1時間36分, 36分05秒, 5秒 */
  duration(ms: number): string;
}
