import { defineConfig } from 'vitest/config';

/** Faults awaited, every byte flipped, whole populations: left out of `npm run check`, part of `npm test`. */
const slow = ['src/**/*.slow.test.ts', 'test/**/*.slow.test.ts'];
/** Pure code shares its process: nothing in it can leave anything behind. */
const rules = ['src/{domain,regulations,contract,web}/**/*.test.ts'];
const shared = {
  globalSetup: ['test/support/postgres-for-tests.ts'],
  // Faults are provoked on purpose: their lines would bury the results.
  env: { MINGCHA_LOG_LEVEL: 'silent' },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // More than there are cores: server tests wait for a database most of the time.
    maxWorkers: 4,
    projects: [
      { test: { name: 'rules', include: rules, exclude: slow, isolate: false, testTimeout: 60_000 } },
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/server/**/*.test.ts', 'test/contract/**/*.test.ts'],
          exclude: [...slow, ...rules],
          ...shared,
        },
      },
      { test: { name: 'slow', include: slow, fileParallelism: false, ...shared } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
