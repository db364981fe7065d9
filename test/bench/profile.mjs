// Where the time goes: CPU profiles of the server under keystrokes and of the command line on one report, by the parts
// of the source that the samples fall into. What is profiled is bundled with its names and without the kept V8 code.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/ensure.mjs';
import { startServer } from './client.mjs';
import { typeKeys } from './measure.mjs';

const node = process.execPath;

/** The parts by the beginnings of their paths, and what they are called; the first that fits counts. */
const parts = [
  ['server/src/core/outline/', '读 Markdown（outline）'],
  ['server/src/core/report/', '认出年报、表格和段落（report）'],
  ['server/src/core/equations/', '勾稽关系（equations）'],
  ['server/src/core/text/', '读数字、句子（text）'],
  ['server/src/core/laws/', '读法规名称和条款（laws）'],
  ['server/src/core/rules/', '规则自身（rules）'],
  ['server/src/core/', '核心其余部分'],
  ['server/src/', 'lsp、cli'],
  ['node_modules/', '装入的包（JSON-RPC 等）'],
  ['node:', 'Node.js 自身'],
  ['(garbage collector)', '回收内存'],
  ['(program)', 'V8 编译、系统调用'],
];

export async function profileTables({ folder, text, file, keys = 400 }) {
  const bundle = join(folder, 'profiled.cjs');
  await build({
    entryPoints: [join(root, 'server/src/main.cli.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
    logLevel: 'error',
  });
  const cell = text.indexOf(' 5 ') + 1;
  const prose = text.indexOf('，', text.length >> 1) + 1;
  const typed = (place) => async (flags) => {
    const server = startServer(node, [...flags, bundle, 'lsp', '--stdio']);
    await typeKeys(server, text, place, keys);
    await server.request('shutdown', null);
    server.notify('exit');
    await once(server.child, 'exit');
  };
  const checked = async (flags) => {
    const child = spawn(node, [...flags, bundle, 'check', file], { stdio: 'ignore' });
    await once(child, 'exit');
  };
  const profiles = {
    [`在表三的一格里按 ${keys} 个键（每键毫秒）`]: [typed(cell), keys],
    [`在一段文字里按 ${keys} 个键（每键毫秒）`]: [typed(prose), keys],
    'gouji check，一个文件（毫秒）': [checked, 1],
  };
  const tables = [];
  for (const [title, [work, times]] of Object.entries(profiles)) {
    const home = join(folder, `profile${tables.length}`);
    mkdirSync(home);
    await work(['--cpu-prof', `--cpu-prof-dir=${home}`, '--cpu-prof-interval=200']);
    tables.push({ title: `时间用在哪里：${title}`, unit: '毫秒', rows: rowsOf(home, bundle, times) });
  }
  return tables;
}

function rowsOf(home, bundle, times) {
  const moduleAt = modulesOf(bundle);
  const busy = new Map(parts.map(([, name]) => [name, 0]));
  for (const name of readdirSync(home)) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(home, name), 'utf8'));
    const partOf = new Map(nodes.map(({ id, callFrame }) => [id, partNamed(callFrame, bundle, moduleAt)]));
    samples.forEach((id, index) => {
      const part = partOf.get(id);
      if (part !== undefined) busy.set(part, busy.get(part) + timeDeltas[index] / 1000 / times);
    });
  }
  const total = [...busy.values()].reduce((sum, value) => sum + value, 0);
  return [...busy]
    .sort(([, a], [, b]) => b - a)
    .map(([name, value]) => ({ name: `${name}：${((value / total) * 100).toFixed(0)}%`, value }));
}

function partNamed({ functionName, url, lineNumber }, bundle, moduleAt) {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  const path = url.endsWith(bundle) ? moduleAt(lineNumber) : url;
  return (
    parts.find(([start]) => path.startsWith(start) || functionName === start)?.[1] ?? 'V8 编译、系统调用'
  );
}

/** Which module a line of the bundle is of: esbuild names each before its first line. */
function modulesOf(bundle) {
  const paths = [];
  let path = '';
  for (const line of readFileSync(bundle, 'utf8').split('\n')) {
    const named = /^\s*\/\/ ((?:server|node_modules)\/\S+)$/.exec(line);
    if (named !== null) path = named[1];
    paths.push(path);
  }
  return (line) => paths[line] ?? '';
}
