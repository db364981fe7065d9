import { describe, expect, it } from 'vitest';
import { type Counted, countedAt, signAt } from '../../../server/src/core/text/countedNumber.ts';
import { behindBlanks } from '../../../server/src/core/text/marks.ts';
import { measured, type NumberContext, scaled, times } from '../../../server/src/core/text/measuredNumber.ts';
import type { Approximation } from '../../../server/src/core/text/quantity.ts';

function contextOf(text: string, start = 0): NumberContext {
  const sign = signAt(text, start);
  const counted = countedAt(text, start + sign.length) as Counted;
  return { text, start, sign, counted, next: behindBlanks(text, counted.end) };
}

describe('measured', () => {
  it('has what is printed, and nothing else', () => {
    expect(measured(contextOf('12件'), '件', 3)).toStrictEqual({
      span: { start: 0, end: 3 },
      numeral: { start: 0, end: 2 },
      value: '12',
      number: 12,
      step: '1',
    });
    expect(measured(contextOf('为-3.5至', 1), undefined, 5)).toStrictEqual({
      span: { start: 1, end: 5 },
      numeral: { start: 2, end: 5 },
      value: '-3.5',
      number: -3.5,
      step: '0.1',
      signed: true,
    });
    expect(measured(contextOf('约3-5件', 1), '件', 5)).toStrictEqual({
      span: { start: 1, end: 5 },
      numeral: { start: 1, end: 4 },
      value: '3',
      number: 3,
      step: '1',
      approximation: 'about',
      range: { low: '3', high: '5' },
    });
  });

  it.each([
    ['-3件', '-3', -3],
    ['－3件', '-3', -3],
    ['−3件', '-3', -3],
    ['负3件', '-3', -3],
    ['+3件', '3', 3],
    ['＋3件', '3', 3],
    ['-0件', '0', 0],
    ['负零件', '0', 0],
  ])('%s is %s', (text, value, number) => {
    expect(measured(contextOf(text), '件', 3)).toMatchObject({ value, number, signed: true });
  });

  it.each<[string, number, string | undefined, number, Approximation | undefined]>([
    ['约3件', 1, '件', 3, 'about'],
    ['近3件', 1, '件', 3, 'about'],
    ['近3年', 1, '年', 3, undefined],
    ['近3个月', 1, '个月', 4, undefined],
    ['约3年', 1, '年', 3, 'about'],
    ['近3，', 1, undefined, 2, 'about'],
    ['3件以上', 0, '件', 2, 'atLeast'],
    ['3件 左右', 0, '件', 2, 'about'],
    ['约3件以上', 1, '件', 3, 'atLeast'],
    ['30余件以内', 0, '件', 4, 'atMost'],
    ['约30余件', 1, '件', 5, 'more'],
    ['3倍多', 0, '倍', 2, 'more'],
    ['3倍余', 0, '倍', 2, 'more'],
    ['3%多', 0, '%', 2, 'more'],
    ['3倍', 0, '倍', 2, undefined],
    ['3件多', 0, '件', 2, undefined],
    ['3多', 0, undefined, 1, 'more'],
    ['不足3倍多', 2, '倍', 4, 'more'],
  ])('what is said beside %s from %d on, of %s to %d, is %s', (text, start, unit, end, said) => {
    expect(measured(contextOf(text, start), unit, end).approximation).toBe(said);
  });
});

describe('scaled', () => {
  it.each([
    ['12件', 1, '120', '10', undefined],
    ['12件', -2, '0.12', '0.01', undefined],
    ['12件', 0, '12', '1', undefined],
    ['3-5件', -4, '0.0003', '0.0001', { low: '0.0003', high: '0.0005' }],
    ['3-5件', 1, '30', '10', { low: '30', high: '50' }],
  ])(
    '%s by ten to the power of %d is %s, its last place %s, its ends %j',
    (text, power, value, step, range) => {
      const context = contextOf(text);
      const result = scaled(context, power);
      expect(result.counted.numeral).toEqual({ ...context.counted.numeral, value, step });
      expect(result.counted.range).toEqual(range);
      expect({ ...result, counted: context.counted }).toEqual(context);
    },
  );
});

it('measure words of time are these', () => {
  const words = '年 月 个月 天 日 周 个星期 个季度 小时 个小时 个工作日 工作日';
  expect([...times].sort()).toEqual(words.split(' ').sort());
});
