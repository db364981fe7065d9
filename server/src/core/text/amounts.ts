import { countedAt, signAt } from './countedNumber.ts';
import { behindBlanks, isPause, isYear } from './marks.ts';
import { measured, type NumberContext, type Reading, scaled, times } from './measuredNumber.ts';
import { type MeasureWord, measureWordAt } from './measureWords.ts';
import { isName } from './nameDigits.ts';
import { readNumeral } from './numerals.ts';
import { readShare } from './shares.ts';

/**
 * The count, share or rank whose number begins at `at` (its sign may stand there); a number that counts
 * nothing comes out as a name, or as nothing where it is written in characters.
 */
export function readAmount(text: string, at: number): Reading | undefined {
  const sign = signAt(text, at);
  const counted = countedAt(text, at + sign.length);
  if (counted === undefined) return undefined;
  const next = behindBlanks(text, counted.end);
  const fixed = { text, start: at, sign, counted, next };
  return (
    readShare(fixed) ??
    readRank(fixed) ??
    readTime(fixed) ??
    readMeasured(fixed) ??
    readBare(fixed) ??
    skipped(fixed)
  );
}

/** 三级, 十九届, 12号, 20世纪: numbers of an order, also without 第. */
function readRank({ text, start, next, counted }: NumberContext): Reading | undefined {
  const rank = ['届', '级', '号', '世纪', '季度'].find((word) => text.startsWith(word, next));
  const unit = rank ?? (isCited(text, start, next) ? text.charAt(next) : undefined);
  if (unit === undefined) return undefined;
  const end = next + unit.length;
  const { value } = counted.numeral;
  return { item: { kind: 'ordinal', span: { start, end }, value, number: Number(value), unit }, end };
}

/** 条例五十四条, 五十四条规定, 人大一次会议: an article or a session without its 第. */
function isCited(text: string, start: number, next: number): boolean {
  if (text.startsWith('次会议', next))
    return ['人大', '政协', '党代会'].some((word) => text.endsWith(word, start));
  if (!'条款项'.includes(text.charAt(next) || ' ')) return false;
  const law = ['条例', '》', '办法'].some((word) => text.endsWith(word, start));
  const rule = ['规定', '的规定', '之规定'].some((word) => text.startsWith(word, next + 1));
  return law || rule;
}

/** 9时30分, 上午9点, 90年代: names of times. */
function readTime({ text, start, next, counted }: NumberContext): Reading | undefined {
  const name = (end: number): Reading => ({ item: { kind: 'name', span: { start, end } }, end });
  if (text.startsWith('年代', next)) return name(next + 2);
  const hours = Number(counted.numeral.value);
  const char = text.charAt(next);
  if (hours > 24 || (char !== '时' && char !== '点')) return undefined;
  const minutes = readNumeral(text, next + 1)?.span.end;
  if (minutes !== undefined && text.charAt(minutes) === '分') return name(minutes + 1);
  if (char === '时') return name(next + 1);
  const day = '午晚早晨上天日'.includes(text.charAt(start - 1) || ' ');
  if (minutes !== undefined) return name(minutes);
  return day || '半钟整前后-—至到'.includes(text.charAt(next + 1) || ' ') ? name(next + 1) : undefined;
}

function readMeasured(context: NumberContext): Reading | undefined {
  const measure = measuredBy(context.text, context.next);
  if (measure === undefined || isLooseZero(context, measure)) return undefined;
  if (measure.unit === '版' && isYear(Number(context.counted.numeral.value))) return undefined;
  const trailing = moreBehind(context.text, measure);
  if (trailing !== undefined) {
    const counted = { ...context.counted, approximation: 'more' as const };
    return amount({ ...context, counted }, trailing.unit, trailing.end);
  }
  return measure.unit === '元' ? readMoney(context, measure.end) : amount(context, measure.unit, measure.end);
}

/** 75万元 is 75 of 万元: the form asks for that. */
function readMoney(context: NumberContext, end: number): Reading {
  const { text, counted } = context;
  const last = counted.end - ('余多'.includes(text.charAt(counted.end - 1)) ? 2 : 1);
  const big = text.charAt(last);
  if (big !== '万' && big !== '亿') return amount(context, '元', end);
  return amount(scaled(context, big === '万' ? -4 : -8), `${big}元`, end);
}

/** 3个多月, 两个半小时, 一年多, 两天半. */
function moreBehind(text: string, { unit, end }: MeasureWord): MeasureWord | undefined {
  if (!'多余半'.includes(text.charAt(end) || ' ')) return undefined;
  if (unit !== '个') return times.has(unit) ? { unit, end: end + 1 } : undefined;
  const time = ['月', '小时', '星期'].find((word) => text.startsWith(word, end + 1));
  return time === undefined ? undefined : { unit: `个${time}`, end: end + 1 + time.length };
}

function amount(context: NumberContext, unit: string, end: number): Reading {
  return { item: { kind: 'quantity', ...measured(context, unit, end), unit }, end };
}

/** A measure word, 大 before it included (五大类). */
function measuredBy(text: string, at: number): MeasureWord | undefined {
  if (text.charAt(at) !== '大') return measureWordAt(text, at);
  const inner = measureWordAt(text, at + 1);
  return inner !== undefined && ['类', '方面', '部分', '项', '块', '件', '个'].includes(inner.unit)
    ? inner
    : undefined;
}

/** 零 counts only at the end of a clause: 零件 mostly are parts, 零分 a mark. */
function isLooseZero({ text, counted }: NumberContext, measure: MeasureWord): boolean {
  return text.charAt(counted.numeral.span.start) === '零' && !isPause(text.charAt(measure.end));
}

function readBare(context: NumberContext): Reading | undefined {
  const { text, start, counted, next } = context;
  const { numeral } = counted;
  const end = counted.end;
  if (numeral.notation === 'units') {
    const asked = '为共计：:到达有量至过'.includes(text.charAt(start - 1) || ' ');
    if (!asked || end - start < 2 || !isPause(text.charAt(end))) return undefined;
    return { item: { kind: 'quantity', ...measured(context, undefined, end) }, end };
  }
  if (numeral.notation === 'arabic' && isName(text, numeral, next))
    return { item: { kind: 'name', span: { start, end: numeral.span.end } }, end: numeral.span.end };
  const year = Number(numeral.value);
  if (
    end - start === 4 &&
    isYear(year) &&
    numeral.step === '1' &&
    !'：:为共计数量达有'.includes(text.charAt(start - 1) || ' ')
  )
    return { item: { kind: 'year', span: { start, end }, value: numeral.value, number: year }, end };
  return { item: { kind: 'quantity', ...measured(context, undefined, end) }, end };
}

function skipped({ counted }: NumberContext): Reading {
  return { item: undefined, end: counted.end };
}
