import { defineRule } from './rule.ts';
import { writtenNumber } from './sectionNumbers.ts';

export const sectionTitle = defineRule({
  id: 'section-title',
  group: 'structure',
  severity: 'information',
  title: '部分的标题与格式不一致',
  why: '六个部分的标题由格式规定。意思相同的写法不算错，少字、多字、换了说法的请改回原标题。',
  messages: {
    other: (written: string, printed: string) => `标题“${written}”与格式规定的不同，应为“${printed}”。`,
  },
  examples: {
    good: [
      {},
      { replace: [['存在的主要问题及改进情况', '政府信息公开工作存在的主要问题和改进措施']] },
      {
        replace: [
          [
            '## 四、政府信息公开行政复议、行政诉讼情况',
            '## 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
          ],
        ],
      },
    ],
    bad: [
      { replace: [['## 六、其他需要报告的事项', '## 六、⟦需要报告的其他事项⟧']] },
      { replace: [['## 一、总体情况', '## 一、⟦年度总体情况⟧']] },
      { replace: [['## 二、主动公开政府信息情况', '## 二、⟦主动公开情况⟧']] },
      { replace: [['## 五、存在的主要问题及改进情况', '## 五、⟦存在的不足及改进措施⟧']] },
    ],
  },
  *check(report, _context, say) {
    for (const section of report.sections) {
      if (section.match !== 'known' && section.match !== 'hinted') continue;
      const printed = report.form.sections.find(({ id }) => id === section.id);
      if (printed === undefined) continue;
      const { title, numeral } = section;
      // 第一章 stands for a number, and is part of what is written anew.
      const isInTitle = numeral === undefined && writtenNumber(section) !== undefined;
      const newText = isInTitle ? `${printed.numeral}、${printed.title}` : printed.title;
      yield {
        at: title.anchor,
        message: say.other(title.text, printed.title),
        fixes: () => [
          {
            title: `改为“${newText}”`,
            preferred: true,
            safe: section.match === 'known',
            edits: [{ anchor: title.anchor, newText }],
          },
        ],
      };
    }
  },
});
