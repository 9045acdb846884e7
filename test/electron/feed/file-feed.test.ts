import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBeside } from '../../../electron/content/read-beside';
import { fileFeed } from '../../../electron/feed/file-feed';
import { clientIdOf } from '../../../electron/network/client-id';
import { credentialsIn } from '../../../electron/network/credentials';
import { listening, payload, settings } from './told';

const realTimeout = setTimeout;
let folder: string;
let listener: ReturnType<typeof listening>;
let close: () => void;

const write = (text: string | Buffer) => {
  writeFileSync(join(folder, '.new'), text);
  renameSync(join(folder, '.new'), join(folder, 'tickets.json'));
};
const says = (text: string) => expect.poll(() => listener.last(), { timeout: 5_000, interval: 5 }).toContain(text);
const open = () => {
  close = fileFeed((name, most) => readBeside(folder, name, most))(settings('tickets.json'), listener);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-feed-'));
  listener = listening();
  close = () => {};
});
afterEach(() => {
  vi.useRealTimers();
  close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a feed in a file', () => {
  it('is read again and again', async () => {
    write(payload('1'));
    open();
    await says('1');
    write(payload('2'));
    await says('2');
  });

  it.each([
    ['is not there', () => {}, '見つからないか'],
    ['is larger than 1 MB', () => write(Buffer.alloc(1_048_577, ' ')), '大きすぎます'],
    ['is a folder', () => execFileSync('mkdir', [join(folder, 'tickets.json')]), 'ではないもの'],
    ['is a pipe that nobody fills', () => execFileSync('mkfifo', [join(folder, 'tickets.json')]), 'ではないもの'],
    ['is half written', () => write('{"calling":['), 'bad payload'],
  ])('says that it %s, and is well again afterwards', async (_, spoil, message) => {
    spoil();
    open();
    await says(message);
    rmSync(join(folder, 'tickets.json'), { recursive: true, force: true });
    write(payload('9'));
    await says('9');
  });

  it('says that nobody can look at the folder, and that it does not answer at all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const reads = [Promise.resolve('silent' as const), Promise.resolve('silent' as const), new Promise<never>(() => {})];
    close = fileFeed(() => reads.shift() ?? new Promise<never>(() => {}))(settings('tickets.json'), listener);
    await vi.advanceTimersByTimeAsync(200);
    expect(listener.told).toEqual(['番号のファイルが時間内に読めません']);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(listener.told).toHaveLength(2);
  });

  it('is not lost while it is being replaced', async () => {
    const realMs = (ms: number) => new Promise((resolve) => realTimeout(resolve, ms));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    write(payload('1'));
    open();
    while (listener.last() !== '1') await realMs(1);
    rmSync(join(folder, 'tickets.json'));
    vi.advanceTimersByTime(20);
    await realMs(30); // it has looked, and seen nothing
    write(payload('2'));
    while (listener.last() === '1') {
      vi.advanceTimersByTime(20);
      await realMs(1);
    }
    expect(new Set(listener.told)).toEqual(new Set(['1', '2']));
  });

  it('tells how long ago it was written, until it is seen being written: a disk’s clock may be wrong', async () => {
    const written: (number | null | undefined)[] = [];
    const hears = {
      ...listener,
      payload: (_: Uint8Array, __: unknown, writtenMs?: number | null) => written.push(writtenMs) > 0,
    };
    let text = payload('1');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const writtenAt = Date.now() - 60_000;
    close = fileFeed(async () => ({ bytes: Buffer.from(text), writtenAt }))(settings('tickets.json', { everyMs: 1_000 }), hears);
    await vi.advanceTimersByTimeAsync(1_500);
    text = payload('2');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(written).toEqual([60_000, 61_000, null, null]);
  });

  it('shows no number of a table that is still being written, and the whole once it is there', async () => {
    const table = '番号,窓口\r\n450,1\r\n451,2\r\n';
    let written = '';
    const told: string[] = [];
    const hears = { ...listener, payload: (bytes: Uint8Array) => told.push(Buffer.from(bytes).toString()) > 0 };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    close = fileFeed(async () => ({ bytes: Buffer.from(written), writtenAt: 0 }))(
      settings('tickets.csv', { everyMs: 1_000 }),
      hears,
    );
    for (let length = 1; length <= table.length; length += 1) {
      written = table.slice(0, length);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told[0]).toBe(table);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(told).toHaveLength(4);
  });
});

describe('the credentials of feeds', () => {
  const log: string[] = [];
  const find = (text: string | null, address: string) => {
    log.length = 0;
    const file = join(folder, 'feed-credentials.json');
    if (text !== null) writeFileSync(file, text);
    return credentialsIn(file, (line) => log.push(line))(address);
  };
  const book = '{"https://queue.example":{"token":"t0ken"},"mqtts://broker.example:8883":{"user":"a","password":"s3cret"}}';

  it.each([
    ['https://queue.example/feed?x=1', { token: 't0ken' }],
    ['sse+https://QUEUE.example/events', { token: 't0ken' }],
    ['mqtts://broker.example:8883/hall', { user: 'a', password: 's3cret' }],
    ['http://queue.example/feed', null],
    ['https://queue.example.evil/feed', null],
    ['https://queue.example:8443/feed', null],
    ['wss://broker.example:8883/', null],
    ['__proto__', null],
  ])('for %s are %j', (address, expected) => {
    expect(find(book, address)).toEqual(expected);
    expect(log).toEqual([]);
  });

  it('may be missing, and never get into the log when the file is broken', () => {
    expect(find(null, 'https://queue.example/')).toBeNull();
    expect(log).toEqual([]);
    for (const broken of [
      '{"https://queue.example":{"token":"s3cret"',
      '{"https://queue.example":{"token":"s3cret","user":"a"}}',
      '"s3cret"',
    ]) {
      expect(find(broken, 'https://queue.example/')).toBeNull();
      expect(log).toHaveLength(1);
      expect(log.join()).not.toContain('s3cret');
    }
  });
});

describe('the name of a display at a broker', () => {
  it('is the same after each start, and another for another display', () => {
    expect(clientIdOf('/a')).toBe(clientIdOf('/a'));
    expect(clientIdOf('/a')).not.toBe(clientIdOf('/b'));
    expect(clientIdOf('/a')).toMatch(/^fureai-[\w-]*-[0-9a-f]{8}$/);
  });
});
