// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { download } from './download.mjs';
import { say } from './say.mjs';
import { standInRuntime } from './stand-in-runtime.mjs';

const DAY_MS = 86_400_000;
const STALLED_MS = 60_000;

/**
 * How to start this project in Electron: the executable, and what comes before the display's own options.
 * @typedef {{ executable: string, args: readonly string[], standIn: boolean }} Runtime
 */

/**
 * The Electron of the installed `electron` package, downloaded where the network allows; else the stand-in that travels inside an
 * npm package, for development and tests only.
 * @param {string} root the project's folder
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime(root) {
  const installed = installedElectron(root) ?? ((await downloadElectron(root)) ? installedElectron(root) : null);
  if (installed !== null) return { executable: installed, args: [root], standIn: false };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded, and there is no stand-in for this system: run npx install-electron');
  }
  const { executable, version } = await standInRuntime(root);
  say(`Electron: the stand-in ${version} is used, for development and tests only`);
  return { executable, args: [], standIn: true };
}

/**
 * @param {string} root
 * @returns {string | null}
 */
function installedElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const executable = join(folder, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Tries the package's own download. A failure is remembered for a day, so that a machine without the open internet does not wait
 * at each start.
 * @param {string} root
 */
async function downloadElectron(root) {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const failed = join(cacheFolder(), 'electron-download-failed');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < DAY_MS) return false;
  say('Electron: downloading the current release …');
  // The download lands in a temporary folder of its own, whose growth tells how far it is.
  const folder = mkdtempSync(join(tmpdir(), 'fureai-electron-'));
  const env = { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder };
  const { ok, reason } = await download('Electron', folder, {
    command: process.execPath,
    args: [script],
    cwd: root,
    env,
    stallMs: STALLED_MS,
  });
  rmSync(folder, { recursive: true, force: true });
  if (ok) return true;
  say(`Electron: the download failed (${reason}); it is tried again tomorrow, or now if you delete ${failed}`);
  writeFileSync(failed, reason);
  return false;
}
