import { shortDate, tableTime } from '../notation';
import { oncePer } from '../once-per';
import type { Parsed, Problem } from '../result';
import { civilDateAt, type Instant, wallTimeAt } from '../time';
import type { Content, EmergencyCard, HolidayTable, Signage, Slide } from './content';
import { copiesIn } from './copies';
import { parseEmergency } from './emergency';
import { isMediaName, isSideName } from './file-names';
import type { FolderFile } from './folder-file';
import { parseHolidaysCsv } from './holidays-csv';
import { inlinesIn } from './inlines-in';
import { type MediaSettings, parseMediaSettings } from './media-settings';
import { type MediaFile, mediaFile, mediaSlides } from './media-slides';
import { misplacedIn } from './misplaced';
import { goodOf, type Kept, keep, problemsOf, type Shelf, shelve } from './shelf';
import { parseSignage } from './signage';
import { parseSlide, parseTranslation, type TranslatedText, translationOf } from './slide';
import { picturedTexts } from './text-pictures';
import { translated } from './translated';

const EMERGENCY_FILE = 'emergency.md';

/** The folder as last read: the content to show, and everything that staff should know. */
export interface FolderState {
  readonly content: Content;
  readonly problems: readonly Problem[];
  readonly signage: Kept<Signage> | null;
  readonly holidays: Kept<HolidayTable> | null;
  readonly slides: Shelf<Slide>;
  /** `emergency.md` and the cards of `emergency/`. */
  readonly emergencies: Shelf<EmergencyCard>;
  readonly titles: Shelf<TranslatedText>;
  readonly media: Shelf<MediaFile>;
  /** The side files of media. */
  readonly sides: Shelf<MediaSettings>;
}

/** Before anything was read. */
export const emptyFolder: FolderState = {
  content: { signage: null, slides: [], holidays: null, emergency: null, emergencyCards: [] },
  problems: [],
  signage: null,
  holidays: null,
  slides: new Map(),
  emergencies: new Map(),
  titles: new Map(),
  media: new Map(),
  sides: new Map(),
};

/**
 * The folder can't be had: everything stays, and staff are told why, and what is on show instead. `keptAt`: when that was read, if it was
 * before the display started.
 */
export function lostFolder(previous: FolderState, why: string, keptAt: Instant | null = null): FolderState {
  return { ...previous, problems: [fault('content', `${why}。${onShow(previous, keptAt)}`)] };
}

function onShow({ content: { signage } }: FolderState, keptAt: Instant | null): string {
  if (signage === null) return '場所と名前を確かめてください';
  if (keptAt === null) return '前の内容を表示しています';
  const read = `${shortDate(civilDateAt(keptAt, signage.timezone))} ${tableTime(wallTimeAt(keptAt, signage.timezone))}`;
  return `起動する前の、${read} に読んだ内容を表示しています`;
}

/** The files that make this content anew: of each its last good version. What never had one is left out. */
export function goodFiles({ signage, holidays, slides, emergencies, titles, media, sides }: FolderState): readonly FolderFile[] {
  const top = [['signage.yaml', signage] as const, ['holidays.csv', holidays] as const];
  const all: readonly (readonly [string, Kept<unknown> | null])[] = [
    ...top,
    ...[slides, emergencies, titles, media, sides].flatMap((shelf: Shelf<unknown>) => [...shelf]),
  ];
  return all.flatMap(([path, kept]) => (kept?.good ? [{ ...kept.good, path }] : []));
}

/**
 * The next state of the folder. Each file is judged by itself: one that fails keeps its last good version, or stays out if it
 * never had one; one that is gone, goes. No file at all is a lost share: everything stays. An unchanged text is not parsed again.
 */
export function readFolder(previous: FolderState, files: readonly FolderFile[]): FolderState {
  if (files.length === 0) {
    return lostFolder(previous, 'フォルダーが見つからないか、空です');
  }
  const file = (path: string) => files.find((one) => one.path === path);
  const signage = keep(previous.signage, file('signage.yaml'), ofText(parseSignage));
  const holidays =
    file('holidays.csv') === undefined ? null : keep(previous.holidays, file('holidays.csv'), ofText(parseHolidaysCsv));
  const of = byKind(files);
  const media = shelve(previous.media, of.media, ofMedia);
  const sides = shelve(previous.sides, of.side, ofText(parseMediaSettings));
  const slides = shelve(previous.slides, of.slide, ofText(parseSlide));
  const emergencies = shelve(previous.emergencies, of.emergency, ofText(parseEmergency));
  const titles = shelve(previous.titles, of.translation, ofText(parseTranslation));
  const cards = translated(goodOf(emergencies), titles, [previous.content.emergency, ...previous.content.emergencyCards]);
  const texts = picturedTexts(slides, titles, media);
  const shown = mediaSlides(
    goodOf(media)
      .filter(({ path }) => !texts.used.has(path))
      .map((one) => ({ file: one, settings: settingsOf(one.path, sides) })),
    texts.slides.map(({ id }) => id),
  );
  const content: Content = {
    signage: signage?.value ?? null,
    slides: translated([...texts.slides, ...shown.slides], texts.titles, previous.content.slides),
    holidays: holidays?.value ?? null,
    emergency: cards.find(({ file }) => file === EMERGENCY_FILE) ?? null,
    emergencyCards: cards.filter(({ file }) => file !== EMERGENCY_FILE),
  };
  const problems = [
    ...(file('signage.yaml') === undefined ? [fault('signage.yaml', 'ファイルがありません。前の設定を使っています')] : []),
    ...(signage?.problems ?? []),
    ...(holidays?.problems ?? []),
    ...[slides, emergencies, titles, media, sides].flatMap(problemsOf),
    ...strays(of.stray),
    ...texts.problems,
    ...shown.problems,
    ...lonelySides(media, sides),
    ...idleSides(texts.used, sides),
    ...copiesIn(files),
    ...misplacedIn(files),
    ...unknownNames(content),
  ];
  return { content, problems, signage, holidays, slides, emergencies, titles, media, sides };
}

type Kind = 'settings' | 'slide' | 'translation' | 'emergency' | 'media' | 'side' | 'stray';

/** What a file is read as, by its name. */
const kindOf = oncePer(({ path }: FolderFile): Kind => {
  const isEmergency = /^emergency(?:\.[^/]+)?\.md$|^emergency\//.test(path);
  if (!isEmergency && !path.startsWith('slides/')) return /^(?:signage\.yaml|holidays\.csv)$/.test(path) ? 'settings' : 'stray';
  if (!isEmergency && isMediaName(nameOf(path))) return 'media';
  if (!isEmergency && isSideName(nameOf(path))) return 'side';
  if (translationOf(path) !== null) return 'translation';
  return isEmergency ? 'emergency' : 'slide';
});

function byKind(files: readonly FolderFile[]): Readonly<Record<Kind, readonly FolderFile[]>> {
  const of: Record<Kind, FolderFile[]> = {
    settings: [],
    slide: [],
    translation: [],
    emergency: [],
    media: [],
    side: [],
    stray: [],
  };
  for (const file of files) of[kindOf(file)].push(file);
  return of;
}

function ofText<T>(parse: (text: string, file: string) => Parsed<T>): (file: FolderFile) => Parsed<T> {
  return ({ path, text, fault: reason }) =>
    text === null ? { value: null, problems: [fault(path, reason ?? '読めません')] } : parse(text, path);
}

function ofMedia({ path, media, fault: reason }: FolderFile): Parsed<MediaFile> {
  return { value: media ? mediaFile(path, media) : null, problems: reason === null ? [] : [fault(path, reason)] };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What the side file of a media file says, whichever of its two endings it bears. */
function settingsOf(path: string, sides: Shelf<MediaSettings>): MediaSettings | null {
  return (sides.get(`${path}.yaml`) ?? sides.get(`${path}.yml`))?.value ?? null;
}

/** Settings whose media file is missing are probably misspelt. */
function lonelySides(media: Shelf<MediaFile>, sides: Shelf<MediaSettings>): readonly Problem[] {
  return [...sides.keys()]
    .filter((side) => !media.has(mediaOf(side)))
    .map((side) => warned(side, `設定だけがあり、${nameOf(mediaOf(side))} がありません。名前を確かめてください`));
}

/** The media file of a side file. */
function mediaOf(side: string): string {
  return side.replace(/\.ya?ml$/i, '');
}

/** A picture of a text is shown where and as long as the text is. */
function idleSides(used: ReadonlySet<string>, sides: Shelf<MediaSettings>): readonly Problem[] {
  return [...sides.keys()]
    .filter((side) => used.has(mediaOf(side)))
    .map((side) => warned(side, `${nameOf(mediaOf(side))} は本文の中の写真なので、この設定は使いません。消してください`));
}

/** What is said of folders, and of names that nothing can be read from. */
function strays(files: readonly FolderFile[]): readonly Problem[] {
  return files.flatMap(({ path, fault: why }) => (why === null ? [] : [fault(path, why)]));
}

/** The deadlines that a slide's text names. */
const namedDeadlines = oncePer(({ blocks }: Slide) =>
  inlinesIn(blocks).flatMap((inline) => (inline.kind === 'live' && inline.value.kind === 'daysLeft' ? [inline.value.name] : [])),
);

/** A `{{days left: NAME}}` whose name no deadline has would keep its slide off the screen for ever. */
function unknownNames({ signage, slides }: Content): readonly Problem[] {
  if (signage === null) return [];
  return slides.flatMap((slide) =>
    namedDeadlines(slide)
      .filter((name) => !signage.deadlines.some((deadline) => deadline.name.includes(name)))
      .map((name) => fault(slide.file, `「${name}」という期限は signage.yaml の deadlines にありません`)),
  );
}

function warned(file: string, message: string): Problem {
  return { file, line: null, level: 'warning', message };
}

function fault(file: string, message: string): Problem {
  return { file, line: null, level: 'error', message };
}
