import { isBlankCode } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { chineseYear } from './dates.ts';

/** A year written out with its 年; the span ends behind 年. */
export interface YearMention {
  readonly span: Span;
  readonly year: number;
  readonly chinese: boolean;
}

/** Every 2025年, ２０２５年, 二〇二五年 of a text, in order; not the 年 of 三十年. */
export function yearsIn(text: string): readonly YearMention[] {
  const mentions: YearMention[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    let end = at;
    while (end > 0 && at - end < 2 && isBlankCode(text.charCodeAt(end - 1))) end--;
    const written = text.slice(Math.max(0, end - 4), end);
    const year = chineseYear(written);
    if (year === undefined || year < 1990 || year > 2099 || isYearDigit(text[end - 5])) continue;
    const chinese = !/[0-9０-９]/.test(written);
    mentions.push({ span: { start: end - 4, end: at + 1 }, year, chinese });
  }
  return mentions;
}

/** A year as it is written elsewhere: 2025年, or 二〇二五年. */
export function formatYear(year: number, chinese: boolean): string {
  const digits = String(year);
  if (!chinese) return `${digits}年`;
  return `${[...digits].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')}年`;
}

function isYearDigit(character: string | undefined): boolean {
  return (
    character !== undefined && '0123456789０１２３４５６７８９〇○零一二三四五六七八九'.includes(character)
  );
}
