// Mutation testing of one engine (scripts/mutation.ts says which): every rule of it is changed in turn, and some test must notice.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  ignorePatterns: ['dist', 'data', 'docs', 'bench', 'src/{server,web,cli,contract,documents}', 'test/{e2e,server,vectors}'],
  thresholds: { high: 100, low: 95, break: 90 },
  concurrency: 2,
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
