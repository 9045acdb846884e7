import { STAFF_SOURCE } from './call-board';
import { calledAt } from './called';
import { isStill } from './clock';
import { holdAt } from './hold';
import { lightAt } from './light';
import { displayMoment } from './moment';
import { clockTime, tableTime } from './notation';
import { staffPauseAt } from './pause-dialog';
import type { PlayerState } from './player-state';
import { isReceptionClosed } from './reception-key';
import type { MarkKind } from './scene';
import { callText } from './ticket-dialog';
import { type Instant, wallTimeAt } from './time';

/** As many marks as stand on one line beside that of a rehearsal, also on a screen on its side. */
const MOST_MARKS = 2;

/** Something that staff switched: as a small mark on the glass, and as a line that says how it ends. */
interface Switched {
  readonly kind: MarkKind;
  readonly mark: string;
  readonly line: string;
}

/** The small marks on the glass: what staff switched, that the clock is rehearsed, and why the key just pressed does nothing. */
export function marksAt(state: PlayerState, now: Instant): readonly { readonly kind: MarkKind; readonly text: string }[] {
  const { snapshot, refusal } = state;
  const isRefused = refusal !== null && refusal.since <= now && now < refusal.until;
  const switched = switchedAt(state, now).map(({ kind, mark }) => ({ kind, text: mark }));
  return [
    ...(isRefused
      ? [{ kind: 'refusal', text: refusal.text } as const]
      : switched.length > MOST_MARKS
        ? [many(switched)]
        : switched),
    ...(snapshot === null || snapshot.rehearsal === null || isStill(snapshot.rehearsal)
      ? []
      : [{ kind: 'rehearsal', text: 'リハーサル' } as const]),
  ];
}

/** So many that they need two lines: one mark for all, and where to read of each. */
function many(switched: readonly { readonly kind: MarkKind }[]) {
  return { kind: 'several', text: `手動の操作 ${switched.length}件（O で見る）` } as const;
}

/** What staff switched and how each ends, for the overview and the card of the keys. */
export function staffLines(state: PlayerState, now: Instant): readonly string[] {
  const { card } = state.staff.emergency ?? { card: null };
  const on = card === null ? [] : [`緊急の案内：${clockAt(state, card.until)}に自動で終わります。E でも終わります`];
  return [...on, ...switchedAt(state, now).map(({ line }) => line)];
}

function switchedAt(state: PlayerState, now: Instant): readonly Switched[] {
  const pause = isPaused(state, now) ? staffPauseAt(state, now) : null;
  const light = lightAt(state, now);
  const hold = holdAt(state, now);
  return [
    ...typedAt(state, now),
    ...(isReceptionClosed(state, now) ? [RECEPTION] : []),
    ...(pause === null ? [] : [pauseSwitch(clockAt(state, pause.until))]),
    ...(light === null ? [] : [light.dark ? darkSwitch(clockAt(state, light.until)) : lightSwitch(clockAt(state, light.until))]),
    ...(hold === null ? [] : [holdSwitch(clockAt(state, hold.until))]),
  ];
}

const RECEPTION: Switched = {
  kind: 'reception',
  mark: '受付締切（手動）',
  line: '受付締切（手動）：0時に自動で戻ります。C でも開きます',
};

function pauseSwitch(end: string): Switched {
  const line = `休止中（手動）：${end}に自動で再開します。P でも再開します`;
  return { kind: 'pause', mark: `休止中（手動）${end}まで`, line };
}

function darkSwitch(end: string): Switched {
  return { kind: 'light', mark: `暗い画面（手動）${end}まで`, line: `暗い画面（手動）：${end}に自動で戻ります。B でも戻ります` };
}

function lightSwitch(end: string): Switched {
  return {
    kind: 'light',
    mark: `点灯中（手動）${end}まで`,
    line: `点灯中（手動）：${end}に自動で暗くなります。B でも暗くなります`,
  };
}

function holdSwitch(end: string): Switched {
  const line = `表示を止めています：${end}に自動で動きます。スペースでも動きます`;
  return { kind: 'hold', mark: '表示を止めています', line };
}

/** The typed numbers, where they are on the glass. */
function typedAt(state: PlayerState, now: Instant): readonly Switched[] {
  const { snapshot, staff } = state;
  if (staff.tickets === undefined) return [];
  const moment = snapshot && displayMoment(snapshot, now, staff);
  const called = snapshot && moment && calledAt(snapshot, staff, moment);
  if (!called || called.source !== STAFF_SOURCE) return [];
  const time = tableTime(wallTimeAt(called.toldAt, moment.signage.timezone));
  const numbers = called.calls.map(callText).join('、');
  const ends = moment.signage.tickets?.source === 'keyboard' ? '' : '新しい番号が届くか、';
  return [{ kind: 'typed', mark: '番号 手入力', line: `番号 手入力 ${time}：${numbers}。${ends}受付が終わると消えます` }];
}

function isPaused(state: PlayerState, now: Instant): boolean {
  const { snapshot, staff } = state;
  if (snapshot === null || staff.pause === undefined) return false;
  return displayMoment(snapshot, now, staff)?.desk?.kind === 'paused';
}

/** 15時54分; while the zone is not known, the time is not either. */
function clockAt({ snapshot }: PlayerState, at: Instant): string {
  const zone = snapshot?.content.signage?.timezone;
  return zone === undefined ? '時間' : clockTime(wallTimeAt(at, zone));
}
