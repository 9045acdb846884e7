import type { Block, Inline } from './content/block';
import type { DeskStateName, Language } from './content/content';
import type { Picture } from './content/picture';
import type { Problem } from './result';
import type { CivilDate } from './time';

/** The same words in the languages of the folder: the leading one, and the others to stand beside it, smaller. */
export interface Words {
  readonly main: string;
  readonly others: readonly { readonly language: Language; readonly text: string }[];
}

/** How much a state presses: it picks colour and shape; the word always stands beside it. */
export type Tone = 'open' | 'soon' | 'urgent' | 'calm';

/** The desk's state in words: 受付中 — 受付終了まで 1時間36分 — null. */
export interface StatusView {
  readonly state: DeskStateName;
  readonly tone: Tone;
  /** One short word for the badge: 受付中, 休止中, 受付締切, 受付時間前, 受付終了, お休み, 終了. */
  readonly word: Words;
  /** The sentence of product.md §3. */
  readonly text: Words;
  /** 再開予定 午前11時 / 次は 9月29日（金） 午前8時30分から / null. */
  readonly detail: string | null;
}

/** The header band. */
export interface HeaderScene {
  readonly title: string;
  readonly place: string;
  /** The desk is somewhere else today: said with emphasis. */
  readonly moved: boolean;
  /** 令和5年9月28日（木） */
  readonly date: string;
  /** 15:24 */
  readonly time: string;
}

/** What counts down: `figure` has digits that change (`1時間36分`, `あと2日`, `本日まで`). */
export interface CountdownView {
  /** What is counted, also the accessible name of the timer. */
  readonly label: Words;
  readonly figure: string;
  /** What the figure may look like in the course of the day, digits as zeros: room is kept for the widest. */
  readonly forms: readonly string[];
  /** Small line below: 9月30日（土）まで / 午後5時まで / null. */
  readonly detail: string | null;
  readonly tone: Tone;
}

/** The foot band. */
export interface FootScene {
  /** Null: no desk in the content. `countdown` null: `status` is written out instead. */
  readonly desk: { readonly status: StatusView; readonly countdown: CountdownView | null } | null;
  readonly deadlines: readonly CountdownView[];
  /** `index` counts from 0. Null while nothing rotates. */
  readonly position: { readonly index: number; readonly count: number } | null;
}

/** A called ticket as drawn. */
export interface CallView {
  readonly label: string;
  /** 窓口 1 */
  readonly counter: string | null;
  /** Called within the last seconds: highlighted. */
  readonly fresh: boolean;
}

/** `calls` newest first, at most five. `quiet`: there is no number to show; `text` says so. */
export type TicketsView =
  | {
      readonly kind: 'calls';
      readonly heading: Words;
      readonly calls: readonly CallView[];
      /** 更新 15:24, when the reading is no longer fresh. */
      readonly age: string | null;
      readonly waiting: { readonly label: Words; readonly count: number } | null;
      /** 約50〜55分, 1時間以上 */
      readonly wait: { readonly label: Words; readonly short: string; readonly text: string } | null;
      /** Called, and nobody came; the place that shows them takes as many as it has room for. Null: none. */
      readonly absent: { readonly label: Words; readonly numbers: readonly string[]; readonly language: Language } | null;
      readonly note: OrderNote;
    }
  | { readonly kind: 'quiet'; readonly heading: Words; readonly text: Words; readonly note: OrderNote };

/** That the order can change, and the same in few words where the letters are large for the column. */
export interface OrderNote extends Words {
  readonly short: string;
}

/** One day of the hours slide's calendar. */
export interface DayView {
  readonly date: CivilDate;
  /** 木 */
  readonly weekday: string;
  /** 28, and 10/1 where a month begins. */
  readonly day: string;
  readonly state: 'open' | 'closed' | 'ended';
  /** 8:30 and 17:00, a pair for each span. */
  readonly hours: readonly { readonly opens: string; readonly closes: string }[];
  /** Short: お休み, 敬老の日, 臨時休業, 終了; null while plainly open. */
  readonly reason: string | null;
  readonly marks: readonly { readonly kind: 'today' | 'lastDay' | 'deadline'; readonly text: string }[];
}

/** An item of a checklist. */
export interface ChecklistItem {
  readonly number: number;
  readonly thing: readonly Inline<string>[];
  readonly note: readonly Inline<string>[];
  /** 該当する方のみ */
  readonly conditional: Words | null;
}

/** A deadline as `countdown` draws it. */
export interface DeadlineCard {
  readonly name: Words;
  /** 2 with unit 日, or a phrase (本日まで, 終了しました) with unit null. */
  readonly figure: string;
  readonly unit: string | null;
  /** 9月30日（土）まで */
  readonly detail: string;
  readonly note: string | null;
  /** On the last day: あと 8時間36分. */
  readonly timeLeft: string | null;
  readonly over: boolean;
  readonly tone: Tone;
}

/** A contact as `contact` draws it. */
export interface ContactCard {
  readonly name: string;
  readonly phone: string | null;
  readonly note: string | null;
  /** Null: no hours are known. */
  readonly status: { readonly open: boolean; readonly word: Words; readonly text: string } | null;
}

/** A file that fills the stage, or what its title leaves of it where it is `titled`. */
export interface MediaBody {
  readonly picture: Picture;
  readonly fit: 'contain' | 'cover';
  readonly titled?: true;
}

/** What a layout draws, by the layout's kind. */
export type SlideBody =
  | { readonly kind: 'notice' }
  | { readonly kind: 'checklist'; readonly items: readonly ChecklistItem[] }
  | {
      readonly kind: 'hours';
      readonly status: StatusView;
      /** Empty on a closed day. */
      readonly today: readonly { readonly opens: string; readonly closes: string }[];
      /** Why today differs from the weekly hours: 停電のため. */
      readonly note: string | null;
      readonly days: readonly DayView[];
    }
  | { readonly kind: 'countdown'; readonly cards: readonly DeadlineCard[] }
  | { readonly kind: 'tickets'; readonly tickets: TicketsView | null }
  | {
      readonly kind: 'cards';
      readonly cards: readonly { readonly heading: readonly Inline<string>[]; readonly blocks: readonly Block<string>[] }[];
    }
  | { readonly kind: 'contact'; readonly contacts: readonly ContactCard[] }
  | ({ readonly kind: 'picture' } & MediaBody)
  /** `loops`: nothing else follows (the slide is held, or is the only one), so at its end the film begins anew. */
  | ({ readonly kind: 'video'; readonly loops: boolean } & MediaBody);

/** What a layout makes of a text alone, without the folder's data. */
export type TextBody = Extract<SlideBody, { kind: 'notice' | 'checklist' | 'cards' }>;

/** A slide's text in another language, laid out like the first: item by item, card by card. The title stands in the slide's own words. */
export interface SlideTranslationScene {
  readonly language: Language;
  readonly body: TextBody;
  readonly blocks: readonly Block<string>[];
}

/** A slide as drawn. `blocks` is the text that the layout did not take (an introduction, a note). */
export interface SlideScene {
  readonly id: string;
  readonly title: Words;
  readonly body: SlideBody;
  readonly blocks: readonly Block<string>[];
  /** The text in the folder's other languages, beside the first; absent where there is none. */
  readonly translations?: readonly SlideTranslationScene[];
  /** A two-dimensional code beside the text. */
  readonly link: { readonly url: string; readonly caption: Words } | null;
  /** Which page is on, counted from 0, of a text too long for one or of a document; absent where there is one. */
  readonly page?: { readonly index: number; readonly count: number };
}

/** What is on the stage. */
export type StageScene =
  | { readonly kind: 'slide'; readonly slide: SlideScene }
  /** Nothing to show: calm words. */
  | { readonly kind: 'standby'; readonly text: Words };

/** What the small marks tell of. */
export type MarkKind = 'hold' | 'rehearsal' | 'typed' | 'reception' | 'pause' | 'light' | 'several' | 'refusal';

/** A line of the overview; `note` says why a slide is out, that it is urgent, which of its pages is on. */
export interface OverviewSlide {
  readonly id: string;
  readonly title: string;
  readonly state: 'on' | 'waiting' | 'out';
  readonly note: string | null;
}

/** What stands above the picture while staff use the keys, as drawn. */
export type OverlayScene =
  | {
      readonly kind: 'keys';
      readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
      /** What staff have switched, and how it ends. */
      readonly staff: readonly string[];
      /** How old the tickets are; null where there is no feed. */
      readonly feed: string | null;
      readonly problems: readonly Problem[];
      readonly version: string;
    }
  /** `pin`: how many digits have been typed, and how long a wrong one has to be waited for; null where none is asked for. */
  | { readonly kind: 'leave'; readonly pin: { readonly typed: number; readonly waitMs: number | null } | null }
  /**
   * T: what was typed so far, and where the next character goes. `standing`: the numbers that staff typed before. `feed`: said when a
   * feed will soon take over.
   */
  | {
      readonly kind: 'ticket';
      readonly label: string;
      readonly counter: string;
      readonly field: 'label' | 'counter';
      readonly standing: readonly string[];
      readonly feed: string | null;
    }
  /** P: the reasons to choose from, and how long; `resumes` (15時54分) is empty while the zone is not known. */
  | {
      readonly kind: 'pause';
      readonly reasons: readonly string[];
      readonly selected: number;
      readonly minutes: number;
      readonly resumes: string;
    }
  | {
      readonly kind: 'overview';
      readonly slides: readonly OverviewSlide[];
      readonly staff: readonly string[];
      readonly problems: readonly Problem[];
      readonly feed: string | null;
      readonly version: string;
    }
  /** The emergency cards to choose from; none: `hint` says where they come from. `question`: the selected one is to be confirmed. */
  | {
      readonly kind: 'emergency';
      readonly cards: readonly string[];
      readonly selected: number;
      readonly question: string | null;
      readonly hint: string;
    };

/** A pre-approved card that takes the whole screen. */
export interface EmergencyScene {
  readonly id: string;
  /** Which page is on, counted from 0, of a text too long for one; absent where there is one. */
  readonly page?: NonNullable<SlideScene['page']>;
  readonly title: Words;
  readonly blocks: readonly Block<string>[];
  /** An exercise: said before everything else. */
  readonly drill: boolean;
  /** 15:24 から; empty while the zone is not known. */
  readonly since: string;
}

/** The dress of the whole screen: the usual paper, black for those who see little, or dark and calm after the closing. */
export type Theme = 'light' | 'contrast' | 'evening';

/** All that the screen shows. */
export interface Scene {
  readonly language: Language;
  readonly theme: Theme;
  readonly screen: { readonly inches: number; readonly distance: number };
  /** Sleep hours, or staff's key: a calm dark picture instead of everything else. */
  readonly dark: boolean;
  /** Burn-in: which of the eight small offsets of the bands is on, 0–7. */
  readonly drift: number;
  readonly header: HeaderScene;
  /** Instead of everything else. */
  readonly emergency: EmergencyScene | null;
  readonly stage: StageScene;
  /** The slide that comes next as things stand, to be made ready behind the one on the stage; null where none follows. */
  readonly next: SlideScene | null;
  /** Null: no feed is configured, or the desk has ended. */
  readonly tickets: TicketsView | null;
  readonly foot: FootScene;
  readonly marks: readonly { readonly kind: MarkKind; readonly text: string }[];
  readonly overlay: OverlayScene | null;
  /** How the slide came on: staff's keys cut, the rotation fades. */
  readonly transition: 'cut' | 'fade';
}
