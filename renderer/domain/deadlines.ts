import type { Deadline, Desk, HolidayTable } from './content/content';
import { endedAt } from './desk';
import { daysLeftText, duration } from './notation';
import { type CivilDate, civilDateAt, daysBetween, type Instant, instantOf } from './time';

/** A deadline at an instant. */
export interface DeadlineState {
  /** The end of the deadline's day (民法141条). */
  readonly endsAt: Instant;
  /** Difference of dates in the folder's zone; null once over. */
  readonly daysLeft: number | null;
  readonly over: boolean;
  /** In the language of staff: あと1日, 本日まで, 終了しました */
  readonly text: string;
  /** 8時間36分, on the day itself only. */
  readonly timeLeft: string | null;
}

/** A deadline at an instant. It ends when its day ends in the folder's zone, not before (product.md §3). */
export function deadlineAt(deadline: Deadline, zone: string, now: Instant): DeadlineState {
  const endsAt = instantOf(deadline.date, '24:00', zone);
  if (now >= endsAt) return { endsAt, daysLeft: null, over: true, text: '終了しました', timeLeft: null };
  const daysLeft = daysBetween(civilDateAt(now, zone), deadline.date);
  return {
    endsAt,
    daysLeft,
    over: false,
    text: daysLeftText(daysLeft),
    timeLeft: daysLeft === 0 ? duration(endsAt - now) : null,
  };
}

/** The desk's last day at an instant. */
export interface LastDayState {
  readonly date: CivilDate;
  /** Null once over. */
  readonly daysLeft: number | null;
  readonly over: boolean;
  /** あと1日, 本日が最終日です, 終了しました */
  readonly text: string;
}

/**
 * The desk's last day; over from the last closing on, which comes days before the date when the last day itself is closed. Null
 * when the folder names none.
 */
export function lastDayAt(desk: Desk, zone: string, table: HolidayTable | null, now: Instant): LastDayState | null {
  const date = desk.lastDay;
  const ended = endedAt(desk, zone, table);
  if (date === null || ended === null) return null;
  if (now >= ended) return { date, daysLeft: null, over: true, text: '終了しました' };
  const daysLeft = daysBetween(civilDateAt(now, zone), date);
  return { date, daysLeft, over: false, text: daysLeft === 0 ? '本日が最終日です' : daysLeftText(daysLeft) };
}
