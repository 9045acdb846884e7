// @ts-check
// What `npm start` and `npm run check`, `plan` and `capture` run: makes the machine ready, then starts Electron or answers in place.
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './launch/build.mjs';
import { say } from './launch/say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

/** What needs neither a display nor Electron. */
const answersInPlace =
  ['check', 'plan'].includes(args[0] ?? '') || args.some((arg) => ['--help', '-h', '--version'].includes(arg));

try {
  await ensureBuilt(root);
  if (answersInPlace) {
    await import(new URL('../out/main/cli.js', import.meta.url).href);
  } else {
    const { startDisplay } = await import('./launch/start.mjs');
    process.exitCode = await startDisplay(root, args);
  }
} catch (error) {
  say(`fureai-signage: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
