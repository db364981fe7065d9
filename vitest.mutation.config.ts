import { defineConfig } from 'vitest/config';

const part = process.env.MUTATE ?? 'equations';

/**
 * The tests that say what a part does, without those that count over many random reports or run all rules for one:
 * each mutant is tried on whatever runs it.
 */
export default defineConfig({
  test: {
    include: [`test/core/${part}/**/*.test.ts`],
    exclude: ['evidence', 'fixes', 'text-seeds', 'together'].map((name) => `**/${name}.test.ts`),
    // Every mutant is run by itself already.
    isolate: false,
    testTimeout: 60_000,
  },
});
