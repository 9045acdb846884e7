import type { Parsed } from '../result';
import { isTimeZone } from '../time';
import type { Contact, Deadline, Language, Screen, Signage, TicketSettings } from './content';
import { readDesk } from './desk-section';
import { readHours } from './hours';
import { Report } from './report';
import { parseDuration, parseWallSpan } from './wall-span';
import { openYaml, type YamlMap } from './yaml-map';

const LANGUAGES: readonly Language[] = ['ja', 'ja-easy', 'en', 'zh-Hans', 'ko', 'pt-BR', 'vi'];
const DURATION_WANTED = '3s・500ms・2m の形の長さ';

/**
 * Parses `signage.yaml` (product.md §2). An error refuses the whole file, for leaving out one bad line of the hours could make
 * the display say "closed" on an open day; unknown keys and doubtful dates are warnings.
 */
export function parseSignage(text: string, file = 'signage.yaml'): Parsed<Signage> {
  const report = new Report(file);
  const root = openYaml(text, report);
  if (root === null) return { value: null, problems: report.problems };
  const signage: Signage = {
    title: root.text('title') ?? '',
    place: root.text('place'),
    timezone: root.parsed('timezone', zone, 'Asia/Tokyo のような時間帯の名前') ?? 'Asia/Tokyo',
    languages: root.parsed('languages', languages, `${LANGUAGES.join('・')} を並べたもの`) ?? ['ja'],
    screen: readScreen(root.child('screen')),
    desk: readDesk(root.child('desk'), report),
    deadlines: root.children('deadlines').flatMap(readDeadline),
    contacts: root.children('contacts').flatMap((contact) => readContact(contact, report)),
    tickets: readTickets(root.child('tickets')),
  };
  if (!root.has('title')) root.wrong('title', '窓口の名前');
  warnOfEarlyDeadlines(signage, root, report);
  // Settings of later parts of the display: known, so that nobody is told they are misspelt.
  root.has('status');
  root.has('pin');
  root.close();
  return { value: report.failed ? null : signage, problems: report.problems };
}

function zone(value: unknown): string | null {
  return typeof value === 'string' && isTimeZone(value) ? value : null;
}

function languages(value: unknown): readonly Language[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const known = LANGUAGES.filter((language) => value.includes(language));
  return known.length === value.length ? (value as readonly Language[]) : null;
}

/** Without settings: the usual lobby television, 55 inches, read from 5 metres. */
function readScreen(screen: YamlMap | null): Screen {
  const read: Screen = {
    inches: screen?.number('inches', 10, 200) ?? 55,
    distance: screen?.number('distance', 0.5, 50) ?? 5,
    sleep: screen?.parsed('sleep', parseWallSpan, '21:00-7:00 の形の時間') ?? null,
  };
  screen?.close();
  return read;
}

function readDeadline(line: YamlMap): readonly Deadline[] {
  const name = line.text('name');
  const date = line.date('date');
  const note = line.text('note');
  if (!line.has('name')) line.wrong('name', '期限の名前');
  if (!line.has('date')) line.wrong('date', '2023-09-30 の形の日付');
  line.close();
  return name === null || date === null ? [] : [{ name, date, note }];
}

function readContact(line: YamlMap, report: Report): readonly Contact[] {
  const name = line.text('name');
  const phone = line.text('phone');
  const note = line.text('note');
  const hours = line.has('hours') ? readHours(line, report) : null;
  if (!line.has('name')) line.wrong('name', '問い合わせ先の名前');
  line.close();
  return name === null ? [] : [{ name, phone, note, hours }];
}

function readTickets(tickets: YamlMap | null): TicketSettings | null {
  if (tickets === null) return null;
  const source = tickets.text('source');
  if (!tickets.has('source')) tickets.wrong('source', 'tickets.json か https:// で始まるアドレス');
  const length = (key: string, otherwise: number) => tickets.parsed(key, parseDuration, DURATION_WANTED) ?? otherwise;
  const settings = { everyMs: length('every', 3_000), staleMs: length('stale', 30_000), hideMs: length('hide', 120_000) };
  tickets.has('fields');
  tickets.has('sound');
  if (settings.hideMs < settings.staleMs) tickets.wrong('hide', 'stale より長い時間');
  tickets.close();
  return source === null ? null : { source, ...settings };
}

/** Someone who can still apply but finds no desk: right for a deadline after the last day, doubtful the other way round. */
function warnOfEarlyDeadlines(signage: Signage, root: YamlMap, report: Report): void {
  const lastDay = signage.desk?.lastDay ?? null;
  for (const { name, date } of signage.deadlines) {
    if (lastDay === null || date >= lastDay) continue;
    report.warning(
      root.line('deadlines'),
      `「${name}」（${date}）が窓口の最終日（${lastDay}）より前です。日付を確かめてください`,
    );
  }
}
