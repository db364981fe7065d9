// The browser that a workbench is opened in, and a test run inside that workbench.
import { chromium } from 'playwright-core';
import { installChromium } from './install.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing may leave this machine. Said to the browser and not by a Playwright route, which does not see the
  // requests of every kind of worker.
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

/**
 * A page in a new browser with an empty profile, which can reach this machine only.
 *
 * @param {{ width?: number, height?: number, scale?: number }} [options] scale: device pixels per pixel
 * @returns {Promise<import('playwright-core').Page>} close it with `page.context().browser().close()`
 */
export async function openPage({ width = 1280, height = 800, scale = 1 } = {}) {
  const browser = await chromium.launch({ executablePath: installChromium(), args: flags });
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
}

/**
 * Opens a workbench that was told to run tests, relays what they print, and waits for their end.
 *
 * @param {string} url
 * @param {{ timeout?: number }} [options] timeout: milliseconds for the whole run; a workbench whose extension
 *   host never starts says nothing
 * @returns {Promise<number>} the exit code, as VS Code gives it: 0 also when the extension host dies, so the
 *   caller looks at what was printed
 */
export async function runTestsAt(url, { timeout = 300_000 } = {}) {
  const page = await openPage();
  try {
    return await new Promise((exit, fail) => {
      setTimeout(() => fail(new Error(`测试 ${timeout / 1000} 秒没有结束`)), timeout).unref();
      page.on('crash', () => fail(new Error('浏览器页面崩溃')));
      start(page, url, exit).catch(fail);
    });
  } finally {
    await page.context().browser()?.close();
  }
}

async function start(page, url, exit) {
  await page.exposeFunction('codeAutomationLog', (type, args) => (console[type] ?? console.log)(...args));
  await page.exposeFunction('codeAutomationExit', exit);
  await page.goto(url);
}
