import type { Span } from '../text/span.ts';
import type { Comment, Content, Heading, ListItem } from './outline.ts';
import { plainInline } from './plainInline.ts';
import { plainTable } from './plainTable.ts';

/** A top-level content and where it stands; its own spans count from that start. */
export interface Placed extends Span {
  readonly content: Content;
}

/**
 * The contents of a segment that consists of plain blocks only: ATX headings, paragraphs, GFM tables, flat
 * lists, one-line comments, fenced code. `undefined` where it is not certain that the definition
 * (`readWithRemark`) would say exactly the same.
 */
export function readPlain(source: string): Placed[] | undefined {
  const lines = linesOf(source);
  if (lines === undefined) return undefined;
  const placed: Placed[] = [];
  for (let index = 0; index < lines.length; ) {
    if (isBlank(source, lines[index] as Span)) {
      index++;
      continue;
    }
    const taken = readBlock(source, lines, index);
    if (taken === undefined) return undefined;
    placed.push(taken.placed);
    index = taken.next;
  }
  return placed;
}

interface Taken {
  readonly placed: Placed;
  /** The first line behind the block. */
  readonly next: number;
}

function readBlock(source: string, lines: readonly Span[], index: number): Taken | undefined {
  const line = lines[index] as Span;
  switch (source.charCodeAt(line.start)) {
    case 35 /* # */:
      return oneLine(plainHeading(source, line), line, index);
    case 60 /* < */:
      return oneLine(plainComment(source, line), line, index);
    case 96 /* ` */:
    case 126 /* ~ */:
      return readFence(source, lines, index);
    case 124 /* | */:
      return readTable(source, lines, index);
    default:
      if (markerEnd(source, line) !== undefined) return readList(source, lines, index);
      return readParagraph(source, lines, index);
  }
}

function oneLine(content: Content | undefined, line: Span, index: number): Taken | undefined {
  return content === undefined ? undefined : { placed: { ...line, content }, next: index + 1 };
}

function plainHeading(source: string, { start, end }: Span): Heading | undefined {
  let at = start;
  while (source.charCodeAt(at) === 35) at++;
  const depth = at - start;
  if (depth > 6) return undefined;
  const range = { start: 0, end: end - start };
  if (at === end) {
    const prose = {
      text: '',
      runs: [{ at: 0, length: 0, from: 0, sourceLength: 0 }],
      strong: [],
      comments: [],
    };
    return { kind: 'heading', span: range, depth, prose };
  }
  if (source.charCodeAt(at) !== 32) return undefined;
  while (source.charCodeAt(at) === 32) at++;
  if (at === end || endsInBlank(source, end) || source.slice(at, end).includes('#')) return undefined;
  const prose = plainInline(source, [{ start: at, end }], start);
  return prose === undefined ? undefined : { kind: 'heading', span: range, depth, prose };
}

/** A comment that is the whole line and whose end no reading could dispute. */
function plainComment(source: string, { start, end }: Span): Comment | undefined {
  if (!source.startsWith('<!--', start)) return undefined;
  const close = source.slice(start, end).indexOf('--', 4);
  const length = end - start;
  if (close < 5 || close + 3 !== length || source.charCodeAt(end - 1) !== 62) return undefined;
  const code = source.charCodeAt(start + 4);
  if (code === 62 || code === 45) return undefined;
  const range = { start: 0, end: length };
  return {
    kind: 'comment',
    span: range,
    comments: [{ span: range, text: source.slice(start + 4, start + close) }],
  };
}

/** Fenced code from the first column on; to the end of the text if nothing closes it. */
function readFence(source: string, lines: readonly Span[], index: number): Taken | undefined {
  const open = lines[index] as Span;
  const mark = source.charCodeAt(open.start);
  let at = open.start;
  while (source.charCodeAt(at) === mark) at++;
  const size = at - open.start;
  if (size < 3 || (mark === 96 && source.slice(at, open.end).includes('`'))) return undefined;
  let end = source.length;
  let next = lines.length;
  for (let i = index + 1; i < lines.length; i++) {
    if (!closesFence(source, lines[i] as Span, mark, size)) continue;
    end = (lines[i] as Span).end;
    next = i + 1;
    break;
  }
  const span = { start: 0, end: end - open.start };
  return { placed: { start: open.start, end, content: { kind: 'opaque', span, what: 'code' } }, next };
}

export function closesFence(source: string, { start, end }: Span, mark: number, size: number): boolean {
  let at = start;
  while (at < start + 3 && source.charCodeAt(at) === 32) at++;
  const from = at;
  while (at < end && source.charCodeAt(at) === mark) at++;
  if (at - from < size) return false;
  while (at < end && (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9)) at++;
  return at === end;
}

function readTable(source: string, lines: readonly Span[], index: number): Taken | undefined {
  let next = index;
  while (next < lines.length && !isBlank(source, lines[next] as Span)) {
    if (source.charCodeAt((lines[next] as Span).start) !== 124) return undefined;
    next++;
  }
  const { start } = lines[index] as Span;
  const content = plainTable(source, lines.slice(index, next), start);
  if (content === undefined) return undefined;
  return { placed: { start, end: (lines[next - 1] as Span).end, content }, next };
}

/** A list of one-line items; blank lines between them do not matter. */
function readList(source: string, lines: readonly Span[], index: number): Taken | undefined {
  const first = lines[index] as Span;
  const sort = (line: Span): number | undefined => {
    const end = markerEnd(source, line);
    return end === undefined ? undefined : source.charCodeAt(end - 1);
  };
  const kind = sort(first);
  const items: ListItem[] = [];
  let last = first;
  let next = index;
  for (let i = index; i < lines.length; i++) {
    const line = lines[i] as Span;
    if (isBlank(source, line)) continue;
    const follows = i === next;
    if (sort(line) !== kind) {
      // Behind an item, only a blank line keeps another line from being its continuation.
      if (follows) return undefined;
      break;
    }
    const item = plainItem(source, line, first.start);
    if (item === undefined) return undefined;
    items.push(item);
    last = line;
    next = i + 1;
  }
  const span = { start: 0, end: last.end - first.start };
  const ordered = kind === 46 || kind === 41;
  return {
    placed: { start: first.start, end: last.end, content: { kind: 'list', span, ordered, items } },
    next,
  };
}

function plainItem(source: string, line: Span, base: number): ListItem | undefined {
  const marker = markerEnd(source, line) as number;
  const text = { start: marker + 1, end: line.end };
  if (source.charCodeAt(marker) !== 32 || !beginsText(source, text) || endsInBlank(source, line.end))
    return undefined;
  const prose = plainInline(source, [text], base);
  if (prose === undefined) return undefined;
  const span = { start: text.start - base, end: text.end - base };
  return {
    span: { start: line.start - base, end: line.end - base },
    marker: { start: line.start - base, end: marker - base },
    content: [{ kind: 'paragraph', span, prose }],
  };
}

function readParagraph(source: string, lines: readonly Span[], index: number): Taken | undefined {
  let next = index;
  for (; next < lines.length; next++) {
    const line = lines[next] as Span;
    if (isBlank(source, line)) break;
    const code = source.charCodeAt(line.start);
    // What may interrupt a paragraph is read as a block of its own, or nothing is.
    if (next > index && (code === 35 || code === 60 || code === 96 || code === 126)) {
      if (code === 35 && plainHeading(source, line) === undefined) return undefined;
      break;
    }
    if (!beginsText(source, line) || endsInBlank(source, line.end)) return undefined;
  }
  const { start } = lines[index] as Span;
  const { end } = lines[next - 1] as Span;
  const prose = plainInline(source, lines.slice(index, next), start);
  if (prose === undefined) return undefined;
  return {
    placed: { start, end, content: { kind: 'paragraph', span: { start: 0, end: end - start }, prose } },
    next,
  };
}

/** True when a line that begins so can be nothing but text of a paragraph, wherever it stands in it. */
function beginsText(source: string, line: Span): boolean {
  if (line.start === line.end) return false;
  const code = source.charCodeAt(line.start);
  if (code > 127) return true;
  if (code === 42) {
    const next = source.charCodeAt(line.start + 2);
    // Blanks or nothing behind `**`: it may be part of a thematic break.
    return source.charCodeAt(line.start + 1) === 42 && next !== 42 && next > 32;
  }
  if (code <= 32 || '#>-+=:_`~<[|'.includes(source[line.start] as string)) return false;
  return markerEnd(source, line) === undefined;
}

/** The end of the list marker that the line begins with; `undefined` when it begins with none. */
export function markerEnd(source: string, { start, end }: Span): number | undefined {
  const code = source.charCodeAt(start);
  let at = start;
  if (code === 42 || code === 43 || code === 45) at++;
  else {
    while (at < end && at < start + 10 && isDigit(source.charCodeAt(at))) at++;
    if (at === start || at === start + 10) return undefined;
    const delimiter = source.charCodeAt(at);
    if (at === end || (delimiter !== 46 && delimiter !== 41)) return undefined;
    at++;
  }
  const behind = source.charCodeAt(at);
  return at >= end || behind === 32 || behind === 9 ? at : undefined;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function endsInBlank(source: string, end: number): boolean {
  const code = source.charCodeAt(end - 1);
  return code === 32 || code === 9;
}

function isBlank(source: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/** The lines without their ends; `undefined` when one ends in a lone CR. */
function linesOf(source: string): Span[] | undefined {
  const lines: Span[] = [];
  for (let start = 0; start < source.length; ) {
    const at = source.indexOf('\n', start);
    const stop = at < 0 ? source.length : at;
    const end = at > start && source.charCodeAt(at - 1) === 13 ? at - 1 : stop;
    lines.push({ start, end });
    start = stop + 1;
  }
  for (let at = source.indexOf('\r'); at >= 0; at = source.indexOf('\r', at + 1))
    if (source.charCodeAt(at + 1) !== 10) return undefined;
  return lines;
}
