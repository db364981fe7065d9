import type { Anchor } from '../outline/outline.ts';
import type { Report, Section } from '../report/report.ts';
import type { Edit } from './finding.ts';
import { endOfSection, partsOfSection, startOfSection } from './places.ts';
import { defineRule } from './rule.ts';
import { distinctSections } from './sectionNumbers.ts';

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
    const order: readonly Section['id'][] = report.form.sections.map(({ id }) => id);
    const known = distinctSections(report).flatMap((section) => {
      const rank = order.indexOf(section.id);
      return rank < 0 ? [] : [{ section, rank }];
    });
    if (known.length < order.length) return;
    const kept = longestRising(known.map(({ rank }) => rank));
    const right = known.filter((_, index) => kept.has(index));
    for (const [index, { section, rank }] of known.entries()) {
      const below = right.find((other) => known.indexOf(other) < index && other.rank > rank);
      const above = right.findLast((other) => known.indexOf(other) > index && other.rank < rank);
      const other = (below ?? above)?.section;
      // What stands right is neither.
      if (other === undefined) continue;
      yield {
        at: section.heading,
        message: (below === undefined ? say.early : say.late)(section.title.text, other.title.text),
        related: [{ anchor: other.heading, message: other.text }],
        fixes() {
          const before = right.findLast((candidate) => candidate.rank < rank)?.section;
          return before === undefined
            ? [
                {
                  title: `把“${section.title.text}”移到“${other.title.text}”之前`,
                  edits: move(report, section, startOfSection(other), (text) => `${text}\n\n`),
                },
              ]
            : [
                {
                  title: `把“${section.title.text}”移到“${before.title.text}”之后`,
                  edits: move(report, section, endOfSection(report, before), (text) => `\n\n${text}`),
                },
              ];
        },
      };
    }
  },
});

/** Indices of a longest rising subsequence: what stands right, so that as little as possible moves. */
function longestRising(ranks: readonly number[]): ReadonlySet<number> {
  /** The longest one that ends with each. */
  const rising: { readonly last: number; readonly indices: readonly number[] }[] = [];
  const longest = (some: typeof rising) =>
    some.reduce<readonly number[]>(
      (best, { indices }) => (indices.length > best.length ? indices : best),
      [],
    );
  for (const [index, rank] of ranks.entries())
    rising.push({ last: rank, indices: [...longest(rising.filter(({ last }) => last < rank)), index] });
  return new Set(longest(rising));
}

/** Takes a section out and puts its text, unchanged, into another place. */
function move(report: Report, section: Section, to: Anchor, placed: (text: string) => string): Edit[] {
  const parts = partsOfSection(report, section);
  const text = parts.map(({ block, start, end }) => block.source.slice(start, end)).join('\n\n');
  return [
    ...parts.map((part): Edit => ({ anchor: part, newText: '' })),
    { anchor: to, newText: placed(text) },
  ];
}
