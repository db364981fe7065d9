import { expect, it } from 'vitest';
import type { Reading } from '../../../server/src/core/text/measuredNumber.ts';
import type { Quantity } from '../../../server/src/core/text/quantity.ts';
import { readRun } from '../../../server/src/core/text/runMentions.ts';
import { describeQuantity } from './describeQuantity.ts';

/** What is read, its span, of a count the span and the last place of its numeral, and where reading goes on. */
function shown({ item, end }: Reading): string {
  if (item === undefined) return `skip to ${end}`;
  const { span } = item;
  const parts = [describeQuantity(item), `${span.start}-${span.end}`];
  if (item.kind === 'quantity' || item.kind === 'share') {
    parts.push(`${item.numeral.start}-${item.numeral.end} ${item.step}`);
    expect(item.number).toBe(Number(item.value));
  }
  return [...parts, ...(span.end === end ? [] : [`to ${end}`])].join(' ');
}

const none = () => ({ dot: 0, comma: 0, brackets: 0 });

it.each<[string, number, string]>([
  ['12件', 0, '12件 0-3 0-2 1'],
  ['12', 0, '12 0-2 0-2 1'],
  ['1,234件', 0, '1234件 0-6 0-5 1'],
  ['3.5万件', 0, '35000件 0-5 0-4 1000'],
  ['1.加强', 0, 'mark 1 0-1'],
  ['2020年1月', 0, 'date 2020-1-* 0-7'],
  ['3-5件', 0, '3..5件 0-4 0-3 1'],
  ['3~5件', 0, '3..5件 0-4 0-3 1'],
  ['3－5', 0, 'name 0-3'],
  ['3-5', 0, 'name 0-3'],
  ['3.5-4.5件', 0, '3.5..4.5件 0-8 0-7 0.1'],
  ['1,000-2,000件', 0, '1000..2000件 0-12 0-11 1'],
  ['3-5%', 0, '3..5% 0-4 0-3 1'],
  ['3-5-7件', 0, 'name 0-5'],
  ['3:5件', 0, 'name 0-3'],
  ['3/5件', 0, 'name 0-3'],
  ['3-5-', 0, 'name 0-3'],
  ['1+2件', 0, 'name 0-3'],
  ['1.2.3', 0, 'name 0-5'],
  ['1.2,345件', 0, 'name 0-7'],
  ['1,234.5件', 0, '1234.5件 0-8 0-7 0.1'],
  ['1.5.', 0, '1.5 0-3 0-3 0.1'],
  ['12345678901234567890-12345678901234567891件', 0, 'name 0-41'],
  [
    '1234567890123456789-12345678901234567891件',
    0,
    '1234567890123456789..12345678901234567891件 0-41 0-40 1',
  ],
  [
    '12345678901234567890-22345678901234567891件',
    0,
    '12345678901234567890..22345678901234567891件 0-42 0-41 1',
  ],
  ['9-5件', 0, 'name 0-3'],
  ['3-5甲', 0, 'name 0-3'],
  ['3-二五件', 0, '3 0-1 0-1 1'],
  ['1 234 567', 0, 'name 0-9'],
  ['1 234', 0, 'name 0-5'],
  ['12 345 个', 0, 'name 0-6'],
  ['123 456', 0, 'name 0-7'],
  ['1234 567', 0, '1234 0-4 0-4 1'],
  ['1,234 567', 0, '1234 0-5 0-5 1'],
  ['1.5 678', 0, '1.5 0-3 0-3 0.1'],
  ['12 34', 0, '12 0-2 0-2 1'],
  ['12 3456', 0, '12 0-2 0-2 1'],
  ['12\u00a0345', 0, 'name 0-6'],
  ['12\u2009345', 0, 'name 0-6'],
  ['12\u202f345', 0, 'name 0-6'],
  ['12  345', 0, '12 0-2 0-2 1'],
  ['12 345 6', 0, 'name 0-6'],
  ['12 ', 0, '12 0-2 0-2 1'],
  ['12', 0, '12 0-2 0-2 1'],
  ['50KB', 0, '50KB 0-4 0-2 1'],
  ['50KB甲', 0, '50KB 0-4 0-2 1'],
  ['12km', 0, '12km 0-4 0-2 1'],
  ['12kg', 0, '12kg 0-4 0-2 1'],
  ['12cm', 0, '12cm 0-4 0-2 1'],
  ['12mm', 0, '12mm 0-4 0-2 1'],
  ['12m', 0, '12m 0-3 0-2 1'],
  ['12MB', 0, '12MB 0-4 0-2 1'],
  ['12GB', 0, '12GB 0-4 0-2 1'],
  ['12TB', 0, '12TB 0-4 0-2 1'],
  ['12M', 0, '12M 0-3 0-2 1'],
  ['12kW', 0, '12kW 0-4 0-2 1'],
  ['12kWh', 0, '12kWh 0-5 0-2 1'],
  ['12KM', 0, '12KM 0-4 0-2 1'],
  ['12KG', 0, '12KG 0-4 0-2 1'],
  ['12Mbps', 0, '12Mbps 0-6 0-2 1'],
  ['12XB', 0, 'name 0-4'],
  ['1.5GB', 0, '1.5GB 0-5 0-3 0.1'],
  ['1,234KB', 0, 'name 0-7'],
  ['3.5万KB', 0, '35000 0-4 0-4 1000'],
  ['5G', 0, 'name 0-2'],
  ['2O20年', 0, 'date *-*-* damaged 0-5'],
  ['20O0年', 0, 'date *-*-* damaged 0-5'],
  ['2O2O年', 0, 'date *-*-* damaged 0-5'],
  ['1O20年', 0, 'date *-*-* damaged 0-5'],
  ['2020a', 0, 'name 0-5'],
  ['2o20年', 0, 'date *-*-* damaged 0-5'],
  ['202O年', 0, 'date *-*-* damaged 0-5'],
  ['2O200年', 0, 'name 0-5'],
  ['2O20版', 0, 'name 0-4'],
  ['3O20年', 0, 'name 0-4'],
  ['2A20年', 0, 'name 0-4'],
  ['20A0年', 0, 'name 0-4'],
  ['12O5年', 0, 'name 0-4'],
  ['O020年', 0, 'name 0-4'],
  ['APP3个', 0, '3个 3-5 3-4 1'],
  ['APP3', 0, 'name 0-4'],
  ['LED屏', 0, 'skip to 3'],
  ['A4', 0, 'name 0-2'],
  ['A4纸', 0, 'name 0-2'],
  ['APP3甲', 0, 'name 0-4'],
  ['APP3a个', 0, 'name 0-5'],
  ['AB12件', 0, '12件 2-5 2-4 1'],
  ['ABC', 0, 'skip to 3'],
  ['a', 0, 'skip to 1'],
  ['APP', 0, 'skip to 3'],
  ['APP3.5个', 0, 'name 0-6'],
  ['APP1,234个', 0, 'name 0-8'],
  ['VR-3个', 0, 'name 0-4'],
  ['A3个', 0, 'name 0-2'],
  ['PM2.5', 0, 'name 0-5'],
  ['IPv6', 0, 'name 0-4'],
  ['1+X', 0, 'name 0-3'],
  ['1+3+N', 0, 'name 0-5'],
  ['http://a.cn/1', 0, 'name 0-13'],
  ['a12@example.cn', 0, 'name 0-14'],
  ['Ａ４', 0, 'name 0-2'],
  ['12a', 0, 'name 0-3'],
  ['12.a', 0, 'mark 12 0-2'],
  ['12a.5', 0, 'name 0-5'],
  ['APP3个甲', 3, '3个 3-5 3-4 1'],
  ['12O20年', 0, 'name 0-5'],
  ['2O2O0年', 0, 'name 0-5'],
  ['12O2O年', 0, 'name 0-5'],
  ['甲A3个', 1, 'name 1-3'],
  ['甲AB3个', 1, '3个 3-5 3-4 1'],
  ['0.5GB', 0, '0.5GB 0-5 0-3 0.1'],
  ['05KB', 0, '5KB 0-4 0-2 1'],
  ['3/5-7件', 0, 'name 0-5'],
  ['3+5件', 0, 'name 0-3'],
  ['5-7:3件', 0, 'name 0-5'],
  ['3-5+2件', 0, 'name 0-5'],
  ['9:00-17:00', 0, 'name 0-10'],
  ['条例3-5条', 2, 'ordinal 3条 2-6'],
  ['3-5点半', 0, 'name 0-4'],
  ['7-9级', 0, 'name 0-3'],
  ['1234567890123456789-2234567890123456789件', 0, '1234567890123456789..2234567890123456789件 0-40 0-39 1'],
  ['3.-5件', 0, 'mark 3 0-1'],
  ['3-.5件', 0, '3 0-1 0-1 1'],
  ['3-5.5.5件', 0, 'name 0-7'],
  ['1,000.5-1,001件', 0, '1000.5..1001件 0-14 0-13 0.1'],
  ['3.1.2-5件', 0, 'name 0-7'],
  ['3-5:6件', 0, 'name 0-5'],
  ['3:5-6件', 0, 'name 0-5'],
  ['3~5~6件', 0, 'name 0-5'],
  ['5-10-20', 0, 'name 0-7'],
  ['12～15件', 0, '12..15件 0-6 0-5 1'],
  ['3-5倍多', 0, '3..5倍 more 0-4 0-3 1'],
  ['3-8成', 0, 'name 0-3'],
  ['3-5.5%。', 0, '3..5.5% 0-6 0-5 1'],
  ['0.5%', 0, '0.5% 0-4 0-3 0.1'],
  ['05件', 0, '5件 0-3 0-2 1'],
])('the run of %s at %d: %s', (text, at, expected) => {
  expect(shown(readRun(text, at, none(), undefined))).toBe(expected);
});

it('goes on with the date or the article before, and with the numbers of a list', () => {
  const article: Quantity = {
    kind: 'ordinal',
    span: { start: 0, end: 4 },
    value: '20',
    number: 20,
    unit: '条',
  };
  expect(shown(readRun('第20条、25条', 5, none(), article))).toBe('ordinal 25条 5-8');
  const date: Quantity = { kind: 'date', span: { start: 0, end: 4 }, month: 1, day: 1 };
  expect(shown(readRun('1月1日至31日', 5, none(), date))).toBe('date *-*-31 5-8');
  expect(shown(readRun('甲2.加强', 1, { ...none(), dot: 1 }, undefined))).toBe('mark 2 1-2');
  expect(shown(readRun('０．５件', 0, none(), undefined))).toBe('0.5件 0-4 0-3 0.1');
});
