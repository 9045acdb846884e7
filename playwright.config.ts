import { defineConfig } from 'playwright/test';

/** Root can't have Chromium's sandbox; the machine of a test has no graphics. */
const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

const CHROMIUM = {
  browserName: 'chromium',
  launchOptions: { executablePath: '/usr/bin/chromium', args: CHROMIUM_ARGS },
} as const;

export default defineConfig({
  // Of the page's tests two at a time, each with a browser of its own; the real display has the screen and the keyboard for itself.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  snapshotPathTemplate: '{testDir}/references/{arg}{ext}',
  projects: [
    { name: 'page', testDir: 'test/page', use: CHROMIUM },
    // Not a test: makes the pictures of assets/screens (`npm run screens`).
    { name: 'screens', testDir: 'test/screens', use: CHROMIUM },
    { name: 'app', testDir: 'test/app', workers: 1 },
  ],
});
