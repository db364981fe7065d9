import { approximationBefore } from './approximations.ts';
import { shiftDecimal } from './decimalText.ts';
import { behindBlanks, isPause, isRangeMark, isYear } from './marks.ts';
import { measureWordAt } from './measureWords.ts';
import { digitOf, numeralChar } from './numeralChars.ts';
import { type Numeral, readBareUnits, readNumeral } from './numerals.ts';
import type { Approximation, Range } from './quantity.ts';

/** A number with what belongs to it before its measure word: 余, 几, a second end. */
export interface Counted {
  readonly numeral: Numeral;
  readonly end: number;
  readonly approximation: Approximation | undefined;
  readonly range: Range | undefined;
}

/** − and + before digits, 负 before any number; a dash behind anything else than a verb or a mark is none. */
export function signAt(text: string, at: number): string {
  const char = text.charAt(at);
  if (char === '负') return readNumeral(text, at + 1) === undefined ? '' : char;
  if (!'-－−+＋'.includes(char) || digitOf(text.charCodeAt(at + 1)) < 0) return '';
  const before = text.charAt(at - 1);
  const verb = '为长减降达率是增比幅值额'.includes(before || ' ');
  return verb || (isPause(before) && !'）)》”’】]'.includes(before || ' ')) ? char : '';
}

/** The number at `at`, exact or vague; `undefined` where the characters make none that counts. */
export function countedAt(text: string, at: number): Counted | undefined {
  const bare = isBareUnit(text, at);
  const numeral = bare ? readBareUnits(text, at) : readNumeral(text, at);
  if (numeral === undefined) return colloquialRange(text, at);
  if (numeral.notation === 'positional')
    return numeral.span.end - at === 2 ? colloquialRange(text, at) : undefined;
  const rough = roughBehind(text, numeral.span.end);
  const vague = bare || isVague(text, at);
  if (rough !== undefined) {
    const grown = { ...numeral, span: { start: at, end: rough.end } };
    return {
      numeral: {
        ...grown,
        value: shiftDecimal(numeral.value, rough.power),
        step: shiftDecimal(numeral.step, rough.power),
      },
      end: rough.end,
      approximation: rough.approximation,
      range: undefined,
    };
  }
  return (
    explicitRange(text, numeral) ?? {
      numeral,
      end: numeral.span.end,
      approximation: vague ? (approximationBefore(text, at, false) ?? 'more') : undefined,
      range: undefined,
    }
  );
}

/** 百 in 近百件, 数百件, 百余件: counts only with a word of vagueness before or behind. */
function isBareUnit(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (!'百千万亿'.includes(char || ' ')) return false;
  return (
    '上近约逾超过破数几满成'.includes(text.charAt(at - 1) || ' ') ||
    '余多'.includes(text.charAt(at + 1) || ' ')
  );
}

/** 数十件, 几百件; not 总数十件. */
function isVague(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '几') return true;
  return (
    before === '数' &&
    numeralChar(text.charAt(at))?.role === 'unit' &&
    !'总人次条件份篇项个户页为量本位倍参指岁'.includes(text.charAt(at - 2) || ' ')
  );
}

/** What makes a number vague, up to `end`; it multiplies it by 10^`power`. */
export interface Rough {
  readonly end: number;
  readonly power: number;
  readonly approximation: Approximation;
}

/**
 * 余, 多, 来, 几, + right behind digits, and 万 behind those (30余万件). All but 余 need a measure word; 多 and 几 may end
 * a clause instead.
 */
export function roughBehind(text: string, at: number): Rough | undefined {
  const char = text.charAt(at);
  if (!'余多来几数+＋'.includes(char || ' ')) return undefined;
  let end = at + 1;
  let power = 0;
  for (
    let meaning = numeralChar(text.charAt(end));
    meaning?.role === 'section' || meaning?.role === 'unit';
  ) {
    power += meaning.power;
    end++;
    meaning = numeralChar(text.charAt(end));
  }
  const measured = measureWordAt(text, behindBlanks(text, end)) !== undefined;
  const percent = '%％倍成'.includes(text.charAt(end) || ' ');
  const ends = '多几'.includes(char) && isPause(text.charAt(end));
  if (char !== '余' && power === 0 && !measured && !percent && !ends) return undefined;
  return { end, power, approximation: char === '来' ? 'about' : 'more' };
}

/** 3至5, 3-5, 3.5～4万: both ends before one measure word. */
function explicitRange(text: string, low: Numeral): Counted | undefined {
  const mark = text.charAt(low.span.end);
  if (!isRangeMark(mark)) return undefined;
  const high = readNumeral(text, low.span.end + 1);
  if (high === undefined || high.notation === 'positional' || Number(low.value) >= Number(high.value))
    return undefined;
  const next = behindBlanks(text, high.span.end);
  const measured = measureWordAt(text, next) !== undefined || '%％‰'.includes(text.charAt(next) || ' ');
  if (!measured || (text.charAt(next) === '年' && isYear(Number(high.value)))) return undefined;
  const power = sharedPower(text, low, high);
  const value = shiftDecimal(low.value, power);
  return {
    numeral: {
      ...low,
      span: { start: low.span.start, end: high.span.end },
      value,
      step: shiftDecimal(low.step, power),
    },
    end: high.span.end,
    approximation: undefined,
    range: { low: value, high: high.value },
  };
}

/** The 万 or 亿 that 3.5 has from 4万 in 3.5～4万; 9000～1万 has its own. */
function sharedPower(text: string, low: Numeral, high: Numeral): number {
  const last = numeralChar(text.charAt(high.span.end - 1));
  if (last?.role !== 'section' || numeralChar(text.charAt(low.span.end - 1))?.role === 'section') return 0;
  const power = text.charAt(high.span.end - 2) === '万' ? 12 : last.power;
  return Number(low.value) * 10 ** power < Number(high.value) ? power : 0;
}

/** 三五个, 五六件, 二三十件, 十二三件: two neighbouring digits give the ends. */
function colloquialRange(text: string, at: number): Counted | undefined {
  let end = at;
  while (end - at < 8 && numeralChar(text.charAt(end)) !== undefined) end++;
  const run = text.slice(at, end);
  for (let i = 0; i + 1 < run.length; i++) {
    const first = numeralChar(run.charAt(i));
    const second = numeralChar(run.charAt(i + 1));
    if (first?.role !== 'digit' || second?.role !== 'digit' || first.value === 0) continue;
    if (second.value !== first.value + 1 && !(first.value === 3 && second.value === 5)) return undefined;
    const low = readNumeral(run.slice(0, i + 1) + run.slice(i + 2), 0);
    const high = readNumeral(run.slice(0, i) + run.slice(i + 1), 0);
    if (low === undefined || high === undefined || measureWordAt(text, end) === undefined) return undefined;
    const span = { start: at, end };
    return {
      numeral: { ...low, span },
      end,
      approximation: 'about',
      range: { low: low.value, high: high.value },
    };
  }
  return undefined;
}
