// End-to-end tests: `node test/e2e/run.mjs [node] [web] [ui] [--grep=EXPRESSION] [--vsix=FILE] [--images=FOLDER]`
//
//   node, web   the mocha suite in suite/, inside the Node and the web extension host
//   ui          the workbench seen from outside, by the tests in ui/
//   --grep      of the tests in ui/, only those whose titles match the expression
//   --vsix      the packaged extension, installed in a fresh profile; `ui` only
//   --images    where the screenshots for the documentation are written; none are without it
//
// E2E_HOST says where `node` runs: `npm`, a VS Code from the npm registry (the default on Linux), or `desktop`,
// the desktop program, downloaded by @vscode/test-electron (the default elsewhere).
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import Mocha from 'mocha';
import { runTestsAt } from './host/browser.mjs';
import { installExtension, settings } from './host/code.mjs';
import { startWebServer } from './host/web.mjs';
import { pictures } from './ui/workbench.mjs';
import { newWorkspace, root } from './workspace.mjs';

const here = import.meta.dirname;
const logs = join(root, 'test-results');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, vsix: { type: 'string' }, images: { type: 'string' } },
});
const host =
  process.env.E2E_HOST ?? (process.platform === 'linux' && process.arch === 'x64' ? 'npm' : 'desktop');
const runs = {
  node: () => suiteInHost('node', runInNode),
  web: () => suiteInHost('web', runInWeb),
  ui: runUi,
};

const chosen = positionals.length > 0 ? positionals : options.vsix ? ['ui'] : Object.keys(runs);
const unknown = chosen.filter((name) => !(name in runs));
if (unknown.length > 0) throw new Error(`没有这种测试：${unknown.join('、')}，可选 node、web、ui`);
if (!options.vsix && !existsSync(join(root, 'dist/extension.cjs'))) throw new Error('请先运行 npm run build');

const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of chosen) {
  const started = Date.now();
  const result = await runs[name]();
  for (const key of Object.keys(total)) total[key] += result[key];
  console.log(`${name} 用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒\n`);
}
console.log(`e2e: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
// Also when a browser or a server did not close.
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * Bundles the suite, runs it in a host and reads the line that it prints at its end. VS Code gives exit code 0
 * also when its extension host dies: without that line, or without a test, the run has failed.
 */
async function suiteInHost(name, run) {
  const bundle = await bundleSuite(name);
  const workspace = await newWorkspace();
  let problem;
  const { output, shown } = await captured(async () => {
    try {
      await run(bundle, workspace.folder);
    } catch (error) {
      problem = error;
    }
  });
  await workspace.remove();
  const result = /^e2e-result (.*)$/m.exec(output)?.[1];
  const counts = result === undefined ? { passed: 0, failed: 0, skipped: 0 } : JSON.parse(result);
  if (counts.failed === 0 && (problem !== undefined || counts.passed === 0)) {
    console.log(
      `  ✗ ${name}：测试没有跑完${shown ? '' : '，也没有开始'}（${problem?.message ?? '没有结果'}）`,
    );
    counts.failed = 1;
  }
  if (counts.failed > 0) {
    await mkdir(logs, { recursive: true });
    await writeFile(join(logs, `e2e-${name}.log`), output);
    console.log(`VS Code 的全部输出在 test-results/e2e-${name}.log`);
  }
  return counts;
}

async function runInNode(bundle, folder) {
  console.log(
    host === 'npm' ? 'node：npm 上的 VS Code（E2E_HOST=npm）' : 'node：桌面版 VS Code（E2E_HOST=desktop）',
  );
  const profile = await mkdtemp(join(tmpdir(), 'gouji-profile-'));
  // Where the desktop program reads them; the other host writes them for its server.
  await mkdir(join(profile, 'User'), { recursive: true });
  await writeFile(join(profile, 'User/settings.json'), JSON.stringify(settings));
  try {
    await runTests({
      ...(host === 'npm' ? { vscodeExecutablePath: join(here, 'host/code.mjs') } : {}),
      extensionDevelopmentPath: root,
      extensionTestsPath: bundle,
      launchArgs: [folder, `--user-data-dir=${profile}`, `--extensions-dir=${join(profile, 'extensions')}`],
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runInWeb(bundle, folder) {
  console.log('web：npm 上的网页版 VS Code 1.91');
  const server = await startWebServer({ folder, extensionPath: root, testsPath: bundle });
  try {
    const code = await runTestsAt(server.url());
    if (code !== 0) throw new Error(`退出码 ${code}`);
  } finally {
    await server.close();
  }
}

/** The tests in ui/, in this process; they read what to open from the environment. */
async function runUi() {
  console.log('ui：无界面的 Chromium 打开 npm 上的 VS Code，从外面看');
  const profile = await mkdtemp(join(tmpdir(), 'gouji-extensions-'));
  if (options.vsix) {
    await installExtension(options.vsix, profile);
    process.env.E2E_EXTENSIONS_DIR = profile;
  }
  if (options.images) process.env.E2E_IMAGES = resolve(options.images);
  const mocha = new Mocha({
    timeout: 120_000,
    // A busy machine may swallow a click or a key; a person would try again, too, and it is said.
    retries: 1,
    forbidOnly: true,
    rootHooks: { afterEach: pictureOfFailure },
    ...(options.grep === undefined ? {} : { grep: new RegExp(options.grep, 'u') }),
  });
  for (const file of await testsIn('ui', '.test.mjs')) mocha.addFile(join(here, 'ui', file));
  await mocha.loadFilesAsync();
  const { stats } = await new Promise((end) => {
    const runner = mocha.run(() => end(runner));
    runner.on('retry', (test, error) =>
      console.log(`    重试：${test.title}（${error.message.split('\n')[0]}）`),
    );
  });
  await rm(profile, { recursive: true, force: true });
  const failed = stats.tests === 0 ? 1 : stats.failures;
  return { passed: stats.passes, failed, skipped: stats.pending };
}

/** @this {Mocha.Context} */
async function pictureOfFailure() {
  if (this.currentTest.state !== 'failed') return;
  const name = this.currentTest.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
  await pictures(name);
  console.log(`      当时的画面：test-results/${name}.png`);
}

/** @returns {Promise<string>} the bundle; inside the repository, as the web host serves only the extension's folder */
async function bundleSuite(name) {
  const outfile = join(here, 'out', name === 'node' ? 'suite.node.cjs' : 'suite.web.js');
  const tests = await testsIn('suite', '.test.ts');
  await build({
    stdin: {
      contents: [
        `export { run } from './host.${name}.ts';`,
        ...tests.map((file) => `import './${file}';`),
      ].join('\n'),
      resolveDir: join(here, 'suite'),
    },
    bundle: true,
    format: 'cjs',
    platform: name === 'node' ? 'node' : 'browser',
    external: name === 'node' ? ['vscode', 'mocha'] : ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    outfile,
  });
  return outfile;
}

async function testsIn(folder, ending) {
  return (await readdir(join(here, folder))).filter((file) => file.endsWith(ending)).sort();
}

/**
 * Does something and collects all that it prints; of that only the lines that the suite meant for a person
 * (see suite/reporter.ts), and ours, come through.
 */
async function captured(action) {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let output = '';
  let rest = '';
  let shown = false;
  for (const stream of streams) {
    stream.write = (data) => {
      output += data;
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        if (!/^e2e│ |^(node|web)：|正在安装/.test(line)) continue;
        shown ||= line.startsWith('e2e│ ');
        writes[0].call(process.stdout, `${line.replace('e2e│ ', '')}\n`);
      }
      return true;
    };
  }
  try {
    await action();
  } finally {
    streams.forEach((stream, index) => {
      stream.write = writes[index];
    });
  }
  return { output, shown };
}
