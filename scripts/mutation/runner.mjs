// A test runner for Stryker. Vitest starts a new thread and reads every module anew for each mutant, which takes
// seconds; here all tests of a part are one bundle, which is evaluated afresh for each mutant in some ten
// milliseconds, so that nothing kept in a module is carried from one mutant to the next.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';

class BundleRunner {
  static inject = [commonTokens.options];
  stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

  constructor({ bundledTests }) {
    this.tests = bundledTests;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Where the bundle stands, so that node_modules are found from it.
    const filename = resolve('mutation-bundle.cjs');
    this.require = createRequire(filename);
    const text = await bundled(this.tests);
    this.script = new Script(`(function (require) {${text}\n})`, { filename });
  }

  async dryRun() {
    this.stryker.activeMutant = undefined;
    this.stryker.mutantCoverage = undefined;
    const tests = this.load();
    const results = [];
    for (const test of tests) {
      this.stryker.currentTestId = test.id;
      results.push(await resultOf(test));
    }
    this.stryker.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.stryker.mutantCoverage };
  }

  async mutantRun({ testFilter, hitLimit, activeMutant, mutantActivation, disableBail }) {
    this.stryker.hitLimit = hitLimit;
    this.stryker.hitCount = 0;
    this.stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const tests = this.load();
    this.stryker.activeMutant = activeMutant.id;
    const wanted = testFilter === undefined ? tests : tests.filter(({ id }) => testFilter.includes(id));
    const results = [];
    for (const test of wanted) {
      const result = await resultOf(test);
      results.push(result);
      if (result.status === TestStatus.Failed && !disableBail) break;
    }
    return toMutantRunResult(
      determineHitLimitReached(this.stryker.hitCount, hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests: results,
      },
    );
  }

  /** The tests of the bundle, evaluated anew. */
  load() {
    globalThis.goujiTests = [];
    this.script.runInThisContext()(this.require);
    return globalThis.goujiTests;
  }
}

async function resultOf({ id, run }) {
  const began = performance.now();
  const result = (rest) => ({ id, name: id, timeSpentMs: performance.now() - began, ...rest });
  try {
    await run();
    return result({ status: TestStatus.Success });
  } catch (error) {
    return result({ status: TestStatus.Failed, failureMessage: String(error) });
  }
}

/** The tests with all that they use; `import.meta` is that of each file where it stands. */
async function bundled(files) {
  const { outputFiles } = await build({
    stdin: { contents: files.map((file) => `import '${file}';`).join('\n'), resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
    alias: { vitest: join(import.meta.dirname, 'vitest.mjs') },
    plugins: [
      {
        name: 'import.meta',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\/(?:server|scripts|test)\/.*\.ts$/ }, async ({ path }) => ({
            loader: 'ts',
            contents: (await readFile(path, 'utf8'))
              .replaceAll('import.meta.dirname', () => JSON.stringify(join(path, '..')))
              .replaceAll('import.meta.url', () => JSON.stringify(`file://${path}`)),
          })),
      },
    ],
  });
  return outputFiles[0].text;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundle', BundleRunner)];
export const strykerValidationSchema = {
  properties: { bundledTests: { description: 'Test files.', type: 'array', items: { type: 'string' } } },
};
