import { core, wordsOfForms } from '../report/vocabulary.ts';
import { defineRule } from './rule.ts';

export const extraSection = defineRule({
  id: 'extra-section',
  group: 'structure',
  severity: 'warning',
  title: '格式之外的部分',
  why: '格式要求年度报告的内容不能遗漏，也不宜泛化。工作计划、工作总结等不属于年度报告规定的六个部分。',
  messages: {
    extra: (title: string) => `“${title}”不是年报规定的部分。请把内容并入相应部分，或者删去。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          [
            '示例县自然资源局\n\n2026',
            '## ⟦七、2026年工作计划⟧\n\n继续做好公开工作。\n\n示例县自然资源局\n\n2026',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const section of report.sections) {
      // 四、结转下年度继续办理 on a line of its own is a row of a table that was pasted cell by cell.
      const isRow = section.style === 'plain' && wordsOfForms().has(core(section.title.text));
      if (section.id === undefined && !isRow) yield { at: section.heading, message: say.extra(section.text) };
    }
  },
});
