import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,lsp,cli,convert,client,fuzz,gates}/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});
