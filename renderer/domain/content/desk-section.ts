import type { Change, Desk } from './content';
import { readHours, readSpan } from './hours';
import type { YamlMap } from './yaml-map';

/** The `desk:` of `signage.yaml`; null when the folder names none. */
export function readDesk(desk: YamlMap | null): Desk | null {
  if (desk === null) return null;
  const hours = readHours(desk);
  const lastDay = desk.date('lastDay');
  const changes = desk.children('changes').flatMap((line) => {
    const change = readChange(line);
    if (change !== null && lastDay !== null && change.from > lastDay && !change.closed) {
      desk.report.warning(line.line(), `最終日（${lastDay}）より後の変更です。窓口は開きません`);
    }
    return change ?? [];
  });
  // A desk whose `hours` are misspelt would be closed for ever, and the display would say so.
  if (!changes.some(({ time }) => time !== null)) desk.require('hours', '受付時間の並び');
  desk.close();
  return { hours, lastDay, changes };
}

/** A line of `changes:`: one date or a stretch of days, and at least one thing that differs. */
function readChange(line: YamlMap): Change | null {
  const date = line.date('date');
  const from = line.date('from') ?? date;
  const until = line.date('until') ?? date;
  const time = readSpan(line, 'time');
  const closed = line.flag('closed') ?? false;
  const pause = readSpan(line, 'pause');
  const place = line.text('place');
  const reason = line.text('reason');
  const stretch = line.has('from') || line.has('until');
  if (line.has('date') && stretch) line.refuse('date', 'from・until と一緒には書けません。どちらかにしてください');
  else if (!line.has('date') && !(line.has('from') && line.has('until'))) {
    line.wrong('date', '2023-09-20 の形の日付（何日か続くときは from と until）');
  }
  if (from !== null && until !== null && until < from) line.wrong('until', 'from 以後の日付');
  if (closed && line.has('time')) line.refuse('time', 'closed: true と一緒には書けません。どちらかにしてください');
  const says = closed || ['time', 'pause', 'place'].some((key) => line.has(key));
  if (!says) line.refuse('time', 'ありません。変わること（time・closed・pause・place のどれか）を書いてください');
  line.close();
  return from === null || until === null ? null : { from, until, time, closed, pause, place, reason };
}
