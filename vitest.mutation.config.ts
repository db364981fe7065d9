import { defineConfig } from 'vitest/config';

const part = process.env.MUTATE ?? 'equations';

/** The tests that say what a part does, without those that count over many random reports. */
export default defineConfig({
  test: {
    include: [`test/core/${part}/**/*.test.ts`],
    exclude: ['**/evidence.test.ts', '**/fixes.test.ts', '**/text-seeds.test.ts'],
    // Every mutant is run by itself already.
    isolate: false,
    testTimeout: 60_000,
  },
});
