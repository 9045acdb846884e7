// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';

/** What the build is made of. */
const SOURCES = ['electron', 'renderer', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json'];

/**
 * Builds `out/` when a source is newer than the last build. Costs a few milliseconds when nothing is.
 * @param {string} root the project's folder
 */
export async function ensureBuilt(root) {
  const stamp = join(root, 'out', '.built');
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (!SOURCES.some((source) => newest(join(root, source)) > builtAt)) return;
  say('Building the display …');
  const startedAt = new Date();
  const status = await run(root);
  if (status !== 0) throw new Error('the build failed; its messages stand above');
  mkdirSync(join(root, 'out'), { recursive: true });
  // The stamp bears the time before the build: a file saved meanwhile is built next time.
  writeFileSync(stamp, startedAt.toISOString());
  utimesSync(stamp, startedAt, startedAt);
}

/**
 * The latest change of a file, or of a folder and all in it; a folder's own time tells of deleted files.
 * @param {string} path
 * @returns {number} epoch milliseconds
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

/**
 * @param {string} root
 * @returns {Promise<number | null>}
 */
function run(root) {
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  if (!existsSync(script)) throw new Error('the build tools are missing: run npm ci first');
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [script, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
    build.on('error', reject);
    build.on('close', resolve);
  });
}
