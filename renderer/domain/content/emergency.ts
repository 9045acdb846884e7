import type { Parsed } from '../result';
import type { Block } from './block';
import type { EmergencyCard, LiveExpression } from './content';
import { splitFrontMatter } from './front-matter';
import { inlinesIn } from './inlines-in';
import { parseMarkdown } from './markdown';
import { openYaml } from './open-yaml';
import { picturesIn, withPictures } from './pictures-in';
import { Report } from './report';
import { idOf, LONGEST_SOURCE, withTitle } from './slide';

/** What stands above a text that has no title: in an emergency nobody is sent back to write one. */
const EMERGENCY_TITLE = '緊急のお知らせ';

/**
 * Parses `emergency.md` or a card of `emergency/`. Only a text is needed; a wrong `minutes`, or a live value, is told and left out, and
 * the rest is shown. Refused are a file without any text, settings that can't be read, and a `drill` that is neither yes nor no: a
 * drill must never look real.
 */
export function parseEmergency(source: string, file: string): Parsed<EmergencyCard> {
  const report = new Report(file);
  const parts = splitFrontMatter(source);
  if (parts.fault !== null) report.error(parts.fault.line, parts.fault.message);
  const settings = report.failed ? null : openYaml(parts.settings ?? '', report, parts.settingsLine);
  if (settings === null) return { value: null, problems: report.problems };
  const title = settings.text('title');
  const minutes = settings.number('minutes', 1, 1_440);
  const drill = settings.flag('drill');
  const isDoubtful = settings.has('drill') && drill === null;
  settings.close();

  const { blocks, problems } = parseMarkdown(parts.text.slice(0, LONGEST_SOURCE));
  for (const { line, message } of problems) report.warning(line === null ? null : line + parts.textLine - 1, message);
  const titled = withTitle(title, blocks, 6);
  if (picturesIn(titled.blocks).length > 0) report.error(parts.textLine, '緊急の画面では写真は出せません。文だけを表示します');
  const worded = withPictures(titled.blocks, () => null);
  const plain = worded.filter((block) => !hasLive(block)) as readonly Block<never>[];
  if (titled.isLive || plain.length < worded.length) {
    report.error(parts.textLine, '緊急の画面では {{…}} は使えません。その段落を除いて表示します');
  }
  const shown = titled.isLive ? '' : titled.title;
  if (shown === '' && plain.length === 0) report.error(parts.textLine, '題も本文もありません。title か本文を書いてください');
  if (isDoubtful || (shown === '' && plain.length === 0)) return { value: null, problems: report.problems };
  const value = {
    id: idOf(file),
    file,
    title: shown === '' ? EMERGENCY_TITLE : shown,
    translations: [],
    minutes,
    drill: drill ?? false,
  };
  return { value: { ...value, blocks: plain }, problems: report.problems };
}

function hasLive(block: Block<LiveExpression>): boolean {
  return inlinesIn([block]).some(({ kind }) => kind === 'live');
}
