import { anchor } from '../outline/outline.ts';
import { unreadBlocks } from '../report/unreadBlocks.ts';
import { defineRule } from './rule.ts';

export const unreadBlock = defineRule({
  id: 'unread-block',
  group: 'structure',
  severity: 'warning',
  title: '有一段内容太复杂，没有检查',
  why: '括号、引用、列表嵌套成千上万层的文字，多半是误粘贴的内容。程序把它当作普通文字，不检查其中的数字和表格。',
  messages: { unread: () => '这一段嵌套太深或太长，没有检查。请删去误粘贴的内容，或拆成几段。' },
  examples: {
    good: [{ replace: [['本年度没有收取', `${'（'.repeat(5)}注${'）'.repeat(5)}本年度没有收取`]] }],
    bad: [{ replace: [['本年度没有收取', `⟦${'['.repeat(40_000)}⟧\n\n本年度没有收取`]] }],
  },
  *check(report, _context, say) {
    for (const block of unreadBlocks(report.outline))
      yield { at: anchor(block, block.content.span), message: say.unread() };
  },
});
