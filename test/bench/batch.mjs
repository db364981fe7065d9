// Many reports at once: seconds, reports a second and peak memory of all processes of a run together. Alone, this file
// measures `BENCH_FILES` reports and prints the rows.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/ensure.mjs';
import { bundleCore } from './core.mjs';
import { installPeers, peerCommands } from './peers.mjs';

const count = Number(process.env.BENCH_FILES ?? 2000);
const node = process.execPath;
const program = join(root, 'test/bench/batchCore.mjs');

/** Every way once, one after the other, over the same reports: half as many organs, of two years each. */
export async function measureBatch({ folder, text, cli, withPeers }) {
  const reports = join(folder, '年报');
  writeReports(reports, text);
  const core = (work) => [node, [program, join(folder, 'core.mjs'), work, reports]];
  const check = (...args) => [node, [cli, 'check', reports, '--format', 'ndjson', ...args]];
  const one = `'${node}' '${cli}' check --jobs 1 --files-from - --format ndjson --max-severity error`;
  const cores = availableParallelism();
  const parallel = `find '${reports}' -name '*.md' | sort | parallel --pipe -N ${Math.ceil(count / cores / 2)} --jobs ${cores} ${one}`;
  const remark = 'remark 读全文';
  const ways = {
    [remark]: core('parseMarkdown'),
    'gouji 的大纲和年报（不查）': core('bind'),
    'gouji 的大纲、年报和全部规则': core('check'),
    'gouji check --jobs 1': check('--jobs', '1'),
    [`gouji check（${cores} 个线程）`]: check(),
    [`GNU parallel，${cores} 个进程`]: ['bash', ['-c', parallel]],
    ...(withPeers ? peers(reports) : {}),
  };
  const rows = [];
  for (const [name, [command, args, options]] of Object.entries(ways)) {
    const { seconds, rss, isThere } = await run(command, args, options);
    if (!isThere) continue;
    rows.push({ name, value: seconds, perSecond: count / seconds, rss, to: remark });
  }
  const base = rows[0].value;
  return {
    title: `成批检查：${count} 份年报，各一次`,
    unit: '秒',
    rows: rows.map((row) => ({ ...row, ratio: row.value / base })),
  };
}

/** The neighbours that check a folder in less than minutes. */
function peers(reports) {
  const wanted = /^(?:markdownlint-cli2|autocorrect-node|rumdl) /;
  const found = peerCommands('@').filter(([name]) => wanted.test(name));
  return Object.fromEntries(
    found.map(([name, command, args, options]) => {
      const what = name.startsWith('markdownlint') ? join(reports, '**/*.md') : reports;
      return [name, [command, args.map((arg) => (arg === '@' ? what : arg)), options]];
    }),
  );
}

/** Every tenth has a wrong total; last year's report of each organ is there. */
function writeReports(folder, text) {
  for (let index = 0; index < count; index++) {
    const organ = `示例${1000 + (index >> 1)}县自然资源局`;
    const year = 2024 + (index & 1);
    const own = text
      .replaceAll('示例县自然资源局', organ)
      .replaceAll('2026年', `${year + 1}年`)
      .replaceAll('2025年', `${year}年`);
    const home = join(folder, organ);
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, `${year}.md`),
      index % 10 === 0 ? own.replace('| 1 | 0 | 0 | 1 | 2 |', '| 1 | 0 | 0 | 1 | 3 |') : own,
    );
  }
}

/** Seconds until all is done, the most memory that the processes of the session had together, in MB, and whether there is such a program. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: 'ignore', detached: true, ...options });
    let rss = 0;
    const timer = setInterval(() => {
      rss = Math.max(rss, sessionMegabytes(child.pid));
    }, 100);
    child.on('error', reject);
    child.on('exit', (status) => {
      clearInterval(timer);
      // What a shell says of a program that is not installed.
      resolve({ seconds: (performance.now() - start) / 1000, rss, isThere: status !== 127 });
    });
  });
}

/** Linux only: elsewhere there is nothing to read. */
function sessionMegabytes(session) {
  let pages = 0;
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (Number(fields[3]) === session) pages += Number(fields[21]);
      } catch {}
    }
  } catch {}
  return (pages * 4096) / 2 ** 20;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-batch-'));
  const { reportOfSize } = await import(pathToFileURL(await bundleCore(folder)).href);
  const withPeers = process.argv.includes('--peers');
  if (withPeers) installPeers();
  const cli = join(root, 'dist/cli.cjs');
  const { title, rows } = await measureBatch({ folder, text: reportOfSize(12 * 1024), cli, withPeers });
  console.log(title);
  for (const { name, value, perSecond, rss, ratio } of rows)
    console.log(
      `${value.toFixed(1)} s  ${perSecond.toFixed(0)}/s  ${rss.toFixed(0)} MB  ${ratio.toFixed(2)}  ${name}`,
    );
  rmSync(folder, { recursive: true });
}
