import type { Change, Desk } from './content';
import { readHours, readSpan } from './hours';
import type { Report } from './report';
import type { YamlMap } from './yaml-map';

/** The `desk:` of `signage.yaml`; null when the folder names none. */
export function readDesk(desk: YamlMap | null, report: Report): Desk | null {
  if (desk === null) return null;
  const hours = readHours(desk, report);
  const lastDay = desk.date('lastDay');
  const changes = desk.children('changes').flatMap((line) => {
    const change = readChange(line);
    if (change !== null && lastDay !== null && change.from > lastDay && !change.closed) {
      report.warning(line.line(), `最終日（${lastDay}）より後の変更です。窓口は開きません`);
    }
    return change ?? [];
  });
  desk.close();
  return { hours, lastDay, changes };
}

/** A line of `changes:`: one date or a stretch of days, and at least one thing that differs. */
function readChange(line: YamlMap): Change | null {
  const date = line.date('date');
  const from = date ?? line.date('from');
  const until = date ?? line.date('until');
  const time = readSpan(line, 'time');
  const closed = line.flag('closed') ?? false;
  const pause = readSpan(line, 'pause');
  const place = line.text('place');
  const reason = line.text('reason');
  const dated = line.has('date') || (line.has('from') && line.has('until'));
  if (!dated) line.wrong('date', '2023-09-20 の形の日付（何日か続くときは from と until）');
  if (from !== null && until !== null && until < from) line.wrong('until', 'from より後の日付');
  const says = ['time', 'closed', 'pause', 'place'].some((key) => line.has(key));
  if (!says) line.wrong('time', '変わること（time・closed・pause・place のどれか）を書くところ');
  line.close();
  return from === null || until === null ? null : { from, until, time, closed, pause, place, reason };
}
