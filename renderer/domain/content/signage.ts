import type { Parsed } from '../result';
import { isTimeZone } from '../time';
import type { Contact, Deadline, Desk, Language, Screen, Signage } from './content';
import { readDesk } from './desk-section';
import { readHours } from './hours';
import { openYaml } from './open-yaml';
import { readPin } from './pin-setting';
import { Report } from './report';
import { readStatusAddress } from './status-address';
import { readTickets } from './tickets-section';
import { parseWallSpan } from './wall-span';
import type { YamlMap } from './yaml-map';

/** Beside `desk:` they would say nothing, and the desk would be open on a day on which it is closed. */
const IN_DESK = { hours: 'desk', changes: 'desk', lastDay: 'desk' } as const;

/** The languages that `languages:` and the endings of slide files may name. */
export const LANGUAGES: readonly Language[] = ['ja', 'ja-easy', 'en', 'zh-Hans', 'ko', 'pt-BR', 'vi'];

/**
 * Parses `signage.yaml` (product.md §2). An error refuses the whole file, for leaving out one bad line of the hours could make
 * the display say "closed" on an open day; unknown keys and doubtful dates are warnings.
 */
export function parseSignage(text: string, file = 'signage.yaml'): Parsed<Signage> {
  const report = new Report(file);
  const root = openYaml(text, report);
  if (root === null) return { value: null, problems: report.problems };
  const title = root.text('title') ?? '';
  root.require('title', '窓口の名前');
  const place = root.text('place');
  const desk = readDesk(root.child('desk'));
  const signage: Signage = {
    title,
    place,
    timezone: root.parsed('timezone', zone, 'Asia/Tokyo のような時間帯の名前') ?? 'Asia/Tokyo',
    languages: root.someOf('languages', LANGUAGES) ?? ['ja'],
    screen: readScreen(root.child('screen')),
    desk,
    deadlines: root.children('deadlines').flatMap((line) => readDeadline(line, desk)),
    contacts: root.children('contacts').flatMap(readContact),
    tickets: readTickets(root.child('tickets')),
    status: readStatusAddress(root),
    pin: readPin(root),
  };
  root.close(IN_DESK);
  return { value: report.failed ? null : signage, problems: report.problems };
}

function zone(value: unknown): string | null {
  return typeof value === 'string' && isTimeZone(value) ? value : null;
}

/** Without settings: the usual lobby television, 55 inches, read from 5 metres. */
function readScreen(screen: YamlMap | null): Screen {
  const read: Screen = {
    inches: screen?.number('inches', 10, 200) ?? 55,
    distance: screen?.number('distance', 0.5, 50) ?? 5,
    theme: screen?.oneOf('theme', ['light', 'contrast']) ?? 'light',
    sleep: screen?.parsed('sleep', parseWallSpan, '21:00-7:00 の形の時間') ?? null,
  };
  if (read.sleep !== null && read.sleep.from === read.sleep.until) screen?.wrong('sleep', '始まりと終わりが違う時間');
  screen?.close();
  return read;
}

function readDeadline(line: YamlMap, desk: Desk | null): readonly Deadline[] {
  const name = line.text('name');
  const date = line.date('date');
  const note = line.text('note');
  line.require('name', '期限の名前');
  line.require('date', '2023-09-30 の形の日付');
  line.close();
  if (name === null || date === null) return [];
  // A desk that outlives its deadline is doubtful; a deadline after the last day is usual.
  const lastDay = desk?.lastDay ?? null;
  if (lastDay !== null && date < lastDay) {
    line.report.warning(
      line.line('date'),
      `「${name}」（${date}）が窓口の最終日（${lastDay}）より前です。日付を確かめてください`,
    );
  }
  return [{ name, date, note }];
}

function readContact(line: YamlMap): readonly Contact[] {
  const name = line.text('name');
  const phone = line.text('phone');
  const note = line.text('note');
  const hours = line.has('hours') ? readHours(line) : null;
  line.require('name', '問い合わせ先の名前');
  line.close();
  return name === null ? [] : [{ name, phone, note, hours }];
}
