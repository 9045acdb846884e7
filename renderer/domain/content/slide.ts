import type { Parsed } from '../result';
import type { Block } from './block';
import { LAYOUTS, type Language, type Layout, type LiveExpression, type Slide } from './content';
import { splitFrontMatter } from './front-matter';
import { parseMarkdown } from './markdown';
import { openYaml } from './open-yaml';
import { characterCount, inlineText, READABLE_CHARACTERS } from './reading';
import { Report } from './report';
import { IN_SHOW, readShowRule } from './show-rule';
import { LANGUAGES } from './signage';

/** More than a visitor waits for: some forty pages, twenty minutes. */
const MAX_CHARACTERS = 4_000;
/** More than the markup of so much text takes: not worth parsing. */
export const LONGEST_SOURCE = 16_000;
/** A longer address makes a code too fine to be read by a telephone from the queue. */
const LONGEST_LINK = 300;
const LIVE_TITLE = '題の中の {{…}} は使えません。本文に書いてください';
/** Layouts that draw the folder's data and need no text of their own. */
const DATA_LAYOUTS: readonly Layout[] = ['hours', 'countdown', 'tickets', 'contact'];

/** Parses one file of `slides/` (product.md §2). `file` is its path in the folder; the id is its name without the ending. */
export function parseSlide(source: string, file: string): Parsed<Slide> {
  const report = new Report(file);
  const parts = splitFrontMatter(source);
  if (source.includes('\0'))
    report.error(null, '文字ではないデータが入っています。文章をメモ帳に貼り付けて、保存し直してください');
  else if (parts.fault !== null) report.error(parts.fault.line, parts.fault.message);
  const settings = report.failed ? null : openYaml(parts.settings ?? '', report, parts.settingsLine);
  if (settings === null) return { value: null, problems: report.problems };

  const layout = settings.oneOf('layout', LAYOUTS) ?? 'notice';
  const title = settings.text('title');
  const seconds = settings.number('seconds', 3, 600);
  const show = readShowRule(settings.child('show'));
  const priority = settings.oneOf('priority', ['normal', 'urgent']) ?? 'normal';
  const link = settings.parsed('link', webAddress, 'https:// で始まる300字までのアドレス');
  settings.close(IN_SHOW);

  // Too long to be shown is too long to be worth parsing.
  if (parts.text.length > LONGEST_SOURCE) {
    report.error(parts.textLine, `文章が長すぎます（約${parts.text.length}字）。${MAX_CHARACTERS}字までに分けてください`);
    return { value: null, problems: report.problems };
  }
  const { blocks, problems } = parseMarkdown(parts.text);
  for (const { line, message } of problems) report.warning(line === null ? null : line + parts.textLine - 1, message);
  const titled = withTitle(title, blocks, layout === 'cards' ? 1 : 6);
  if (titled.title === '' && !settings.has('title') && !DATA_LAYOUTS.includes(layout))
    report.error(parts.textLine, noTitle(blocks));
  if (titled.isLive) report.error(parts.textLine, LIVE_TITLE);
  const slide: Slide = {
    id: idOf(file),
    file,
    layout,
    translations: [],
    seconds,
    show,
    priority,
    link,
    title: titled.title,
    blocks: titled.blocks,
    media: null,
  };
  checkLength(slide, parts.textLine, report);
  return { value: report.failed ? null : slide, problems: report.problems };
}

/** What `NAME.en.md` gives: the title, and the text where it has one. */
export type TranslatedText = Pick<Slide, 'title' | 'blocks'>;

/** Parses `NAME.en.md`. Its title is wanted, from its settings or its first heading; all other settings are those of `NAME.md`. */
export function parseTranslation(source: string, file: string): Parsed<TranslatedText> {
  const report = new Report(file);
  const parts = splitFrontMatter(source);
  if (parts.fault !== null) report.error(parts.fault.line, parts.fault.message);
  if (parts.text.length > LONGEST_SOURCE) report.error(parts.textLine, `文章が長すぎます（約${parts.text.length}字）`);
  const settings = report.failed ? null : openYaml(parts.settings ?? '', report, parts.settingsLine);
  if (settings === null) return { value: null, problems: report.problems };
  const markdown = parseMarkdown(parts.text);
  for (const { line, message } of markdown.problems) report.warning(line === null ? null : line + parts.textLine - 1, message);
  const { title, blocks, isLive } = withTitle(settings.text('title'), markdown.blocks, 6);
  if (title === '') report.error(1, '題がありません。title を書いてください');
  if (isLive) report.error(parts.textLine, LIVE_TITLE);
  return { value: report.failed ? null : { title, blocks }, problems: report.problems };
}

/** The title of the settings, else the first heading of at most this level, which then leaves the text. */
export function withTitle(title: string | null, blocks: readonly Block<LiveExpression>[], level: number) {
  if (title !== null) return { title, blocks, isLive: title.includes('{{') };
  const index = blocks.findIndex((block) => block.kind === 'heading' && block.level <= level);
  const heading = blocks[index];
  if (heading?.kind !== 'heading') return { title: '', blocks, isLive: false };
  const isLive = heading.children.some(({ kind }) => kind === 'live');
  return { title: inlineText(heading.children), blocks: blocks.filter((_, at) => at !== index), isLive };
}

function noTitle(blocks: readonly Block<LiveExpression>[]): string {
  return blocks.length === 0
    ? '題も本文もありません。title か本文を書いてください'
    : '題がありません。title: か、# で始まる見出しを書いてください';
}

function checkLength(slide: Slide, line: number, report: Report): void {
  const count = characterCount(slide);
  if (count > MAX_CHARACTERS) {
    report.error(line, `文章が長すぎます（${count}字）。${MAX_CHARACTERS}字までに分けてください`);
  } else if (count > READABLE_CHARACTERS) {
    report.warning(
      line,
      `${count}字あり、30秒では読み切れません（${READABLE_CHARACTERS}字までが目安）。画面に入り切らなければ、文の切れ目で次のページに続けます`,
    );
  }
}

function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_LINK) return null;
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(value) ? value : null;
}

/** `slides/30-what-to-bring.md` → `30-what-to-bring` */
export function idOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

const LANGUAGE_ENDING = /^(.+)\.(ja-easy|en|zh-Hans|ko|pt-BR|vi)(\.md)$/i;

/**
 * The file that `slides/30-x.en.md` translates, `slides/30-x.md`, and into which language; null for a slide of its own. Capitals do not
 * matter: compare the file by its `nameKey`.
 */
export function translationOf(path: string): { readonly original: string; readonly language: Language } | null {
  const [, name, ending, md] = LANGUAGE_ENDING.exec(path) ?? [];
  const language = LANGUAGES.find((one) => one.toLowerCase() === ending?.toLowerCase());
  return language === undefined ? null : { original: `${name}${md}`, language };
}
