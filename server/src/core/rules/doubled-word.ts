import { inPassages, type Passage } from '../report/passages.ts';
import { doubledWordsIn } from '../text/doubled.ts';
import { defineRule } from './rule.ts';

export const doubledWord = defineRule({
  id: 'doubled-word',
  group: 'text',
  severity: 'information',
  title: '重复的字词',
  why: '修改稿子时容易留下重复的字词（“的的”“进行进行”）。人名和“人人”“一一”一类叠词不在此列。',
  messages: {
    doubled: (word: string) => `“${word}”重复了一次，多半是笔误。`,
  },
  examples: {
    good: [
      {
        replace: [
          [
            '组织业务培训',
            '为了了解群众需要，人人参加，一一登记，核对对象名单，对对口部门的可行性性质说明，达到了公开的目的的同时组织业务培训',
          ],
        ],
      },
      { replace: [['组织业务培训', '示例县人民政府政府信息公开信息化系统实实在在地组织业务培训']] },
    ],
    bad: [
      { replace: [['组织业务培训', '组织群众关心⟦的的⟧业务培训']] },
      { replace: [['组织业务培训', '对工作人员⟦进行进行⟧业务培训']] },
      { replace: [['组织业务培训', '⟦对对⟧需要更新的过程⟦性性⟧信息组织业务培训']] },
      { replace: [['组织业务培训', '组织⟦政府信息公开政府信息公开⟧业务培训']] },
    ],
  },
  *check(report, _context, say) {
    for (const { passage, span } of inPassages(report, doubledWords)) {
      const word = passage.text.slice(span.start, (span.start + span.end) / 2);
      const at = passage.place(span);
      yield {
        at,
        message: say.doubled(word),
        fixes: () => [
          {
            title: `只留一个“${word}”`,
            preferred: true,
            safe: true,
            edits: [{ anchor: at, newText: word }],
          },
        ],
      };
    }
  },
});

function doubledWords(passage: Passage) {
  return doubledWordsIn(passage.text).map((span) => ({ passage, span }));
}
