// `npm run mutation`: are the tests of the arithmetic able to fail? MUTATE=rules for the rules, and so on for any other
// part of the core. Only what the tests of that part say counts; those of the other parts, the random ones and those
// that run all rules for one are left out, so that a run takes minutes.
import { readdirSync } from 'node:fs';

const part = process.env.MUTATE ?? 'equations';
const leftOut = ['evidence', 'fixes', 'random', 'text-seeds', 'together', 'wholeReports'].map(
  (name) => `${name}.test.ts`,
);

export default {
  // The practice report is what rules are tried on.
  mutate: [`server/src/core/${part}/**/*.ts`, '!**/rules/sample.ts'],
  plugins: ['./scripts/mutation/runner.mjs'],
  testRunner: 'bundle',
  bundledTests: readdirSync(`test/core/${part}`)
    .filter((name) => name.endsWith('.test.ts') && !leftOut.includes(name))
    .map((name) => `./test/core/${part}/${name}`),
  coverageAnalysis: 'perTest',
  // What is computed once when a module is loaded would need the whole suite each.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `.cache/mutation/${part}.json`,
  tempDirName: '.cache/mutation/sandbox',
  // A busy machine is no endless loop.
  timeoutMS: 10_000,
  concurrency: Number(process.env.CONCURRENCY ?? 2),
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: `out/mutation-${part}.json` },
  // No tsconfig is rewritten: esbuild takes the types away.
  tsconfigFile: 'none',
  ignorePatterns: ['.cache', 'dist', 'out', 'client', 'test/e2e', 'test/bench'],
};
