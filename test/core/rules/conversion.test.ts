import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import { applyFix } from '../../../server/src/core/edits.ts';
import { refactorings } from '../../../server/src/core/features/refactorings.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { formOfVersion, forms } from '../../../server/src/core/forms/forms.ts';
import { onlyHeard } from '../../../server/src/core/rules/sample.ts';
import { distinctFigures } from '../../support/figures.ts';
import { renderReport } from '../../support/layouts.ts';

/** A report with the tables of one version in a year of another. */
function misdated(version: string, year: number, figures = distinctFigures(formOf(version))): string {
  const form = formOf(version);
  return `---\n年度: ${year}\n---\n\n${renderReport(form, figures)}`;
}

function formOf(version: string): Form {
  const form = formOfVersion(version);
  if (form === undefined) throw new Error(version);
  return form;
}

const levels = onlyHeard(({ id }) => id === 'form-version' || id.startsWith('missing'));

/** All tables written in the version that the year asks for. */
function converted(before: Analysis): Analysis {
  let draft = before;
  for (;;) {
    const finding = draft.findings.find(({ rule, fixes }) => rule === 'form-version' && fixes().length > 0);
    const fix = finding?.fixes()[0];
    if (fix === undefined) return draft;
    draft = analyze(applyFix(draft, fix), { levels }, draft);
  }
}

const textsOf = ({ report }: Analysis) =>
  new Map([...(report?.figures ?? [])].map(([address, { text }]) => [address, text]));

describe.each([
  ['2019', 2023],
  ['2021', 2020],
])('tables of %s in a report of %i', (version, year) => {
  const read = () => analyze(misdated(version, year), { levels });

  it('are all converted, each offered as a refactoring too', () => {
    const before = read();
    const after = converted(before);
    const wrong = (before.report?.tables ?? []).filter(({ layout }) => layout.form !== before.report?.form);
    expect(wrong.length).toBeGreaterThan(0);
    for (const table of wrong)
      expect(refactorings(before, table).map(({ title }) => title)).toContain(
        `转换为${before.report?.form.version}年格式`,
      );
    expect(after.report?.tables.map(({ layout }) => layout.form.version)).toEqual(
      forms[0]?.tables.map(() => after.report?.form.version),
    );
    expect(after.findings).toEqual([]);
  });

  it('keep every figure that both versions have, and lose none', () => {
    const before = read();
    const after = converted(before);
    const then = textsOf(before);
    const now = textsOf(after);
    const comments = after.text.match(/<!-- 转换为[^>]*-->/g)?.join('') ?? '';
    let shared = 0;
    for (const [address, text] of then) {
      const isPart = /\/other\./.test(address) && version === '2021';
      if (now.has(address)) shared++;
      if (now.has(address)) expect(now.get(address), address).toBe(text);
      else if (!isPart) expect(comments, address).toMatch(new RegExp(` ${text}[；。]`));
    }
    expect(shared).toBeGreaterThan(100);
    for (const [address, text] of now)
      if (!then.has(address) && !/\/other\//.test(address)) expect(text, address).toBe('');
  });
});

it('rows put together are the sums of what they were', () => {
  const draft = analyze(misdated('2021', 2020), { levels });
  const before = textsOf(draft);
  const after = textsOf(converted(draft));
  const parts = ['other.noCorrection', 'other.noPayment', 'other.other'];
  const sum = parts.reduce((total, row) => total + Number(before.get(`applications/${row}/natural`)), 0);
  expect(after.get('applications/other/natural')).toBe(String(sum));
});

it('a table with a row that cannot be told is not converted', () => {
  const text = misdated('2019', 2023).replace(
    '| 三、本年度办理结果 |',
    '| 外来的一行 | | | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n| 三、本年度办理结果 |',
  );
  const draft = analyze(text);
  const table = draft.report?.tables.find(({ id }) => id === 'applications');
  expect(table?.unknownRows.length).toBe(1);
  expect(table && refactorings(draft, table).map(({ id }) => id)).not.toContain('convert');
});
