// A VS Code for a person, in the browser of their own: what `npm start` opens where there is no desktop VS Code.
import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { startServer } from './code.mjs';
import { cache } from './install.mjs';
import { startWebServer } from './web.mjs';

/**
 * Shows a file in VS Code until Ctrl-C.
 *
 * @param {{ extensionPath: string, folder: string, file: string }} what
 */
export async function openForUser(what) {
  const { url, close } = await serve(what);
  const opened = openBrowser(url);
  console.log(`\nVS Code 已启动，练习年报在这里：\n\n  ${url}\n`);
  console.log(opened ? '已请浏览器打开。如果没有打开，请自己打开上面的地址。' : adviceFor(url));
  console.log('按 Ctrl-C 结束。');
  await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  await close();
  console.log('\n已结束。');
  // A server that is slow to go keeps nobody waiting.
  process.exit(0);
}

/** The Node host where there is one for this machine; the web host, which keeps what is saved in the page, elsewhere. */
async function serve({ extensionPath, folder, file }) {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const server = await startServer({ dataDir: join(cache, 'profile'), port: '8220-8259' });
    return { url: server.url({ extensionPath, folder, file }), close: server.close };
  }
  const server = await startWebServer({ extensionPath, folder });
  return { url: server.url({ file: relative(folder, file) }), close: server.close };
}

/** @returns {boolean} whether there is a screen, and a program that was asked to open the address on it */
function openBrowser(url) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return false;
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
  }[process.platform] ?? ['xdg-open', url];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => console.log('没有能够打开浏览器，请自己打开上面的地址。'));
  opener.unref();
  return true;
}

function adviceFor(url) {
  const { port } = new URL(url);
  return `这台机器没有图形界面。请在有浏览器的电脑上运行\n\n  ssh -L ${port}:127.0.0.1:${port} 用户名@这台机器\n\n再用那里的浏览器打开上面的地址。`;
}
