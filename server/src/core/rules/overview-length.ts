import { sectionOf } from './places.ts';
import { defineRule } from './rule.ts';
import { sectionLength } from './sectionText.ts';

const sentence = '对公开目录逐条核对，及时更新过时和失效的内容。';

export const overviewLength = defineRule({
  id: 'overview-length',
  group: 'structure',
  severity: 'information',
  title: '总体情况过长',
  why: '格式要求总体情况聚焦主题、简明客观，篇幅原则上不超过一千字。字数按正文计算，不含表格和空白，可在设置中改。',
  messages: {
    long: (title: string, size: number, limit: number) =>
      `“${title}”有 ${size} 字，超过 ${limit} 字，多 ${size - limit} 字。请精简。`,
  },
  examples: {
    good: [{}, { form: '2019', replace: [['对公开目录逐条核对。', sentence.repeat(60)]] }],
    bad: [
      {
        replace: [
          ['## 一、总体情况', '## ⟦一、总体情况⟧'],
          ['对公开目录逐条核对。', sentence.repeat(60)],
        ],
      },
    ],
  },
  *check(report, { settings: { overviewLimit } }, say) {
    for (const { id, isShort } of report.form.sections) {
      const section = sectionOf(report, id);
      if (isShort !== true || section === undefined) continue;
      const size = sectionLength(report, id);
      if (size > overviewLimit)
        yield { at: section.heading, message: say.long(section.title.text, size, overviewLimit) };
    }
  },
});
