import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sseFeed } from '../../../electron/feed/sse-feed';
import { listen } from '../../fixtures/ports';
import { listening, payload, settings } from './told';

let server: Server;
let address: string;
let asked: IncomingMessage[];
let answer: (response: ServerResponse) => void;
let listener: ReturnType<typeof listening>;
let close: () => void;

const open = () => {
  close = sseFeed(
    (url, init) => fetch(url, init),
    () => ({ token: 'abc' }),
    () => 0,
  )(settings(`sse+${address}`), listener);
};
const stream = (response: ServerResponse, text = '') =>
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(text);
const says = (text: string) => expect.poll(() => listener.last(), { timeout: 5_000, interval: 5 }).toContain(text);

beforeEach(async () => {
  listener = listening();
  asked = [];
  close = () => {};
  server = createServer((request, response) => {
    asked.push(request);
    answer(response);
  });
  address = `http://127.0.0.1:${await listen(server)}/events`;
});

afterEach(() => {
  vi.useRealTimers();
  close();
  server.closeAllConnections();
  server.close();
});

describe('a feed of server-sent events', () => {
  it('takes each event as a whole payload, comments and pings as signs of life', async () => {
    answer = (response) => {
      stream(response, `: hello\n\nid: 7\ndata: ${payload('1')}\n\nevent: ping\ndata: {}\n\n`);
      response.write(`event: tickets\ndata: {"calling":\ndata: [{"label":"2"}]}\n\n`);
    };
    open();
    await says('2');
    expect(listener.told).toEqual(['holds', '1', 'holds', '2']);
    expect(asked[0]?.headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer abc' });
  });

  it('asks for the whole state after a lost connection, not for what was missed', async () => {
    answer = (response) => {
      stream(response, `id: ${asked.length}\ndata: ${payload(String(asked.length))}\n\n`);
      if (asked.length === 1) setTimeout(() => response.end(), 20);
    };
    open();
    await says('2');
    expect(listener.told).toEqual(['1', '番号のサーバーとの接続が切れました', '2']);
    expect(asked[1]?.headers['last-event-id']).toBeUndefined();
  });

  it.each([
    ['204', (response: ServerResponse) => response.writeHead(204).end(), '204'],
    ['401', (response: ServerResponse) => response.writeHead(401).end(), '合い言葉'],
    ['500', (response: ServerResponse) => response.writeHead(500).end(), '500'],
    ['another type', (response: ServerResponse) => response.end('<html>'), 'text/event-stream'],
    ['a redirect', (response: ServerResponse) => response.writeHead(307, { Location: '/' }).end(), '別のアドレスへ'],
    ['a line without end', (response: ServerResponse) => void stream(response, `data: ${'x'.repeat(1_500_000)}`), '大きすぎます'],
    [
      'an event without end',
      (response: ServerResponse) => void stream(response, `data: ${'x'.repeat(1_000)}\n`.repeat(1_500)),
      '大きすぎます',
    ],
  ])('says what is wrong with %s, and comes back by itself', async (_, wrong, message) => {
    answer = wrong;
    open();
    await says(message);
    answer = (response) => void stream(response, `data: ${payload('9')}\n\n`);
    await says('9');
  });

  it('takes a stream that keeps silent, or drips without end, for dead', async () => {
    let response: ServerResponse | undefined;
    answer = (given) => {
      response = given;
      stream(given, `data: ${payload('1')}\n\n`);
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    open();
    await says('1');
    vi.advanceTimersByTime(40_000);
    response?.write(': still here\n\n');
    await says('holds');
    vi.advanceTimersByTime(40_000);
    response?.write('data: x');
    await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(5_000);
    expect(listener.last()).toBe('番号のサーバーからの知らせが途絶えました');
  });

  describe('that does not come through', () => {
    const isAskedFor = (type: string) => (asked.at(-1)?.headers.accept ?? '').startsWith(type);
    const PATIENT = { timeout: 5_000, interval: 5 };
    /** Half a second later. */
    const later =
      <T>(look: () => T) =>
      () => {
        vi.advanceTimersByTime(500);
        return look() ?? '';
      };
    let streams: ServerResponse[];

    beforeEach(() => {
      streams = [];
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    });

    it('is asked for the state instead, until an event comes after all', async () => {
      let number = 0;
      answer = (response) => {
        if (isAskedFor('application/json')) {
          number += 1;
          return void response.end(payload(`asked ${number}`));
        }
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
        return void streams.push(response);
      };
      open();
      await expect.poll(() => streams.length).toBe(1);
      await expect.poll(later(listener.last), PATIENT).toBe('asked 1');
      // Nothing is lost with the silent stream, which is tried again all the while.
      await expect
        .poll(
          later(() => streams.length),
          PATIENT,
        )
        .toBe(2);
      expect(listener.told.every((said) => said.startsWith('asked'))).toBe(true);
      streams.at(-1)?.write(`data: ${payload('pushed')}\n\n`);
      await says('pushed');
      const before = number;
      vi.advanceTimersByTime(10_000);
      await new Promise((resolve) => setImmediate(resolve));
      expect(number).toBe(before);
    });

    it('is told of, where the server has nothing but the stream', async () => {
      answer = (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      };
      open();
      await expect.poll(later(listener.last), PATIENT).toContain('プロキシー');
    });

    it('is asked for at once where the address answers with the state itself', async () => {
      answer = (response) => void response.end(payload('1'));
      open();
      await says('1');
      vi.advanceTimersByTime(60_000);
      await says('1');
    });
  });

  it('waits as long as the server asks, within reason', async () => {
    answer = (response) => {
      stream(response, `retry: 5000\ndata: ${payload('1')}\n\n`);
      setTimeout(() => response.end(), 20);
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    open();
    await says('1');
    vi.advanceTimersByTime(20);
    await says('切れました');
    vi.advanceTimersByTime(4_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    await expect.poll(() => asked.length).toBe(2);
  });
});
