import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts', 'test/electron/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/seeds.ts'],
    // A zone that no content uses: a rule that looks at the machine's zone by accident fails at once.
    env: { TZ: 'America/St_Johns' },
  },
});
