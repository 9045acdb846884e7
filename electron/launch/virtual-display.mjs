// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCommands } from './system-packages.mjs';

const PICTURE_EVERY_MS = 2_000;

/** Whether this machine has a screen to use. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A screen that exists in memory only, without window manager, as a bare kiosk has it.
 * @param {string} [size] `1920x1080`
 * @returns {Promise<{ name: string, stop: () => void }>} `name` goes into DISPLAY
 */
export async function startVirtualDisplay(size = '1920x1080') {
  ensureCommands({ Xvfb: 'xvfb' });
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nocursor', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (status) => reject(new Error(`Xvfb ended with status ${status}`)));
    /** @type {import('node:stream').Readable} */ (server.stdio[3]).once('data', (data) => resolve(String(data).trim()));
  });
  return { name: `:${number}`, stop: () => server.kill() };
}

/**
 * Keeps a picture of a virtual display up to date in a file. The file is replaced whole: whoever opens it sees a whole picture.
 * @param {string} display
 * @returns {{ file: string, stop: () => void }}
 */
export function keepPicture(display) {
  ensureCommands({ scrot: 'scrot' });
  const folder = mkdtempSync(join(tmpdir(), 'fureai-signage-screen-'));
  const file = join(folder, 'screen.png');
  const next = join(folder, 'next.png');
  let busy = false;
  const take = () => {
    if (busy) return;
    busy = true;
    const camera = spawn('scrot', ['--overwrite', '--silent', next], {
      env: { ...process.env, DISPLAY: display },
      stdio: 'ignore',
    });
    camera.on('error', () => (busy = false));
    camera.on('close', (status) => {
      busy = false;
      if (status === 0) renameSync(next, file);
    });
  };
  const timer = setInterval(take, PICTURE_EVERY_MS);
  take();
  return {
    file,
    stop: () => {
      clearInterval(timer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
