import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedSwitch } from '../../electron/feed/feed-switch';
import { httpFeed } from '../../electron/feed/http-feed';
import type { FeedListener } from '../../electron/feed/transport';

const payload = (label: string) => JSON.stringify({ calling: [{ label }] });
let server: Server;
let address: string;
let asked: IncomingMessage[];
let answer: (response: ServerResponse, request: IncomingMessage) => void;
let told: string[];
let close: () => void;

const listener: FeedListener = {
  reading: ({ calling }) => told.push(calling.map(({ label }) => label).join()),
  trouble: (message) => told.push(message),
};
const open = () => {
  close = httpFeed(
    (url, init) => fetch(url, init),
    () => 0,
  )(address, 20, listener);
};
const says = (text: string, timeout = 10_000) => expect.poll(() => told.at(-1), { timeout, interval: 10 }).toContain(text);

beforeEach(async () => {
  told = [];
  asked = [];
  close = () => {};
  server = createServer((request, response) => {
    asked.push(request);
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
});

afterEach(() => {
  close();
  server.closeAllConnections();
  server.close();
});

describe('a feed over http', () => {
  it('is asked again and again, and an unchanged answer is a good reading', async () => {
    answer = (response, request) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response.setHeader('ETag', '"1"').end(payload('5'));
    open();
    await expect.poll(() => told.length, { timeout: 3_000 }).toBeGreaterThan(3);
    expect(new Set(told)).toEqual(new Set(['5']));
    expect(asked[2]?.headers['if-none-match']).toBe('"1"');
  });

  it.each([
    ['HTML', (response: ServerResponse) => response.end('<html></html>'), 'HTML'],
    ['half a JSON', (response: ServerResponse) => response.end('{"calling":['), '途中で切れている'],
    ['nothing', (response: ServerResponse) => response.end(), '空です'],
    ['204', (response: ServerResponse) => response.writeHead(204).end(), '204'],
    ['503', (response: ServerResponse) => response.writeHead(503).end('later'), '503'],
    ['10 MB', (response: ServerResponse) => response.end('x'.repeat(10_000_000)), '大きすぎます'],
    ['a redirect', (response: ServerResponse) => response.writeHead(302, { Location: '/feed' }).end(), 'つながりません'],
    ['a cut connection', (response: ServerResponse) => response.destroy(), 'つながりません'],
  ])('says what is wrong with %s, and is well again afterwards', async (_, wrong, message) => {
    answer = wrong;
    open();
    await says(message);
    answer = (response) => response.end(payload('9'));
    await says('9');
  });

  it('does not wait for ever on a body that stalls', async () => {
    answer = (response) => {
      response.write('{"calling":');
    };
    open();
    await says('時間内に答えません', 12_000);
  }, 20_000);

  it('says nothing after it was closed', async () => {
    answer = (response) => void setTimeout(() => response.end(payload('1')), 100);
    open();
    await expect.poll(() => asked.length).toBe(1);
    close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toEqual([]);
  });
});

describe('the feed of the settings', () => {
  const settings = (source: string) => ({ source, everyMs: 10, staleMs: 1, hideMs: 1 });

  it('is opened once, changed when the settings change, and closed with them', () => {
    const log: string[] = [];
    const feed = feedSwitch(
      (source) => () => {
        log.push(`open ${source}`);
        return () => log.push(`close ${source}`);
      },
      () => listener,
    );
    feed.use(settings('a'));
    feed.use(settings('a'));
    feed.use(settings('b'));
    feed.use(null);
    expect(log).toEqual(['open a', 'close a', 'open b', 'close b']);
  });

  it('says of a source it does not know yet that it can’t be used', () => {
    feedSwitch(
      () => null,
      () => listener,
    ).use(settings('mqtts://host/topic'));
    expect(told.at(-1)).toContain('mqtts://host/topic');
  });
});
