// Installs what the end-to-end tests run in: a VS Code from the npm registry (desktop VS Code comes from a
// server that is not always within reach) and, on Debian, a Chromium with Chinese fonts.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** Everything that is downloaded, or kept between runs; git ignores it. */
export const cache = join(here, '../../../.cache/e2e');

/**
 * Installs one of the locked sub-packages beside this file; instant once done.
 *
 * @param {'code' | 'web'} name
 * @returns {Promise<string>} the folder that has its node_modules
 */
export async function installHost(name) {
  const folder = join(cache, name);
  const stamp = join(folder, 'stamp');
  const wanted = await recipeOf(name);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return folder;
  // Made beside its place and moved there when whole: a run that was broken off leaves nothing half done.
  const partial = `${folder}.${process.pid}`;
  console.log(`正在安装测试用的 VS Code（${name}），只需一次……`);
  await mkdir(cache, { recursive: true });
  await cp(join(here, name), partial, { recursive: true });
  npmCi(partial);
  if (name === 'code') await completeServer(partial);
  await writeFile(join(partial, 'stamp'), wanted);
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
  return folder;
}

/**
 * The Chromium to drive; installs Debian's, with Chinese fonts, where that can be done without asking.
 *
 * @returns {string} the path of its executable
 */
export function installChromium() {
  const missing = [];
  if (findChromium() === undefined) missing.push('chromium');
  if (process.platform === 'linux' && !hasChineseFonts()) missing.push('fonts-noto-cjk', 'fontconfig');
  if (missing.length > 0) installPackages(missing);
  const found = findChromium();
  if (found === undefined) throw new Error('安装之后仍找不到 Chromium，可用环境变量 CHROMIUM_PATH 指明。');
  return found;
}

/** What an installed host depends on: its lock file and this recipe. */
async function recipeOf(name) {
  const hash = createHash('sha256');
  for (const file of [join(here, name, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Without install scripts: those of code-server and test-web download. */
function npmCi(folder) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, options, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (status !== 0) throw new Error(`npm ci 没有成功（${folder}）`);
}

/**
 * Native modules that VS Code's server loads at its start and that nothing tested here needs. Written as
 * assignments to `exports`: an object literal hides the names from `import`.
 */
const stubs = {
  '@vscode/spdlog': `
    class Logger {
      trace() {} debug() {} info() {} warn() {} error() {} critical() {} flush() {} drop() {}
      setLevel() {} getLevel() { return 2; } setPattern() {} clearFormatters() {}
    }
    exports.Logger = Logger;
    exports.version = 0;
    exports.setLevel = () => {};
    exports.setFlushOn = () => {};
    exports.shutdown = () => {};
    exports.createRotatingLogger = async () => new Logger();
    exports.createAsyncRotatingLogger = async () => new Logger();`,
  // Ends the extension host when its parent is gone. The server ends it too, by closing its connection.
  '@vscode/native-watchdog': 'exports.start = () => {};',
  '@vscode/deviceid': "exports.getDeviceId = async () => 'gouji-e2e';",
  'node-pty': "exports.spawn = () => { throw new Error('no terminal on this host'); };",
  kerberos: "exports.initializeClient = () => { throw new Error('no Kerberos on this host'); };",
};

/** code-server's VS Code looks for its dependencies in a folder of its own: they are in ours. */
async function completeServer(folder) {
  const modules = join(folder, 'node_modules');
  for (const [name, source] of Object.entries(stubs)) {
    await mkdir(join(modules, name), { recursive: true });
    await writeFile(
      join(modules, name, 'package.json'),
      JSON.stringify({ name, version: '0.0.0', main: 'index.js' }),
    );
    await writeFile(join(modules, name, 'index.js'), source);
  }
  await symlink('../../..', join(modules, 'code-server/lib/vscode/node_modules'));
}

function findChromium() {
  const candidates = {
    linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
      'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
    ],
  };
  return [process.env.CHROMIUM_PATH, ...(candidates[process.platform] ?? [])].find(
    (path) => path && existsSync(path),
  );
}

/** Without them every character in a screenshot is a box. */
function hasChineseFonts() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return error === undefined && stdout.trim() !== '';
}

function installPackages(packages) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      existsSync('/usr/bin/apt-get')
        ? `缺少 ${packages.join('、')}。请先运行：sudo ${command}`
        : `缺少 ${packages.join('、')}，请先安装；Chromium 的位置可用环境变量 CHROMIUM_PATH 指明。`,
    );
  }
  console.log(`正在安装 ${packages.join('、')}，只需一次……`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update'], options);
  execFileSync('/bin/sh', ['-c', command], options);
}

// `node test/e2e/host/install.mjs` installs everything, before parallel runs.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  installChromium();
  await installHost('code');
  await installHost('web');
}
