import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { connect as connectLine, createServer as createPlainServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { type WebSocket, WebSocketServer } from 'ws';
import { startMosquitto } from '../../fixtures/mosquitto';
import { listen } from '../../fixtures/ports';
import type { ChaosWorld } from './chaos-world';

/** A server in the world's moods, asked to act each half second. `said`: what it says now. */
export interface ChaosServer {
  readonly source: string;
  readonly folder: string;
  /** It keeps its last message, of which only the time of issue tells how old it is. */
  readonly keeps?: boolean;
  act(now: number, called: boolean): void | Promise<void>;
  close(): void | Promise<void>;
}
export type StartServer = (world: ChaosWorld, said: () => string) => Promise<ChaosServer>;

/** A machine that writes its file anew: late, wrong, half, or not at all. */
export const fileServer: StartServer = async (world, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'signage-chaos-'));
  const file = join(folder, 'tickets.json');
  return {
    source: 'tickets.json',
    folder,
    act() {
      // A file does not know that its machine is dead: it goes, as with a share that is lost.
      if (world.mood === 'refuses' || world.mood === 'stalls' || world.mood === 'drops') return rmSync(file, { force: true });
      writeFileSync(`${file}.new`, said());
      renameSync(`${file}.new`, file);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** A server that is asked. */
export const pollServer: StartServer = async (world, said) => {
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    response.on('close', () => waiting.delete(response));
    if (world.mood === 'refuses') return response.writeHead(world.random() < 0.5 ? 503 : 404).end();
    if (world.mood === 'drops') return response.destroy();
    const text = said();
    if (world.mood === 'stalls') {
      // Half of the answer now, the rest when the mood has passed: if anybody still waits, it is old by then.
      response.write(text.slice(0, 20));
      waiting.add(response);
      return response.once('rest', () => response.end(text.slice(20)));
    }
    const etag = world.mood === 'good' ? `"${world.label}"` : '"x"';
    if (etag !== '"x"' && request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    return response.setHeader('ETag', etag).end(text);
  });
  const port = await listen(server);
  return {
    source: `http://127.0.0.1:${port}/`,
    folder: '',
    act() {
      if (world.mood !== 'stalls') for (const response of waiting) response.emit('rest');
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** One client of a pushing server: how to send it something, be quiet, and hang up. */
interface Client {
  send(text: string): void;
  alive(): void;
  hangUp(): void;
}

/** As a queue with several workers sends on what has piled up. */
function shuffled(texts: readonly string[], random: () => number): readonly string[] {
  return texts
    .map((text) => [random(), text] as const)
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text);
}

/** A server that tells each call to whoever listens, and says now and then that it lives. What it says while it stalls goes out later. */
function pushing(world: ChaosWorld, said: () => string) {
  const clients = new Set<Client>();
  let held: string[] = [];
  let aliveAt = 0;
  const send = (text: string) => {
    for (const client of clients) client.send(text);
  };
  return {
    clients,
    /** False: nobody is let in now. */
    welcome(client: Client): boolean {
      if (world.mood === 'refuses' || world.mood === 'drops') return false;
      clients.add(client);
      if (world.mood !== 'stalls') client.send(said());
      return true;
    },
    act(now: number, called: boolean) {
      if (world.mood === 'refuses' || world.mood === 'drops') {
        held = [];
        for (const client of clients) client.hangUp();
        clients.clear();
        return;
      }
      if (world.mood === 'stalls') {
        if (called) held.push(said());
        return;
      }
      for (const text of shuffled(held.splice(0), world.random)) send(text);
      const strange = world.mood !== 'good';
      if (called || (strange && world.random() < 0.2)) {
        // A recalled number, duplicates, a burst.
        for (let times = world.random() < 0.1 ? 30 : 1; times > 0; times -= 1) send(said());
      }
      if (now - aliveAt > 4_000) {
        aliveAt = now;
        for (const client of clients) client.alive();
      }
    },
  };
}

export const sseServer: StartServer = async (world, said) => {
  const hub = pushing(world, said);
  const server = createServer((_, response) => {
    const client: Client = {
      send: (text) => response.write(`data: ${text.replaceAll('\n', '\ndata: ')}\n\n`),
      alive: () => response.write(': alive\n\n'),
      hangUp: () => response.destroy(),
    };
    response.on('close', () => hub.clients.delete(client));
    response.on('error', () => {});
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    if (!hub.welcome(client)) response.destroy();
  });
  const port = await listen(server);
  return {
    source: `sse+http://127.0.0.1:${port}/`,
    folder: '',
    act: hub.act,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};

export const socketServer: StartServer = async (world, said) => {
  const hub = pushing(world, said);
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const all = new Set<WebSocket>();
  sockets.on('connection', (socket) => {
    all.add(socket);
    const client: Client = {
      send: (text) => socket.send(text),
      alive: () => socket.ping(),
      hangUp: () => socket.terminate(),
    };
    socket.on('error', () => {});
    socket.on('close', () => hub.clients.delete(client));
    if (!hub.welcome(client)) socket.terminate();
  });
  const port = await listen(server);
  return {
    source: `ws://127.0.0.1:${port}/`,
    folder: '',
    act(now, called) {
      // A server that stalls reads nothing either: pings stay unanswered.
      for (const socket of all) world.mood === 'stalls' ? socket.pause() : socket.resume();
      hub.act(now, called);
    },
    close() {
      for (const socket of all) socket.terminate();
      server.close();
    },
  };
};

/** A real broker behind a line that fails; its publisher repeats itself every few seconds. */
export const brokerServer: StartServer = async (world, said) => {
  const broker = await startMosquitto();
  const publisher = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { keepalive: 0 });
  const lines = new Set<Socket>();
  let held: (() => void)[] = [];
  const between = createPlainServer((line) => {
    if (world.mood === 'drops') return line.destroy();
    const on = connectLine(broker.port, '127.0.0.1');
    for (const one of [line, on]) {
      lines.add(one);
      one
        .on('error', () => {})
        .on('close', () => {
          line.destroy();
          on.destroy();
          lines.delete(one);
        });
    }
    line.on('data', (data) => on.write(data));
    on.on('data', (data) => {
      if (world.mood === 'stalls') held.push(() => line.write(data));
      else line.write(data);
    });
    return line;
  });
  const port = await listen(between);
  let publishedAt = 0;
  return {
    source: `mqtt://127.0.0.1:${port}/hall/tickets`,
    folder: '',
    keeps: true,
    async act(now, called) {
      if (world.mood === 'refuses' || world.mood === 'drops') held = [];
      // While its publisher is away the broker throws everybody out now and then, and has an old message for those who come again.
      const throwsOut = world.mood === 'drops' || (world.mood === 'refuses' && world.random() < 0.05);
      if (throwsOut) for (const line of lines) line.destroy();
      if (world.mood !== 'stalls') for (const release of held.splice(0)) release();
      if (world.mood === 'refuses' || (!called && now - publishedAt < 4_000)) return;
      publishedAt = now;
      await publisher.publishAsync('hall/tickets', said(), { retain: true, qos: 1 });
    },
    async close() {
      for (const line of lines) line.destroy();
      between.close();
      publisher.end(true);
      await broker.remove();
    },
  };
};
