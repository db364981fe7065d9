// `npm start`: installs what is missing, builds, checks the practice report in the terminal and opens a copy of it
// in VS Code with the extension: the installed `code` if there is one, else a VS Code in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, root, run } from './ensure.mjs';

ensurePackages();
run(process.execPath, ['scripts/build.mjs'], '编译失败。');

const sample = join('samples', 'practice.md');
console.log(`\n$ gouji check ${sample}\n`);
spawnSync(process.execPath, ['dist/cli.cjs', 'check', sample], { cwd: root, stdio: 'inherit' });

// A copy: whatever is tried out in it, the original stays.
const folder = join(root, '.cache', 'practice');
const file = join(folder, 'practice.md');
cpSync(join(root, 'samples'), folder, { recursive: true });

// On Windows `code` is a script of the shell, to which a path with blanks is several words.
const shell = process.platform === 'win32';
const word = (written) => (shell ? `"${written}"` : written);
if (spawnSync('code', ['--version'], { stdio: 'ignore', shell }).status === 0) {
  console.log('\n正在 VS Code 中打开练习年报……');
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, file];
  spawn('code', args.map(word), { stdio: 'inherit', shell });
} else {
  console.log('\n没有找到 VS Code（code 命令），改在浏览器中打开。');
  const { openForUser } = await import('../test/e2e/host/forUser.mjs');
  await openForUser({ extensionPath: root, folder, file });
}
