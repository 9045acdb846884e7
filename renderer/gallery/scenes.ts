import { settledBoard } from '../domain/board-in-play';
import { FRESH_MS } from '../domain/call-board';
import type { Block } from '../domain/content/block';
import type { Content, Media, MediaContent } from '../domain/content/content';
import { emptyFolder, readFolder } from '../domain/content/folder';
import { player } from '../domain/player';
import { INITIAL_PLAYER, type PlayerState } from '../domain/player-state';
import type { Scene } from '../domain/scene';
import { sceneAt } from '../domain/scene-at';
import type { Feed } from '../domain/snapshot';
import { intentOf, typedBy } from '../domain/staff-keys';
import type { Call, TicketReading } from '../domain/tickets';
import { DEADLINE, EMERGENCY_FILES, type Settings, signageYaml, slideFiles } from './folder';
import film from './media/film.webm';
import photo from './media/photo.jpg';
import photoTall from './media/photo-tall.jpg';

/**
 * Every state of the desk, every layout with little and much in it, by name. Each is what the display itself would show: a
 * folder, an instant, a reading of the feed and what staff pressed, put through the rules.
 */

/** What is true in a picture. `at` is the folder's wall time. */
interface Picture {
  readonly at?: string;
  /** The slide on show; null: none is in the folder. */
  readonly slide?: string | null;
  /** The page of it that is on, and how many the screen has made of it. */
  readonly page?: { readonly index: number; readonly count: number };
  /** Null: the folder has never been read. */
  readonly settings?: Settings | null;
  /** Null: no feed is configured in the folder. */
  readonly feed?: FeedOf | null;
  readonly staff?: Partial<Pick<PlayerState, 'overlay'>> & { readonly holds?: boolean };
  /** A file that is the whole slide. */
  readonly media?: Media;
  /** Keys that staff have just pressed, by their places on the keyboard. */
  readonly keys?: string;
  readonly rehearsed?: boolean;
  readonly problems?: boolean;
  /** The folder has emergency cards to choose from. */
  readonly cards?: boolean;
  readonly emergency?: Scene['emergency'];
}

/** A reading of the ticket feed, `age` seconds old. `[label, counter, seconds since the call]` */
interface FeedOf {
  readonly calls?: readonly (readonly [label: string, counter: string | null, since: number])[];
  readonly waiting?: number | null;
  readonly minutes?: readonly [number, number] | null;
  readonly age?: number;
  readonly desk?: TicketReading['desk'];
  readonly absent?: readonly string[];
}

const AFTERNOON = '2023-09-28T15:24';
const ONE_CALL: FeedOf = { calls: [['42', '1', 60]] };

/** What the display shows of a picture, at its own instant (epoch milliseconds) or another. */
function drawn(picture: Picture, now: number): Scene {
  const { slide = 'notice', page, settings = {}, feed = ONE_CALL, staff, keys, media = null } = picture;
  const { rehearsed, problems, cards, emergency = null } = picture;
  if (settings === null) return sceneAt(INITIAL_PLAYER, now);
  const yaml = signageYaml(settings);
  const files = {
    'signage.yaml': feed === null ? yaml.replace(/^tickets:.*\n/m, '') : yaml,
    ...(slide === null ? {} : slideFiles(slide)),
    ...(cards ? EMERGENCY_FILES : {}),
  };
  const folder = readFolder(emptyFolder, [
    ...Object.entries(files).map(([path, text]) => ({ path, text, fault: null })),
    ...(slide === 'notice-picture' ? [{ path: 'slides/photo.jpg', text: null, media: PHOTO_FILE, fault: null }] : []),
  ]);
  const [error] = folder.problems.filter(({ level }) => level === 'error');
  if (error !== undefined) throw new Error(JSON.stringify(error));
  const place = slide === null ? null : { slideId: slide, since: now, ...(page && page.index > 0 ? { page: page.index } : {}) };
  const hold = slide !== null && staff?.holds ? { slideId: slide, until: now + 300_000 } : null;
  const state: PlayerState = {
    ...INITIAL_PLAYER,
    staff: { place, hold },
    overlay: staff?.overlay ?? null,
    measured:
      slide === null || page === undefined ? new Map() : new Map([[slide, Array.from({ length: page.count }, () => 100)]]),
    snapshot: {
      revision: 1,
      content: media === null ? folder.content : withMedia(folder.content, media),
      folderPresent: true,
      problems: problems ? PROBLEMS : [],
      feed: feed && feedAt(feed, now),
      staff: { place, hold },
      rehearsal: rehearsed ? { start: now, realStart: now, speed: 1 } : null,
      version: '0.1.0',
    },
  };
  const told = feed === null ? state : withNews(state, feed, now);
  const scene = sceneAt(keys === undefined ? told : withKeys(told, keys, now), now);
  // A picture stands still: nothing is made ready behind it.
  return { ...scene, emergency, next: null };
}

/** The content with this file as its slide `media`. */
function withMedia(content: Content, media: Media): Content {
  const slides = content.slides.map((one) => (one.id === 'media' ? { ...one, layout: 'media' as const, media } : one));
  return { ...content, slides };
}

/** The state in which the calls of the last seconds have just come, and the others were there before. */
function withNews(state: PlayerState, feed: FeedOf, now: number): PlayerState {
  const { snapshot } = state;
  const fresh = (feed.calls ?? []).map(([, , since]) => now - since * 1_000).filter((calledAt) => now - calledAt < FRESH_MS);
  const then = Math.min(...fresh);
  if (snapshot === null || fresh.length === 0) return state;
  const before = feedAt({ ...feed, calls: feed.calls?.filter(([, , since]) => now - since * 1_000 < then) ?? [] }, now);
  const known = settledBoard({ ...state, snapshot: { ...snapshot, feed: { ...before, readAt: then } } }, then);
  const read = feedAt(feed, now);
  return { ...state, board: settledBoard({ ...known, snapshot: { ...snapshot, feed: { ...read, readAt: then } } }, then).board };
}

function withKeys(state: PlayerState, keys: string, now: number): PlayerState {
  return keys.split(' ').reduce((before, code) => {
    const press = { code, key: '', ctrl: false, shift: false, alt: false, meta: false };
    const intent = intentOf(press);
    if (intent === null) throw new Error(`no key ${code}`);
    return player(before, { kind: 'intent', intent, typed: typedBy(press) }, now).state;
  }, state);
}

function feedAt({ calls = [], waiting = 12, minutes = [50, 55], age = 1, desk = null, absent = [] }: FeedOf, now: number): Feed {
  const calling = calls.map(([label, counter, since]): Call => ({ label, counter, calledAt: now - since * 1_000 }));
  const told = waiting === null && minutes === null ? null : { count: waiting, minutes };
  return {
    reading: { issuedAt: now - age * 1_000, calling, absent, waiting: told, desk },
    readAt: now - age * 1_000,
    since: now - 600_000,
    trouble: null,
  };
}

const PROBLEMS = [
  { file: 'slides/20-hours.md', line: 4, level: 'error', message: 'seconds は 3〜600 の数字です（"十五" とあります）' },
  {
    file: 'signage.yaml',
    line: null,
    level: 'warning',
    message: '2023-09-23 は第4土曜日ですが、秋分の日でもあります',
  },
] as const;

/** A feed that has not been heard of for an hour. */
const DOWN: FeedOf = { ...ONE_CALL, age: 3_600 };
const CALLS: NonNullable<FeedOf['calls']> = [
  ['C-45', '3', 2],
  ['142', '12', 60],
  ['43', '1', 120],
  ['42', '2', 180],
  ['9', null, 240],
];
const ABSENT = ['37', '41', 'C-40', '138', '29', '30', '31', '33'];
const TAX = '  - { name: 市・県民税の申告受付, date: 2024-03-15 }';
const REBATE = '  - { name: 給付金の申請, date: 2023-10-31 }';
const CLOSED_DEADLINE = '  - { name: 子育て応援券の引換え, date: 2023-09-22 }';
const OPEN_ENDED = '{ hours: [{ days: 月-金, time: 8:30-17:00, except: [祝日] }] }';
const SPLIT = `
  hours:
    - { days: 月-金, time: 8:30-12:00, except: [祝日] }
    - { days: 月-金, time: 13:00-17:00, except: [祝日] }
  changes:
    - { date: 2023-09-28, time: 9:00-15:30, reason: 議会のため }`;

const hours = (at: string, more: Picture = {}): Picture => ({ at, slide: 'hours', ...more });

/** The desk's states and the hours slide. */
const HOURS = {
  'hours-open': hours('2023-09-14T15:24'),
  'hours-last-days': hours(AFTERNOON),
  'hours-open-soon': hours('2023-09-28T16:23:55'),
  'hours-open-urgent': hours('2023-09-28T16:50:55'),
  'hours-before': hours('2023-09-28T07:50'),
  'hours-paused': hours('2023-09-26T10:20'),
  'hours-reception-closed': hours('2023-09-27T15:24', {
    feed: { ...ONE_CALL, desk: { status: 'receptionClosed', note: null } },
  }),
  'hours-after': hours('2023-09-27T17:20'),
  'hours-closed': hours('2023-09-18T10:00'),
  'hours-closed-for-once': hours('2023-09-20T10:00'),
  'hours-changed': hours('2023-09-13T13:10'),
  'hours-moved': hours('2023-09-25T10:00'),
  'hours-split': hours('2023-09-27T12:20', { settings: { desk: SPLIT } }),
  'hours-last-day': hours('2023-09-29T10:00'),
  'hours-last-hour-of-all': hours('2023-09-29T16:23:55'),
  'hours-last-minutes-of-all': hours('2023-09-29T16:50:55'),
  'hours-ended': hours('2023-09-30T10:00', { slide: 'hours-short' }),
  'hours-short': hours('2023-09-14T15:24', { slide: 'hours-short', feed: null }),
} satisfies Record<string, Picture>;

/** Deadlines far, near, on their day and over; from one to four at once. */
const COUNTDOWNS = {
  'countdown-one': { slide: 'countdown', settings: { desk: OPEN_ENDED } },
  'countdown-two': { slide: 'countdown' },
  'countdown-text': { slide: 'countdown-text' },
  'countdown-eve': { at: '2023-09-29T16:23:55', slide: 'countdown' },
  'countdown-deadline-day': { at: '2023-09-30T15:24', slide: 'countdown' },
  'countdown-last-hour': { at: '2023-09-30T23:18:55', slide: 'countdown', settings: { screen: '{ inches: 55, distance: 5 }' } },
  'countdown-over': { at: '2023-10-02T10:00', slide: 'countdown' },
  'countdown-three': { slide: 'countdown', settings: { desk: OPEN_ENDED, deadlines: [CLOSED_DEADLINE, DEADLINE, TAX] } },
  'countdown-four': {
    at: '2023-09-30T15:24',
    slide: 'countdown',
    settings: { desk: OPEN_ENDED, deadlines: [CLOSED_DEADLINE, DEADLINE, REBATE, TAX] },
  },
} satisfies Record<string, Picture>;

/** The ticket column and slide: from one to five calls, nobody called, old and no news. */
const TICKETS = {
  'tickets-one': { slide: 'tickets', feed: { calls: [['42', '1', 2]] } },
  'tickets-two': { slide: 'tickets', feed: { calls: CALLS.slice(1, 3) } },
  'tickets-three': { slide: 'tickets', feed: { calls: CALLS.slice(0, 3) } },
  'tickets-four': { slide: 'tickets', feed: { calls: CALLS.slice(0, 4), absent: ABSENT } },
  'tickets-five': { slide: 'tickets', feed: { calls: CALLS } },
  'tickets-long-wait': { feed: { ...ONE_CALL, minutes: [70, 90] } },
  'tickets-about-an-hour': { feed: { calls: CALLS.slice(0, 2), minutes: [50, 70], absent: ABSENT.slice(0, 3) } },
  'tickets-stale': { slide: 'tickets', feed: { ...ONE_CALL, age: 55 } },
  'tickets-hidden': { slide: 'tickets', feed: { ...ONE_CALL, age: 180 } },
  'tickets-nobody': { feed: { calls: [] } },
  'tickets-no-feed': { feed: null },
  'tickets-typed': { slide: 'tickets', feed: DOWN, keys: 'KeyT Digit4 Digit2 Space Digit3 Enter' },
  'tickets-typed-letters': { feed: DOWN, keys: 'KeyT KeyC Minus Digit4 Digit5 Enter KeyT Digit4 Digit3 Space Digit1 Enter' },
} satisfies Record<string, Picture>;

/** The layouts of text. */
const TEXTS = Object.fromEntries(
  [
    'notice',
    'notice-short',
    'notice-link',
    'notice-live',
    'notice-long',
    'notice-long-link',
    'notice-picture',
    'notice-table',
    'checklist',
    'checklist-short',
    'checklist-long',
    'checklist-link',
    'cards',
    'cards-two',
    'cards-four',
    'contact',
  ].map((slide): [string, Picture] => [slide, { slide }]),
);

/** Texts longer than one page: the first page, one in the middle, the last. */
const PAGES = {
  'notice-pages': { slide: 'notice-pages' },
  'notice-pages-2': { slide: 'notice-pages', page: { index: 1, count: 5 } },
  'notice-pages-last': { slide: 'notice-pages', page: { index: 4, count: 5 } },
  'notice-pages-link': { slide: 'notice-pages-link', page: { index: 1, count: 5 } },
  'checklist-pages': { slide: 'checklist-pages' },
  'checklist-pages-last': { slide: 'checklist-pages', page: { index: 3, count: 4 } },
  'cards-pages': { slide: 'cards-pages', page: { index: 1, count: 5 } },
  'hours-pages': { slide: 'hours-pages', page: { index: 1, count: 5 } },
} satisfies Record<string, Picture>;

const paragraph = (text: string): Block<string> => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });
const EMERGENCY: NonNullable<Scene['emergency']> = {
  id: 'earthquake',
  title: {
    main: '地震です',
    others: [
      { language: 'en', text: 'Earthquake. Drop, cover and hold on.' },
      { language: 'zh-Hans', text: '地震。请蹲下，保护头部。' },
      { language: 'ko', text: '지진입니다. 머리를 보호하세요.' },
      { language: 'pt-BR', text: 'Terremoto. Abaixe-se e proteja a cabeça.' },
    ],
  },
  blocks: [paragraph('低くなり、頭を守ってください。'), paragraph('エレベーターは使えません。係員の案内をお待ちください。')],
  drill: false,
  since: '15:24 から',
};

const LONG_ORDERS = [
  '大きな揺れのあとは、余震がつづくことがあります。館内放送と係員の案内にしたがって、壁や棚、窓ガラスからはなれてください。',
  '正面玄関と東口から外に出られます。西口は天井の部品が落ちるおそれがあるため、通れません。階段では手すりにつかまり、前の人を押さないでください。',
  '車いすの方、お手伝いが必要な方は、その場で手をあげて係員をお呼びください。係員が2人でお手伝いします。',
  '外に出たら、市役所の南側の駐車場に集まってください。建物に戻るのは、職員がお知らせしてからにしてください。お連れの方とはぐれたときは、駐車場の受付でお知らせください。',
  '市役所の業務は、安全が確かめられるまで休止します。本日の整理券は、後日そのままお使いいただけます。',
].map(paragraph);

const PHOTO_FILE: MediaContent = { kind: 'picture', address: photo, width: 1600, height: 1200 };
const PHOTO: Media = { ...PHOTO_FILE, fit: 'contain' };
const TALL: Media = { kind: 'picture', address: photoTall, width: 1200, height: 1600, fit: 'contain' };
const FILM: Media = { kind: 'video', address: film, width: 960, height: 540, durationMs: 1_500, fit: 'contain' };

const DOCUMENT: Media = { kind: 'document', pages: [PHOTO, TALL, PHOTO], fit: 'contain' };

/** Files that are the whole slide: whole or filling the stage, smaller than it, with the staff's marks above. */
const MEDIA = {
  picture: { slide: 'media', media: PHOTO },
  document: { slide: 'media', media: DOCUMENT, page: { index: 1, count: 3 } },
  'picture-tall': { slide: 'media', media: TALL },
  'picture-cover': { slide: 'media', media: { ...PHOTO, fit: 'cover' }, staff: { holds: true }, rehearsed: true },
  'picture-small': { slide: 'media', media: { ...PHOTO, width: 320, height: 240 } },
  'picture-no-feed': { slide: 'media', media: PHOTO, feed: null },
  video: { slide: 'media', media: FILM },
} satisfies Record<string, Picture>;

/** What stands above or instead of the slides. */
const OTHERS = {
  'foot-three': { settings: { deadlines: [DEADLINE, TAX] } },
  'foot-four': { at: '2023-09-28T16:23:55', settings: { deadlines: [DEADLINE, REBATE, TAX] } },
  'contact-two': { slide: 'contact', settings: { contacts: 'two' } },
  'contact-three': { slide: 'contact', feed: null, settings: { contacts: 'three' } },
  'contact-closed': { at: '2023-09-18T19:00', slide: 'contact', settings: { contacts: 'two' } },
  'five-languages': { slide: 'checklist', settings: { languages: '[ja, en, zh-Hans, ko, pt-BR]' } },
  'japanese-only': { slide: 'checklist', settings: { languages: '[ja]' } },
  standby: { slide: null },
  unknown: { settings: null },
  sleep: { at: '2023-09-28T22:00' },
  hold: { slide: 'checklist', staff: { holds: true } },
  rehearsal: { slide: 'checklist', rehearsed: true },
  'hold-and-rehearsal': { slide: 'notice-long', staff: { holds: true }, rehearsed: true },
  'ticket-overlay': { feed: DOWN, keys: 'KeyT' },
  'ticket-overlay-typed': { feed: ONE_CALL, keys: 'KeyT Digit4 Digit2' },
  'ticket-overlay-counter': { feed: DOWN, keys: 'KeyT Digit4 Digit1 Enter KeyT KeyC Minus Digit4 Digit5 Space Digit1 Digit2' },
  'pause-overlay': { keys: 'KeyP ArrowDown' },
  'staff-paused': { slide: 'hours', keys: 'KeyP ArrowDown Enter' },
  'staff-closed': { slide: 'notice', keys: 'KeyC' },
  'staff-dark': { keys: 'KeyB' },
  'staff-awake': { at: '2023-09-28T22:00', keys: 'KeyB' },
  'staff-refused': { at: '2023-09-28T17:20', keys: 'KeyC' },
  'staff-all': { slide: 'checklist', feed: DOWN, rehearsed: true, keys: 'KeyT Digit4 Digit2 Enter KeyC KeyP Enter Space' },
  'staff-all-overview': { feed: DOWN, keys: 'KeyT Digit4 Digit2 Enter KeyC KeyP Enter Space KeyO' },
  'staff-all-keys': { feed: DOWN, problems: true, keys: 'KeyT Digit4 Digit2 Enter KeyC KeyP Enter Space F1' },
  'keys-overlay': { staff: { overlay: { kind: 'keys' } }, problems: true },
  'leave-overlay': { settings: { pin: '0421' }, staff: { overlay: { kind: 'leave', digits: '04' } } },
  'overview-overlay': { staff: { overlay: { kind: 'overview' } }, problems: true },
  'emergency-overlay': { cards: true, staff: { overlay: { kind: 'emergency', selected: 1, asking: false } } },
  'emergency-question': { cards: true, staff: { overlay: { kind: 'emergency', selected: 0, asking: true } } },
  emergency: { emergency: EMERGENCY },
  'emergency-drill': { emergency: { ...EMERGENCY, drill: true } },
  'emergency-pages': { emergency: { ...EMERGENCY, blocks: LONG_ORDERS, page: { index: 1, count: 3 } } },
} satisfies Record<string, Picture>;

const PICTURES: Readonly<Record<string, Picture>> = {
  ...HOURS,
  ...COUNTDOWNS,
  ...TICKETS,
  ...TEXTS,
  ...PAGES,
  ...MEDIA,
  ...OTHERS,
};

/** The names of all pictures. */
export const NAMES: readonly string[] = Object.keys(PICTURES);

/** The scene of this name, in the dress its hour asks for; at another wall time of the folder when one is given. */
export function sceneOf(name: string, at?: string): Scene {
  const picture = PICTURES[name];
  if (picture === undefined) throw new Error(`no scene ${name}`);
  return drawn(picture, Date.parse(`${at ?? picture.at ?? AFTERNOON}+09:00`));
}
