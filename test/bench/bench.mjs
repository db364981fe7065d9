// `npm run bench`: this tree next to the floors of the same machine in the same run, written to docs/performance.md
// and out/bench.json. Absolute times drift with the machine's load; ratios within one run hold. `--peers` adds the
// neighbours, `--long` the rows on 12 MB, once each (many minutes). BENCH_ROUNDS sets the rounds; with BENCH_BUILT the
// bundles are taken as they are.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ensurePackages, root, run } from '../../scripts/ensure.mjs';
import { bundleCore, bundleProgram } from './core.mjs';
import { firstFindings, interleave, keystrokes, runTime } from './measure.mjs';
import { installPeers, peerCommands, peerServers } from './peers.mjs';
import { profileTables } from './profile.mjs';
import { searchTable } from './search.mjs';
import { writeResults } from './tables.mjs';

const withPeers = process.argv.includes('--peers');
const long = process.argv.includes('--long');
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

ensurePackages();
if (process.env.BENCH_BUILT === undefined) run(process.execPath, ['scripts/build.mjs'], '编译失败。');
if (withPeers) installPeers();

const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const corePath = await bundleCore(folder);
const core = await import(pathToFileURL(corePath).href);
const small = core.reportOfSize(12 * 1024);
const file = join(folder, '年报.md');
writeFileSync(file, small);

const cli = join(root, 'dist/cli.cjs');
const gouji = { command: node, args: [cli, 'lsp', '--stdio'] };
const echo = { command: node, args: [await bundleProgram('echo.mjs', folder)] };
const rawEcho = { command: node, args: [await bundleProgram('rawEcho.mjs', folder)] };
const peerLines = withPeers ? peerCommands(file) : [];
const peers = withPeers ? peerServers() : [];

const tables = [
  await startTable(),
  await keystrokeTable(),
  await parseTable(),
  ...(await optionalTables()),
  searchTable(core),
  sizeTable(),
  ...(await profileTables({ folder, text: small, file })),
];
writeResults(tables, { rounds, bytes: Buffer.byteLength(small), withPeers });
rmSync(folder, { recursive: true });
// A server that did not answer may still be waited for.
process.exit();

async function startTable() {
  const names = { base: 'node -e 0', raw: '手写的 Node 回声服务器：启动到第一次回答' };
  const times = await interleave(
    {
      [names.base]: () => runTime(node, ['-e', '0']),
      'gouji check，一个文件': () => runTime(node, [cli, 'check', file]),
      [names.raw]: () => firstFindings(rawEcho, small),
      'gouji 服务器：启动到第一批问题': () => firstFindings(gouji, small),
      ...Object.fromEntries(
        peerLines.map(([name, command, args, options]) => [
          `${name}，一个文件`,
          () => runTime(command, args, options),
        ]),
      ),
    },
    rounds,
  );
  const goals = {
    'gouji check，一个文件': [names.base, 1.4],
    'gouji 服务器：启动到第一批问题': [names.raw, 1.5],
  };
  return {
    title: '启动',
    unit: '毫秒',
    rows: Object.entries(times).map(([name, ms]) => {
      const [to, most] = goals[name] ?? [name.includes('回声') ? names.raw : names.base];
      return { name, value: ms, to, ratio: ms / times[to], most };
    }),
  };
}

/** Digits typed into a cell of 表三 and into a paragraph, by report size. */
async function keystrokeTable() {
  const cell = (text) => text.indexOf(' 5 ') + 1;
  const prose = (text) => text.indexOf('，', text.length >> 1) + 1;
  const ofSize = (name, bytes) => {
    const text = core.reportOfSize(bytes);
    return {
      [`vscode-languageserver 回声服务器，${name}`]: () => keystrokes(echo, text, prose(text), 30),
      [`gouji，${name}，一段文字`]: () => keystrokes(gouji, text, prose(text), 30),
    };
  };
  const echoName = 'vscode-languageserver 回声服务器，12 KB';
  const tasks = {
    [echoName]: () => keystrokes(echo, small, cell(small), 200),
    'gouji，12 KB，表三的一格': () => keystrokes(gouji, small, cell(small), 200),
    'gouji，12 KB，一段文字': () => keystrokes(gouji, small, prose(small), 200),
    ...ofSize('1.2 MB', 1.2 * 2 ** 20),
  };
  const times = await interleave(tasks, rounds);
  // A neighbour that stops answering costs its own row only.
  for (const peer of await answering(peers)) {
    const name = `${peer.name}，12 KB`;
    const typed = await interleave({ [name]: () => keystrokes(peer, small, cell(small), 10) }, rounds).catch(
      (error) => console.error(`${name}：${error.message}，不列`),
    );
    Object.assign(times, typed);
  }
  if (long)
    for (const [name, task] of Object.entries(ofSize('12 MB', 12 * 2 ** 20))) times[name] = await task();
  const goals = {
    'gouji，12 KB，表三的一格': [echoName, 2],
    'gouji，12 KB，一段文字': [echoName, 2],
    'gouji，1.2 MB，一段文字': ['gouji，12 KB，一段文字', 4],
    'gouji，12 MB，一段文字': ['gouji，12 KB，一段文字', 4],
  };
  const rows = Object.entries(times).map(([name, { p50, p99, rss }]) => {
    const [to, most] = goals[name] ?? [echoName];
    return { name, value: p50, p99, rss, to, ratio: p50 / times[to].p50, most };
  });
  const base = times[echoName].rss;
  const own = times['gouji，12 KB，表三的一格'].rss;
  return {
    title: '按一个键，到收到问题（经标准输入输出）',
    unit: '毫秒（中位数）',
    rows,
    memory: { value: own, ratio: own / base, most: 1.3 },
  };
}

/** The servers that answer at all: one that does not would hold up the others. */
async function answering(servers) {
  const found = [];
  for (const server of servers) {
    const first = keystrokes(server, small, small.indexOf(' 5 ') + 1, 1).then(
      () => true,
      () => false,
    );
    if (await Promise.race([first, sleep(20_000, false)])) found.push(server);
    else console.error(`${server.name}：20 秒没有回答，不列`);
  }
  return found;
}

/** CPU time and peak memory of one parse, each in a process of its own. */
async function parseTable() {
  const program = join(root, 'test/bench/parse.mjs');
  const parse = (parser, bytes, times) => () =>
    JSON.parse(
      execFileSync(node, [
        '--max-old-space-size=8192',
        program,
        corePath,
        parser,
        String(bytes),
        String(times),
      ]),
    );
  const KB = 1024;
  const MB = 1024 * 1024;
  const tasks = {
    'remark，12 KB': parse('parseMarkdown', 12 * KB, 20),
    'gouji 的大纲，12 KB': parse('readOutline', 12 * KB, 200),
    'gouji 的全部规则，12 KB': parse('check', 12 * KB, 50),
    'remark，1.2 MB': parse('parseMarkdown', 1.2 * MB, 1),
    'gouji 的大纲，1.2 MB': parse('readOutline', 1.2 * MB, 1),
    'gouji 的全部规则，1.2 MB': parse('check', 1.2 * MB, 1),
  };
  const times = await interleave(tasks, rounds);
  if (long)
    Object.assign(times, {
      'remark，12 MB': parse('parseMarkdown', 12 * MB, 1)(),
      'gouji 的大纲，12 MB': parse('readOutline', 12 * MB, 1)(),
      'gouji 的全部规则，12 MB': parse('check', 12 * MB, 1)(),
    });
  const goals = { '12 KB': 1 / 30, '1.2 MB': 1 / 20, '12 MB': 1 / 20 };
  return {
    title: '读一遍全文',
    unit: '毫秒（CPU）',
    rows: Object.entries(times).map(([name, { ms, mb }]) => {
      const size = name.slice(name.indexOf('，') + 1);
      const to = `remark，${size}`;
      const known = times[to] !== undefined;
      const isOutline = name.includes('大纲');
      return {
        name,
        value: ms,
        rss: mb,
        ...(known ? { to, ratio: ms / times[to].ms } : {}),
        ...(known && isOutline ? { most: goals[size] } : {}),
      };
    }),
  };
}

/** Parts of the bench that live in modules of their own. */
async function optionalTables() {
  const found = [];
  if (existsSync(join(root, 'test/bench/requests.mjs'))) {
    const { requestTimes } = await import('./requests.mjs');
    const times = await requestTimes(node, gouji.args, small, 150);
    const rows = times.map(([name, value]) => ({ name, value, limit: 2 }));
    found.push({ title: '分析之后，其他请求的回答', unit: '毫秒（p95）', rows });
  }
  const { measureBatch } = await import('./batch.mjs');
  found.push(await measureBatch({ folder, text: small, cli, withPeers }));
  return found;
}

function sizeTable() {
  const limits = {
    'server.cjs': 500,
    'gouji.cjs': undefined,
    'extension.cjs': undefined,
    'server.worker.js': undefined,
  };
  const rows = Object.entries(limits).map(([name, limit]) => ({
    name: `dist/${name}`,
    value: statSync(join(root, 'dist', name)).size / 1000,
    ...(limit === undefined ? {} : { limit }),
  }));
  return { title: '大小', unit: 'KB', rows };
}
