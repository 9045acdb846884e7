// @ts-check
import { spawn } from 'node:child_process';
import { electronRuntime } from './runtime.mjs';
import { say } from './say.mjs';
import { ensureLibraries } from './system-packages.mjs';
import { hasDisplay, keepPicture, startVirtualDisplay } from './virtual-display.mjs';

/**
 * Starts the display, or what draws its pictures, and stays until it ends.
 * @param {string} root the project's folder
 * @param {readonly string[]} args its own options
 * @returns {Promise<number>} its exit status
 */
export async function startDisplay(root, args) {
  const runtime = await electronRuntime(root);
  ensureLibraries(runtime.executable);
  if (hasDisplay()) return run([runtime.executable, ...runtime.args, ...sandboxFlags(), ...args], process.env);

  const display = await startVirtualDisplay();
  // What takes pictures shows nothing itself.
  const picture = args[0] === 'capture' ? null : keepPicture(display.name);
  const kept = picture === null ? '' : `; its current picture is kept in ${picture.file}`;
  say(`No display: running on a virtual one (${display.name})${kept}`);
  const env = { ...process.env, DISPLAY: display.name };
  // Such a machine has neither graphics nor a message bus: Chromium need not go on about it.
  const status = await run(
    [runtime.executable, ...runtime.args, ...sandboxFlags(), '--disable-gpu', '--log-level=3', ...args],
    env,
  );
  picture?.stop();
  display.stop();
  return status;
}

/** Chromium's sandbox refuses to run as root; anyone else keeps it. */
function sandboxFlags() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say('Running as root: Chromium’s sandbox is off (--no-sandbox). Do not run a real display as root.');
  return ['--no-sandbox'];
}

/**
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run([executable = '', ...args], env) {
  return new Promise((resolve, reject) => {
    const { ELECTRON_RUN_AS_NODE: _, ...clean } = env;
    const child = spawn(executable, args, { stdio: 'inherit', env: clean });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (status, signal) => resolve(signal === null ? (status ?? 1) : 128));
  });
}
