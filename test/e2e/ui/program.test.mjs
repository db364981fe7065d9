import assert from 'node:assert/strict';
import {
  activationOf,
  goToText,
  hosts,
  openWorkbench,
  runOurCommand,
  typeOver,
  waitForNoSquiggle,
  waitForSquiggle,
} from './workbench.mjs';

const row = '| 一、本年新收政府信息公开申请数量 | | | 8 | 1 | 0 | 0 | 0 | 3 |';

/** The extension works here: it finds the error, and finds it no more when it has been put right. */
async function checks(page) {
  await goToText(page, row);
  await waitForSquiggle(page, 'error', `${row} ⟦11⟧ |`);
  await typeOver(page, `${row} ⟦11⟧ |`, '12');
  await waitForNoSquiggle(page, 'error', `${row} ⟦12⟧ |`);
}

for (const [host, name] of Object.entries(hosts)) {
  describe(`扩展（${name}）`, () => {
    let page;
    let close;
    before(async () => {
      ({ page, close } = await openWorkbench({ host, file: 'practice.md' }, checks));
    });
    after(() => close?.());

    it('启动的时间，照 VS Code 自己的记录', async () => {
      const { own, markdown } = await activationOf(page);
      console.log(
        `      启动用时 ${own} ms（目标 50 ms 以内；不作判断：同时启动的 Markdown 语言功能用了 ${markdown} ms）`,
      );
      assert.ok(own > 0);
    });

    it('“查看日志”打开勾稽的日志', async () => {
      await runOurCommand(page, 'gouji.showLog');
      await page.locator('.part.panel .output-view, .part.panel .editor-instance').first().waitFor();
      const chosen = page.locator('.part.panel select').first();
      assert.match(await chosen.evaluate((list) => list.selectedOptions[0].text), /勾稽/);
    });
  });
}

describe('受限模式（Node 扩展主机）', () => {
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ host: 'code', file: 'practice.md', restricted: true });
  });
  after(() => workbench?.close());

  it('不信任的文件夹里照样检查', async () => {
    const { page } = workbench;
    await page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await checks(page);
  });
});
