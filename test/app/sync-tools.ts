import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { localScanner } from '../../electron/content/local-scanner';
import { watchFolder } from '../../electron/content/watch-folder';
import { freePort } from '../fixtures/ports';

/** What a display has been told of a folder: every reading so far, path → text or fault; null while the folder is lost. */
export interface Watched {
  readonly readings: readonly (Readonly<Record<string, string>> | null)[];
  /** Waits until the last reading is as wanted. */
  settles(wanted: unknown, timeout?: number): Promise<void>;
  /** Every text that was ever told of a file. */
  textsOf(path: string): readonly string[];
}

interface Fixtures {
  /** A folder that is removed after the test. */
  readonly temporary: (name: string) => string;
  /** Runs a program until the test ends. */
  readonly running: (command: string, args: readonly string[]) => ChildProcess;
  /** Watches a folder as the display does, until the test ends. */
  readonly watched: (folder: string) => Watched;
}

/** Tests of a folder that others write to; they need no window. Nothing listens or talks beyond 127.0.0.1. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  temporary: async ({}, use) => {
    const folders: string[] = [];
    await use((name) => {
      folders.push(mkdtempSync(join(tmpdir(), `signage-${name}-`)));
      return folders.at(-1) ?? '';
    });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  running: async ({ temporary }, use) => {
    const processes: ChildProcess[] = [];
    const home = temporary('home');
    await use((command, args) => {
      const child = spawn(command, [...args], { stdio: 'ignore', env: { ...process.env, HOME: home }, detached: true });
      processes.push(child);
      return child;
    });
    for (const child of processes) await ended(child);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  watched: async ({}, use) => {
    const stops: (() => void)[] = [];
    await use((folder) => {
      const readings: (Record<string, string> | null)[] = [];
      stops.push(
        watchFolder(
          (known, hint) => localScanner(folder, known, hint, () => Promise.resolve(null)),
          (reading) =>
            readings.push(
              reading.lost === null
                ? Object.fromEntries(reading.files.map(({ path, text, fault }) => [path, inShort(text ?? fault ?? '')]))
                : null,
            ),
        ),
      );
      return {
        readings,
        settles: (wanted, timeout = 5_000) =>
          expect.poll(() => readings.at(-1), { timeout, intervals: [20] }).toEqual(wanted) as Promise<void>,
        textsOf: (path) => [...new Set(readings.flatMap((reading) => reading?.[path] ?? []))],
      };
    });
    for (const stop of stops) stop();
  },
});

/** Ends a program and all that it has started. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await exit;
}

/** One of the two ends of a Syncthing pair. */
export interface SyncthingEnd {
  readonly home: string;
  readonly folder: string;
  readonly port: number;
  readonly id: string;
}

/** Makes keys and name of an end; nothing runs yet. */
export async function syncthingEnd(home: string, folder: string): Promise<SyncthingEnd> {
  const env = { ...process.env, HOME: home };
  execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder'], { stdio: 'ignore', env });
  const id = execFileSync('syncthing', [`--home=${home}`, '--device-id'], { encoding: 'utf8', env }).trim();
  mkdirSync(join(folder, '.stfolder'), { recursive: true });
  return { home, folder, port: await freePort(), id };
}

/**
 * Writes the settings of an end: it asks, announces and reports to nobody. Only one of a pair calls the other: when both do so in the
 * same moment, each may wait twenty seconds for the other's greeting.
 */
export async function pairWith(own: SyncthingEnd, other: SyncthingEnd, calls: boolean): Promise<readonly string[]> {
  const gui = await freePort();
  const device = ({ id, port }: SyncthingEnd) =>
    `<device id="${id}" name="${port}" compression="never">
      <address>${calls ? `tcp://127.0.0.1:${port}` : 'dynamic'}</address>
    </device>`;
  writeFileSync(
    join(own.home, 'config.xml'),
    `<configuration version="35">
      <folder id="content" path="${own.folder}" type="sendreceive" rescanIntervalS="1" fsWatcherEnabled="true" fsWatcherDelayS="1">
        <device id="${own.id}"></device><device id="${other.id}"></device>
      </folder>
      ${device(own)}${device(other)}
      <gui enabled="true"><address>127.0.0.1:${gui}</address></gui>
      <options>
        <listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>
        <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
        <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><startBrowser>false</startBrowser>
        <reconnectionIntervalS>1</reconnectionIntervalS><urAccepted>-1</urAccepted><autoUpgradeIntervalH>0</autoUpgradeIntervalH>
        <crashReportingEnabled>false</crashReportingEnabled><announceLANAddresses>false</announceLANAddresses>
      </options>
    </configuration>`,
  );
  return ['serve', `--home=${own.home}`, '--no-browser', '--no-restart', '--no-upgrade'];
}

/** The arguments of a Samba server of its own that shares one folder to whoever asks on this machine. */
export function sambaOf(home: string, folder: string, port: number): readonly string[] {
  const file = join(home, 'smb.conf');
  const places = ['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory', 'ncalrpc dir'];
  const who = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  writeFileSync(
    file,
    `[global]
      interfaces = 127.0.0.1/8
      bind interfaces only = yes
      smb ports = ${port}
      map to guest = bad user
      guest account = ${who}
      disable spoolss = yes
      load printers = no
      log file = ${join(home, 'log')}
      ${places.map((place) => `${place} = ${home}`).join('\n      ')}
    [content]
      path = ${folder}
      guest ok = yes
      read only = no
      force user = ${who}
    `,
  );
  return ['--foreground', '--no-process-group', `--configfile=${file}`];
}

/** What `smbclient` does on such a server, in its own words: `put A B; rename B C`. False when the server does not answer yet. */
export function smbclient(home: string, port: number, commands: string): boolean {
  try {
    const args = ['//127.0.0.1/content', '-p', String(port), '-N', '-s', join(home, 'smb.conf'), '-c', commands];
    execFileSync('smbclient', args, { stdio: 'pipe', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

/** A text as readings hold it: a long one by its beginning, its end and its length, for a failed test prints what it has. */
export function inShort(text: string): string {
  return text.length < 200 ? text : `${text.slice(0, 20)}…${text.slice(-20)} ${text.length}`;
}

export { expect };
