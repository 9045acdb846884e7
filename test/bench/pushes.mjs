// @ts-check
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { _electron } from 'playwright/test';
import { WebSocketServer } from 'ws';
import { ensureCommands } from '../../electron/launch/system-packages.mjs';
import { displayOptions } from './shown.mjs';

const SAMPLES = 25;
/** A number has its four seconds, and the column has room for five: sent faster, the wait for room would be measured. */
const EVERY_MS = 1_000;
const BROKER_PORT = 18_883;

/**
 * From a server's send to the frame that shows the number, over each transport that pushes, in milliseconds.
 * @param {string} root
 * @param {{ executable: string, args: readonly string[] }} runtime
 * @param {readonly string[]} flags
 * @param {Record<string, string>} env
 */
export async function measurePushes(root, runtime, flags, env) {
  /** @type {Record<string, number[]>} */
  const figures = {};
  for (const server of [await eventServer(), await socketServer(), await brokerServer()]) {
    const folder = mkdtempSync(join(tmpdir(), 'signage-bench-'));
    cpSync(join(root, 'assets', 'sample'), folder, { recursive: true });
    const file = join(folder, 'signage.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}source: .*$/m, `  source: ${server.source}`));
    figures[server.name] = await measure(server, folder);
    await server.close();
    rmSync(folder, { recursive: true });
  }
  return figures;

  /**
   * @param {{ send: (text: string) => void }} server
   * @param {string} folder
   */
  async function measure(server, folder) {
    const app = await _electron.launch({
      executablePath: runtime.executable,
      args: [...runtime.args, ...flags, ...displayOptions(folder)],
      env,
    });
    const page = await app.firstWindow();
    await page.getByRole('status').filter({ hasText: '100' }).first().waitFor();
    await page.keyboard.press('Space');
    const times = [];
    for (let number = 101; number <= 100 + SAMPLES; number += 1) {
      const painted = page.evaluate(async (label) => {
        const inside = (/** @type {Element | null | undefined} */ element, /** @type {string} */ selector) =>
          element?.shadowRoot?.querySelector(selector);
        const column = () => inside(inside(document.querySelector('signage-app'), 'signage-screen'), 'ticket-column');
        /** @type {(node: Node | null | undefined) => string} */
        const text = (node) => {
          if (node instanceof Element && node.shadowRoot) return text(node.shadowRoot);
          if (node?.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
          return [...(node?.childNodes ?? [])].map(text).join('');
        };
        while (!text(column()).includes(label)) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        return Date.now();
      }, String(number));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      const sentAt = Date.now();
      server.send(payload(String(number)));
      times.push((await painted) - sentAt);
    }
    app.process().kill('SIGTERM');
    return times;
  }
}

/** @param {string} label */
function payload(label) {
  return JSON.stringify({ issuedAt: '2023-09-28T15:24:00+09:00', calling: [{ label, counter: '1' }] });
}

async function eventServer() {
  /** @type {Set<import('node:http').ServerResponse>} */
  const streams = new Set();
  const write = (/** @type {import('node:http').ServerResponse} */ stream, /** @type {string} */ text) =>
    stream.write(`data: ${text}\n\n`);
  const server = createServer((_, stream) => {
    streams.add(stream);
    write(stream.writeHead(200, { 'Content-Type': 'text/event-stream' }), payload('100'));
  });
  return {
    name: 'server-sent events',
    source: `sse+http://127.0.0.1:${await listen(server)}/`,
    send: (/** @type {string} */ text) => {
      for (const stream of streams) write(stream, text);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function socketServer() {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.send(payload('100')));
  return {
    name: 'WebSocket',
    source: `ws://127.0.0.1:${await listen(server)}/`,
    send: (/** @type {string} */ text) => {
      for (const socket of sockets.clients) socket.send(text);
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    },
  };
}

async function brokerServer() {
  ensureCommands({ mosquitto: 'mosquitto' });
  const broker = spawn('mosquitto', ['-p', String(BROKER_PORT)], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const machine = await connectAsync(`mqtt://127.0.0.1:${BROKER_PORT}`, { reconnectPeriod: 100 });
  const send = (/** @type {string} */ text) => void machine.publish('hall/tickets', text, { retain: true });
  send(payload('100'));
  return {
    name: 'MQTT',
    source: `mqtt://127.0.0.1:${BROKER_PORT}/hall/tickets`,
    send,
    close: async () => {
      await machine.endAsync(true);
      broker.kill();
    },
  };
}

/** @param {import('node:http').Server} server @returns {Promise<number>} its port */
function listen(server) {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
  });
}
