import { anchor, type Block } from '../outline/outline.ts';
import type { BoundTable, Report, Section } from '../report/report.ts';
import type { Fix } from './finding.ts';
import { endOfSection, sectionOf, tablePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const tableInWrongSection = defineRule({
  id: 'table-in-wrong-section',
  group: 'tables',
  severity: 'warning',
  title: '表格放错了部分',
  why: '三张统计表各属于第二、三、四部分。放错部分，读者会以为原来的部分没有表。',
  messages: {
    elsewhere: (name: string, right: string, here: string | undefined) =>
      `${name}应在“${right}”之下，现在${here === undefined ? '第一部分之前' : `“${here}”之下`}。请移回原处。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          ['## 四、政府信息公开行政复议、行政诉讼情况\n\n| 行政复议 |', '| ⟦行政复议⟧ |'],
          ['## 五、', '## 四、政府信息公开行政复议、行政诉讼情况\n\n见上表。\n\n## 五、'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      const right = sectionOf(report, table.layout.table.section);
      const at = tablePlace(table);
      const here = sectionAround(report, at.block);
      // Where the right section is missing, that is the fault.
      if (right === undefined || here?.id === right.id) continue;
      yield {
        at,
        message: say.elsewhere(table.layout.table.name, right.title.text, here?.title.text),
        related: [{ anchor: right.heading, message: right.text }],
        fixes: () => moving(report, table, at.block, right),
      };
    }
  },
});

function sectionAround({ outline, sections }: Report, block: Block): Section | undefined {
  const index = outline.blocks.indexOf(block);
  return sections.findLast(({ first }) => first <= index);
}

function moving(
  report: Report,
  { parts, layout }: BoundTable,
  block: Block,
  section: Section,
): readonly Fix[] {
  if (parts.length > 1 || block.content.kind !== 'table') return [];
  return [
    {
      title: `把${layout.table.name}移到“${section.title.text}”之下`,
      edits: [
        { anchor: anchor(block, { start: 0, end: block.source.length }), newText: '' },
        { anchor: endOfSection(report, section), newText: `\n\n${block.source}` },
      ],
    },
  ];
}
