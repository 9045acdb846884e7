// @ts-check
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder outside the tree where long downloads are kept for the next start, and for other checkouts.
 * @returns {string}
 */
export function cacheFolder() {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fureai-signage');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The bytes of all files in a folder; 0 while it does not exist.
 * @param {string} path
 * @returns {number}
 */
export function sizeOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
