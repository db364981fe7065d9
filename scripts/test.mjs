// `npm test`: installs what is missing, then types, lint, unused code, stale files, unit, property, LSP and
// editor tests, each in turn, all of them even when one fails. The last line counts what passed and failed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, ensurePrograms, root } from './ensure.mjs';

ensurePackages();
ensurePrograms({ nvim: 'neovim', parallel: 'parallel' });

const { name: product, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packageFile = `${product}-${version}.vsix`;
const bin = (name) => join(root, 'node_modules', '.bin', name);
const node = process.execPath;
const [command, args, how] = offline(node, ['node_modules/vitest/vitest.mjs', 'run']);

/** Steps with how their output tells the numbers of tests: passed, failed, skipped; a step without counts as one. */
const steps = [
  ['类型：核心', bin('tsc'), ['-p', 'server/src/core/tsconfig.json']],
  ['类型：服务端', bin('tsc'), ['-p', 'server/tsconfig.json']],
  ['类型：客户端', bin('tsc'), ['-p', 'client/tsconfig.json']],
  ['类型：测试', bin('tsc'), ['-p', 'test/tsconfig.json']],
  ['格式与规范', bin('biome'), ['ci', '--error-on-warnings', '.']],
  ['未用的代码', bin('knip'), []],
  ['编译', node, ['scripts/build.mjs']],
  ['正则表达式都是线性的', node, ['scripts/regexes.mjs']],
  ['生成的文件没有过期', node, ['scripts/docs.mjs', '--check']],
  [`单元、性质与协议测试（${how}）`, command, args, vitestCounts],
  ['打包与文件清单', node, ['scripts/package.mjs']],
  ['编辑器测试', node, ['test/e2e/run.mjs'], e2eCounts],
  [
    '打好的包，在全新的编辑器里',
    node,
    ['test/e2e/run.mjs', `--vsix=${packageFile}`, '--grep=五分钟上手'],
    e2eCounts,
  ],
];

let passed = 0;
let failed = 0;
let skipped = 0;
const failures = [];
for (const [title, program, values, counts] of steps) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status, output } = await runStep(program, values);
  const [good, bad, left = 0] = counts?.(output) ?? [status === 0 ? 1 : 0, status === 0 ? 0 : 1];
  // A runner that dies has failed once more than it counted.
  const extra = status !== 0 && bad === 0 ? 1 : 0;
  passed += good;
  failed += bad + extra;
  skipped += left;
  if (status !== 0 || bad > 0) failures.push(title);
  console.log(
    `-- ${title}：${status === 0 && bad === 0 ? '通过' : '没有通过'}${left === 0 ? '' : `，跳过 ${left} 项`}（${((Date.now() - started) / 1000).toFixed(1)} 秒）`,
  );
}
if (failures.length > 0) console.log(`\n没有通过：${failures.join('、')}`);
if (skipped > 0) console.log(`跳过 ${skipped} 项`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The same without any network, in a namespace of its own, where the system lets us make one. */
function offline(command, args) {
  const unshare = '/usr/bin/unshare';
  // As the same user, if that can be; else as one who is root inside.
  const flags = ['-n', '-cn', '-rn'].find(
    (tried) => existsSync(unshare) && spawnSync(unshare, [tried, 'true']).status === 0,
  );
  return flags === undefined
    ? [command, args, '本机不允许断开网络']
    : [unshare, [flags, command, ...args], '断开网络'];
}

function runStep(command, args) {
  if (!existsSync(command)) return Promise.resolve({ status: 1, output: '' });
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

function vitestCounts(output) {
  const line = output.match(/^\s*Tests\s.*$/m)?.[0] ?? '';
  const count = (word) => Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);
  return [count('passed'), count('failed'), count('skipped')];
}

function e2eCounts(output) {
  const counts = [...output.matchAll(/^e2e: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  return counts === undefined ? [0, 1] : counts.slice(1).map(Number);
}
