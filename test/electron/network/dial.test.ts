import { createServer } from 'node:http';
import { connect, createServer as createPlainServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dialer } from '../../../electron/network/dial';
import { listen } from '../../fixtures/ports';

const open: { close(): void }[] = [];
const lines: Socket[] = [];

async function serve(server: Server): Promise<number> {
  server.on('connection', (line: Socket) => lines.push(line.on('error', () => {})));
  open.push(server);
  return listen(server);
}

afterEach(() => {
  vi.useRealTimers();
  for (const line of lines.splice(0)) line.destroy();
  for (const server of open.splice(0)) server.close();
});

/** What a server says that greets each caller. */
const greeting = () => serve(createPlainServer((line) => line.end('hello')));
/** What the line says first; how it ends later is nobody's business. */
const heard = (line: Socket) =>
  new Promise<string>((resolve) => line.on('error', () => {}).once('data', (data) => resolve(String(data))));

describe('a call to a server', () => {
  it('goes through the system’s proxy, which is asked for the server by its name', async () => {
    const port = await greeting();
    const asked: string[] = [];
    const proxy = createServer().on('connect', ({ url }, line: Socket) => {
      asked.push(String(url));
      const on = connect(port, '127.0.0.1', () => line.write('HTTP/1.1 200 OK\r\n\r\n'));
      on.on('error', () => {})
        .pipe(line)
        .pipe(on);
    });
    const proxyPort = await serve(proxy);
    const resolved: string[] = [];
    const dial = dialer(async (address) => {
      resolved.push(address);
      return `PROXY 127.0.0.1:${proxyPort}; DIRECT`;
    }, '');
    const line = await dial(
      { host: 'broker.example', port: 1883, secure: false, called: 'サーバー' },
      new AbortController().signal,
    );
    expect(await heard(line)).toBe('hello');
    expect([asked, resolved]).toEqual([['broker.example:1883'], ['http://broker.example:1883/']]);
  });

  it.each(['PROXY 127.0.0.1:1', 'SOCKS5 127.0.0.1:1080', 'HTTPS proxy.example:443'])('says that %s is no way', async (proxy) => {
    const dial = dialer(async () => proxy, '');
    const call = dial({ host: 'broker.example', port: 1883, secure: false, called: 'サーバー' }, new AbortController().signal);
    await expect(call).rejects.toThrow(/プロキシー|つながせてくれません/);
  });

  it('says that the proxy wants a password', async () => {
    const proxy = createServer().on('connect', (_, line: Socket) => line.end('HTTP/1.1 407 No\r\n\r\n'));
    const dial = dialer(async () => `PROXY 127.0.0.1:${port}`, '');
    const port = await serve(proxy);
    const call = dial({ host: 'broker.example', port: 1883, secure: false, called: 'サーバー' }, new AbortController().signal);
    await expect(call).rejects.toThrow('プロキシー');
  });

  it('gives up on whoever does not answer, and leaves no line open', async () => {
    const port = await serve(createPlainServer((line) => line.resume()));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const call = dialer(async () => 'DIRECT', '')(
      { host: '127.0.0.1', port, secure: true, called: 'サーバー' },
      new AbortController().signal,
    );
    const failed = expect(call).rejects.toThrow('時間内に答えません');
    await expect.poll(() => lines.length).toBe(1);
    vi.advanceTimersByTime(8_000);
    await failed;
    await expect.poll(() => lines[0]?.readableEnded).toBe(true);
  });

  it('ends when it is not wanted any more', async () => {
    const port = await serve(createPlainServer((line) => line.resume()));
    const control = new AbortController();
    const call = dialer(async () => 'DIRECT', '')({ host: '127.0.0.1', port, secure: true, called: 'サーバー' }, control.signal);
    await expect.poll(() => lines.length).toBe(1);
    control.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => lines[0]?.readableEnded).toBe(true);
  });
});
