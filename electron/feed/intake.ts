import type { TicketSettings } from '../../renderer/domain/content/content';
import type { Feed } from '../../renderer/domain/snapshot';
import { parseTicketFeed } from '../../renderer/domain/ticket-feed';
import {
  type Clocks,
  EMPTY_INTAKE,
  grownOlder,
  type Intake,
  lostFeed,
  stillHolds,
  takePayload,
  writtenToday,
} from '../../renderer/domain/ticket-intake';
import type { FeedListener } from './transport';

/** The page is told at most so often, of the newest whole reading: ten calls in a second all get there, a flood does not. */
const PUBLISH_EVERY_MS = 50;
/** A server may begin with all that has piled up, the oldest first: only the last of it is told, or each would have its seconds on the glass. */
const FIRST_SETTLES_MS = 100;
const LOOK_EVERY_MS = 1_000;

/** What the intake needs of the display. `decode`: bytes as text, or why they are none; `now` is the display's clock. */
export interface IntakeNeeds {
  readonly decode: (
    bytes: Uint8Array,
  ) => { readonly text: string; readonly fault: null } | { readonly text: null; readonly fault: string };
  readonly now: () => number;
  readonly pace: number;
  /** The display's days are those of the files: no rehearsal. */
  readonly filesTellDay: boolean;
  readonly publish: (feed: Feed) => void;
  readonly log: (line: string) => void;
}

/** Where all transports lead: payloads are read and judged, and the page is told. Begins with an empty feed. */
export function openIntake(settings: TicketSettings, zone: string, needs: IntakeNeeds): FeedListener & { close(): void } {
  const form = { csv: /\.csv([?#]|$)/i.test(settings.source), fields: settings.fields, zone };
  const rules = { hideMs: settings.hideMs, zone, pace: needs.pace, roundsCallTimes: settings.fields?.secondsSince != null };
  const clocks = (): Clocks => ({ now: needs.now(), steadyMs: performance.now() });
  let intake: Intake = EMPTY_INTAKE;
  let told: Feed | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;

  const tell = () => {
    timer = null;
    told = intake.feed;
    toldAt = performance.now();
    needs.publish(told);
  };
  const become = (next: Intake) => {
    const { trouble } = next.feed;
    if (trouble !== null && trouble !== intake.feed.trouble) needs.log(`tickets: ${trouble}`);
    intake = next;
    if (timer !== null || intake.feed === told) return;
    const isFirst = intake.feed.since !== told?.since;
    const wait = isFirst ? FIRST_SETTLES_MS : toldAt + PUBLISH_EVERY_MS - performance.now();
    if (wait <= 0) tell();
    else timer = setTimeout(tell, wait);
  };
  const looking = setInterval(() => become(grownOlder(intake, clocks(), rules)), LOOK_EVERY_MS);
  tell();
  return {
    payload(bytes, age, writtenMs = null) {
      const { text, fault } = needs.decode(bytes);
      const now = needs.now();
      const read = text === null ? { trouble: `番号のデータ: ${fault}` } : parseTicketFeed(text, form, now);
      const result = writtenMs === null || !needs.filesTellDay ? read : writtenToday(read, now - writtenMs, now, zone);
      become(takePayload(intake, result, age, clocks(), rules));
      return 'reading' in result;
    },
    holds(ageMs) {
      become(stillHolds(intake, ageMs, clocks(), rules));
      return intake.holds;
    },
    lost: (message) => become(lostFeed(intake, message)),
    close() {
      clearInterval(looking);
      if (timer !== null) clearTimeout(timer);
    },
  };
}
