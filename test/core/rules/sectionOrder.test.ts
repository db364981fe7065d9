import { expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { applyFix } from '../../../server/src/core/edits.ts';
import { formOfVersion } from '../../../server/src/core/forms/forms.ts';
import { onlyHeard } from '../../../server/src/core/rules/sample.ts';

const sections = formOfVersion('2021')?.sections ?? [];
const levels = onlyHeard(({ id }) => id === 'section-order');

/** A report with its sections in an order, each with two paragraphs that name it. */
function reportIn(order: string): string {
  const parts = [...order].map((digit) => {
    const section = sections[Number(digit) - 1];
    return `## ${section?.numeral}、${section?.title}\n\n${digit}甲。\n\n${digit}乙。\n`;
  });
  return ['# 示例县2025年政府信息公开工作年度报告\n', ...parts].join('\n');
}

/** In which order the paragraphs of sections stand: each twice, or with a mark. */
const orderOf = (text: string) =>
  [...text.matchAll(/(\d)甲。\s+(?:(\d)乙。)?/g)]
    .map(([, first, second]) => (first === second ? first : `${first}!`))
    .join('');

const digitOf = (title: string | undefined) =>
  String(sections.findIndex((section) => section.title === title) + 1);

/** `2 before 3 → 123456`: what is said of each section, its related place, and the order once it has been moved. */
function said(order: string): string {
  const text = reportIn(order);
  const analysis = analyze(text, { levels });
  return analysis.findings
    .map((finding) => {
      const [, title, other, where] = /^“(.*)”应在“(.*)”之(前|后)/.exec(finding.message) ?? [];
      const [heading] = finding.related;
      expect(text.slice(finding.span.start, finding.span.end)).toContain(title);
      expect(heading?.anchor.block.source).toContain(other);
      const moved = finding.fixes().map((fix) => {
        const after = analyze(applyFix(analysis, fix), { levels });
        expect(after.report?.sections.map((section) => digitOf(section.title.text)).join('')).toBe(
          orderOf(after.text),
        );
        expect(after.text.replace(/\s/g, '').length).toBe(text.replace(/\s/g, '').length);
        return orderOf(after.text);
      });
      const side = where === '前' ? 'before' : 'behind';
      return `${digitOf(title)} ${side} ${digitOf(other)} → ${moved.join(' ') || 'nowhere'}`;
    })
    .join('; ');
}

it.each([
  ['123456', ''],
  ['123465', '5 before 6 → 123456'],
  ['132456', '2 before 3 → 123456'],
  ['213456', '1 before 2 → 123456'],
  ['612345', '6 behind 5 → 123456'],
  ['234561', '1 before 2 → 123456'],
  ['124356', '3 before 4 → 123456'],
  ['142356', '4 behind 3 → 123456'],
  ['126345', '6 behind 5 → 123456'],
  [
    '654321',
    '5 before 6 → 564321; 4 before 6 → 465321; 3 before 6 → 365421; 2 before 6 → 265431; 1 before 6 → 165432',
  ],
  ['321456', '2 before 3 → 231456; 1 before 3 → 132456'],
  // What is there twice counts where it is first; what is missing is said elsewhere.
  ['1234256', ''],
  ['12345', ''],
  ['12354', ''],
])('%s', (order, expected) => {
  expect(said(order)).toBe(expected);
});

it('does not count sections of its own', () => {
  const text = reportIn('123465').replace('## 六、', '## 七、附录\n\n附录。\n\n## 六、');
  const analysis = analyze(text, { levels });
  expect(analysis.findings).toHaveLength(1);
});
