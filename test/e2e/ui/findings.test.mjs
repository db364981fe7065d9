import assert from 'node:assert/strict';
import {
  goToLine,
  hosts,
  openWorkbench,
  problems,
  screenshot,
  typeOver,
  waitForNoSquiggle,
  waitForSquiggle,
} from './workbench.mjs';

const row = '| 一、本年新收政府信息公开申请数量 | | | 8 | 1 | 0 | 0 | 0 | 3 |';
const message = '此格疑有误：改为 12，可使 2 条勾稽关系同时成立（现填 11）。';

for (const [host, name] of Object.entries(hosts)) {
  describe(`年报中的一处合计填错（${name}）`, () => {
    let workbench;
    before(async () => {
      workbench = await openWorkbench({ host, file: 'practice.md', width: 1280, height: 760, scale: 2 });
      await goToLine(workbench.page, 35);
    });
    after(() => workbench?.close());

    it('该格下有红色波浪线', async () => {
      await waitForSquiggle(workbench.page, 'error', `${row} ⟦11⟧ |`);
    });

    it('“问题”面板中有说明和相关的各格', async () => {
      const rows = await problems(workbench.page);
      const problem = rows.filter({ hasText: message });
      await problem.waitFor();
      assert.match(await problem.innerText(), /勾稽.*suspect-cell/s);
      // First the six cells that are added up.
      await rows.nth(7).waitFor();
      const texts = (await rows.allInnerTexts()).slice(2, 8);
      assert.ok(
        texts.every((text) => /practice\.md\s*\[Ln 35, Col/.test(text)),
        texts.join('\n'),
      );
      await screenshot(workbench.page, `findings-${host}`);
    });

    it('改正后波浪线和问题都消失', async () => {
      await typeOver(workbench.page, `${row} ⟦11⟧ |`, '12');
      await waitForNoSquiggle(workbench.page, 'error', `${row} ⟦12⟧ |`);
      const rows = await problems(workbench.page);
      await rows.filter({ hasText: message }).waitFor({ state: 'detached' });
      assert.ok((await rows.count()) > 0);
    });
  });
}
