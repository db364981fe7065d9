// Makes sure that the packages of package-lock.json are installed, whatever the machine had before.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Stops with a sentence when Node is too old; installs what is missing. */
export function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。`);
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.gouji-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('正在安装所需的包……');
  // Where npm runs us, it says where it is: on Windows `npm` alone is a script that only a shell finds.
  const { npm_execpath: path = '' } = process.env;
  const [npm, ...own] = path.endsWith('npm-cli.js') ? [process.execPath, path] : ['npm'];
  run(
    npm,
    [...own, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    '安装失败，请检查网络和 npm 的设置。',
  );
  writeFileSync(stamp, lock);
}

/** Runs a command with its output shown; stops with `failure` when it fails. */
export function run(command, args, failure) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined || status !== 0) fail(failure);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Programs that some tests run, with the Debian packages that have them: installed where that can be done without asking. */
export function ensurePrograms(programs) {
  const missing = Object.entries(programs).filter(
    ([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
  );
  if (missing.length === 0) return;
  const packages = missing.map(([, debian]) => debian);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0) fail(`测试需要 ${packages.join('、')}。请先运行：sudo ${command}`);
  console.log(`正在安装测试需要的程序：${packages.join('、')}……`);
  run(
    'bash',
    ['-c', `apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${command} >/dev/null`],
    `安装失败，请自行运行：${command}`,
  );
}
