import { digitOf } from './numeralChars.ts';
import type { Numeral } from './numerals.ts';

const hotlines = new Set(['110', '119', '120', '122', '114', '95598', '10086', '10010', '10000', '96110']);
/** What follows the number of a hotline. */
const services = ['热线', '号线', '专线', '平台', '政务', '便民', '服务', '工单', '指挥', '报警', '急救'];
/** What comes shortly before a code. */
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
];

/** True for digits that count nothing: hotlines, telephone numbers, post codes, 007. No measure word is at `next`. */
export function isName(text: string, { span, value }: Numeral, next: number): boolean {
  const written = span.end - span.start;
  if ('×xX*＊'.includes(text.charAt(next) || ' ')) return true;
  if (isHotline(text, value, written, next)) return true;
  if (written > 1 && digitOf(text.charCodeAt(span.start)) === 0 && !value.includes('.')) return true;
  if (written >= 7 && value.length === written) return true;
  const before = text.slice(Math.max(0, span.start - 6), span.start);
  return codeWords.some((word) => before.includes(word)) || before.endsWith('QQ');
}

/** 12345 and its like; shorter numbers only before 热线, 指挥中心 … */
function isHotline(text: string, value: string, written: number, next: number): boolean {
  if (written === 5 && (value.startsWith('123') || hotlines.has(value))) return true;
  if (written < 3 || written > 6 || !services.some((word) => text.startsWith(word, next))) return false;
  return written === 5 || hotlines.has(value) || text.startsWith('热线', next);
}
