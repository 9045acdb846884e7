import { emptyFolder, readFolder } from '../content/folder';
import type { FolderFile } from '../content/folder-file';
import { inOrder, problemLines } from '../problem-lines';
import type { Problem } from '../result';
import type { CivilDate } from '../time';
import { changes } from './changes';
import { codeWithoutLink } from './code-without-link';
import { daysOf } from './days';
import { deadlineNames } from './deadline-names';
import { doubtfulMedia } from './doubtful-media';
import type { CheckFacts, CheckRule } from './facts';
import { glyphs } from './glyphs';
import { holidayHours } from './holiday-hours';
import { holidayTable } from './holiday-table';
import { lastDay } from './last-day';
import { linkLength } from './link-length';
import { listCount } from './list-count';
import { phoneNote } from './phone-note';
import { screenDistance } from './screen-distance';
import { shownSlides } from './shown-slides';
import { signsOnGlass } from './signs-on-glass';
import { smallPictures } from './small-pictures';
import { titleLength } from './title-length';
import { translations } from './translations';
import { urgentEnd } from './urgent-end';
import { weekdayInText } from './weekday-in-text';

/**
 * The rules that data alone can answer. How a text lies on its slide only a layout knows: `capture` shows it. Contrast needs no rule: nothing
 * in a folder can set a colour, and those of the dresses are measured by the tests.
 */
const RULES: readonly CheckRule[] = [
  holidayHours,
  holidayTable,
  lastDay,
  changes,
  deadlineNames,
  screenDistance,
  shownSlides,
  smallPictures,
  doubtfulMedia,
  weekdayInText,
  listCount,
  phoneNote,
  linkLength,
  codeWithoutLink,
  urgentEnd,
  titleLength,
  signsOnGlass,
  translations,
  glyphs,
];

/**
 * Everything that is wrong or doubtful in a folder (product.md §6): what its parsers find, then what no single file shows. In the order of
 * files and lines. `today` as a date of the folder's zone; `hasGlyph` as in `CheckFacts`.
 */
export function checkFolder(
  files: readonly FolderFile[],
  today: CivilDate,
  hasGlyph: CheckFacts['hasGlyph'],
): readonly Problem[] {
  const { content, problems } = readFolder(emptyFolder, files);
  const facts: CheckFacts = { content, files, days: content.signage === null ? [] : daysOf(content, today), today, hasGlyph };
  const all = files.length === 0 ? problems : [...problems, ...RULES.flatMap((rule) => rule(facts))];
  return inOrder(all);
}

/** The findings for people: one line each, and how many there are. */
export function checkText(problems: readonly Problem[]): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  return [...problemLines(problems), `問題 ${errors}件、注意 ${problems.length - errors}件`, ''].join('\n');
}
