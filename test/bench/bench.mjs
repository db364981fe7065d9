// `npm run bench`: where the time goes, next to the floors of the same machine in the same run. Every
// figure is the median of interleaved rounds; absolute times drift, ratios hold.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ensurePackages, root, run } from '../../scripts/ensure.mjs';
import { capabilities, startServer } from './client.mjs';

ensurePackages();
run(process.execPath, ['scripts/build.mjs'], '编译失败。');

const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const core = await loadCore();
const report = core.reportOfSize(12 * 1024);
const file = join(folder, '年报.md');
writeFileSync(file, report);

const cold = await interleave({
  'node -e 0': () => timed(() => spawnSync(process.execPath, ['-e', '0'])),
  'gouji check, one file': () =>
    timed(() => spawnSync(process.execPath, ['dist/cli.cjs', 'check', file], { cwd: root })),
  'server: start to first findings': () => firstFindings(),
});
const warm = await interleave({
  'remark parse 12 KB': () => timed(() => core.parseMarkdown(report)),
  'outline 12 KB': () => timed(() => core.readOutline(report)),
  'analyse 12 KB, all rules': () => timed(() => core.analyze(report).findings),
});
const keys = await keystrokes(300);

const base = cold['node -e 0'];
const rows = [
  ...Object.entries(cold).map(([name, ms]) => [name, ms, `${(ms / base).toFixed(2)} × node -e 0`]),
  ...Object.entries(warm).map(([name, ms]) => [
    name,
    ms,
    `${(warm['remark parse 12 KB'] / ms).toFixed(1)} × as fast as remark`,
  ]),
  ['keystroke to findings (pull), p50', keys.p50, ''],
  ['keystroke to findings (pull), p99', keys.p99, ''],
];
console.log(
  `\nreport: ${Buffer.byteLength(report)} bytes; ${rounds} rounds; node ${process.versions.node}\n`,
);
for (const [name, ms, ratio] of rows)
  console.log(`${name.padEnd(36)} ${ms.toFixed(2).padStart(9)} ms  ${ratio}`);
mkdirSync(join(root, 'out'), { recursive: true });
writeFileSync(
  join(root, 'out', 'bench.json'),
  `${JSON.stringify({ node: process.versions.node, rows }, undefined, 2)}\n`,
);

async function loadCore() {
  const outfile = join(folder, 'core.mjs');
  const module = (path) => JSON.stringify(join(root, 'server/src/core', path));
  await build({
    stdin: {
      contents: `
        export { analyze } from ${module('analysis.ts')};
        export { readOutline } from ${module('outline/read.ts')};
        export { parseMarkdown } from ${module('outline/remark.ts')};
        import { forms } from ${module('forms/forms.ts')};
        import { sampleReport } from ${module('rules/sample.ts')};
        const sentence = '围绕群众关心的事项，逐项核对公开目录，及时更新门户网站专栏，做好政策解读和咨询答复。';
        export function reportOfSize(bytes) {
          let text = sampleReport(forms[forms.length - 1]);
          const place = '平台建设方面';
          const size = new TextEncoder().encode(text).length;
          const count = Math.max(0, Math.round((bytes - size) / 126));
          return text.replace(place, Array.from({ length: count }, () => sentence).join('\\n\\n') + '\\n\\n' + place);
        }`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return import(pathToFileURL(outfile).href);
}

async function interleave(tasks) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds + 1; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const ms = await task();
      // The first round only warms up.
      if (round > 0) times[name].push(ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, quantile(values, 0.5)]));
}

function timed(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

async function firstFindings() {
  const start = performance.now();
  const server = startServer(process.execPath, [join(root, 'dist/cli.cjs'), 'lsp', '--stdio']);
  await open(server);
  await server.request('textDocument/diagnostic', { textDocument: { uri: 'file:///a.md' } });
  const ms = performance.now() - start;
  server.stop();
  return ms;
}

async function open(server) {
  await server.request('initialize', { processId: null, rootUri: null, capabilities });
  server.notify('initialized', {});
  server.notify('textDocument/didOpen', {
    textDocument: { uri: 'file:///a.md', languageId: 'markdown', version: 1, text: report },
  });
}

/** Types digits into a cell of 表三 and asks for the findings after each. */
async function keystrokes(count) {
  const server = startServer(process.execPath, [join(root, 'dist/cli.cjs'), 'lsp', '--stdio']);
  await open(server);
  const lines = report.split('\n');
  const line = lines.findIndex((text) => text.includes('予以公开'));
  const character = lines[line].indexOf(' 5 ') + 1;
  const times = [];
  for (let version = 2; version < count + 102; version++) {
    const start = performance.now();
    const change = {
      range: { start: { line, character }, end: { line, character: character + 1 } },
      text: String(version % 10),
    };
    server.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///a.md', version },
      contentChanges: [change],
    });
    await server.request('textDocument/diagnostic', { textDocument: { uri: 'file:///a.md' } });
    if (version > 101) times.push(performance.now() - start);
  }
  server.stop();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
