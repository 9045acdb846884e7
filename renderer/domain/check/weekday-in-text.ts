import type { Problem } from '../result';
import { type CivilDate, isCivilDate, weekdayOf } from '../time';
import { type CheckRule, error, warning, writtenFiles } from './facts';

const JAPANESE = '日月火水木金土';
const ENGLISH_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = `(${ENGLISH_DAYS.join('|')})[a-z]*`;
const MONTH = `(${ENGLISH_MONTHS.join('|')})[a-z]*`;

/** 9月29日(金), 令和5年9月29日（金曜日）, 2023/9/29(金), 9/29（金・祝） */
const WRITTEN_JA =
  /(?:(?:(\d{4})|(令和|平成)(元|\d{1,2}))年)?(?:(\d{4})[/-])?(\d{1,2})(?:月|[/-])(\d{1,2})日?\s*\(\s*([日月火水木金土])(?:曜日?)?(?:[・,)祝]|$)/g;
/** Fri, 29 Sep · Friday, September 29, 2023 */
const WRITTEN_EN = new RegExp(`\\b${DAY},? (?:(\\d{1,2}) ${MONTH}|${MONTH} (\\d{1,2}))(?:,? (\\d{4}))?`, 'gi');

interface Written {
  readonly text: string;
  /** Null: the text names none. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** A weekday beside a date that has another one. A date without its year is right when it is in any year the folder speaks of. */
export const weekdayInText: CheckRule = ({ files, days, today }) => {
  const known = [...new Set((days.length > 0 ? days : [today]).map((date) => Number(date.slice(0, 4))))];
  return writtenFiles(files).flatMap(({ path, text }) =>
    text.split(/\r\n?|\n/).flatMap((line, index): readonly Problem[] =>
      datesIn(line).flatMap((written) => {
        const years = written.year === null ? known : [written.year];
        const dates = years.map((year) => dateOf(year, written)).filter(isCivilDate);
        const [first] = dates;
        if (first === undefined || dates.some((date) => weekdayOf(date) === written.weekday)) return [];
        const message = `「${written.text}」とありますが、${first} は${JAPANESE.charAt(weekdayOf(first))}曜日です`;
        return [written.year === null ? warning(path, index + 1, message) : error(path, index + 1, message)];
      }),
    ),
  );
};

function datesIn(line: string): readonly Written[] {
  const text = line.normalize('NFKC').slice(0, 2_000);
  const japanese = [...text.matchAll(WRITTEN_JA)].map(([found, common, era, eraYear, slashed, month, day, weekday = '']) => ({
    text: found.replace(/[・,祝]$/, ')'),
    year: common || slashed ? Number(common ?? slashed) : era ? eraStart(era) + (eraYear === '元' ? 1 : Number(eraYear)) : null,
    month: Number(month),
    day: Number(day),
    weekday: JAPANESE.indexOf(weekday),
  }));
  const english = [...text.matchAll(WRITTEN_EN)].map(([found, weekday = '', day, month, monthFirst, dayAfter, year]) => ({
    text: found,
    year: year === undefined ? null : Number(year),
    month: ENGLISH_MONTHS.indexOf((month ?? monthFirst ?? '').slice(0, 3).toLowerCase()) + 1,
    day: Number(day ?? dayAfter),
    weekday: ENGLISH_DAYS.indexOf(weekday.toLowerCase()),
  }));
  return [...japanese, ...english];
}

/** The year before an era's first. */
function eraStart(era: string): number {
  return era === '令和' ? 2018 : 1988;
}

function dateOf(year: number, { month, day }: Written): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
