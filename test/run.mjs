// @ts-check
// Runs the tests: `node test/run.mjs [domain|page|app]`, all of them without a name. Makes the machine ready for each tier first.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../electron/launch/build.mjs';
import { electronRuntime } from '../electron/launch/runtime.mjs';
import { say } from '../electron/launch/say.mjs';
import { ensureCommands, ensureLibraries } from '../electron/launch/system-packages.mjs';
import { hasDisplay, startVirtualDisplay } from '../electron/launch/virtual-display.mjs';

// Debian keeps servers where only root looks for commands.
if (process.platform === 'linux') process.env.PATH = `${process.env.PATH}:/usr/sbin`;
const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
// A zone that no content uses: a rule that looks at the machine's zone by accident fails.
const env = { ...process.env, TZ: 'America/St_Johns' };

// Commands that the tests of a tier call, with the Debian package of each. A test that needs a server starts its own.
const BROKER = { mosquitto: 'mosquitto', openssl: 'openssl' };
const TOOLS = {
  domain: { ...BROKER, ffmpeg: 'ffmpeg' },
  page: { chromium: 'chromium', ffmpeg: 'ffmpeg' },
  app: {
    ...BROKER,
    Xvfb: 'xvfb',
    xdotool: 'xdotool',
    scrot: 'scrot',
    ffmpeg: 'ffmpeg',
    // What writes to a content folder in the field, and a mount that can be made to hang.
    rsync: 'rsync',
    syncthing: 'syncthing',
    smbd: 'samba',
    smbclient: 'smbclient',
    bindfs: 'bindfs',
    certutil: 'libnss3-tools',
  },
};

const TIERS = { domain: domainTier, page: pageTier, app: appTier };
const asked = process.argv[2];
if (asked !== undefined && !Object.hasOwn(TIERS, asked)) {
  say(`no tier "${asked}"; there are ${Object.keys(TIERS).join(', ')}`);
  process.exit(2);
}
rmSync(results, { recursive: true, force: true });
const counts = { passed: 0, failed: 0 };
/** Of a runner that failed the last so many characters are repeated at the end: a later tier has buried them. */
const LAST_WORDS = 6_000;
/** @type {string[]} */
const lastWords = [];
for (const [name, tier] of Object.entries(TIERS)) {
  if (asked !== undefined && asked !== name) continue;
  say(`— ${name} tests —`);
  const { passed, failed } = await tier();
  counts.passed += passed;
  counts.failed += failed;
}
for (const words of lastWords) process.stdout.write(`\n— what failed —\n${words}`);
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** The rules and the adapters that need no window. */
async function domainTier() {
  ensureCommands(TOOLS.domain);
  // Several tests start commands of the built display at once: none of them should have to build it.
  await ensureBuilt(root);
  const file = join(results, 'vitest.json');
  const status = await run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport(file);
  return counted(Number(report?.numPassedTests ?? 0), Number(report?.numFailedTests ?? 0), status);
}

/** The built page in Chromium. */
async function pageTier() {
  ensureCommands(TOOLS.page);
  await ensureBuilt(root);
  return playwright('page');
}

/** The real application on a real (or virtual) screen. */
async function appTier() {
  await ensureBuilt(root);
  const runtime = await electronRuntime(root);
  ensureLibraries(runtime.executable);
  ensureCommands(TOOLS.app);
  Object.assign(env, { SIGNAGE_RUNTIME: JSON.stringify(runtime) });
  // The bare screen of a kiosk, also on a desktop: windows that come and go would disturb whoever sits there.
  const display = hasDisplay() && process.platform !== 'linux' ? null : await startVirtualDisplay();
  if (display !== null) Object.assign(env, { DISPLAY: display.name });
  try {
    return await playwright('app');
  } finally {
    display?.stop();
  }
}

/**
 * @param {string} project
 */
async function playwright(project) {
  const status = await run('playwright/cli.js', ['test', '-c', 'playwright.config.ts', `--project=${project}`]);
  const stats = readReport(join(results, 'playwright.json'))?.stats;
  return counted(Number(stats?.expected ?? 0), Number(stats?.unexpected ?? 0) + Number(stats?.flaky ?? 0), status);
}

/**
 * A runner that failed without naming a test (a file that does not load) counts as one failure.
 * @param {number} passed
 * @param {number} failed
 * @param {number | null} status
 */
function counted(passed, failed, status) {
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

/**
 * Runs a test runner to its end; its output goes on to ours.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number | null>} its exit status
 */
function run(script, args) {
  const runner = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [runner.stdout, runner.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      said = (said + text).slice(-LAST_WORDS);
    });
  }
  return new Promise((resolve) =>
    runner.once('close', (status) => {
      if (status !== 0) lastWords.push(`${said.slice(said.indexOf('\n') + 1)}\n`);
      resolve(status);
    }),
  );
}

/**
 * @param {string} file
 */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
