import { anchor, type Block } from '../outline/outline.ts';
import { isIndentedText, unreadBlocks } from '../report/unreadBlocks.ts';
import { unreadTables } from '../report/unreadTables.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

export const unreadBlock = defineRule({
  id: 'unread-block',
  group: 'structure',
  severity: 'warning',
  title: '有一段内容没有检查',
  why: '括号、引用、列表嵌套成千上万层的文字，多半是误粘贴的内容；行首有四个空格或制表符的一段，在 Markdown 中是代码，显示不成正文。程序不检查其中的文字、数字和表格。',
  messages: {
    unread: () => '这一段嵌套太深或太长，没有检查。请删去误粘贴的内容，或拆成几段。',
    indented: () =>
      '这一段行首有四个以上的空格或制表符，成了代码，没有检查。请删去行首的空格；首行缩进请用两个全角空格。',
  },
  examples: {
    good: [
      { replace: [['本年度没有收取', `${'（'.repeat(5)}注${'）'.repeat(5)}本年度没有收取`]] },
      { replace: [['本年度没有收取', '　　本年度没有收取']] },
    ],
    bad: [
      { replace: [['本年度没有收取', `⟦${'['.repeat(40_000)}⟧\n\n本年度没有收取`]] },
      {
        replace: [
          ['根据《中华人民共和国政府信息公开条例》', '⟦    根据《中华人民共和国政府信息公开条例》'],
          ['12月31日止。', '12月31日止。⟧'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const tables = unreadTables(report);
    for (const block of unreadBlocks(report.outline)) {
      // What looks like a table is unread-table's.
      if (tables.some(({ at }) => at.block === block)) continue;
      const at = anchor(block, block.content.span);
      if (isIndentedText(block)) yield { at, message: say.indented(), fixes: () => [outdented(block)] };
      else yield { at, message: say.unread() };
    }
  },
});

function outdented(block: Block): Fix {
  const text = block.source.trimEnd();
  return {
    title: '行首的空格改为全角空格',
    edits: [
      {
        anchor: anchor(block, { start: 0, end: text.length }),
        newText: text.replace(/^[ \t]+/gm, '\u3000\u3000'),
      },
    ],
  };
}
