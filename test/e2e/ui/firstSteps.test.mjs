import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  goToText,
  openWorkbench,
  quickInput,
  runCommand,
  runOurCommand,
  screenshot,
  statusItem,
  typeOver,
  untilDone,
  waitForSquiggle,
  waitForText,
} from './workbench.mjs';

const row = '| 一、本年新收政府信息公开申请数量 | | | 8 | 1 | 0 | 0 | 0 | 3 |';

describe('五分钟上手（Node 扩展主机）', () => {
  let page;
  let close;
  before(async () => {
    ({ page, close } = await openWorkbench({ host: 'code', width: 1440, height: 900 }));
    await untilDone(async (timeout) => {
      await page.keyboard.press('Escape');
      await quickInput(page, 'F1', 'Welcome: Open Walkthrough', 'Open Walkthrough', { another: true });
      await page.keyboard.insertText('Five minutes');
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: 'Five minutes to start' }).first().click({ timeout });
      await step('open').first().waitFor({ timeout });
    });
  });
  after(() => close?.());

  /** A step of the walkthrough, its mark when it is done. */
  const step = (id) => page.locator(`.getting-started-step[data-step-id$="#start#${id}"]`);
  const done = (id) => step(id).locator('.codicon-getting-started-step-checked');
  const notDone = (id) => step(id).locator('.codicon-getting-started-step-unchecked');
  const open = async (id) => {
    await step(id).locator('.step-title').click();
    await step(id)
      .locator('.step-description-container a, .step-description-container .monaco-button')
      .first()
      .waitFor();
  };
  const follow = async (id) => {
    await open(id);
    await step(id)
      .locator('.monaco-button:visible, a.monaco-link:visible, .step-description-container a:visible')
      .first()
      .click();
  };

  it('开始时一步也没有完成', async () => {
    await notDone('open').waitFor();
    await notDone('new').waitFor();
    const media = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await media.getByText('里面有三处错误').waitFor();
    await screenshot(page, 'walkthrough');
  });

  it('打开练习年报，在旁边，有三处问题', async () => {
    await follow('open');
    await done('open').waitFor();
    await waitForText(page, '示例县自然资源局2025年政府信息公开工作年度报告');
    await page.locator('.part.statusbar', { hasText: /1\s*2/ }).waitFor();
  });

  it('看看哪里有问题', async () => {
    await follow('problems');
    await done('problems').waitFor();
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'suspect-cell' }).waitFor();
    assert.match(await rows.first().innerText(), /年度报告\s*3$/);
    await runCommand(page, 'View: Hide Panel');
  });

  it('重新计算合计，改好总计', async () => {
    await follow('fix');
    await done('fix').waitFor();
  });

  it('对照交稿清单', async () => {
    await follow('checklist');
    await done('checklist').waitFor();
    const sums = page.locator('.monaco-list-row', { hasText: '勾稽全部相等' });
    await sums.filter({ hasText: '已通过' }).waitFor();
  });

  it('写自己的年报', async () => {
    await follow('new');
    await page.locator('.quick-input-widget:visible', { hasText: '从空白开始' }).waitFor();
    await page.keyboard.press('Escape');
    await done('new').waitFor();
  });
});

describe('从新建到交稿（Node 扩展主机）', () => {
  let page;
  let close;
  let folder;
  before(async () => {
    ({ page, close, folder } = await openWorkbench({
      host: 'code',
      file: 'practice.md',
      width: 1280,
      height: 800,
    }));
    await goToText(page, row);
    await waitForSquiggle(page, 'error', `${row} ⟦11⟧ |`);
  });
  after(() => close?.());

  const checklist = (label) => page.locator('.pane .monaco-list-row', { hasText: label });

  it('状态栏写明年度和问题的数量，点开交稿清单', async () => {
    const item = await statusItem(page);
    assert.match(await item.innerText(), /年报 2025 · 1 错误 2 提醒/);
    assert.match(await item.innerText(), /示例县自然资源局，2021年格式/);
    await item.locator('a').first().click();
    await checklist('勾稽全部相等').filter({ hasText: '1 处有问题' }).waitFor();
  });

  it('改正以后，清单上变成“已通过”', async () => {
    await goToText(page, row);
    await typeOver(page, `${row} ⟦11⟧ |`, '12');
    await checklist('勾稽全部相等').filter({ hasText: '已通过' }).waitFor();
    await screenshot(page, 'checklist');
  });

  async function writeNew(page) {
    const widget = page.locator('.quick-input-widget:visible');
    await runOurCommand(page, 'gouji.newReport', { another: true });
    await widget.locator('.monaco-list-row', { hasText: '从空白开始' }).click();
    await widget.filter({ hasText: '（2/4）' }).waitFor();
    await widget.locator('input').fill('2025');
    await page.keyboard.press('Enter');
    await widget.filter({ hasText: '（3/4）' }).waitFor();
    await widget.locator('input').fill('示例县水务局');
    await page.keyboard.press('Enter');
    await widget.locator('.monaco-list-row', { hasText: '部门' }).click();
    await waitForText(page, '# 示例县水务局2025年政府信息公开工作年度报告');
  }

  it('新建年报，一步一步，到保存的文件', async () => {
    const name = '示例县水务局2025年政府信息公开工作年度报告.md';
    await writeNew(page);
    // While that is not saved, another goes to a draft of its own.
    await writeNew(page);
    await page.locator('.tab.active.dirty').filter({ hasNotText: name }).waitFor();
    await page.locator('.tab', { hasText: name }).click();
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)', { hasText: name }).waitFor();
    const saved = await readFile(join(folder, name), 'utf8');
    assert.match(saved, /^---\n年报: true\n年度: 2025\n机关: 示例县水务局\n机关类型: 部门\n---\n/);
    assert.match(saved, /\| 四、结转下年度继续办理 \|/);
    assert.equal(saved.match(/^# /gm)?.length, 1);
  });

  it('从上年年报结转：机关、年度已经填好，写明上年报告在哪里', async () => {
    const widget = page.locator('.quick-input-widget:visible');
    await runOurCommand(page, 'gouji.newReport', { another: true });
    await widget.locator('.monaco-list-row', { hasText: '从上年年报结转' }).click();
    await widget.filter({ hasText: '选择上年年报' }).waitFor();
    await widget.locator('.monaco-list-row', { hasText: 'practice.md' }).click();
    await widget.filter({ hasText: '（2/4）' }).waitFor();
    assert.equal(await widget.locator('input').first().inputValue(), '2026');
    await page.keyboard.press('Enter');
    await widget.filter({ hasText: '（3/4）' }).waitFor();
    assert.equal(await widget.locator('input').first().inputValue(), '示例县自然资源局');
    await page.keyboard.press('Enter');
    await widget.locator('.monaco-list-row', { hasText: '部门' }).click();
    await waitForText(page, '上年报告: ./practice.md');
    await screenshot(page, 'carried-forward');
  });
});
