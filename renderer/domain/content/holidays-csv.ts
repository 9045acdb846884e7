import type { Parsed } from '../result';
import type { HolidayTable } from './content';
import { fold, found } from './fold';
import { Report } from './report';
import { parseDate } from './written-date';

/**
 * The Cabinet Office's table of public holidays: a heading line, then `2023/9/18,敬老の日`. A bad row refuses the file: a table
 * with a hole would open the desk on a holiday.
 */
export function parseHolidaysCsv(text: string, file = 'holidays.csv'): Parsed<HolidayTable> {
  const report = new Report(file);
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const table: Record<string, string> = {};
  rows.forEach((row, index) => {
    if (row.trim() === '' || (index === 0 && !/^"?\d/.test(fold(row)))) return;
    const [first = '', name = ''] = row.split(',', 2).map((cell) => cell.trim().replace(/^"|"$/g, '').trim());
    const date = parseDate(first);
    if (date === null || name === '') report.error(index + 1, `「2023/9/18,敬老の日」の形で書いてください${found(row)}`);
    else table[date] = name;
  });
  if (Object.keys(table).length === 0 && !report.failed) report.error(null, '祝日が一つもありません');
  return { value: report.failed ? null : table, problems: report.problems };
}
