/**
 * Starts every line that is meant for the person who runs the tests; all else that a VS Code prints goes to a
 * file. `run.mjs` knows both words.
 */
const mark = 'e2e│ ';
const resultMark = 'e2e-result ';

/**
 * Prints each test and, at the end, a line with the counts. The driver requires that line, as VS Code gives
 * exit code 0 also when its extension host dies.
 */
class Reporter {
  constructor(runner: Mocha.Runner) {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    runner.on('suite', (suite) => suite.title !== '' && print(suite.fullTitle()));
    runner.on('pass', (test) => {
      passed += 1;
      print(`  ✓ ${test.title}（${test.duration ?? 0} ms）`);
    });
    runner.on('pending', (test) => {
      skipped += 1;
      print(`  － ${test.title}（跳过）`);
    });
    // Also for a hook, so the count of failures may be higher than that of tests.
    runner.on('fail', (test, error) => {
      failed += 1;
      print(`  ✗ ${test.title}`);
      print(`${error.stack ?? error}`.replace(/^/gm, '      '));
    });
    runner.on('end', () => console.log(resultMark + JSON.stringify({ passed, failed, skipped })));
  }
}

/** What both hosts tell Mocha. */
export const options = {
  ui: 'bdd',
  timeout: 60_000,
  forbidOnly: true,
  reporter: Reporter as unknown as Mocha.ReporterConstructor,
} as const;

/** Runs what has been described; rejects if anything failed, which VS Code turns into its exit code. */
export function runAll(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} 项测试没有通过`))));
  });
}

function print(text: string): void {
  console.log(text.replace(/^/gm, mark));
}
