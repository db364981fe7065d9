import { approximationBefore, approximationBehind, isPause } from './approximations.ts';
import { behindBlanks, isRangeMark, isYear } from './dateMentions.ts';
import { shiftDecimal } from './decimalText.ts';
import { type MeasureWord, measureWordAt } from './measureWords.ts';
import { digitOf, numeralChar } from './numeralChars.ts';
import { type Numeral, readBareUnits, readNumeral } from './numerals.ts';
import type { Amount, Approximation, Quantity, Range, Share } from './quantity.ts';
import type { Span } from './span.ts';

/** What was read from one place of the text on: no or one mention, and where reading goes on. */
export interface Reading {
  readonly item: Quantity | undefined;
  readonly end: number;
}

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

/** A number with what belongs to it before its measure word: 余, 几, a second end. */
interface Counted {
  readonly numeral: Numeral;
  readonly end: number;
  readonly approximation: Approximation | undefined;
  readonly range: Range | undefined;
}

interface Context {
  readonly text: string;
  readonly start: number;
  readonly sign: string;
  readonly counted: Counted;
  /** Behind the number and the blanks that follow it. */
  readonly next: number;
}

/** − and + before digits, 负 before any number; a dash behind anything else than a verb or a mark is none. */
function signAt(text: string, at: number): string {
  const char = text.charAt(at);
  if (char === '负') return readNumeral(text, at + 1) === undefined ? '' : char;
  if (char === '' || !'-－−+＋'.includes(char) || digitOf(text.charCodeAt(at + 1)) < 0) return '';
  const before = text.charAt(at - 1);
  const verb = '为长减降达率是增比幅值额'.includes(before || ' ');
  return verb || (isPause(before) && !'）)》”’】]'.includes(before || ' ')) ? char : '';
}

function countedAt(text: string, at: number): Counted | undefined {
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

interface Rough {
  readonly end: number;
  readonly power: number;
  readonly approximation: Approximation;
}

/** 余, 多, 来, 几 right behind digits, and 万 behind those (30余万件). All but 余 need a measure word. */
function roughBehind(text: string, at: number): Rough | undefined {
  const char = text.charAt(at);
  if (char === '' || !'余多来几数'.includes(char)) return undefined;
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
  if (char !== '余' && power === 0 && !measured && !percent) return undefined;
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
  const measured = measureWordAt(text, next) !== undefined || '%％'.includes(text.charAt(next) || ' ');
  if (!measured || (text.charAt(next) === '年' && isYear(Number(high.value)))) return undefined;
  return {
    numeral: { ...low, span: { start: low.span.start, end: high.span.end } },
    end: high.span.end,
    approximation: undefined,
    range: { low: low.value, high: high.value },
  };
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

function readShare(context: Context): Reading | undefined {
  const { text, next, counted } = context;
  const char = text.charAt(next);
  if (char === '%' || char === '％') return share(context, '%', next + 1);
  if (char === '‰') return share(scaled(context, -1), '%', next + 1);
  if (
    char === '成' &&
    next === counted.end &&
    !'立员果功效为绩本都长交熟品份因分就型像套语片'.includes(text.charAt(next + 1) || ' ')
  ) {
    const half = readNumeral(text, next + 1);
    if (half === undefined || Number(half.value) > 9 || !isPause(text.charAt(half.span.end)))
      return share(scaled(context, 1), '%', next + 1);
    const value = `${Number(counted.numeral.value) * 10 + Number(half.value)}`;
    return share(
      { ...context, counted: { ...counted, numeral: { ...counted.numeral, value } } },
      '%',
      half.span.end,
    );
  }
  if (text.startsWith('分之', next)) return fraction(context);
  const measure = measureWordAt(text, next);
  if (measure?.unit === '倍') return share(context, '倍', measure.end);
  if (measure?.unit === '个百分点' || measure?.unit === '百分点')
    return share(context, '百分点', measure.end);
  return undefined;
}

/** 三分之一. */
function fraction(context: Context): Reading | undefined {
  const { counted, next } = context;
  const over = readNumeral(context.text, next + 2);
  const below = Number(counted.numeral.value);
  if (over === undefined || below === 0) return undefined;
  const value = String(Math.floor((Number(over.value) / below) * 1e6) / 1e4);
  const numeral = { ...counted.numeral, value, step: '0.0001' };
  return share({ ...context, counted: { ...counted, numeral, approximation: 'about' } }, '%', over.span.end);
}

function scaled(context: Context, power: number): Context {
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

function share(context: Context, unit: Share['unit'], end: number): Reading {
  return { item: { kind: 'share', ...measured(context, unit, end), unit }, end };
}

/** 三级, 十九届, 12号, 20世纪: numbers of an order, also without 第. */
function readRank({ text, start, next, counted }: Context): Reading | undefined {
  const rank = ['届', '级', '号', '世纪', '季度'].find((word) => text.startsWith(word, next));
  const unit = rank ?? (isCited(text, start, next) ? text.charAt(next) : undefined);
  if (unit === undefined) return undefined;
  const end = next + unit.length;
  const { value } = counted.numeral;
  return { item: { kind: 'ordinal', span: { start, end }, value, number: Number(value), unit }, end };
}

/** 条例五十四条, 五十四条规定: an article without its 第. */
function isCited(text: string, start: number, next: number): boolean {
  if (!'条款项'.includes(text.charAt(next) || ' ')) return false;
  const law = ['条例', '》', '办法'].some((word) => text.endsWith(word, start));
  const rule = ['规定', '的规定', '之规定'].some((word) => text.startsWith(word, next + 1));
  return law || rule;
}

/** 9时30分, 上午9点, 90年代: names of times. */
function readTime({ text, start, next, counted }: Context): Reading | undefined {
  const name = (end: number): Reading => ({ item: { kind: 'name', span: { start, end } }, end });
  if (text.startsWith('年代', next)) return name(next + 2);
  const hours = Number(counted.numeral.value);
  const char = text.charAt(next);
  if (hours > 24 || (char !== '时' && char !== '点')) return undefined;
  const minutes = readNumeral(text, next + 1);
  const behind = minutes === undefined ? next + 1 : minutes.span.end;
  if (minutes !== undefined && text.charAt(behind) === '分') return name(behind + 1);
  if (char === '时') return name(next + 1);
  const day = '午晚早晨上天日'.includes(text.charAt(start - 1) || ' ');
  if (minutes !== undefined) return name(behind);
  return day || '半钟整前后-—至到'.includes(text.charAt(next + 1) || ' ') ? name(next + 1) : undefined;
}

const times = new Set([
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

function readMeasured(context: Context): Reading | undefined {
  const { text, next, counted } = context;
  const measure = measuredBy(text, next);
  if (measure?.unit === '版' && isYear(Number(counted.numeral.value))) return undefined;
  if (measure === undefined || isLooseZero(context, measure)) return undefined;
  // 75万元 is 75 of 万元: the form asks for that.
  const last = counted.end - ('余多'.includes(text.charAt(counted.end - 1)) ? 2 : 1);
  const big = measure.unit === '元' ? text.charAt(last) : '';
  const power = big === '万' ? 4 : big === '亿' ? 8 : 0;
  const unit = power === 0 ? measure.unit : `${big}元`;
  const adjusted = power === 0 ? context : scaled(context, -power);
  let { end } = measure;
  const trailing = text.charAt(end);
  const more =
    ('多余'.includes(trailing || ' ') && '个年月天小时'.includes(measure.unit)) ||
    (trailing === '半' && times.has(measure.unit));
  let rough = adjusted;
  if (more) {
    rough = { ...adjusted, counted: { ...adjusted.counted, approximation: 'more' } };
    if (trailing !== '半') {
      const inner =
        measureWordAt(text, end + 1) ??
        (text.charAt(end + 1) === '月' ? { end: end + 2, unit: '个月' } : undefined);
      if (inner !== undefined)
        return amount(rough, measure.unit === '个' && inner.unit === '个月' ? '个月' : unit, inner.end);
    }
    end++;
  }
  return amount(rough, unit, end);
}

function amount(context: Context, unit: string, end: number): Reading {
  return { item: { kind: 'quantity', ...measured(context, unit, end), unit }, end };
}

/** A measure word, 大 before it included (五大类). */
function measuredBy(text: string, at: number): MeasureWord | undefined {
  const measure = measureWordAt(text, at);
  if (measure !== undefined || text.charAt(at) !== '大') return measure;
  const inner = measureWordAt(text, at + 1);
  return inner !== undefined && ['类', '方面', '部分', '项', '块', '件', '个'].includes(inner.unit)
    ? inner
    : undefined;
}

/** 零 counts only at the end of a clause: 零件 mostly are parts, 零分 a mark. */
function isLooseZero({ text, counted }: Context, measure: MeasureWord): boolean {
  return text.charAt(counted.numeral.span.start) === '零' && !isPause(text.charAt(measure.end));
}

function readBare(context: Context): Reading | undefined {
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

const emergency = new Set(['110', '119', '120', '122', '114', '95598', '10086', '10010', '10000', '96110']);
const codeWords = [
  '电话',
  '热线',
  '传真',
  '手机',
  '邮编',
  '编码',
  '编号',
  '代码',
  '账号',
  '信箱',
  '工号',
  '证号',
  '号码',
  'QQ',
];

/** Digits that count nothing: hotlines, telephone numbers, post codes, 007. */
function isName(text: string, { span, value }: Numeral, next: number): boolean {
  const written = span.end - span.start;
  if ('×xX*＊'.includes(text.charAt(next) || ' ')) return true;
  if (
    ['热线', '号线', '专线', '平台', '政务', '便民', '服务', '工单', '指挥', '报警', '急救'].some((word) =>
      text.startsWith(word, next),
    ) &&
    written >= 3 &&
    written <= 6
  )
    return written === 5 || emergency.has(value) || text.startsWith('热线', next);
  if (emergency.has(value) && written === 5) return true;
  if (/^123\d\d$/.test(value) && written === 5) return true;
  if (written > 1 && digitOf(text.charCodeAt(span.start)) === 0 && !value.includes('.')) return true;
  if (written >= 7 && value.length >= 7 && value.length === written) return true;
  const before = text.slice(Math.max(0, span.start - 6), span.start);
  return codeWords.some((word) => before.includes(word));
}

function skipped({ counted }: Context): Reading {
  return { item: undefined, end: counted.end };
}

/** The parts that counts and shares have in common. */
function measured({ text, start, sign, counted }: Context, unit: string | undefined, end: number) {
  const { numeral, range } = counted;
  const minus = sign !== '' && sign !== '+' && sign !== '＋';
  const value = minus && numeral.value !== '0' ? `-${numeral.value}` : numeral.value;
  const said =
    approximationBehind(text, behindBlanks(text, end)) ??
    ((unit === '倍' || unit === '%') && text.charAt(end) === '多' ? 'more' : undefined) ??
    counted.approximation ??
    approximationBefore(text, start, unit !== undefined && times.has(unit));
  const span: Span = { start, end };
  return {
    span,
    numeral: numeral.span,
    value,
    number: Number(value),
    step: numeral.step,
    ...(said === undefined ? {} : { approximation: said }),
    ...(range === undefined ? {} : { range }),
    ...(sign === '' ? {} : { signed: true as const }),
  } satisfies Omit<Amount, 'kind' | 'unit'>;
}
