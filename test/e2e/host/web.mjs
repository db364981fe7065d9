#!/usr/bin/env node
// VS Code for the browser: the web extension host, offline. Takes the arguments of the desktop program too.
import { fork } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTestsAt } from './browser.mjs';
import { installHost } from './install.mjs';

/**
 * Starts the server of the workbench on the loopback address.
 *
 * @param {{ folder: string, extensionPath: string, testsPath?: string }} what absolute paths; the folder is
 *   shown as `vscode-test-web://mount/`, what is saved there stays in the page's memory; the tests are one
 *   bundled file inside the extension's folder
 * @returns {Promise<{ url(what?: { file?: string }): string, close(): Promise<void> }>} file: a path inside
 *   the folder, to open it at the start
 */
export async function startWebServer({ folder, extensionPath, testsPath }) {
  const host = await installHost('web');
  const what = JSON.stringify({ folder: resolve(folder), extensionPath: resolve(extensionPath), testsPath });
  const server = fork(join(import.meta.dirname, 'web-server.mjs'), [host, what], { silent: true });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (output += data));
  const port = await new Promise((ready, failed) => {
    server.once('message', ready);
    server.once('exit', () => failed(new Error(`网页版 VS Code 的服务没有启动：\n${output}`)));
  });
  return {
    url: ({ file } = {}) => urlOf(port, file),
    async close() {
      server.kill();
    },
  };
}

function urlOf(port, file) {
  const address = `http://localhost:${port}/`;
  if (file === undefined) return address;
  const payload = [['openFile', `vscode-test-web://mount/${encodeURI(file)}`]];
  return `${address}?payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

async function main(args) {
  const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const server = await startWebServer({
    folder: args.find((arg) => !arg.startsWith('-')) ?? '.',
    extensionPath: option('extensionDevelopmentPath'),
    testsPath: option('extensionTestsPath'),
  });
  try {
    return await runTestsAt(server.url());
  } finally {
    await server.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2));
}
