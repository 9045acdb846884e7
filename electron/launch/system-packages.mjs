// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from './say.mjs';

/** Debian's and Ubuntu's names of what Electron's executable needs. */
const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
  'libatspi2.0-0',
];

/**
 * Installs the libraries that the runtime misses on this machine.
 * @param {string} executable
 */
export function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  const needs = spawnSync('ldd', [executable], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: dirname(executable) },
  });
  if (!needs.stdout?.includes('not found')) return;
  install(LIBRARIES, 'system libraries for Electron');
}

/**
 * Installs the packages of the commands that are missing.
 * @param {Readonly<Record<string, string>>} packages by command
 */
export function ensureCommands(packages) {
  const missing = Object.entries(packages).filter(([command]) => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
  const names = [...new Set(missing.map(([, name]) => name))];
  if (names.length > 0) install(names, names.join(', '));
}

/**
 * As root on Debian or Ubuntu it installs; anyone else is told the one command that does.
 * @param {readonly string[]} packages
 * @param {string} what
 */
function install(packages, what) {
  const list = packages.map(nameHere);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${list.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`${what} missing: run  sudo sh -c '${command}'`);
  }
  say(`Installing ${what} …`);
  execFileSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * Newer releases have renamed some libraries (libasound2 → libasound2t64).
 * @param {string} name
 */
function nameHere(name) {
  const known = (/** @type {string} */ candidate) =>
    spawnSync('apt-cache', ['policy', candidate], { encoding: 'utf8' }).stdout?.match(/Candidate: (?!\(none\))/) !== null;
  return !known(name) && known(`${name}t64`) ? `${name}t64` : name;
}
