import { expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { pathLinks } from '../../../server/src/core/features/links.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';

const report = sampleReport(forms[forms.length - 1] as Form);
const places = (front: string) => {
  const draft = analyze(`---\n${front}\n---\n\n${report}`);
  return pathLinks(draft).map(({ path, span }) => `${span.start} ${path}`);
};

it.each<[string, readonly string[]]>([
  ['上年报告: 2024.md', ['10 2024.md']],
  ['机关: 示例县2024.md局\n上年报告: 2024.md', ['26 2024.md']],
  ['下级报告: [2024.md, 甲/2024.md]', ['11 2024.md', '20 甲/2024.md']],
  [
    '下级报告:\n  - 甲/2024.md\n  - 2024.md\n  - "*.md"\n上年报告: 2024.md',
    ['53 2024.md', '14 甲/2024.md', '28 2024.md'],
  ],
  ['年报: true', []],
])('%j', (front, links) => {
  expect(places(front)).toEqual(links);
});
