import type { SectionId } from '../forms/form.ts';
import type { Anchor } from '../outline/outline.ts';
import type { Report, Section } from '../report/report.ts';
import type { Edit } from './finding.ts';
import { blocksOf, endOfSection, startOfSection } from './places.ts';
import { defineRule } from './rule.ts';

export const sectionOrder = defineRule({
  id: 'section-order',
  group: 'structure',
  severity: 'warning',
  title: '各部分的次序与格式不一致',
  why: '格式规定六个部分依次为总体情况、主动公开、依申请公开、复议诉讼、问题及改进、其他事项。次序颠倒会使人以为缺项。',
  messages: {
    early: (title: string, other: string) =>
      `“${title}”应在“${other}”之后，现在它的前面。请按规定次序排列六个部分。`,
    late: (title: string, other: string) =>
      `“${title}”应在“${other}”之前，现在它的后面。请按规定次序排列六个部分。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          [
            '## 五、存在的主要问题及改进情况',
            '## 六、其他需要报告的事项\n\n没有。\n\n## ⟦五、存在的主要问题及改进情况⟧',
          ],
          ['## 六、其他需要报告的事项\n\n本年度没有收取信息处理费，没有其他需要报告的事项。\n\n', ''],
        ],
        also: ['fee-statement'],
      },
    ],
  },
  *check(report, _context, say) {
    const order = report.form.sections.map(({ id }) => id);
    if (!order.every((id) => report.sections.some((section) => section.id === id))) return;
    const known = report.sections.filter((section) => section.id !== undefined && isFirst(report, section));
    const kept = longestRising(known.map((section) => order.indexOf(section.id as SectionId)));
    const rank = (section: Section) => order.indexOf(section.id as SectionId);
    const right = known.filter((_, index) => kept.has(index));
    for (const [index, section] of known.entries()) {
      if (kept.has(index)) continue;
      const late = right.find((other) => known.indexOf(other) < index && rank(other) > rank(section));
      const other =
        late ??
        right.findLast((candidate) => known.indexOf(candidate) > index && rank(candidate) < rank(section));
      if (other === undefined) continue;
      yield {
        at: section.heading,
        message: (late === undefined ? say.early : say.late)(section.title.text, other.title.text),
        related: [{ anchor: other.heading, message: other.text }],
        fixes() {
          const before = right.findLast((candidate) => rank(candidate) < rank(section));
          const behind = right.find((candidate) => rank(candidate) > rank(section));
          if (before !== undefined)
            return [
              {
                title: `把“${section.title.text}”移到“${before.title.text}”之后`,
                edits: move(report, section, endOfSection(report, before), (text) => `\n\n${text}`),
              },
            ];
          return behind === undefined
            ? []
            : [
                {
                  title: `把“${section.title.text}”移到“${behind.title.text}”之前`,
                  edits: move(report, section, startOfSection(behind), (text) => `${text}\n\n`),
                },
              ];
        },
      };
    }
  },
});

function isFirst(report: Report, section: Section): boolean {
  return report.sections.find(({ id }) => id === section.id) === section;
}

/** Indices of a longest rising subsequence: what stands right, so that as little as possible moves. */
function longestRising(ranks: readonly number[]): ReadonlySet<number> {
  const length = ranks.map(() => 1);
  const previous = ranks.map(() => -1);
  let best = 0;
  ranks.forEach((rank, index) => {
    for (let i = 0; i < index; i++) {
      if ((ranks[i] as number) < rank && (length[i] as number) + 1 > (length[index] as number)) {
        length[index] = (length[i] as number) + 1;
        previous[index] = i;
      }
    }
    if ((length[index] as number) > (length[best] as number)) best = index;
  });
  const kept = new Set<number>();
  for (let index = best; index >= 0; index = previous[index] as number) kept.add(index);
  return kept;
}

/** Takes the section's blocks out and puts their text, unchanged, into another place. */
function move(report: Report, section: Section, to: Anchor, placed: (text: string) => string): Edit[] {
  const removals = blocksOf(report, section).map((block, index): Edit => {
    const start = index === 0 ? startOfSection(section).start : 0;
    return { anchor: { block, start, end: block.source.length }, newText: '' };
  });
  const text = removals.map(({ anchor }) => anchor.block.source.slice(anchor.start)).join('\n\n');
  return [...removals, { anchor: to, newText: placed(text) }];
}
