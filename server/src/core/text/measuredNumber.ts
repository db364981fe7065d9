import { approximationBefore, approximationBehind } from './approximations.ts';
import type { Counted } from './countedNumber.ts';
import { shiftDecimal } from './decimalText.ts';
import { behindBlanks } from './marks.ts';
import type { Amount, Quantity } from './quantity.ts';

/** What was read from one place of the text on: no or one mention, and where reading goes on. */
export interface Reading {
  readonly item: Quantity | undefined;
  readonly end: number;
}

/** A number in its place, before it is known what it counts. */
export interface NumberContext {
  readonly text: string;
  readonly start: number;
  readonly sign: string;
  readonly counted: Counted;
  /** Behind the number and the blanks that follow it. */
  readonly next: number;
}

/** The same number, its value times 10^`power`. */
export function scaled(context: NumberContext, power: number): NumberContext {
  const { numeral, range } = context.counted;
  const counted: Counted = {
    ...context.counted,
    numeral: {
      ...numeral,
      value: shiftDecimal(numeral.value, power),
      step: shiftDecimal(numeral.step, power),
    },
    range: range && { low: shiftDecimal(range.low, power), high: shiftDecimal(range.high, power) },
  };
  return { ...context, counted };
}

/** Measure words of time: before them 近 means the latest, and 半 may follow. */
export const times = new Set([
  '年',
  '月',
  '个月',
  '天',
  '日',
  '周',
  '个星期',
  '个季度',
  '小时',
  '个小时',
  '个工作日',
  '工作日',
]);

/** The parts that counts and shares have in common. */
export function measured(
  { text, start, sign, counted }: NumberContext,
  unit: string | undefined,
  end: number,
) {
  const { numeral, range } = counted;
  const minus = sign !== '' && sign !== '+' && sign !== '＋';
  const value = minus && numeral.value !== '0' ? `-${numeral.value}` : numeral.value;
  const said =
    approximationBehind(text, behindBlanks(text, end)) ??
    ((unit === '倍' || unit === '%') && '多余'.includes(text.charAt(end) || ' ') ? 'more' : undefined) ??
    counted.approximation ??
    approximationBefore(text, start, unit !== undefined && times.has(unit));
  return {
    span: { start, end },
    numeral: numeral.span,
    value,
    number: Number(value),
    step: numeral.step,
    ...(said === undefined ? {} : { approximation: said }),
    ...(range === undefined ? {} : { range }),
    ...(sign === '' ? {} : { signed: true as const }),
  } satisfies Omit<Amount, 'kind' | 'unit'>;
}
