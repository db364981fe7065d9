import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';

const cli = join(import.meta.dirname, '../../dist/cli.cjs');

/** What docs/editors.md tells the users of Debian's Neovim to write, with the command of this checkout. */
function recipe(): string {
  const text = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8');
  const block = /0\.7 版：\n\n```lua\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  return block.replace("'gouji', 'lsp'", `'${process.execPath}', '${cli}', 'lsp'`);
}

/** Waits until findings are there, and writes them down. */
const script = (out: string) => `
vim.cmd('filetype on')
${recipe()}
vim.cmd('edit 年报.md')
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local lines = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  table.insert(lines, string.format('%d:%d-%d %s', d.lnum, d.col, d.end_col, d.message))
end
vim.fn.writefile(lines, '${out}')
vim.cmd('qa!')
`;

it('Neovim shows what is pushed to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-nvim-'));
  const form = forms[forms.length - 1];
  writeFileSync(
    join(folder, '年报.md'),
    form === undefined ? '' : sampleReport(form, { 'proceedings/review/total': '3' }),
  );
  writeFileSync(join(folder, 'init.lua'), script(join(folder, 'out.txt')));
  const { status, stderr } = spawnSync(
    'nvim',
    ['--headless', '-u', 'NONE', '-c', `luafile ${join(folder, 'init.lua')}`],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toMatch(
    /^\d+:18-19 “行政复议”一组：总计应为 2（＝1＋0＋0＋1），现填 3，多 1。\n$/,
  );
  rmSync(folder, { recursive: true, force: true });
});
