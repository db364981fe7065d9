import type { Span } from '../text/span.ts';
import { closesFence, markerEnd } from './plain.ts';

/** Where a segment ends. */
export interface Cut {
  readonly end: number;
  /** The decision would be the same for any text that agrees up to here; infinite when it saw the end. */
  readonly reach: number;
}

/** Elements whose tag at the start of a line surely begins raw HTML that goes on to the next blank line. */
export const blockTag =
  /^<\/?(?:table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|div|p|center|ul|ol|li|h[1-6])(?:[ \t>]|\/>|$)/i;
const rawTag = /^<(?:script|pre|style|textarea)(?![a-z0-9-])/i;
const tableTag = /<\/?table/gi;

/** What is known at a line about all the lines of the segment before it. */
interface State {
  /** Fence character and length while a fence at the top level is open. */
  fence: readonly [number, number] | undefined;
  inComment: boolean;
  /** Inside raw HTML that ends at the next blank line. */
  inHtml: boolean;
  /** Since the last blank line something began with `<` that may or may not be such HTML. */
  maybeHtml: boolean;
  /** A list, quote or footnote definition may have begun. */
  container: boolean;
  indented: boolean;
  /** Nothing can be said any more: the segment goes on to the end. */
  unsure: boolean;
  /** `<table` without `</table` so far. */
  openTables: number;
}

/**
 * Cuts a text. A cut is at a line that begins in the first column behind a blank line, where surely no
 * block, whatever its kind, is open: what stands on one side does not change how the other is read, link
 * and footnote definitions apart. A `<table>` is not cut from its `</table>`.
 */
export function cutter(text: string): (start: number) => Cut {
  const closings = { from: 0, at: -2 };
  /** The first `</table` at or behind `from`, -1 if there is none. */
  const closingTable = (from: number): number => {
    if (closings.at === -2 || from < closings.from || (closings.at >= 0 && closings.at < from)) {
      const close = /<\/table/gi;
      close.lastIndex = from;
      closings.from = from;
      closings.at = close.exec(text)?.index ?? -1;
    }
    return closings.at;
  };
  return (start) => cutBehind(text, start, closingTable);
}

function cutBehind(text: string, start: number, closingTable: (from: number) => number): Cut {
  const state: State = {
    fence: undefined,
    inComment: false,
    inHtml: false,
    maybeHtml: false,
    container: false,
    indented: false,
    unsure: false,
    openTables: 0,
  };
  let at = start;
  while (at < text.length && !state.unsure) {
    const line = lineAt(text, at);
    const next = behindLineEnd(text, line.end);
    if (blankLine(text, line) && state.fence === undefined && !state.inComment) {
      state.inHtml = false;
      state.maybeHtml = false;
      if (mayStart(text, next, state)) {
        if (state.openTables === 0) return { end: next, reach: reachOf(text, next) };
        if (closingTable(next) < 0) return { end: next, reach: Infinity };
      }
    } else follow(text, line, state);
    at = next;
  }
  return { end: text.length, reach: Infinity };
}

/** A cut depends on the start of the line behind it: its first character, or the list marker there. */
function reachOf(text: string, at: number): number {
  return at + 12 > text.length ? Infinity : at + 12;
}

function mayStart(text: string, at: number, state: State): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  // Remark drops a BOM where a text begins, and only there.
  if (code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff) return false;
  if (!state.container && !state.indented) return true;
  if (code === 62 || code === 91) return false;
  return code === 42 || code === 43 || code === 45
    ? false
    : markerEnd(text, lineStart(text, at)) === undefined;
}

/** As much of a line as a list marker can take. */
function lineStart(text: string, start: number): Span {
  let end = start;
  while (end < start + 11 && end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

/** Takes note of a line that is not blank, or stands in a fence or comment. */
function follow(text: string, line: Span, state: State): void {
  countTables(text, line, state);
  if (state.fence !== undefined) {
    if (closesFence(text, line, ...state.fence)) state.fence = undefined;
    return;
  }
  if (state.inComment) {
    if (text.slice(line.start, line.end).includes('-->')) state.inComment = false;
    return;
  }
  if (state.inHtml) return;
  let at = line.start;
  while (text.charCodeAt(at) === 32) at++;
  const isIndented = at - line.start > 3 || text.charCodeAt(at) === 9;
  if (isIndented) state.indented = true;
  else if (startsContainer(text, { start: at, end: line.end })) state.container = true;
  if (state.container) state.unsure ||= opensInside(text, line);
  else if (!isIndented) followStart(text, { start: at, end: line.end }, state);
}

function followStart(text: string, line: Span, state: State): void {
  const code = text.charCodeAt(line.start);
  if (code === 96 || code === 126) {
    let at = line.start;
    while (text.charCodeAt(at) === code) at++;
    const size = at - line.start;
    if (size < 3 || (code === 96 && text.slice(at, line.end).includes('`'))) return;
    if (state.maybeHtml) state.unsure = true;
    else state.fence = [code, size];
  } else if (code === 60) {
    const tag = text.slice(line.start, line.end);
    if (tag.startsWith('<!--')) {
      if (state.maybeHtml) state.unsure = true;
      else state.inComment = !tag.includes('-->', 2);
    } else if (tag.startsWith('<!') || tag.startsWith('<?') || rawTag.test(tag)) state.unsure = true;
    else if (blockTag.test(tag)) state.inHtml = true;
    else state.maybeHtml = true;
  }
}

function startsContainer(text: string, line: Span): boolean {
  const code = text.charCodeAt(line.start);
  return (
    code === 62 ||
    (code === 91 && text.charCodeAt(line.start + 1) === 94) ||
    markerEnd(text, line) !== undefined
  );
}

/** True when a line of a list, quote or note may open a fence or raw HTML in it. */
function opensInside(text: string, line: Span): boolean {
  const source = text.slice(line.start, line.end);
  if (source.includes('[^')) return /```|~~~|</.test(source);
  return /^[ \t>\-+*0-9.)]*(?:```|~~~|<)/.test(source);
}

function countTables(text: string, line: Span, state: State): void {
  const source = text.slice(line.start, line.end);
  if (!source.includes('<')) return;
  for (const [tag] of source.matchAll(tableTag))
    state.openTables = tag[1] === '/' ? Math.max(0, state.openTables - 1) : state.openTables + 1;
}

function blankLine(text: string, line: Span): boolean {
  let at = line.start;
  while (at < line.end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at === line.end;
}

function lineAt(text: string, start: number): Span {
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function behindLineEnd(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10
    ? end + 2
    : Math.min(end + 1, text.length);
}
