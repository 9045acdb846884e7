import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts', 'test/electron/**/*.test.ts'],
    environment: 'node',
    // Many tests wait for real servers and for time limits: on two cores three at a time keep each other from waiting.
    maxWorkers: 3,
    // Thousands of random cases on a busy machine take their time; tests of bounded time measure it themselves.
    testTimeout: 60_000,
    setupFiles: ['test/seeds.ts'],
    // A zone that no content uses: a rule that looks at the machine's zone by accident fails at once.
    env: { TZ: 'America/St_Johns' },
  },
});
