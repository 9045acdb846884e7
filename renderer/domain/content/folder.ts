import { oncePer } from '../once-per';
import type { Parsed, Problem } from '../result';
import type { Content, EmergencyCard, HolidayTable, MediaContent, Signage, Slide, SlideTranslation } from './content';
import { parseEmergency } from './emergency';
import { parseHolidaysCsv } from './holidays-csv';
import { inlinesIn } from './inlines-in';
import { parseSignage } from './signage';
import { idOf, parseSlide, parseTranslation, type TranslatedText, translationOf } from './slide';

/**
 * A file as the reader brought it: its text or its media, or the reason why there is neither. `path` is `signage.yaml`,
 * `slides/10-a.md` or `slides/40-poster.pdf`.
 */
export interface FolderFile {
  readonly path: string;
  readonly text: string | null;
  readonly media?: MediaContent | null;
  readonly fault: string | null;
}

const EMERGENCY_FILE = 'emergency.md';

/** What is kept of one file between two readings. */
interface Kept<T> {
  readonly text: string | null;
  readonly fault: string | null;
  /** The last good version, which may be older than the text. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

type Shelf<T> = Readonly<Record<string, Kept<T>>>;

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
}

export const emptyFolder: FolderState = {
  content: { signage: null, slides: [], holidays: null, emergency: null, emergencyCards: [] },
  problems: [],
  signage: null,
  holidays: null,
  slides: {},
  emergencies: {},
  titles: {},
};

/** The folder can't be had: everything stays, and staff are told why. */
export function lostFolder(previous: FolderState, why: string): FolderState {
  return { ...previous, problems: [fault('content', why)] };
}

/**
 * The next state of the folder. Each file is judged by itself: one that fails keeps its last good version, or stays out if it
 * never had one; one that is gone, goes. No file at all is a lost share: everything stays. An unchanged text is not parsed again.
 */
export function readFolder(previous: FolderState, files: readonly FolderFile[]): FolderState {
  if (files.length === 0) {
    return lostFolder(previous, 'フォルダーが見つからないか、空です。前の内容を表示しています');
  }
  const byPath = new Map(files.map((one) => [one.path, one]));
  const file = (path: string) => byPath.get(path);
  const signage = keep(previous.signage, file('signage.yaml'), parseSignage);
  const holidays = file('holidays.csv') === undefined ? null : keep(previous.holidays, file('holidays.csv'), parseHolidaysCsv);
  const inSlides = files.filter(({ path }) => path.startsWith('slides/'));
  const isTranslation = ({ path }: FolderFile) => translationOf(idOf(path)) !== null;
  const slides = shelve(
    previous.slides,
    inSlides.filter((slide) => !isTranslation(slide)),
    parseSlide,
  );
  const inEmergency = files.filter(({ path }) => /^emergency(?:\.[^/]+)?\.md$|^emergency\//.test(path));
  const emergencies = shelve(
    previous.emergencies,
    inEmergency.filter((card) => !isTranslation(card)),
    parseEmergency,
  );
  const titles = shelve(previous.titles, [...inSlides, ...inEmergency].filter(isTranslation), parseTranslation);
  const cards = translated(emergencies, titles, [previous.content.emergency, ...previous.content.emergencyCards]);
  const content: Content = {
    signage: signage?.value ?? null,
    slides: translated(slides, titles, previous.content.slides),
    holidays: holidays?.value ?? null,
    emergency: cards.find(({ file }) => file === EMERGENCY_FILE) ?? null,
    emergencyCards: cards.filter(({ file }) => file !== EMERGENCY_FILE),
  };
  const kept = [
    ...(signage === null ? [] : [signage]),
    ...(holidays === null ? [] : [holidays]),
    ...Object.values(slides),
    ...Object.values(emergencies),
    ...Object.values(titles),
  ];
  const problems = [
    ...(file('signage.yaml') === undefined ? [fault('signage.yaml', 'ファイルがありません。前の設定を使っています')] : []),
    ...kept.flatMap((one) => one.problems),
    ...strays(files),
    ...unknownNames(content),
  ];
  return { content, problems, signage, holidays, slides, emergencies, titles };
}

/** Reads one file anew if it changed; without the file the last good value stays. */
function keep<T>(
  previous: Kept<T> | null,
  file: FolderFile | undefined,
  parse: (text: string, file: string) => Parsed<T>,
): Kept<T> | null {
  if (file === undefined) return previous && { ...previous, text: null, fault: null, problems: [] };
  if (previous !== null && previous.text === file.text && previous.fault === file.fault) return previous;
  const parsed: Parsed<T> =
    file.text === null ? { value: null, problems: [fault(file.path, file.fault ?? '読めません')] } : parse(file.text, file.path);
  return { text: file.text, fault: file.fault, value: parsed.value ?? previous?.value ?? null, problems: parsed.problems };
}

function shelve<T>(previous: Shelf<T>, files: readonly FolderFile[], parse: (text: string, file: string) => Parsed<T>): Shelf<T> {
  const entries = files.flatMap((file) => {
    const before = Object.hasOwn(previous, file.path) ? (previous[file.path] ?? null) : null;
    const kept = keep(before, file, parse);
    return kept === null ? [] : [[file.path, kept] as const];
  });
  return Object.fromEntries(entries);
}

/** Slides or cards in the order of their names, each with its texts in other languages. An unchanged one stays the same object. */
function translated<T extends Slide | EmergencyCard>(
  shelf: Shelf<T>,
  titles: Shelf<TranslatedText>,
  before: readonly (T | null)[],
): readonly T[] {
  const known = new Map(before.flatMap((one) => (one === null ? [] : [[one.file, one] as const])));
  const translations = translationsByFile(titles);
  return Object.values(shelf)
    .flatMap(({ value }) => value ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => {
      const whole = { ...one, translations: translations.get(one.file) ?? [] };
      const same = known.get(one.file);
      return same !== undefined && isEqual(same, whole) ? same : whole;
    });
}

/** By the file they translate: `slides/10-a.en.md` is of `slides/10-a.md`. */
function translationsByFile(titles: Shelf<TranslatedText>): ReadonlyMap<string, readonly SlideTranslation[]> {
  const byFile = new Map<string, SlideTranslation[]>();
  for (const [path, { value }] of Object.entries(titles)) {
    const language = translationOf(idOf(path))?.language;
    if (language === undefined || value === null) continue;
    const file = path.replace(`.${language}.`, '.');
    byFile.set(file, [...(byFile.get(file) ?? []), { language, ...value }]);
  }
  return byFile;
}

/** Whether two versions of a slide are equal. Parts of an unchanged file are the very same objects, so this rarely looks deep. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isFields(a) || !isFields(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(a[key], b[key]));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What is said of folders, and of names that nothing can be read from. */
function strays(files: readonly FolderFile[]): readonly Problem[] {
  const isRead = (path: string) =>
    /^(?:slides|emergency)\/|^(?:signage\.yaml|holidays\.csv|emergency(?:\.[\w-]+)?\.md)$/.test(path);
  return files.flatMap(({ path, fault: why }) => (why === null || isRead(path) ? [] : [fault(path, why)]));
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

function fault(file: string, message: string): Problem {
  return { file, line: null, level: 'error', message };
}
