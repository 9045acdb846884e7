import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSignage } from '../../renderer/domain/content/signage';
import { parsePointer, pointerText, valueAt } from '../../renderer/domain/json-pointer';
import { parseTicketFeed } from '../../renderer/domain/ticket-feed';
import { at } from '../fixtures/folder';
import { FOREIGN } from '../fixtures/foreign-feeds';

const GUIDE = readFileSync(join(__dirname, '..', '..', 'assets', 'sample', 'はじめに.md'), 'utf8');
const NOW = at('2023-09-28T15:24:20+09:00');

/** What a payload becomes under the `fields:` of a `signage.yaml`. */
function read(yaml: string, payload: unknown) {
  const { value, problems } = parseSignage(
    `title: 窓口\ntickets:\n  source: https://queue.example/\n  fields:\n${yaml.replace(/^/gm, '    ')}\n`,
  );
  expect(problems).toEqual([]);
  const fields = value?.tickets?.fields ?? null;
  const result = parseTicketFeed(JSON.stringify(payload), { csv: false, fields, zone: 'Asia/Tokyo' }, NOW);
  return 'reading' in result ? result.reading : result.trouble;
}

describe('a foreign feed', () => {
  it.each(Object.entries(FOREIGN))('%s becomes our own shape', (_, { fields, payload, reading }) => {
    expect(read(fields, payload)).toEqual(reading);
  });

  it.each(Object.entries(FOREIGN))('%s stands in the guide with the same fields', (_, { fields }) => {
    expect(GUIDE).toContain(`\n  fields:\n${fields.replace(/^/gm, '    ')}\n`);
  });

  it.each([
    ['epoch seconds', 1_695_882_238, '2023-09-28T15:23:58+09:00'],
    ['epoch milliseconds', 1_695_882_238_000, '2023-09-28T15:23:58+09:00'],
    ['epoch seconds as text', '1695882238', '2023-09-28T15:23:58+09:00'],
    ['ISO 8601 with Z', '2023-09-28T06:23:58Z', '2023-09-28T15:23:58+09:00'],
    ['a wall time of the folder’s zone', '2023/9/28 15:23:58', '2023-09-28T15:23:58+09:00'],
    ['a time of today', '１５:23', '2023-09-28T15:23:00+09:00'],
    ['a time of yesterday, for today it is still to come', '16:58', '2023-09-27T16:58:00+09:00'],
    ['1970', 58, null],
    ['a day that does not exist', '2023-02-30 10:00', null],
    ['a word', 'just now', null],
    ['an object', { $date: 1 }, null],
  ])('tells the time of a call as %s', (_, value, expected) => {
    expect(read('calling: /c\nlabel: /n\ncalledAt: /t', { c: [{ n: '1', t: value }] })).toMatchObject({
      calling: [{ calledAt: expected === null ? null : at(expected) }],
    });
  });

  it('may say whether it is open in words of its own, true and false included', () => {
    const fields = 'label: /n\nstatus: /paused\nstatusWords: { true: paused, false: open }\nnote: /why';
    expect(read(fields, { n: 1, paused: true, why: '点検' })).toMatchObject({ desk: { status: 'paused', note: '点検' } });
    expect(read(fields, { n: 1, paused: false })).toMatchObject({ desk: { status: 'open', note: null } });
    expect(read(fields, { n: 1, paused: 'who knows' })).toMatchObject({ desk: null });
    expect(read(fields, { n: 1, paused: '__proto__' })).toMatchObject({ desk: null });
  });

  it.each([
    [-1, null],
    [1.5, null],
    ['-3', null],
    ['many', null],
    [1e9, null],
    ['１９人', 19],
    [0, 0],
  ])('%j people waiting are read as %j', (waiting, count) => {
    const reading = read('label: /n\nwaiting: /w', { n: 1, w: waiting });
    expect(typeof reading === 'string' ? reading : (reading.waiting?.count ?? null)).toBe(count);
  });

  it('without what a field names is no reading, and staff learn which field', () => {
    expect(read('calling: /agents\nlabel: /ticket', { staff: [] })).toBe(
      '番号のデータに /agents（signage.yaml の fields の calling）がありません',
    );
    expect(read('calling: /agents\nlabel: /ticket', { agents: [{ number: 1 }] })).toBe(
      '番号のデータに /ticket（signage.yaml の fields の label）がありません',
    );
  });

  it('that serves nobody has no call', () => {
    expect(read('label: /current', { current: null })).toMatchObject({ calling: [] });
    expect(read('calling: /agents\nlabel: /ticket', { agents: [] })).toMatchObject({ calling: [] });
    expect(read('calling: /agents\nlabel: ""', { agents: ['7', 8] })).toMatchObject({
      calling: [{ label: '7' }, { label: '8' }],
    });
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const payload = JSON.parse(JSON.stringify({ a: value ?? null }, (_, one) => (typeof one === 'bigint' ? 0 : one)));
        read('calling: /a\nlabel: /b\ncalledAt: /c\nwaiting: /a\nminutes: [/a, /a/0]\nabsent: /a\nstatus: /a', payload);
      }),
      { numRuns: 50 },
    );
  });
});

describe('fields:', () => {
  const problemsOf = (fields: string) =>
    parseSignage(
      `title: 窓口\ntickets:\n  source: https://queue.example/\n  fields:\n${fields.replace(/^/gm, '    ')}\n`,
    ).problems.map(({ line, message }) => `${line} ${message}`);

  it.each([
    ['calling: agents\nlabel: /n', '5 calling は /agents や /currentTicket のように「/」で始まる場所です（"agents" とあります）'],
    [
      'calling: /agents',
      '5 label は 番号の場所です。/agents や /currentTicket のように「/」で始まる場所です（何も書いてありません）',
    ],
    [
      'label: /n\nminutes: [/a, /b, /c]',
      '6 minutes は /agents や /currentTicket のように「/」で始まる場所、または [/最短, /最長]です（"["/a","/b","/c"]" とあります）',
    ],
    [
      'label: /n\nstatusWords: { Open: openn }\nstatus: /s',
      '6 statusWords は { Open: open, Closed: receptionClosed } の形（open・paused・receptionClosed）です（"{"Open":"openn"}" とあります）',
    ],
    ['label: /n\ncalledAt: /a\nsecondsSince: /b', '7 secondsSince は calledAt と一緒には使えません。どちらか一つにしてください'],
    ['label: /n\nlabbel: /n', '6 「labbel」という項目はありません（label の間違いではありませんか）。書いてあることは効きません'],
    ['label: /~2', '5 label は /agents や /currentTicket のように「/」で始まる場所です（"/~2" とあります）'],
  ])('%j is told with its line', (fields, problem) => {
    expect(problemsOf(fields)).toContain(problem);
  });

  it('is for JSON alone', () => {
    expect(
      parseSignage('title: 窓口\ntickets:\n  source: tickets.csv\n  fields: { label: /n }\n').problems.map(
        ({ message }) => message,
      ),
    ).toEqual(['fields は JSON を読むときだけ使います（source は tickets.csv です）']);
  });
});

describe('source:', () => {
  const signage = (source: string) => parseSignage(`title: 窓口\ntickets: { source: ${JSON.stringify(source)} }\n`);

  it.each([
    'tickets.json',
    'machine/番号.CSV',
    'keyboard',
    'https://queue.example/display?key=abc',
    'sse+https://queue.example:8443/events',
    'wss://[::1]:9000/',
    'mqtts://broker.example/hall/desk/tickets',
    'http://10.1.2.3/feed',
    'mqtt://10.1.2.3:1883/a',
  ])('may be %s', (source) => {
    expect(signage(source)).toMatchObject({ value: { tickets: { source } }, problems: [] });
  });

  it.each([
    '../secret.json',
    '/etc/tickets.json',
    'C:\\tickets.json',
    '\\\\server\\share\\tickets.json',
    'tickets.txt',
    'file:///etc/passwd.json',
    'javascript:alert(1)',
    'app://bundle/x.json',
    'ftp://host/tickets.json',
    'https://',
    'https://host:99999/',
    'mqtts://broker.example',
    'mqtts://broker.example/hall/#',
    'mqtts://broker.example/+/tickets',
    'https://host/a b',
    `https://host/${'x'.repeat(2_000)}`,
    '__proto__',
  ])('may not be %s, and what was written is not repeated', (source) => {
    const { value, problems } = signage(source);
    expect(value).toBeNull();
    expect(problems[0]?.message).toMatch(/^source は /);
    expect(problems[0]?.message).not.toContain('とあります');
  });

  it('loses a password on the way, and staff are told where it belongs', () => {
    const { value, problems } = signage('https://lobby:s3cret@queue.example/feed');
    expect(value?.tickets?.source).toBe('https://queue.example/feed');
    expect(JSON.stringify([value, problems])).not.toContain('s3cret');
    expect(problems).toMatchObject([{ level: 'warning', line: 2, message: expect.stringContaining('feed-credentials.json') }]);
  });
});

describe('a JSON Pointer', () => {
  it('finds what the document holds, and nothing of the machine', () => {
    const document = { 'a/b': { 'm~n': [10, { '': 1 }] } };
    const find = (text: string) => valueAt(document, parsePointer(text) ?? ['nothing']);
    expect(find('/a~1b/m~0n/0')).toBe(10);
    expect(find('/a~1b/m~0n/1/')).toBe(1);
    expect(find('')).toBe(document);
    for (const text of ['/constructor', '/__proto__', '/a~1b/m~0n/length', '/a~1b/m~0n/00', '/a~1b/m~0n/-'])
      expect(find(text), text).toBeUndefined();
    expect(pointerText(parsePointer('/a~1b/m~0n') ?? [])).toBe('/a~1b/m~0n');
  });
});
