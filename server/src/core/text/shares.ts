import { type Counted, roughBehind } from './countedNumber.ts';
import { addDecimals, shiftDecimal } from './decimalText.ts';
import { isPause } from './marks.ts';
import { measured, type NumberContext, type Reading, scaled } from './measuredNumber.ts';
import { measureWordAt } from './measureWords.ts';
import { readBareUnits, readNumeral } from './numerals.ts';
import type { Share } from './quantity.ts';

/** 百分之五, 千分之三, 万分之一 at `at`. */
export function readPerHundred(text: string, at: number): Reading | undefined {
  if (!text.startsWith('分之', at + 1)) return undefined;
  const power = '百千万'.indexOf(text.charAt(at));
  if (power < 0) return undefined;
  const start = at + 3;
  const whole = text.charAt(start) === '百' ? readBareUnits(text, start) : readNumeral(text, start);
  if (whole === undefined) return undefined;
  const numeral = {
    ...whole,
    value: shiftDecimal(whole.value, -power),
    step: shiftDecimal(whole.step, -power),
  };
  const rough = roughBehind(text, whole.span.end);
  const counted: Counted = {
    numeral,
    end: rough?.end ?? whole.span.end,
    approximation: rough?.approximation,
    range: undefined,
  };
  return share({ text, start: at, sign: '', counted, next: counted.end }, '%', counted.end);
}

/** 5%, 3‰, 三成五, 三分之一, 2倍, 5个百分点: the number before such a mark. */
export function readShare(context: NumberContext): Reading | undefined {
  const { text, next } = context;
  const char = text.charAt(next);
  if (char === '%' || char === '％') return share(context, '%', next + 1);
  if (char === '‰') return share(scaled(context, -1), '%', next + 1);
  if (char === '成') return tenths(context);
  if (text.startsWith('分之', next)) return fraction(context);
  const measure = measureWordAt(text, next);
  if (measure?.unit === '倍') return share(context, '倍', measure.end);
  const points = measure?.unit === '个百分点' || measure?.unit === '百分点';
  return points ? share(context, '百分点', measure.end) : undefined;
}

/** What makes another word of 成: 成立, 成员, 成果 … */
const notTenths = '立员果功效为绩本都长交熟品份因分就型像套语片';

/** 三成, 三成五. */
function tenths(context: NumberContext): Reading | undefined {
  const { text, next, counted } = context;
  if (next !== counted.end || notTenths.includes(text.charAt(next + 1) || ' ')) return undefined;
  const half = readNumeral(text, next + 1);
  const closes = half !== undefined && Number(half.value) < 10 && isPause(text.charAt(half.span.end));
  if (!closes) return share(scaled(context, 1), '%', next + 1);
  const value = addDecimals(shiftDecimal(counted.numeral.value, 1), half.value);
  const numeral = { ...counted.numeral, value };
  return share({ ...context, counted: { ...counted, numeral } }, '%', half.span.end);
}

/** 三分之一. */
function fraction(context: NumberContext): Reading | undefined {
  const { counted, next } = context;
  const over = readNumeral(context.text, next + 2);
  const below = Number(counted.numeral.value);
  if (over === undefined || below === 0 || !(below < 1e6) || !(Number(over.value) <= below)) return undefined;
  const value = String(Math.floor((Number(over.value) / below) * 1e6) / 1e4);
  const numeral = { ...counted.numeral, value, step: '0.0001' };
  return share({ ...context, counted: { ...counted, numeral, approximation: 'about' } }, '%', over.span.end);
}

function share(context: NumberContext, unit: Share['unit'], end: number): Reading {
  return { item: { kind: 'share', ...measured(context, unit, end), unit }, end };
}
