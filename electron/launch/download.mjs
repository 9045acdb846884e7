// @ts-check
import { spawn } from 'node:child_process';
import { sizeOf } from './cache.mjs';
import { say } from './say.mjs';

const LOOK_EVERY_MS = 1_000;
const SAY_EVERY_MS = 5_000;

/**
 * Runs a command that fills a folder, says how far it has come, and ends it when nothing has come for a while.
 * @param {string} what for the progress line
 * @param {string} folder where the download grows
 * @param {{ command: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv, stallMs: number }} task
 * @returns {Promise<{ ok: boolean, reason: string }>}
 */
export function download(what, folder, task) {
  return new Promise((resolve) => {
    const child = spawn(task.command, [...task.args], {
      cwd: task.cwd,
      env: task.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said = `${said}${data}`.slice(-2_000)));
    let size = 0;
    let grewAt = Date.now();
    let saidAt = 0;
    let reason = '';
    const look = setInterval(() => {
      const now = Date.now();
      const current = sizeOf(folder);
      if (current !== size) grewAt = now;
      size = current;
      if (now - saidAt >= SAY_EVERY_MS) {
        saidAt = now;
        say(`${what}: ${(size / 1e6).toFixed(0)} MB so far`);
      }
      if (now - grewAt >= task.stallMs) {
        reason = `nothing came for ${Math.round(task.stallMs / 1000)} s`;
        child.kill('SIGKILL');
      }
    }, LOOK_EVERY_MS);
    const end = (/** @type {boolean} */ ok, /** @type {string} */ why) => {
      clearInterval(look);
      resolve({ ok, reason: reason || why });
    };
    child.on('error', (error) => end(false, error.message));
    child.on('close', (status) => {
      const errors = said.split('\n').filter((line) => /error/i.test(line));
      end(status === 0, errors.at(-1)?.trim() ?? `exit status ${status}`);
    });
  });
}
