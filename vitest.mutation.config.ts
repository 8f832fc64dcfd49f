// The tests that stand beside the engines, for `npm run mutation`: a changed rule must fail there, not somewhere far away.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/domain/{query,audits,duties,retention,applications,clients}/**/*.test.ts'], testTimeout: 60_000 },
});
