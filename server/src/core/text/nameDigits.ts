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
  if ('×xX*＊'.includes(text.charAt(next) || ' ')) return true;
  const written = span.end - span.start;
  const whole = !value.includes('.');
  if (whole && written > 1 && digitOf(text.charCodeAt(span.start)) === 0) return true;
  // 1,234 has more characters than digits.
  if (whole && value.length === written && (written >= 7 || isHotline(text, value, next))) return true;
  const before = text.slice(Math.max(0, span.start - 6), span.start);
  return codeWords.some((word) => before.includes(word)) || before.endsWith('QQ');
}

/** 12345 and its like; shorter numbers only before 热线, 指挥中心 … */
function isHotline(text: string, digits: string, next: number): boolean {
  const { length } = digits;
  if (length === 5 && (digits.startsWith('123') || hotlines.has(digits))) return true;
  if (length < 3 || !services.some((word) => text.startsWith(word, next))) return false;
  return length === 5 || hotlines.has(digits) || text.startsWith('热线', next);
}
