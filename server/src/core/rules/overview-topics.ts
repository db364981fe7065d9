import { sectionOf } from './places.ts';
import { defineRule } from './rule.ts';
import { isUnwritten, sectionText } from './sectionText.ts';

export const overviewTopics = defineRule({
  id: 'overview-topics',
  group: 'structure',
  severity: 'information',
  title: '总体情况没有写全规定的内容',
  why: '格式要求总体情况写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。哪一方面没有可写的，也宜写一句。',
  messages: {
    missing: (title: string, topics: string) => `“${title}”没有写到${topics}。请补写，哪怕只有一句。`,
  },
  examples: {
    good: [
      {},
      { form: '2019', replace: [['政府信息管理方面，对公开目录逐条核对。', '']] },
      { replace: [['平台建设方面，更新门户网站专栏。', '更新微信公众号内容。']] },
    ],
    bad: [
      {
        replace: [
          ['## 一、总体情况', '## ⟦一、总体情况⟧'],
          ['政府信息管理方面，对公开目录逐条核对。平台建设方面，更新门户网站专栏。', ''],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const { id, topics } of report.form.sections) {
      const section = sectionOf(report, id);
      if (topics === undefined || section === undefined) continue;
      const text = sectionText(report, id);
      if (isUnwritten(text)) continue;
      const missing = topics.filter(
        ({ words }) => !text.some((part) => words.some((word) => part.includes(word))),
      );
      if (missing.length > 0)
        yield {
          at: section.heading,
          absence: true,
          message: say.missing(section.title.text, missing.map(({ name }) => `“${name}”`).join('、')),
        };
    }
  },
});
