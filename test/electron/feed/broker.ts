import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Mosquitto on a port of its own. */
export interface Broker {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts it with these lines of configuration beside the port; a broker that was stopped comes back on the same port. */
export async function startBroker(lines: readonly string[] = ['allow_anonymous true'], port?: number): Promise<Broker> {
  const at = port ?? (await freePort());
  const file = join(mkdtempSync(join(tmpdir(), 'signage-broker-')), 'mosquitto.conf');
  writeFileSync(file, [`listener ${at} 127.0.0.1`, ...lines, ''].join('\n'));
  const broker = spawn('mosquitto', ['-c', file], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  await answers(at, broker);
  return {
    port: at,
    async stop() {
      const ended = new Promise((resolve) => broker.once('exit', resolve));
      broker.kill('SIGTERM');
      await ended;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number, broker: ChildProcess): Promise<void> {
  for (;;) {
    if (broker.exitCode !== null) throw new Error(`mosquitto left with ${broker.exitCode}`);
    const open = await new Promise<boolean>((resolve) => {
      const line = connect(port, '127.0.0.1', () => {
        line.destroy();
        resolve(true);
      }).on('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
