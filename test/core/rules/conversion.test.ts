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
function misdated(version: string, year: number, changes: Readonly<Record<string, string>> = {}): string {
  const figures = new Map([...distinctFigures(formOf(version)), ...Object.entries(changes)]);
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

describe('a table of another version', () => {
  const heard = (text: string) => {
    const analysis = analyze(text, { levels });
    return analysis.findings
      .filter(({ rule }) => rule === 'form-version')
      .map(({ message, span, fixes }) => ({
        message,
        shown: text.slice(span.start, span.end),
        after: fixes().map((fix) => applyFix(analysis, fix))[0],
      }));
  };
  const row = /\| 其他对外管理服务事项 .*\n/;

  it('is shown by the one row that differs, or as a whole', () => {
    expect(heard(misdated('2019', 2023)).map(({ shown }) => shown)).toEqual([
      '第二十条第（一）项',
      '（六）其他处理',
    ]);
    expect(heard(misdated('2021', 2020)).map(({ shown }) => shown.slice(0, 9))).toEqual([
      '第二十条第（一）项',
      '（本列数据的勾稽关',
    ]);
    expect(heard(misdated('2019', 2023).replace(row, ''))[0]?.shown).toBe('第二十条第（一）项');
  });

  it('is compared with the form that is asked for, with or without a year', () => {
    expect(heard(misdated('2019', 2023))[0]?.message).toBe(
      '表二是2019年格式，2023年年报应当用2021年格式（国办公开办函〔2021〕30号）。',
    );
    const text = misdated('2021', 2020)
      .replace('年度: 2020', '年报: true\n格式: 2019')
      .replaceAll(/20[12]\d年/g, '本年');
    expect(heard(text)[0]?.message).toBe(
      '表二是2021年格式，本年报应当用2019年格式（国办公开办函〔2019〕60号）。',
    );
  });

  it('lists what has no place in the other, but for blanks and zeros', () => {
    const [disclosure] = heard(
      misdated('2019', 2023, {
        'disclosure/licence/previous': '',
        'disclosure/licence/change': '约3',
        'disclosure/penalty/previous': '0',
        'disclosure/penalty/change': '/',
        'disclosure/procurement/amount': '3--4',
      }),
    );
    const comment = /<!-- (.*) -->/.exec(disclosure?.after ?? '')?.[1] ?? '';
    expect(comment).toMatch(/^转换为2021年格式时没有位置的数字：.*。核对后请删去这一行。$/);
    expect(comment).toContain('；“行政许可”行“本年增/减”列 约3；“其他对外管理服务事项”行');
    expect(comment).toContain('“政府集中采购”行“采购总金额”列 3—4。');
    expect(comment).not.toContain('“行政处罚”行');
  });

  it('has no list where nothing is lost, and blanks where there was no figure', () => {
    const other = ['noCorrection', 'noPayment', 'other'].map((part) => `applications/other.${part}/natural`);
    const [, applications] = heard(misdated('2021', 2020));
    expect(applications?.after).not.toContain('<!--');
    // Parts of which one is no number make no sum, and are listed.
    const [noCorrection = '', noPayment = ''] = other;
    const [, unclear] = heard(misdated('2021', 2020, { [noCorrection]: '2', [noPayment]: '' }));
    expect(unclear?.after).toContain('| | （六）其他处理 | | |');
    expect(unclear?.after).toMatch(/不再处理其政府信息公开申请”行“自然人”列 2；“其他”行“自然人”列 \d+。核对/);
    const [, decimal] = heard(
      misdated('2021', 2020, { [noCorrection]: '2', [noPayment]: '3件', [other[2] ?? '']: '0' }),
    );
    expect(decimal?.after).toContain('| | （六）其他处理 | | 5 |');
  });

  it.each<[string, (text: string) => string]>([
    ['a comment in a row', (text) => text.replace('| 1.申请人', '| <!-- 待核 --> 1.申请人')],
    ['a cell too few', (text) => text.replace(/(\| \| \| 3\.其他 \|.*) \| \d+ \|\n/, '$1 |\n')],
    [
      'a foreign column',
      (text) =>
        text.replace(/^\|(?:[^|\n]*\|){10}$/gm, (line) => {
          if (line.includes('---')) return `${line}---|`;
          return `${line} ${line.includes('（') || /\d/.test(line) ? '1' : '占比'} |`;
        }),
    ],
    [
      'rows in two tables',
      (text) =>
        text.replace(
          '| | （七）总计',
          '\n| | | | | | | | | | |\n|---|---|---|---|---|---|---|---|---|---|\n| | （七）总计',
        ),
    ],
  ])('is not converted with %s', (_what, change) => {
    const text = misdated('2021', 2020);
    expect(change(text)).not.toBe(text);
    const tables = heard(change(text));
    expect(tables).toHaveLength(2);
    expect(tables[1]?.after).toBeUndefined();
  });
});
