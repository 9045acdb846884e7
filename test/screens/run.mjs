// @ts-check
// `npm run screens`: takes the reference pictures of the page tests anew, and of them the sheets under assets/screens.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../electron/launch/build.mjs';
import { ensureCommands } from '../../electron/launch/system-packages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
ensureCommands({ chromium: 'chromium' });
await ensureBuilt(root);
for (const args of [['references', '--project=page', '--update-snapshots=all'], ['--project=screens']]) {
  const cli = join(root, 'node_modules/playwright/cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'test', '-c', 'playwright.config.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
