import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import type { RollUpFailure } from '../../../server/src/core/equations/rollup.ts';
import type { Anchor } from '../../../server/src/core/outline/outline.ts';
import { readOutline } from '../../../server/src/core/outline/read.ts';
import { bindReport } from '../../../server/src/core/report/build.ts';
import type { BoundTable, Report, Section } from '../../../server/src/core/report/report.ts';
import { complete, type PartList } from '../../../server/src/core/rules/partLists.ts';
import { judge } from '../../../server/src/core/rules/partVerdict.ts';
import {
  endOfSection,
  reportPlace,
  startOfSection,
  tablePlace,
} from '../../../server/src/core/rules/places.ts';
import { rollUpMismatch } from '../../../server/src/core/rules/roll-up-mismatch.ts';
import { type Decimal, formatDecimal, parseDecimal } from '../../../server/src/core/text/decimal.ts';
import type { Amount } from '../../../server/src/core/text/quantity.ts';

describe('a total and its parts', () => {
  const amount = (value: string): Amount => ({
    kind: 'quantity',
    span: { start: 0, end: 0 },
    numeral: { start: 0, end: 0 },
    value,
    number: Number(value),
    step: '1',
  });
  const amounts = (values: string) => values.split(' ').filter(Boolean).map(amount);
  const decimal = (value: string) => parseDecimal(value) as Decimal;

  function verdict(total: string, parts: string, more: Partial<PartList> & { others?: string } = {}) {
    const { others = '', ...flags } = more;
    const list = {
      total: amount(total),
      parts: amounts(parts),
      ...complete,
      foreign: amounts(others),
      ...flags,
    };
    const found = judge(decimal(total), list);
    if (found === undefined) return 'nothing';
    return found.kind === 'larger'
      ? `larger ${found.part.value}`
      : `${found.parts.map(({ value }) => value).join('+')}=${formatDecimal(found.sum)}`;
  }

  it('are judged by the sum that comes nearest', () => {
    expect(verdict('12', '5 7')).toBe('nothing');
    expect(verdict('12', '5 7 12')).toBe('nothing');
    expect(verdict('12', '12 5 6')).toBe('nothing');
    expect(verdict('12', '5 5')).toBe('5+5=10');
    expect(verdict('11', '5 5 20')).toBe('5+5=10');
    expect(verdict('10', '5 4 2')).toBe('5+4=9');
    expect(verdict('13', '5 5')).toBe('nothing');
    expect(verdict('100', '50 40')).toBe('50+40=90');
    expect(verdict('100', '50 39')).toBe('nothing');
    // The first part alone is no sum.
    expect(verdict('10', '9 40')).toBe('nothing');
    expect(verdict('10.5', '5.2 5.1')).toBe('5.2+5.1=10.3');
  });

  it('are not judged where the list is open or one of its own', () => {
    expect(verdict('12', '5 5', { open: true })).toBe('nothing');
    expect(verdict('12', '11')).toBe('nothing');
    expect(verdict('12', '')).toBe('nothing');
  });

  it('are wrong where the first part of a direct list is larger', () => {
    expect(verdict('12', '13', { direct: true })).toBe('larger 13');
    expect(verdict('12', '13', { direct: true, open: true })).toBe('larger 13');
    expect(verdict('12', '12', { direct: true })).toBe('nothing');
    expect(verdict('12', '', { direct: true })).toBe('nothing');
    expect(verdict('12', '13')).toBe('nothing');
  });

  it('may be right with numbers of other units, or without one of their own', () => {
    expect(verdict('12', '5 5', { others: '2' })).toBe('nothing');
    expect(verdict('12', '5 5', { others: '3' })).toBe('5+5=10');
    expect(verdict('12', '5 6 7', { others: '9' })).toBe('nothing');
    expect(verdict('12', '5 6 7')).toBe('5+6=11');
    expect(verdict('12', '5 6 8', { others: '9' })).toBe('5+6=11');
  });

  it('make the total but for two digits that changed places', () => {
    expect(verdict('128', '124 58')).toBe('124+58=182');
    expect(verdict('128', '100 118')).toBe('100+118=218');
    expect(verdict('128', '124 58', { others: '1' })).toBe('nothing');
    expect(verdict('21', '7 5')).toBe('nothing');
    expect(verdict('158', '90 105')).toBe('nothing');
    expect(verdict('158', '90 93')).toBe('nothing');
    expect(verdict('1287', '1000 829')).toBe('nothing');
    expect(verdict('158', '1000 851')).toBe('nothing');
  });
});

describe('where something about the whole is shown', () => {
  const shown = ({ block, start, end }: Anchor) => block.source.slice(start, end);
  const reportOf = (text: string) => analyze(text).report as Report;
  const sectionAt = (report: Report, index: number) => report.sections[index] as Section;

  it.each<[string, string, string]>([
    [
      'its title',
      '# 某局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n',
      '某局2025年政府信息公开工作年度报告',
    ],
    ['else its first heading', '---\n年报: true\n---\n\n## 一、总体情况\n\n正文。\n', '一、总体情况'],
    ['else its first line', '---\n年报: true\n---\n\n第一行，\n第二行。\n', '第一行，'],
    ['else its only line', '---\n年报: true\n---\n\n第一行。', '第一行。'],
    ['else what there is', '---\n年报: true\n---\n', '---'],
  ])('of a report: %s', (_what, text, expected) => {
    expect(shown(reportPlace(reportOf(text)))).toBe(expected);
  });

  it('of nothing at all: nowhere', () => {
    const place = reportPlace(bindReport(readOutline('')));
    expect(place).toEqual({
      block: { source: '', content: { kind: 'opaque', span: { start: 0, end: 0 }, what: 'rule' } },
      start: 0,
      end: 0,
    });
  });

  it('of a table: its first cell with text, else its first row', () => {
    const table = (head: string) =>
      reportOf(
        `---\n年报: true\n---\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n| ${head} |\n|---|---|---|---|---|\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 0 | 0 | 1 | 2 |\n`,
      ).tables[0] as BoundTable;
    expect(shown(tablePlace(table('| | 行政复议 | | ')))).toBe('行政复议');
    expect(shown(tablePlace(table('| | 　 | | '))).trim()).toMatch(/^\|[\s|　]+\|$/);
  });

  it('of a section: before its line, and behind its last block', () => {
    const text =
      '---\n年报: true\n---\n\n## 一、总体情况\n\n第一段。\n\n第二段。\n\n前一行\n\n**二、主动公开政府信息情况**\n';
    const report = reportOf(text);
    const [first, second] = [sectionAt(report, 0), sectionAt(report, 1)];
    const at = ({ block, start, end }: Anchor) => [block.source.slice(0, start), block.source.slice(end)];
    expect(at(startOfSection(first))).toEqual(['', '## 一、总体情况']);
    expect(at(endOfSection(report, first))[0]).toContain('前一行');
    expect(at(startOfSection(second))).toEqual(['', '**二、主动公开政府信息情况**']);
    expect(at(endOfSection(report, second))).toEqual(['**二、主动公开政府信息情况**', '']);
  });

  it('of a section whose heading is a line among others: before that line', () => {
    const text = '---\n年报: true\n---\n\n一、总体情况\n正文。\n二、主动公开政府信息情况\n正文。\n';
    const report = reportOf(text);
    const place = startOfSection(sectionAt(report, 1));
    expect(place.block.source.slice(place.start)).toMatch(/^二、主动公开政府信息情况/);
    expect(place.end).toBe(place.start);
  });
});

describe('the sum of the subordinate reports', () => {
  const sum = (values: readonly number[]) => {
    const parts = values.map((value, index) => ({
      name: `${index + 1}`,
      value: parseDecimal(String(value)) as Decimal,
    }));
    return rollUpMismatch.messages
      .sum('某格', '9', parts as unknown as RollUpFailure['parts'], '8', '少 1')
      .replace(/^某格应为 9（＝(.*)），现填 8，少 1。$/, '$1');
  };

  it('is written out as far as it can be read', () => {
    expect(sum([3, 0])).toBe('1 3＋2 0');
    expect(sum([1, 2, 0, 0, 0, 0])).toBe('1 1＋2 2＋3 0＋4 0＋5 0＋6 0');
    expect(sum([1, 2, 0, 0, 0, 0, 0])).toBe('1 1＋2 2，其余 5 份为 0');
    expect(sum([1, 1, 1, 1, 1, 1, 0])).toBe('1 1＋2 1＋3 1＋4 1＋5 1＋6 1，其余 1 份为 0');
    expect(sum([1, 1, 1, 1, 1, 1, 1])).toBe('7 份下级报告之和');
    expect(sum([0, 0, 0, 0, 0, 0, 0])).toBe('7 份下级报告之和');
  });

  it('names what is missing', () => {
    expect(rollUpMismatch.messages.missing(['甲', '乙'])).toBe(
      '缺 2 份下级报告（甲、乙），汇总数没有全部核对。',
    );
  });
});
