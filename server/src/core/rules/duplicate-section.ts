import { defineRule } from './rule.ts';

export const duplicateSection = defineRule({
  id: 'duplicate-section',
  group: 'structure',
  severity: 'warning',
  title: '同一部分出现两次，或标题重复',
  why: '多半是从网页或旧稿复制时留下的。重复的标题会被当作多出的部分，重复的内容会互相矛盾。',
  messages: {
    repeated: (title: string) => `标题“${title}”在正文开头又写了一遍。请删去重复的文字。`,
    twice: (title: string) => `“${title}”这一部分出现了两次。请合并或删去其中一个。`,
  },
  examples: {
    good: [{}],
    bad: [
      { replace: [['2025年，示例县自然资源局认真', '⟦一、总体情况 ⟧2025年，示例县自然资源局认真']] },
      {
        replace: [
          ['示例县自然资源局\n\n2026', '## ⟦六、其他需要报告的事项⟧\n\n无。\n\n示例县自然资源局\n\n2026'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const section of report.sections) {
      const { repeated } = section;
      if (repeated !== undefined) {
        yield {
          at: repeated,
          message: say.repeated(section.text),
          related: [{ anchor: section.heading, message: section.text }],
          fixes: () => [
            {
              title: '删去重复的标题',
              preferred: true,
              safe: true,
              edits: [{ anchor: repeated, newText: '' }],
            },
          ],
        };
      }
      const first = report.sections.find(({ id }) => id !== undefined && id === section.id);
      if (first === undefined || first === section) continue;
      yield {
        at: section.heading,
        message: say.twice(section.title.text),
        related: [{ anchor: first.heading, message: first.text }],
      };
    }
  },
});
