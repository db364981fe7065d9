import type { FormSection } from '../forms/form.ts';
import { blankSection } from '../forms/markdown.ts';
import type { Anchor } from '../outline/outline.ts';
import { headingLike } from '../report/headingLike.ts';
import type { Report } from '../report/report.ts';
import { endOfBlock, endOfSection, reportPlace, sectionName, sectionOf, startOfSection } from './places.ts';
import { defineRule } from './rule.ts';

export const missingSection = defineRule({
  id: 'missing-section',
  group: 'structure',
  severity: 'error',
  title: '缺少规定的部分',
  why: '《条例》第五十条列明年度报告的内容，格式据此固定为六个部分。缺少任何一个部分，报告都会被退回。',
  messages: {
    missing: (section: FormSection) =>
      `缺少${sectionName(section)}。每份年报须有六个部分（《条例》第五十条）。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          [
            '示例县自然资源局2025年政府信息公开工作年度报告',
            '⟦示例县自然资源局2025年政府信息公开工作年度报告⟧',
          ],
          ['## 六、其他需要报告的事项\n\n', ''],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const section of report.form.sections) {
      if (sectionOf(report, section.id) !== undefined) continue;
      yield {
        at: reportPlace(report),
        message: say.missing(section),
        absence: true,
        fixes: () => [{ title: `补上${sectionName(section)}`, edits: [insertion(report, section)] }],
      };
    }
  },
});

/** The blank section goes behind the nearest one that the form prints before it, else before the first of the draft. */
function insertion(report: Report, section: FormSection): { anchor: Anchor; newText: string } {
  const order = report.form.sections.map(({ id }) => id);
  const rank = order.indexOf(section.id);
  const before = report.sections.findLast(({ id }) => id !== undefined && order.indexOf(id) < rank);
  const [first] = report.sections;
  const heading = headingLike(section, before ?? first);
  const text = blankSection(report.form, section, heading).trimEnd();
  if (before !== undefined) return { anchor: endOfSection(report, before), newText: `\n\n${text}` };
  if (first !== undefined) return { anchor: startOfSection(first), newText: `${text}\n\n` };
  return {
    anchor: endOfBlock(report.outline.blocks.at(-1) ?? reportPlace(report).block),
    newText: `\n\n${text}`,
  };
}
