import type { Span } from '../text/span.ts';
import type { CommentText } from './outline.ts';

/** Raw HTML as the Markdown parser cuts it; a `<table>` with blank lines inside comes in several pieces. */
export interface HtmlPiece {
  readonly kind: 'html';
  readonly span: Span;
}

export function isLineBreak(html: string): boolean {
  return /^<br[ \t]*\/?>$/i.test(html);
}

/** The tag that begins or ends a superscript. */
export function isRaising(html: string): boolean {
  return /^<\/?sup(?:[ \t][^>]*)?>$/i.test(html);
}

/** Digits as they are seen in a superscript: the mark of a footnote is no part of the number before it. */
export function raisedDigits(text: string): string {
  return text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] as string);
}

/** The comments of a piece of HTML that is nothing but comments and white space; else `undefined`. */
export function commentTexts(source: string, range: Span): CommentText[] | undefined {
  const comments: CommentText[] = [];
  let at = range.start;
  while (at < range.end) {
    const code = source.charCodeAt(at);
    if (code === 32 || code === 9 || code === 10 || code === 13) at++;
    else if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at + 4);
      const end = close < 0 || close + 3 > range.end ? range.end : close + 3;
      comments.push({
        span: { start: at, end },
        text: source.slice(at + 4, end === range.end && close !== end - 3 ? end : end - 3),
      });
      at = end;
    } else return undefined;
  }
  return comments;
}
