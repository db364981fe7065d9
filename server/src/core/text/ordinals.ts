import { behindBlanks, isPause, isRangeMark } from './marks.ts';
import { digitOf, halfDigits } from './numeralChars.ts';
import { readNumeral } from './numerals.ts';
import type { DocumentNumberMention, Enumerator, Ordinal, Quantity } from './quantity.ts';

/** What numbers with 第 count off; longer words first. */
const units = [
  ...['季度', '阶段', '批次', '产业', '位次', '部分', '方面', '小组', '工作日', '个五年', '世纪'],
  ...[
    '条',
    '款',
    '项',
    '章',
    '节',
    '编',
    '目',
    '次',
    '届',
    '批',
    '期',
    '号',
    '位',
    '名',
    '版',
    '轮',
    '个',
    '页',
    '类',
  ],
  ...[
    '天',
    '年',
    '步',
    '场',
    '站',
    '课',
    '级',
    '集',
    '卷',
    '册',
    '组',
    '篇',
    '份',
    '件',
    '周',
    '月',
    '日',
    '家',
    '任',
  ],
];

/** The number that begins with 第 at `at`. */
export function readOrdinal(
  text: string,
  at: number,
): Ordinal | Enumerator | DocumentNumberMention | undefined {
  let start = behindBlanks(text, at + 1);
  const bracket = '（('.includes(text.charAt(start) || ' ');
  if (bracket) start++;
  const numeral = readNumeral(text, start);
  if (numeral === undefined || numeral.notation === 'mixed') return undefined;
  let end = numeral.span.end;
  if (bracket) {
    if (!'）)'.includes(text.charAt(end) || ' ')) return undefined;
    end++;
  }
  const number = Number(numeral.value);
  const unit = unitAt(text, behindBlanks(text, end));
  if (unit === undefined) {
    const opens = isPause(text.charAt(at - 1)) && '，,、：:是'.includes(text.charAt(end) || ' ');
    const listed = readNumeral(text, end + 1) !== undefined;
    if (opens && !listed && number <= 20)
      return { kind: 'enumerator', span: { start: at, end }, number, style: 'ordinal' };
    return { kind: 'ordinal', span: { start: at, end }, value: numeral.value, number };
  }
  const span = { start: at, end: unit.end };
  if (unit.word === '号' && (text.charAt(at - 1) === '令' || text.charAt(unit.end) === '令'))
    return { kind: 'documentNumber', span };
  return { kind: 'ordinal', span, value: numeral.value, number, unit: unit.word };
}

/** 二十一条 behind 第二十条、 or 第二十、: an article and not a count. */
export function readFurtherOrdinal(
  text: string,
  at: number,
  previous: Quantity | undefined,
): Ordinal | undefined {
  if (previous?.kind !== 'ordinal' || previous.span.end !== at - 1) return undefined;
  const mark = text.charAt(at - 1);
  if (!isRangeMark(mark) && !'、和及与'.includes(mark)) return undefined;
  const numeral = readNumeral(text, at);
  if (numeral === undefined || numeral.notation === 'mixed') return undefined;
  const value = { value: numeral.value, number: Number(numeral.value) };
  const unit = unitAt(text, numeral.span.end);
  if (unit === undefined)
    return previous.unit === undefined ? { kind: 'ordinal', span: numeral.span, ...value } : undefined;
  if (previous.unit !== undefined && previous.unit !== unit.word) return undefined;
  return { kind: 'ordinal', span: { start: at, end: unit.end }, ...value, unit: unit.word };
}

/** 〔2016〕80号 at its opening bracket, whichever bracket that is; without 号 only in 〔〕. */
export function readDocumentNumber(text: string, at: number): DocumentNumberMention | undefined {
  const start = behindBlanks(text, at + 1);
  for (let i = start; i < start + 4; i++) if (digitOf(text.charCodeAt(i)) < 0) return undefined;
  const year = Number(halfDigits(text, start, start + 4));
  let end = behindBlanks(text, start + 4);
  if (text.charAt(end) === '年') end = behindBlanks(text, end + 1);
  if (year < 1949 || year > 2099 || !'〕）)]］】'.includes(text.charAt(end) || ' ')) return undefined;
  end = behindBlanks(text, end + 1);
  if (text.charAt(end) === '第') end = behindBlanks(text, end + 1);
  const serial = end;
  while (end - serial < 6 && digitOf(text.charCodeAt(end)) >= 0) end++;
  if (end === serial) return undefined;
  const mark = behindBlanks(text, end);
  if (text.charAt(mark) === '号') end = mark + 1;
  else if (text.charAt(at) !== '〔') return undefined;
  return { kind: 'documentNumber', span: { start: at, end }, year };
}

function unitAt(text: string, at: number): { readonly word: string; readonly end: number } | undefined {
  const word = units.find((unit) => text.startsWith(unit, at));
  return word === undefined ? undefined : { word, end: at + word.length };
}
