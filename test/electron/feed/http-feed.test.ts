import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { feedSwitch } from '../../../electron/feed/feed-switch';
import { httpFeed } from '../../../electron/feed/http-feed';
import type { Credentials } from '../../../electron/network/credentials';
import type { PayloadAge } from '../../../renderer/domain/ticket-intake';
import { listen } from '../../fixtures/ports';
import { listening, payload, settings } from './told';

let server: Server;
let address: string;
let asked: IncomingMessage[];
let answer: (response: ServerResponse, request: IncomingMessage) => void;
let listener: ReturnType<typeof listening>;
let close: () => void;

const open = (credentials: Credentials = null) => {
  close = httpFeed(
    (url, init) => fetch(url, init),
    () => credentials,
    () => 0,
  )(settings(address), listener);
};
const says = (text: string, timeout = 10_000) => expect.poll(() => listener.last(), { timeout, interval: 10 }).toContain(text);

beforeEach(async () => {
  listener = listening();
  asked = [];
  close = () => {};
  server = createServer((request, response) => {
    asked.push(request);
    answer(response, request);
  });
  address = `http://127.0.0.1:${await listen(server)}/feed`;
});

afterEach(() => {
  vi.useRealTimers();
  close();
  server.closeAllConnections();
  server.close();
});

describe('a feed over http', () => {
  it('is asked again and again, and an unchanged answer says that the last one holds', async () => {
    answer = (response, request) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response.setHeader('ETag', '"1"').end(payload('5'));
    open();
    await expect.poll(() => listener.told.length, { timeout: 3_000 }).toBeGreaterThan(3);
    expect(listener.told.slice(0, 4)).toEqual(['5', 'holds', 'holds', 'holds']);
    expect(asked[2]?.headers['if-none-match']).toBe('"1"');
  });

  it.each([
    ['HTML', (response: ServerResponse) => response.end('<html></html>'), 'bad payload'],
    ['half a JSON', (response: ServerResponse) => response.end('{"calling":['), 'bad payload'],
    ['nothing', (response: ServerResponse) => response.end(), 'bad payload'],
    ['204', (response: ServerResponse) => response.writeHead(204).end(), '204'],
    ['401', (response: ServerResponse) => response.writeHead(401).end(), '合い言葉の設定'],
    ['404', (response: ServerResponse) => response.writeHead(404).end(), 'そのアドレスはありません'],
    ['503', (response: ServerResponse) => response.writeHead(503).end('later'), '503'],
    ['10 MB', (response: ServerResponse) => response.end('x'.repeat(10_000_000)), '大きすぎます'],
    ['a redirect', (response: ServerResponse) => response.writeHead(302, { Location: '/feed' }).end(), '別のアドレスへ'],
    [
      'a redirect to a file',
      (response: ServerResponse) => response.writeHead(302, { Location: 'file:///etc/hostname' }).end(),
      '別のアドレスへ',
    ],
    ['a cut connection', (response: ServerResponse) => response.destroy(), 'つながりません'],
  ])('says what is wrong with %s, and is well again afterwards', async (_, wrong, message) => {
    answer = wrong;
    open();
    await says(message);
    answer = (response) => response.end(payload('9'));
    await says('9');
  });

  it('stops unpacking a packed answer as soon as it is too large', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    answer = (response) => response.setHeader('Content-Encoding', 'gzip').end(bomb);
    const before = process.memoryUsage().rss;
    open();
    await says('大きすぎます');
    close();
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it.each([
    ['that stalls', (response: ServerResponse) => void response.write('{"calling":')],
    [
      'that drips',
      (response: ServerResponse) => {
        const drip = setInterval(() => response.write(' '), 500);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('does not wait for ever on a body %s', async (_, stall) => {
    answer = stall;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    open();
    await expect.poll(() => asked.length).toBe(1);
    vi.advanceTimersByTime(8_000);
    await says('時間内に答えません');
  });

  it('shows its credentials to the server they are for', async () => {
    answer = (response) => response.end(payload('1'));
    open({ user: 'lobby', password: 'あ:b' });
    await says('1');
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('lobby:あ:b').toString('base64')}`);
  });

  it('takes an answer for as old as its question', async () => {
    const ages: PayloadAge[] = [];
    Object.assign(listener, {
      payload: (_: Uint8Array, age: PayloadAge) => ages.push(age) > 0,
      holds: (ageMs: number) => ages.push(ageMs) > 0,
    });
    answer = (response, request) =>
      setTimeout(() => {
        if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
        else response.setHeader('ETag', '"1"').end(payload('1'));
      }, 200);
    open();
    await expect.poll(() => ages.length, { timeout: 5_000 }).toBe(2);
    expect(Math.min(...ages.map(Number))).toBeGreaterThan(190);
  });

  it('asks for the whole again when what still holds was not taken', async () => {
    let taken = false;
    Object.assign(listener, { holds: () => taken });
    answer = (response, request) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response.setHeader('ETag', '"1"').end(payload('1'));
    open();
    await expect.poll(() => asked.length).toBeGreaterThan(4);
    expect(asked.slice(0, 4).map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', undefined, '"1"']);
    taken = true;
    const before = asked.length;
    await expect.poll(() => asked.length).toBeGreaterThan(before + 4);
    expect(asked.slice(before + 2).every(({ headers }) => headers['if-none-match'] === '"1"')).toBe(true);
  });

  it('says nothing after it was closed', async () => {
    answer = (response) => void setTimeout(() => response.end(payload('1')), 100);
    open();
    await expect.poll(() => asked.length).toBe(1);
    close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(listener.told).toEqual([]);
  });
});

describe('the feed of the settings', () => {
  it('is opened once, changed when the settings change, and closed with them', () => {
    const log: string[] = [];
    const feed = feedSwitch(
      (source) => () => {
        log.push(`open ${source}`);
        return () => log.push(`close ${source}`);
      },
      () => ({ ...listening(), close: () => log.push('no listener') }),
    );
    const signage = (source: string, timezone = 'Asia/Tokyo') => ({ tickets: settings(source), timezone });
    feed.use(signage('a'));
    feed.use(signage('a'));
    feed.use(signage('b'));
    feed.use(signage('b', 'Asia/Seoul'));
    feed.use(null);
    expect(log.join(' ')).toBe('open a close a no listener open b close b no listener open b close b no listener');
  });
});
