import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFile, openWorkbench, quickInput, screenshot } from './workbench.mjs';

const themes = {
  light: { name: 'Light Modern', class: 'vscode-light' },
  dark: { name: 'Dark Modern', class: 'vscode-dark' },
  'hc-dark': { name: 'Dark High Contrast', class: 'vscode-high-contrast' },
  'hc-light': { name: 'Light High Contrast', class: 'vscode-high-contrast-light' },
};

const hostile = `# 示例县自然资源局2025年政府信息公开工作年度报告

<script>document.title = 'script'; window.top.ran = true;</script>
<img src="x" onerror="document.title = 'handler'">

## 一、总体情况

全年**“公开为常态”**的要求。
`;

describe('预览（Node 扩展主机）', () => {
  let workbench;
  let page;
  let preview;
  before(async () => {
    workbench = await openWorkbench({ host: 'code', file: 'practice.md', width: 1280, height: 1040 });
    ({ page } = workbench);
    await writeFile(join(workbench.folder, 'hostile.md'), hostile);
    await page.keyboard.press('Control+Shift+V');
    preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.locator('.gouji-error').waitFor();
  });
  after(() => workbench?.close());

  it('表格是官方的合并版式', async () => {
    const table = preview.locator('.gouji-table').nth(1);
    assert.equal(await table.locator('th', { hasText: '申请人情况' }).getAttribute('colspan'), '7');
    assert.equal(await table.locator('th', { hasText: '三、本年度办理结果' }).getAttribute('rowspan'), '22');
  });

  it('有问题的格用框线和文字标明', async () => {
    const cell = preview.locator('.gouji-error');
    assert.equal(await cell.innerText(), '11\n错误：应为 12');
    assert.equal(await cell.evaluate((one) => getComputedStyle(one).outlineStyle), 'double');
  });

  for (const [id, theme] of Object.entries(themes)) {
    it(`${theme.name} 主题下看得清`, async () => {
      await quickInput(page, 'Control+K Control+T', theme.name, theme.name);
      await preview.locator(`body.${theme.class}`).waitFor();
      const contrast = await whileItStays(async () => {
        await preview.locator('.gouji-error').scrollIntoViewIfNeeded();
        return preview.locator('.gouji-error').evaluate(contrastOfOutline);
      });
      // What WCAG asks of the parts of a picture that one needs to understand it.
      assert.ok(contrast >= 3, `框线与底色的对比只有 ${contrast.toFixed(1)}`);
      await whileItStays(() =>
        preview
          .locator('.gouji-table')
          .nth(1)
          .evaluate((one) => one.scrollIntoView()),
      );
      await screenshot(page, `preview-${id}`);
    });
  }

  it('草稿里的脚本不会运行，强调照中文的习惯', async () => {
    await openFile(page, 'hostile.md');
    await page.keyboard.press('Control+Shift+V');
    const strong = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('strong');
    await strong.filter({ hasText: '“公开为常态”' }).waitFor();
    const title = await strong.first().evaluate(() => document.title);
    assert.ok(title !== 'script' && title !== 'handler', title);
    assert.equal(await page.evaluate(() => window.ran), undefined);
  });
});

/** VS Code may put the preview into a new frame, as it does when a theme is read late: then it is looked at again. */
async function whileItStays(look) {
  for (let tries = 1; ; tries++) {
    try {
      return await look();
    } catch (error) {
      if (tries === 5 || !/Frame was detached/.test(String(error))) throw error;
    }
  }
}

/** Runs in the page: how the outline of a cell stands out from what is behind it, by the formula of WCAG. */
function contrastOfOutline(cell) {
  const luminance = (colour) => {
    const [red, green, blue] = colour
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = getComputedStyle(document.body).backgroundColor;
  const page = /, 0\)$/.test(behind) ? getComputedStyle(document.documentElement).backgroundColor : behind;
  const [less, more] = [luminance(getComputedStyle(cell).outlineColor), luminance(page)].sort(
    (a, b) => a - b,
  );
  return (more + 0.05) / (less + 0.05);
}
