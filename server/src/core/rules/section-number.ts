import { readNumeral } from '../laws/numerals.ts';
import { defineRule } from './rule.ts';
import { distinctSections, numeralEdit, printedNumeral, writtenNumber } from './sectionNumbers.ts';

export const sectionNumber = defineRule({
  id: 'section-number',
  group: 'structure',
  severity: 'warning',
  title: '部分的编号与标题不符',
  why: '六个部分的编号由格式规定。编号错了、丢了，读者会以为缺少一个部分。',
  messages: {
    wrong: (title: string, written: string, wanted: string) =>
      `“${title}”是第${wanted}部分，编号应为“${wanted}”，现在写的是“${written}”。`,
    dirty: (title: string, written: string, wanted: string) =>
      `“${title}”的编号写作“${written}”，应为“${wanted}”。`,
    lost: (title: string, wanted: string) => `“${title}”前面缺少编号“${wanted}、”。`,
  },
  examples: {
    good: [{}, { replace: [['## 二、', '## 2. ']] }, { replace: [['## 三、', '## 三．']] }],
    bad: [
      { replace: [['## 六、', '## ⟦五⟧、']] },
      { replace: [['## 二、', '## ⟦、⟧']] },
      { replace: [['## 一、', '## ⟦1一⟧、']] },
      { replace: [['## 五、存在的主要问题及改进情况', '## ⟦存在的主要问题及改进情况⟧']] },
    ],
  },
  *check(report, _context, say) {
    const sections = distinctSections(report);
    const numbered = sections.filter((section) => writtenNumber(section) !== undefined).length;
    for (const [index, section] of sections.entries()) {
      const wanted = printedNumeral(report, section);
      if (wanted === undefined) continue;
      const value = writtenNumber(section);
      // Where a section is missing, added or out of place, that is said; the numbers then count what is there.
      if (value === readNumeral(wanted, 0)?.value || value === index + 1) continue;
      const { numeral, title } = section;
      if (numeral === undefined && (value !== undefined || numbered * 2 < sections.length)) continue;
      const lost = numeral === undefined || '、.．'.includes(numeral.text);
      yield {
        at: numeral?.anchor ?? title.anchor,
        message: lost
          ? say.lost(title.text, wanted)
          : value === undefined
            ? say.dirty(title.text, numeral.text, wanted)
            : say.wrong(title.text, numeral.text, wanted),
        fixes: () => [
          {
            title: `编号改为“${wanted}”`,
            preferred: true,
            safe: true,
            edits: [numeralEdit(section, wanted)],
          },
        ],
      };
    }
  },
});
