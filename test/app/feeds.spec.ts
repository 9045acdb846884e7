import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { WebSocketServer } from 'ws';
import { makeCertificates } from '../electron/feed/certificates';
import { startMosquitto } from '../fixtures/mosquitto';
import { listen } from '../fixtures/ports';
import { expect, test } from './signage-app';

const NOW = ['--now', '2023-09-28T15:24+09:00'];
const open: { close(): unknown }[] = [];

const payload = (label: string) => JSON.stringify({ issuedAt: '2023-09-28T15:24:00+09:00', calling: [{ label, counter: '1' }] });
const serve = async (server: Server) => {
  open.push(server);
  return listen(server);
};
const pointAt = (folder: string, source: string) => {
  const file = join(folder, 'signage.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}source: .*$/m, `  source: ${source}`));
};

test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

test('a push over each transport reaches the glass, and a flood of them is told sparingly', async ({ start, folder }) => {
  const streams: ServerResponse[] = [];
  const events = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(`data: ${payload('101')}\n\n`);
    streams.push(response);
  });
  const stream = await serve(events);
  const plain = createServer();
  const sockets = new WebSocketServer({ server: plain });
  sockets.on('connection', (socket) => socket.send(payload('201')));
  const socket = await serve(plain);
  const broker = await startMosquitto();
  open.unshift({ close: () => broker.remove() });
  const machine = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
  open.unshift({ close: () => machine.endAsync(true) });
  await machine.publishAsync('hall/tickets', payload('301'), { retain: true });

  pointAt(folder, `sse+http://127.0.0.1:${stream}/events`);
  const { app, page } = await start({ args: ['--content', folder, ...NOW] });
  const column = page.getByRole('status');
  await expect(column).toContainText('101');
  for (const response of streams) response.write(`data: ${payload('102')}\n\n`);
  await expect(column).toContainText('102', { timeout: 1_000 });
  for (const response of streams) response.end();

  pointAt(folder, `mqtt://127.0.0.1:${broker.port}/hall/tickets`);
  await expect(column).toContainText('301');
  await machine.publishAsync('hall/tickets', payload('302'), { retain: true });
  await expect(column).toContainText('302', { timeout: 1_000 });

  pointAt(folder, `ws://127.0.0.1:${socket}/`);
  await expect(column).toContainText('201');
  const memory = () =>
    app.evaluate(({ app }) => app.getAppMetrics().reduce((sum, one) => sum + one.memory.workingSetSize, 0) / 1_024);
  const before = await memory();
  const counted = page.evaluate(async () => {
    const inside = (element: Element | null | undefined, selector: string) => element?.shadowRoot?.querySelector(selector);
    const column = inside(inside(document.querySelector('signage-app'), 'signage-screen'), 'ticket-column');
    let changes = 0;
    let frames = 0;
    const watched = new MutationObserver(() => {
      changes += 1;
    });
    const watch = (root: ParentNode | null | undefined) => {
      if (!root) return;
      watched.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      for (const element of root.querySelectorAll('*')) watch(element.shadowRoot);
    };
    watch(column?.shadowRoot);
    for (const endsAt = performance.now() + 3_000; performance.now() < endsAt; frames += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return { changes, frames };
  });
  let number = 1_000;
  const flood = setInterval(() => {
    for (let more = 10; more > 0; more -= 1) {
      number += 1;
      for (const client of sockets.clients) client.send(payload(String(number)));
    }
  }, 10);
  const { changes, frames } = await counted;
  clearInterval(flood);
  expect(number).toBeGreaterThan(2_500);
  expect(changes).toBeGreaterThan(0);
  expect(changes).toBeLessThanOrEqual(frames);
  await expect(column).toContainText(String(number), { timeout: 15_000 });
  expect((await memory()) - before).toBeLessThan(60);
});

test('a server without a trusted certificate is not asked, and no secret is written down', async ({ start, folder }) => {
  const made = makeCertificates();
  const asked: (string | undefined)[] = [];
  const secure = createSecureServer({ key: made.key, cert: made.selfSigned }, (request, response) => {
    asked.push(request.headers.authorization);
    response.end(payload('1'));
  });
  const securePort = await serve(secure);
  const plain = createServer((request, response) => {
    asked.push(request.headers.authorization);
    if (request.url === '/moved?key=s3cret') response.writeHead(302, { Location: '/feed' }).end();
    else response.writeHead(401).end();
  });
  const plainPort = await serve(plain);
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  const login = { user: 'lobby', password: 'pa55word' };
  writeFileSync(
    join(userData, 'feed-credentials.json'),
    JSON.stringify({ [`https://localhost:${securePort}`]: login, [`http://127.0.0.1:${plainPort}`]: login }),
  );
  pointAt(folder, `https://u5er:s3cret@localhost:${securePort}/feed?key=s3cret`);
  const { page, said } = await start({ args: ['--content', folder, ...NOW], userData });
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('証明書を信頼できません');
  await expect(dialog).toContainText('feed-credentials.json');
  expect(asked).toEqual([]);
  pointAt(folder, `sse+https://localhost:${securePort}/feed?key=s3cret`);
  await expect(dialog).not.toContainText('feed-credentials.json');
  await expect(dialog).toContainText('証明書を信頼できません');
  expect(asked).toEqual([]);

  pointAt(folder, `http://127.0.0.1:${plainPort}/feed?key=s3cret`);
  await expect(dialog).toContainText('断られました（401）');
  expect(asked).toContain(`Basic ${Buffer.from('lobby:pa55word').toString('base64')}`);
  pointAt(folder, `http://127.0.0.1:${plainPort}/moved?key=s3cret`);
  await expect(dialog).toContainText('別のアドレスへ移そうとしました');
  const texts = [said(), await dialog.textContent(), ...filesOf(userData)].join('\n');
  expect(texts).toContain('401');
  expect(texts).not.toMatch(/s3cret|pa55word|u5er/);
});

test('a server behind the system’s proxy with a certificate of the city’s own authority is asked, over https and wss', async ({
  start,
  folder,
}) => {
  const made = makeCertificates();
  const secure = createSecureServer({ key: made.key, cert: made.otherName }, (_, response) => response.end(payload('501')));
  new WebSocketServer({ server: secure }).on('connection', (socket) => socket.send(payload('601')));
  const port = await serve(secure);
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on('connect', ({ url }, line: Socket) => {
    asked.push(url);
    const on = connect(port, '127.0.0.1', () => line.write('HTTP/1.1 200 OK\r\n\r\n'));
    on.on('error', () => {})
      .pipe(line.on('error', () => {}))
      .pipe(on);
  });
  const proxyPort = await serve(proxy);
  // Where Chromium on Linux keeps a user's certificates, and where the display looks for those of its own sockets.
  const home = mkdtempSync(join(tmpdir(), 'signage-home-'));
  const store = join(home, '.pki', 'nssdb');
  mkdirSync(store, { recursive: true });
  execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
  execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'city', '-i', made.caFile]);
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  copyFileSync(made.caFile, join(userData, 'feed-ca.pem'));

  pointAt(folder, 'https://elsewhere.example/feed');
  const env = { HOME: home, https_proxy: `http://127.0.0.1:${proxyPort}` };
  const { page } = await start({ args: ['--content', folder, ...NOW], userData, env });
  await expect(page.getByRole('status')).toContainText('501');
  pointAt(folder, 'wss://elsewhere.example/feed');
  await expect(page.getByRole('status')).toContainText('601');
  // Nobody else was called, as by a browser that looks for updates or dictionaries.
  expect(new Set(asked)).toEqual(new Set(['elsewhere.example:443']));
});

/** What is written in the user data folder, but for the technician's own file. */
function filesOf(userData: string): readonly string[] {
  const logs = readdirSync(join(userData, 'logs')).map((name) => join('logs', name));
  return ['status.json', ...logs].map((name) => readFileSync(join(userData, name), 'utf8'));
}
