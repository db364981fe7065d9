// The hands and eyes of the tests in this folder: opens a workbench and does in it what a person would. Every
// function waits for the state that it is about; none sleeps. A workbench moves while one acts (lenses appear,
// panels open, lists are filled): like a person, a function looks whether it did what it meant, and if not does
// it again. Selectors: stable from VS Code 1.91 to 1.139.
//
// A place in the editor is written as its text, `| 3 | ⟦11⟧ |`: the visible line that contains it, in it the part
// between the brackets (all of it without them).
import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPage } from '../host/browser.mjs';
import { startServer } from '../host/code.mjs';
import { startWebServer } from '../host/web.mjs';
import { newWorkspace, root } from '../workspace.mjs';

const logs = join(root, 'test-results');

/** The hosts that a test is repeated in, with the names of their VS Code for people. */
export const hosts = { code: 'Node 扩展主机', web: '网页扩展主机' };

/** @typedef {import('playwright-core').Page} Page */

const practice = readFileSync(join(root, 'samples/practice.md'), 'utf8').split('\n');
/** The titles of the extension's commands: `code` shows them in English, `web` knows the default texts only. */
const titles = { code: titlesIn('package.nls.en.json'), web: titlesIn('package.nls.json') };
/** @type {WeakMap<Page, keyof typeof hosts>} */
const hostOf = new WeakMap();

/** The pages that are open now: of these a failing test leaves a picture (see run.mjs). */
const openPages = new Set();

/**
 * Opens a copy of the practice reports with the extension under development, or with the one that is
 * installed in E2E_EXTENSIONS_DIR.
 *
 * @param {object} options
 * @param {keyof typeof hosts} options.host
 * @param {string} [options.file] opened at the start, a path inside the workspace
 * @param {boolean} [options.restricted] the folder is not trusted; `code` only
 * @param {string} [options.extensionsDir] where the extension is installed; `code` only
 * @param {object} [options.settings] beside the usual ones; `code` only
 * @param {(page: Page) => Promise<void>} [ready] what a test begins with. A hook of Mocha is not tried again when
 *   it fails, as a test is; so this is, once, in a new workbench, and it is said.
 * @returns {Promise<{ page: Page, folder: string, close(): Promise<void> }>}
 */
export async function openWorkbench(options, ready = async () => {}) {
  const workbench = await openOnce(options);
  try {
    await ready(workbench.page);
    return workbench;
  } catch (error) {
    console.log(`    重新打开：${error.message.split('\n')[0]}`);
    await pictures('before');
    await workbench.close();
  }
  const again = await openOnce(options);
  await ready(again.page);
  return again;
}

/** Leaves a picture of each open page with the test results. @param {string} name without ending */
export async function pictures(name) {
  await mkdir(logs, { recursive: true });
  for (const page of openPages) await page.screenshot({ path: join(logs, `${name}.png`) });
}

async function openOnce({ host, file, restricted, extensionsDir, settings, ...size }) {
  const { folder, remove } = await newWorkspace();
  const { server, url } = await (host === 'code'
    ? serveCode(folder, file, { restricted, extensionsDir, more: settings })
    : serveWeb(folder, file));
  const page = await openPage(size);
  openPages.add(page);
  hostOf.set(page, host);
  // A machine that does much else starts an extension host only after half a minute.
  page.setDefaultTimeout(45_000);
  // Of the functions that run in the page, one calls the other.
  await page.addInitScript(`window.findPlace = ${findPlace}`);
  await page.goto(url);
  await page.locator('.monaco-workbench .part.editor').waitFor();
  if (file !== undefined) await page.locator('.editor-instance .view-line').first().waitFor();
  return {
    page,
    folder,
    async close() {
      openPages.delete(page);
      await page.context().browser().close();
      await server.close();
      await remove();
    },
  };
}

async function serveCode(folder, file, options) {
  const extensionsDir = options.extensionsDir ?? process.env.E2E_EXTENSIONS_DIR;
  const server = await startServer({ ...options, extensionsDir });
  const url = server.url({
    folder,
    file: file && join(folder, file),
    extensionPath: extensionsDir === undefined ? root : undefined,
  });
  return { server, url };
}

async function serveWeb(folder, file) {
  // This host saves by itself after a second, and takes no settings but those of the folder.
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ 'files.autoSave': 'off' }));
  const server = await startWebServer({ folder, extensionPath: await unpackedExtension() });
  return { server, url: server.url({ file }) };
}

async function unpackedExtension() {
  const installed = process.env.E2E_EXTENSIONS_DIR;
  if (installed === undefined) return root;
  const [name] = (await readdir(installed)).filter((entry) => entry.startsWith('gouji.'));
  return join(installed, name);
}

function titlesIn(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

/** Opens a file of the workspace by its name. @param {Page} page @param {string} name */
export async function openFile(page, name) {
  await quickInput(page, 'Control+P', name, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Runs a command by its title. @param {Page} page @param {string} title */
export async function runCommand(page, title, options) {
  await quickInput(page, 'F1', title, title, options);
}

/** Runs a command of the extension by its id. @param {Page} page */
export async function runOurCommand(page, id, options) {
  await runCommand(page, `勾稽: ${titles[hostOf.get(page)][id]}`, options);
}

/** Takes back all that was not saved. @param {Page} page */
export async function revert(page) {
  await page.keyboard.press('Escape');
  if (!(await page.locator('.tab.active.dirty').isVisible())) return;
  await runCommand(page, 'File: Revert File');
  await page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
}

/** Brings a line of the practice report into view and puts the cursor there. @param {Page} page @param {string} start of the line */
export async function goToText(page, start) {
  const line = practice.findIndex((text) => text.startsWith(start));
  if (line < 0) throw new Error(`no line ‘${start}…’ in the practice report`);
  await goToLine(page, line + 1);
}

/** Brings a line into view and puts the cursor there. @param {Page} page @param {number} line from 1 */
export async function goToLine(page, line, column = 1) {
  await untilDone(async (timeout) => {
    await quickInput(page, 'Control+G', `${line}:${column}`);
    const there = page.locator('.part.statusbar', { hasText: `Ln ${line}, Col ${column}` });
    await there.waitFor({ timeout });
  });
}

/**
 * Opens a quick input by a key, types into it and accepts a row.
 *
 * @param {Page} page
 * @param {string} key
 * @param {string} text added to what the key put there
 * @param {string} [row] the text of the row to take; the first one without it
 * @param {{ another?: boolean }} [options] another: it leads to another quick input
 */
export async function quickInput(page, key, text, row, { another = false } = {}) {
  const widget = page.locator('.quick-input-widget:visible');
  await untilDone(async (timeout) => {
    for (const stroke of key.split(' ')) await page.keyboard.press(stroke);
    await widget.locator('.quick-input-box input:focus').waitFor({ timeout });
  });
  await page.keyboard.insertText(text);
  const rows = widget.locator('.quick-input-list .monaco-list-row');
  if (row !== undefined) await rows.filter({ hasText: row }).first().click();
  else {
    await rows.first().waitFor();
    await page.keyboard.press('Enter');
  }
  if (!another) await widget.waitFor({ state: 'hidden' });
}

/**
 * Does something until it has had its effect, for which it gets more time at each attempt.
 *
 * @template T
 * @param {(timeout: number) => Promise<T>} act rejects when the effect does not show within the time
 */
export async function untilDone(act) {
  for (const timeout of [1000, 2000, 4000, 8000]) {
    try {
      return await act(timeout);
    } catch (error) {
      if (error.name !== 'TimeoutError') throw error;
    }
  }
  return act(16_000);
}

/** Waits until a place has a squiggle. @param {Page} page @param {'error' | 'warning' | 'info'} kind */
export async function waitForSquiggle(page, kind, place) {
  await page.waitForFunction(squiggled, { kind, place, wanted: true });
}

/** Waits until a place is there and has no squiggle of that kind. @param {Page} page */
export async function waitForNoSquiggle(page, kind, place) {
  await page.waitForFunction(squiggled, { kind, place, wanted: false });
}

/** Replaces the text at a place, as by selecting it and typing. @param {Page} page */
export async function typeOver(page, place, text) {
  await untilDone(async (timeout) => {
    const { x, y, width, height } = await boxOf(page, place);
    await page.mouse.click(x + 1, y + height / 2);
    await page.keyboard.down('Shift');
    await page.mouse.click(x + width, y + height / 2);
    await page.keyboard.up('Shift');
    await page.waitForFunction(selected, place, { timeout });
  });
  await page.keyboard.insertText(text);
}

/** Waits until just a place is selected. @param {Page} page */
export async function waitForSelection(page, place) {
  await page.waitForFunction(selected, place);
}

/** Waits until the editor shows a text. @param {Page} page */
export async function waitForText(page, text) {
  await page.waitForFunction((place) => window.findPlace(place) !== undefined, text);
}

/** Puts the cursor at the end of a place. @param {Page} page */
export async function clickAt(page, place) {
  await untilDone(async (timeout) => {
    const { x, y, width, height } = await boxOf(page, place);
    await page.mouse.click(x + width, y + height / 2);
    await page.waitForFunction(cursorAtEnd, place, { timeout });
  });
}

/** Types at the end of a place. @param {Page} page */
export async function typeAt(page, place, text) {
  await clickAt(page, place);
  await page.keyboard.insertText(text);
}

/**
 * Puts the mouse over a place and gives the text of the hover that appears.
 *
 * @param {Page} page
 * @param {RegExp} text what the hover must have: parts of it come one after the other
 */
export async function hoverAt(page, place, text = /\S/) {
  return untilDone(async (timeout) => {
    // From elsewhere: a mouse that already is there would not move.
    await page.mouse.move(0, 0);
    await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
    const { x, y, width, height } = await boxOf(page, place);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    const shown = await page.waitForFunction(shownHover, text.source, { timeout });
    return plain(await shown.jsonValue());
  });
}

/**
 * The rows of the problems panel, which it opens: files, below them their problems, below those the related
 * places, all unfolded at first.
 *
 * @param {Page} page
 * @returns {Promise<import('playwright-core').Locator>}
 */
export async function problems(page) {
  const panel = page.locator('.markers-panel');
  await untilDone(async (timeout) => {
    if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
    await panel.waitFor({ timeout });
  });
  return panel.locator('.monaco-list-row');
}

/** Takes an action from the light bulb at a place. @param {Page} page @param {string} title */
export async function chooseAction(page, place, title) {
  const bulb = page.locator('[class*=codicon-gutter-lightbulb], .lightBulbWidget').filter({ visible: true });
  const action = page.locator('.action-widget .monaco-list-row', { hasText: title });
  await untilDone(async (timeout) => {
    // A list that was opened too early lacks the action: closed, and opened again.
    await page.keyboard.press('Escape');
    await clickAt(page, place);
    if (await bulb.first().isVisible()) await bulb.first().click({ timeout });
    else await page.keyboard.press('Control+.');
    // In a list that has just been opened 1.91 takes no click before the mouse has moved.
    await action.first().hover({ timeout, force: true });
    await action.first().click({ timeout });
  });
}

/** The time that VS Code says the activation of the extension took, in milliseconds. @param {Page} page */
export async function activationOf(page) {
  await runCommand(page, 'Developer: Show Running Extensions');
  const list = page.locator('.runtime-extensions-editor');
  const timeOf = async (name) => {
    const row = list.locator('.monaco-list-row', { hasText: name }).first();
    await row.waitFor();
    const text = await row.innerText();
    const [, time] = /Activation: (\d+)ms/.exec(text) ?? [];
    if (time === undefined) throw new Error(`no time in ‘${text}’`);
    return Number(time);
  };
  const times = { own: await timeOf(/勾稽|gouji/), markdown: await timeOf('Markdown Language Features') };
  // Newer hosts show the list in front of everything else.
  await page.keyboard.press('Escape');
  if (await list.isVisible()) await runCommand(page, 'View: Close Editor');
  await list.waitFor({ state: 'hidden' });
  return times;
}

/** The language status item of the extension, unfolded. @param {Page} page */
export async function statusItem(page) {
  const item = page.locator('.hover-language-status').filter({ hasText: '年报' });
  await untilDone(async (timeout) => {
    await page.mouse.move(0, 0);
    await page.locator('#status\\.languageStatus').hover();
    await item.waitFor({ timeout });
  });
  return item;
}

/** The texts of the status bar. @param {Page} page */
export async function statusBar(page) {
  return plain(await page.locator('.part.statusbar').innerText());
}

/** The visible lines of the editor. @param {Page} page */
export async function visibleText(page) {
  return plain((await page.locator('.editor-instance .view-line').allTextContents()).join('\n'));
}

/** Where a place is on the page; waits until it is in view and stays where it is. @param {Page} page @param {string} place */
export async function boxOf(page, place) {
  const handle = await page.waitForFunction(findStill, place);
  return handle.jsonValue();
}

/**
 * Keeps a picture of the workbench: for the documentation in E2E_IMAGES, else with the test results.
 *
 * @param {Page} page
 * @param {string} name without ending
 * @param {{ keepMouse?: boolean }} [options] keepMouse: where the mouse is belongs to the picture
 */
export async function screenshot(page, name, { keepMouse = false } = {}) {
  const folder = process.env.E2E_IMAGES ?? join(root, 'test-results/images');
  await mkdir(folder, { recursive: true });
  if (!keepMouse) await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** The editor and its widgets show spaces as U+00A0. */
function plain(text) {
  return text.replaceAll('\u00a0', ' ');
}

/** Runs in the page, so it stands alone. */
function findPlace(place) {
  const [before, inside] = place.includes('⟦') ? place.split(/[⟦⟧]/) : ['', place];
  // All rows as one text, from top to bottom: a long line is wrapped into several.
  const rows = [...document.querySelectorAll('.editor-group-container.active .editor-instance .view-line')]
    .map((row) => ({ row, top: row.getBoundingClientRect().top }))
    .sort((one, other) => one.top - other.top);
  const nodes = [];
  for (const { row } of rows) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
  }
  const shown = nodes.map(({ data }) => data.replaceAll('\u00a0', ' ')).join('');
  const start = shown.indexOf(place.replace(/[⟦⟧]/g, ''));
  if (start < 0) return undefined;
  const range = document.createRange();
  const offset = start + before.length;
  const end = offset + inside.length;
  let position = 0;
  for (const node of nodes) {
    const next = position + node.length;
    if (position <= offset && offset < next) range.setStart(node, offset - position);
    if (position < end && end <= next) range.setEnd(node, end - position);
    position = next;
  }
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x, y, width, height };
}

/** Runs in the page: the text of the hover that is shown, if it has what is looked for. */
function shownHover(pattern) {
  const hovers = [...document.querySelectorAll('.monaco-hover')].filter(
    (hover) => hover.offsetParent !== null,
  );
  const text = hovers.map((hover) => hover.innerText).join('\n');
  return new RegExp(pattern, 's').test(text) ? text : undefined;
}

/** Runs in the page, which has `findPlace`: where a place is, when it has not moved for some frames. */
async function findStill(place) {
  const before = window.findPlace(place);
  for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  const after = window.findPlace(place);
  const still = before && after && Object.keys(after).every((key) => before[key] === after[key]);
  return still ? after : undefined;
}

/** Runs in the page, which has `findPlace`: whether the selection in the focused editor is just that place. */
function selected(place) {
  const box = window.findPlace(place);
  const marks = [...document.querySelectorAll('.monaco-editor.focused .selected-text')];
  const boxes = marks.map((mark) => mark.getBoundingClientRect()).filter(({ width }) => width > 0);
  if (box === undefined || boxes.length === 0) return false;
  const left = Math.min(...boxes.map((one) => one.left));
  const right = Math.max(...boxes.map((one) => one.right));
  const middle = box.y + box.height / 2;
  return (
    Math.abs(left - box.x) < 3 &&
    Math.abs(right - box.x - box.width) < 3 &&
    boxes.every(({ top, bottom }) => top <= middle && middle <= bottom)
  );
}

/** Runs in the page, which has `findPlace`: whether the focused editor's cursor is behind that place, nothing selected. */
function cursorAtEnd(place) {
  const box = window.findPlace(place);
  const cursor = document.querySelector('.monaco-editor.focused .cursors-layer .cursor');
  if (!box || !cursor || document.querySelector('.monaco-editor.focused .selected-text')) return false;
  const { left, top, bottom } = cursor.getBoundingClientRect();
  const middle = box.y + box.height / 2;
  return Math.abs(left - box.x - box.width) < 3 && top <= middle && middle <= bottom;
}

/** Runs in the page, which has `findPlace`. */
function squiggled({ kind, place, wanted }) {
  const box = window.findPlace(place);
  if (box === undefined) return false;
  const middle = box.x + box.width / 2;
  const found = [...document.querySelectorAll(`.editor-instance .squiggly-${kind}`)].some((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return left <= middle && middle <= right && top < box.y + box.height && box.y < bottom;
  });
  return found === wanted;
}
