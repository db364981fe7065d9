import { describe, expect, it } from 'vitest';
import { type AnalysisOptions, analyze } from '../../../server/src/core/analysis.ts';
import { checklist, checklistRows } from '../../../server/src/core/features/checklist.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';

const form = forms[forms.length - 1] as Form;
const sound = sampleReport(form);
const reportOf = (text: string) => analyze(text).report as Report;

/** Last year's report that the sample follows from. */
const lastText = moved(lastFigures({}));

function lastFigures(changes: Readonly<Record<string, string>>): string {
  return sampleReport(form, {
    'applications/carriedOut/otherOrg': '0',
    'applications/carriedOut/total': '1',
    'disclosure/documents/inForce': '8',
    ...changes,
  });
}

function moved(text: string): string {
  return text.replaceAll('2025', '2024').replaceAll('2026', '2025');
}

function states(text: string, last?: Report): Record<string, string> {
  const options: AnalysisOptions = last === undefined ? {} : { last: { name: '上年.md', report: last } };
  return Object.fromEntries(checklist(analyze(text, options), last).map(({ id, state }) => [id, state]));
}
const detail = (text: string, row: string, last?: Report) =>
  checklist(analyze(text), last).find(({ id }) => id === row)?.detail;

const passed = {
  sections: 'passed',
  tables: 'passed',
  sums: 'passed',
  lastYear: 'open',
  prose: 'passed',
  placeholders: 'passed',
  personal: 'passed',
  dates: 'passed',
};

it('has the eight rows, in the words of the field', () => {
  expect(checklist(analyze(sound), undefined).map(({ label }) => label)).toEqual([
    '六个部分齐全',
    '三张表齐全',
    '勾稽全部相等',
    '与上年衔接',
    '正文与表格一致',
    '无待填项',
    '无疑似个人信息',
    '标题年度日期',
  ]);
});

it('passes all that can be told of a report in order', () => {
  expect(states(sound)).toEqual(passed);
  expect(detail(sound, 'lastYear')).toBe('没有找到上年报告');
});

it.each([
  ['sections', (text: string) => text.replace(/## 五、.*\n/, '')],
  ['tables', (text: string) => text.replace(/\| \| \| 7\.属于行政执法案卷.*\n/, '')],
  ['sums', () => sampleReport(form, { 'proceedings/review/total': '3' })],
  ['prose', (text: string) => text.replace('收到申请12件', '收到申请15件')],
  ['personal', (text: string) => text.replace('更新门户网站专栏', '联系人电话13812345678')],
  ['dates', (text: string) => text.replace('自2025年1月1日起', '自2024年1月1日起')],
] as const)('%s fails, with the place', (row, spoil) => {
  const text = spoil(sound);
  expect(text).not.toBe(sound);
  const item = checklist(analyze(text), undefined).find(({ id }) => id === row);
  expect(item).toMatchObject({ state: 'failed', detail: expect.stringMatching(/^\d+ 处有问题$/) });
  expect(item?.span).toBeDefined();
});

it('keeps a row open while something is to be filled in', () => {
  expect(states(sound.replace('更新门户网站专栏', '〔待填〕')).placeholders).toBe('open');
  expect(states(sampleReport(form, { 'proceedings/review/total': '/' })).sums).toBe('open');
});

it('does not pass sums where there is no table', () => {
  const text = sound.replace(/^\|.*\n/gm, '');
  expect(states(text)).toMatchObject({ tables: 'failed', sums: 'open' });
});

describe('last year', () => {
  it('passes when all that joins the reports holds', () => {
    expect(states(sound, reportOf(lastText)).lastYear).toBe('passed');
  });

  it('fails when it does not', () => {
    const other = moved(lastFigures({ 'applications/carriedOut/natural': '4' }));
    expect(states(sound, reportOf(other)).lastYear).toBe('failed');
  });

  it('stays open when nothing is filled in yet', () => {
    const blank = sampleReport(form, {
      'applications/carriedIn/natural': '',
      'applications/carriedIn/total': '',
    });
    expect(states(blank, reportOf(lastText)).lastYear).toBe('open');
  });
});

describe('the rules behind the rows', () => {
  const listed = checklistRows.flatMap((row) => row.rules);
  it('exist, each in one row', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect(listed.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('are all those that find an error, but for one of wording', () => {
    const errors = rules.filter(({ severity }) => severity === 'error').map(({ id }) => id);
    expect(errors.filter((id) => !listed.includes(id))).toEqual(['unknown-article']);
  });
});

it('is empty in a file that is no report', () => {
  expect(checklist(analyze('# 说明\n'), undefined)).toEqual([]);
});
