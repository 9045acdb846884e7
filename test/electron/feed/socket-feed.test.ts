import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { socketFeed } from '../../../electron/feed/socket-feed';
import { dialer } from '../../../electron/network/dial';
import { listen } from '../../fixtures/ports';
import { type Certificates, makeCertificates } from './certificates';
import { listening, payload, settings } from './told';

let certificates: Certificates;
let servers: { close(): void }[];
let clients: WebSocket[];
let listener: ReturnType<typeof listening>;
let close: () => void;
const asked: (string | undefined)[] = [];

beforeAll(() => {
  certificates = makeCertificates();
});

beforeEach(() => {
  servers = [];
  clients = [];
  listener = listening();
  close = () => {};
});

afterEach(() => {
  vi.useRealTimers();
  close();
  for (const client of clients) client.terminate();
  for (const server of servers) server.close();
});

/** A real WebSocket server that does `greet` with each client; returns its port. */
async function serve(greet: (client: WebSocket) => void, server: Server = createServer(), autoPong = true): Promise<number> {
  const sockets = new WebSocketServer({ server: server as ReturnType<typeof createServer>, autoPong });
  sockets.on('connection', (client, request) => {
    clients.push(client);
    asked.push(request.headers.authorization);
    client.on('error', () => {});
    greet(client);
  });
  servers.push(server);
  return listen(server);
}

function open(address: string, caFile = '/nowhere', random = 0, staleMs = 30_000) {
  const dial = dialer(async () => 'DIRECT', caFile);
  close = socketFeed(
    dial,
    () => ({ user: 'lobby', password: 'p' }),
    () => random,
  )(settings(address, { staleMs }), listener);
}
const says = (text: string) => expect.poll(() => listener.last(), { timeout: 5_000, interval: 5 }).toContain(text);

describe('a feed over a WebSocket', () => {
  it('takes each message as a whole payload, text or binary, and shows its credentials', async () => {
    const port = await serve((client) => {
      client.send(payload('1'));
      client.send(Buffer.from(payload('2')));
    });
    open(`ws://127.0.0.1:${port}/feed`);
    await says('2');
    expect(listener.told).toEqual(['1', '2']);
    expect(asked.at(-1)).toBe(`Basic ${Buffer.from('lobby:p').toString('base64')}`);
  });

  it('comes back after the server has gone, and begins with a whole re-read', async () => {
    const port = await serve((client) => {
      client.send(payload(String(clients.length)));
      if (clients.length === 1) setTimeout(() => client.close(), 20);
    });
    open(`ws://127.0.0.1:${port}/`);
    await says('2');
    expect(listener.told).toEqual(['1', '番号のサーバーとの接続が切れました', '2']);
  });

  it('hears from a quiet server that it lives, and takes one that does not answer for dead', async () => {
    const port = await serve((client) => client.send(payload('1')));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    open(`ws://127.0.0.1:${port}/`);
    await says('1');
    vi.advanceTimersByTime(10_000);
    await says('holds');
    clients[0]?.removeAllListeners('ping');
    clients[0]?.pause();
    vi.advanceTimersByTime(29_000);
    await says('返事が途絶えました');
  });

  it('asks oftener for a sign of life where a number is soon stale', async () => {
    const port = await serve((client) => client.send(payload('1')));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    open(`ws://127.0.0.1:${port}/`, '/nowhere', 0, 6_000);
    await says('1');
    vi.advanceTimersByTime(3_000);
    await says('holds');
  });

  it.each([
    ['1 MB and a bit', (client: WebSocket) => client.send('x'.repeat(1_100_000)), '大きすぎます'],
    ['1 MB and a bit, in pieces', (client: WebSocket) => pieces(client), '大きすぎます'],
    ['bytes that are no text', (client: WebSocket) => client.send(Buffer.from([0, 255, 1])), 'bad payload'],
  ])('does not take %s', async (_, send, message) => {
    const port = await serve(send);
    open(`ws://127.0.0.1:${port}/`);
    await says(message);
  });

  it.each([
    [401, '合い言葉'],
    [302, '別のアドレスへ'],
    [503, '503'],
  ])('says that the server answered %i', async (status, message) => {
    const server = createServer();
    // Who is refused may hang up while the answer is on its way.
    const refusal = `HTTP/1.1 ${status} No\r\nLocation: ws://127.0.0.1:1/\r\n\r\n`;
    server.on('upgrade', (_, socket) => socket.on('error', () => {}).end(refusal));
    servers.push(server);
    open(`ws://127.0.0.1:${await listen(server)}/`);
    await says(message);
  });

  it('says that nobody is there, and that the name is unknown', async () => {
    open('ws://127.0.0.1:1/');
    await says('動いていないか');
    close();
    open('ws://no-such-host.invalid/');
    await says('名前が見つかりません');
  });
});

describe('TLS', () => {
  const secured = (cert: string) =>
    serve((client) => client.send(payload('1')), createSecureServer({ key: certificates.key, cert }));

  it('takes a certificate of the city’s own authority when that is registered', async () => {
    const port = await secured(certificates.cert);
    open(`wss://localhost:${port}/`, certificates.caFile);
    await says('1');
    close();
    listener.told.length = 0;
    open(`wss://127.0.0.1:${port}/`, certificates.caFile);
    await says('1');
  });

  it.each([
    ['the authority is not registered', () => certificates.cert, false, '信頼できません'],
    ['it is signed by itself', () => certificates.selfSigned, true, '信頼できません'],
    ['it is another server’s', () => certificates.otherName, true, 'アドレスの名前のものではありません'],
    ['it is out of date', () => certificates.expired, true, '期限が切れている'],
  ])('refuses a certificate when %s', async (_, cert, registered, message) => {
    const port = await secured(cert());
    open(`wss://localhost:${port}/`, registered ? certificates.caFile : '/nowhere');
    await says(message);
    expect(clients).toEqual([]);
  });

  it('refuses a server that speaks only TLS 1.1, or none at all', async () => {
    const old = createSecureServer({
      key: certificates.key,
      cert: certificates.cert,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
    });
    const port = await serve(() => {}, old);
    open(`wss://localhost:${port}/`, certificates.caFile);
    await says('暗号でつながりません');
    close();
    const plain = await serve(() => {});
    open(`wss://localhost:${plain}/`, certificates.caFile);
    await says('暗号でつながりません');
  });
});

function pieces(client: WebSocket): void {
  for (let piece = 0; piece < 20; piece += 1) client.send('x'.repeat(100_000), { fin: false });
}
