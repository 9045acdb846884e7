import type { Pointer } from '../json-pointer';
import type { CivilDate, WallTime } from '../time';
import type { Block } from './block';
import type { Picture } from './picture';

/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Languages the display has words for; the first of `languages:` leads, the others stand beside it. */
export type Language = 'ja' | 'ja-easy' | 'en' | 'zh-Hans' | 'ko' | 'pt-BR' | 'vi';

/** One way of naming days. A list of patterns matches a date when any of them does. */
export type DayPattern =
  | { readonly kind: 'weekdays'; readonly days: readonly Weekday[] }
  /** 第2土: the second Saturday, that is the Saturday among the days 8–14. */
  | { readonly kind: 'nth'; readonly nth: 1 | 2 | 3 | 4 | 5; readonly day: Weekday }
  | { readonly kind: 'holidays' }
  | { readonly kind: 'daily' }
  /** 12/29-1/3: every year, both ends included, may run over the year's end. `MM-DD`. */
  | { readonly kind: 'yearly'; readonly from: string; readonly until: string }
  /** 2023-09-20, or 2023-09-20 to 2023-09-22, both ends included. */
  | { readonly kind: 'dates'; readonly from: CivilDate; readonly until: CivilDate };

/** A span of one day, start included, end excluded; `until` may be 24:00. */
export interface WallSpan {
  readonly from: WallTime;
  readonly until: WallTime;
}

/** A line of `hours:`. Several lines may match one date: their spans are joined. */
export interface HoursRule {
  readonly days: readonly DayPattern[];
  readonly time: WallSpan;
  readonly except: readonly DayPattern[];
}

/** A line of `changes:`; from and until are the same for a single `date`. Both ends included. */
export interface Change {
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Replaces the hours of the day. */
  readonly time: WallSpan | null;
  readonly closed: boolean;
  readonly pause: WallSpan | null;
  readonly place: string | null;
  readonly reason: string | null;
}

/** The desk of `signage.yaml`. */
export interface Desk {
  readonly hours: readonly HoursRule[];
  readonly lastDay: CivilDate | null;
  readonly changes: readonly Change[];
}

/** A deadline ends when its day ends. */
export interface Deadline {
  readonly name: string;
  readonly date: CivilDate;
  readonly note: string | null;
}

/** `hours` null: none are known, so neither open nor closed is claimed. */
export interface Contact {
  readonly name: string;
  readonly phone: string | null;
  readonly note: string | null;
  readonly hours: readonly HoursRule[] | null;
}

/** What a feed may say of the desk. */
export type DeskStatus = 'open' | 'paused' | 'receptionClosed';

/**
 * Where a foreign payload holds what our own shape has: `counter`, `label`, `calledAt` and `secondsSince` within each call, the rest
 * within the whole document. Null, or no pointer: the payload does not have it.
 */
export interface TicketFields {
  /** The list of calls, or the one call; null: the document itself is. */
  readonly calling: Pointer | null;
  readonly label: Pointer;
  readonly counter: Pointer | null;
  readonly calledAt: Pointer | null;
  /** Seconds that have passed since the call, for feeds that tell no time of it. */
  readonly secondsSince: Pointer | null;
  readonly absent: Pointer | null;
  readonly waiting: Pointer | null;
  /** One place (a number, or least and most), or two places. */
  readonly minutes: readonly Pointer[];
  readonly issuedAt: Pointer | null;
  readonly status: Pointer | null;
  /** What the feed's words for `status` mean. */
  readonly statusWords: Readonly<Record<string, DeskStatus>>;
  readonly note: Pointer | null;
}

/** `source`: a file of the folder, an address without user and password, or `keyboard`. Ages as in product.md §4. */
export interface TicketSettings {
  readonly source: string;
  /** Null: our own shape. */
  readonly fields: TicketFields | null;
  readonly everyMs: number;
  readonly staleMs: number;
  readonly hideMs: number;
  /** How a new call sounds. */
  readonly sound: 'off' | 'chime' | 'voice';
}

/** `inches` is the diagonal, `distance` metres to the farthest reader. `sleep` may run over midnight. */
export interface Screen {
  readonly inches: number;
  readonly distance: number;
  /** `contrast`: white on black, for a lobby whose visitors see little. */
  readonly theme: 'light' | 'contrast';
  readonly sleep: WallSpan | null;
}

/** `signage.yaml`, validated. */
export interface Signage {
  readonly title: string;
  readonly place: string | null;
  readonly timezone: string;
  readonly languages: readonly Language[];
  readonly screen: Screen;
  readonly desk: Desk | null;
  readonly deadlines: readonly Deadline[];
  readonly contacts: readonly Contact[];
  readonly tickets: TicketSettings | null;
  /** Where displays tell how they are, `mqtts://host/prefix`; null when they tell nobody. */
  readonly status: string | null;
  /** The digits that staff type to leave the display; null when none are asked for. The page never gets them (`pin.ts`). */
  readonly pin: string | null;
}

/** The layouts that a slide's settings may name. */
export const LAYOUTS = ['notice', 'checklist', 'hours', 'countdown', 'tickets', 'cards', 'contact'] as const;
/** `media`: a file that fills the stage by itself. */
export type Layout = (typeof LAYOUTS)[number] | 'media';

/** What a media file holds, as its bytes say, not the ending of its name. A document is a picture a page. */
export type MediaContent =
  | ({ readonly kind: 'picture' } & Picture)
  | ({ readonly kind: 'video'; readonly durationMs: number } & Picture)
  | { readonly kind: 'document'; readonly pages: readonly Picture[] };

/**
 * The media of a slide. `contain` shows all of it on the stage's ground, `cover` fills the stage and may cut its edges. `titled`: staff gave
 * it a title for visitors, which stands above it; its file's name is only for staff.
 */
export type Media = MediaContent & { readonly fit: 'contain' | 'cover'; readonly titled?: true };

/** The states of a desk, strongest first (product.md §3). */
export const DESK_STATES = ['ended', 'paused', 'receptionClosed', 'open', 'before', 'after', 'closed'] as const;
/** One of them. */
export type DeskStateName = (typeof DESK_STATES)[number];

/** A moment of a day: a clock time, or the first opening / last closing of that day's hours with an offset. */
export type DayTime =
  | { readonly kind: 'clock'; readonly time: WallTime }
  | { readonly kind: 'opens' | 'closes'; readonly offsetMs: number };

/** When a slide is in the rotation. Every part that is set must hold. */
export interface ShowRule {
  readonly from: CivilDate | null;
  /** Through the end of that day. */
  readonly until: CivilDate | null;
  readonly days: readonly DayPattern[] | null;
  readonly time: { readonly from: DayTime; readonly until: DayTime } | null;
  readonly when: readonly DeskStateName[] | null;
}

/** What `{{…}}` in a text asks for (product.md §2). */
export type LiveExpression =
  | { readonly kind: 'now' | 'opens' | 'closes'; readonly offsetMs: number }
  | { readonly kind: 'nextOpening' }
  | { readonly kind: 'daysLeft'; readonly name: string };

/** A title in another language, from `NAME.en.md`. */
export interface Translation {
  readonly language: Language;
  readonly title: string;
}

/** The same with the text of the slide; empty where only the title was translated. */
export interface SlideTranslation extends Translation {
  readonly blocks: readonly Block<LiveExpression>[];
}

/** One file of `slides/`. */
export interface Slide {
  /** File name without its ending: `30-what-to-bring`. */
  readonly id: string;
  /** Path inside the folder: `slides/30-what-to-bring.md`. */
  readonly file: string;
  readonly layout: Layout;
  readonly title: string;
  readonly translations: readonly SlideTranslation[];
  readonly seconds: number | null;
  readonly show: ShowRule;
  readonly priority: 'normal' | 'urgent';
  readonly link: string | null;
  readonly blocks: readonly Block<LiveExpression>[];
  /** Set where the layout is `media`. */
  readonly media: Media | null;
}

/** `emergency.md`, or a card of `emergency/`. It holds no live values. */
export interface EmergencyCard {
  /** `emergency`, or the card's file name without its ending: `10-fire`. */
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly translations: readonly Translation[];
  readonly blocks: readonly Block<never>[];
  /** How long it stays; null: as the display decides. */
  readonly minutes: number | null;
  /** A drill, and marked as one. */
  readonly drill: boolean;
}

/** Holiday names by civil date. */
export type HolidayTable = Readonly<Record<CivilDate, string>>;

/** The whole folder as the display understands it. Slides stand in the order of their file names. */
export interface Content {
  /** Null until a first good `signage.yaml` was read. */
  readonly signage: Signage | null;
  readonly slides: readonly Slide[];
  /** Null: the built-in table of public holidays. */
  readonly holidays: HolidayTable | null;
  /** `emergency.md`, while it exists. */
  readonly emergency: EmergencyCard | null;
  /** The cards of `emergency/`, in the order of their names. */
  readonly emergencyCards: readonly EmergencyCard[];
}
