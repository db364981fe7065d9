import { isBlankCode } from '../text/normalize.ts';

/** More blanks than these are a gap in the text and not a slip of the pen. */
const mostBlanks = 4;

/** Behind the few blanks at `offset`, over one line break at most. */
export function skipBlanks(text: string, offset: number): number {
  let lines = 0;
  let end = offset;
  while (end < text.length && end - offset < mostBlanks && isBlankCode(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 10 && ++lines > 1) break;
    end++;
  }
  return end;
}

/** Before the few blanks that end at `offset`. */
export function skipBlanksBack(text: string, offset: number): number {
  let lines = 0;
  let start = offset;
  while (start > 0 && offset - start < mostBlanks && isBlankCode(text.charCodeAt(start - 1))) {
    if (text.charCodeAt(start - 1) === 10 && ++lines > 1) break;
    start--;
  }
  return start;
}

/** A Chinese character of the basic block or extension A. */
export function isChinese(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}
