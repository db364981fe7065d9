// `npm run mutation`: are the tests of the arithmetic able to fail? MUTATE=rules for the rules. Only what the tests of
// that part say counts; those of the other parts and the random ones are left out, so that a run takes minutes.
const part = process.env.MUTATE ?? 'equations';

export default {
  mutate: [`server/src/core/${part}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What is computed once when a module is loaded would need the whole suite each.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `.cache/mutation/${part}.json`,
  tempDirName: '.cache/mutation/sandbox',
  // A busy machine is no endless loop.
  timeoutMS: 20_000,
  concurrency: Number(process.env.CONCURRENCY ?? 2),
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: `out/mutation-${part}.json` },
  // No tsconfig is rewritten: Vitest takes the types away.
  tsconfigFile: 'none',
  ignorePatterns: ['.cache', 'dist', 'out', 'client', 'test/e2e', 'test/bench'],
};
