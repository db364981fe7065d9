import type { Span } from '../text/span.ts';
import type { CommentText, Prose, Run } from './outline.ts';

/** One place in a line where the visible text is not simply its source. */
interface Mark extends Span {
  readonly kind: 'strong' | 'break' | 'comment';
}

const other = 0;
const refused = 1;
const asterisk = 2;
const lowerThan = 3;
const address = 4;

/** What an ASCII character may mean; beyond ASCII only U+FEFF is refused. */
const meaning = new Uint8Array(128);
meaning.fill(refused, 0, 32);
for (const char of '\\`_[]&~') meaning[char.charCodeAt(0)] = refused;
meaning[42] = asterisk;
meaning[60] = lowerThan;
for (const char of ':@wW') meaning[char.charCodeAt(0)] = address;

/**
 * The prose of lines that hold nothing but text, pairs of `**`, `<br>` and one-line comments, as the
 * definition reads it; `undefined` where that is not certain. A line must not begin or end in white space.
 * The result counts from `base`.
 */
export function plainInline(source: string, lines: readonly Span[], base: number): Prose | undefined {
  const marks: Mark[] = [];
  for (const line of lines) if (!collectMarks(source, line, marks)) return undefined;
  const first = lines[0] as Span;
  if (marks.length === 0 && lines.length === 1) {
    const length = first.end - first.start;
    return {
      text: source.slice(first.start, first.end),
      runs: [{ at: 0, length, from: first.start - base, sourceLength: length }],
      strong: [],
      comments: [],
    };
  }
  const pairs = strongPairs(source, marks, lines);
  return pairs === undefined ? undefined : compose(source, lines, marks, pairs, base);
}

function collectMarks(source: string, line: Span, marks: Mark[]): boolean {
  const { end } = line;
  let isAddress = false;
  for (let at = line.start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code > 127) {
      if (code === 0xfeff) return false;
      continue;
    }
    switch (meaning[code]) {
      case other:
        break;
      case address:
        isAddress ||= startsAddress(source, at, code);
        break;
      case asterisk:
        if (source.charCodeAt(at + 1) !== 42 || source.charCodeAt(at + 2) === 42) return false;
        marks.push({ kind: 'strong', start: at, end: at + 2 });
        at++;
        break;
      case lowerThan: {
        const mark = tagAt(source, at, end);
        if (mark === undefined) return false;
        marks.push(mark);
        at = mark.end - 1;
        break;
      }
      default:
        return false;
    }
  }
  // A web address made into a link says the same as text, unless it swallows markup.
  return !isAddress || marks.length === 0;
}

/** `www`, `://` or `@`. */
function startsAddress(source: string, at: number, code: number): boolean {
  if (code === 64) return true;
  const next = source.charCodeAt(at + 1);
  return code === 58 ? next === 47 : (next | 32) === 119;
}

/** A line break or a comment whose limits no reading of HTML could dispute. */
function tagAt(source: string, at: number, end: number): Mark | undefined {
  if (source.startsWith('<!--', at)) {
    const close = source.slice(at, end).indexOf('--', 4);
    const code = source.charCodeAt(at + 4);
    if (close < 5 || code === 62 || code === 45 || source.charCodeAt(at + close + 2) !== 62) return undefined;
    return { kind: 'comment', start: at, end: at + close + 3 };
  }
  const tag = /^<br(?:>|\/>| \/>)/i.exec(source.slice(at, Math.min(end, at + 6)));
  return tag === null ? undefined : { kind: 'break', start: at, end: at + tag[0].length };
}

/** For each mark the opening mark that it closes, or -1; `undefined` where a neighbour's class is unknown. */
function strongPairs(source: string, marks: readonly Mark[], lines: readonly Span[]): number[] | undefined {
  const opened: number[] = [];
  const pairs: number[] = [];
  const from = lines[0]?.start;
  const to = lines[lines.length - 1]?.end;
  for (const [index, mark] of marks.entries()) {
    pairs.push(-1);
    if (mark.kind !== 'strong') continue;
    const before = mark.start === from ? blank : neighbour(source.charCodeAt(mark.start - 1));
    const after = mark.end === to ? blank : neighbour(source.charCodeAt(mark.end));
    if (before === unknown || after === unknown) return undefined;
    const apartBefore = before === blank || before === sign;
    const apartAfter = after === blank || after === sign;
    const opens = !apartAfter || (after === sign && (apartBefore || before === cjk));
    const closes = !apartBefore || (before === sign && (apartAfter || after === cjk));
    if (closes && opened.length > 0) pairs[index] = opened.pop() as number;
    else if (opens) opened.push(index);
  }
  return pairs;
}

const unknown = 0;
const blank = 1;
/** Punctuation and symbols that are not East Asian. */
const sign = 2;
const cjk = 3;
const letter = 4;

/** Classes of remark-cjk-friendly, for the characters that reports put next to `**`. */
function neighbour(code: number): number {
  if (code === 0x20 || code === 10 || code === 13 || code === 0xa0 || code === 0x3000) return blank;
  if (code < 0x80) {
    const isLetter = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    return isLetter ? letter : code > 32 && code < 127 ? sign : unknown;
  }
  if (code >= 0x4e00 && code <= 0x9fa5) return cjk;
  if ((code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x3011)) return cjk;
  if (code >= 0xff01 && code <= 0xff5e) return cjk;
  if (code === 0x201c || code === 0x201d || code === 0x2014 || code === 0x2026) return sign;
  return unknown;
}

function compose(
  source: string,
  lines: readonly Span[],
  marks: readonly Mark[],
  pairs: readonly number[],
  base: number,
): Prose {
  const runs: Run[] = [];
  const strong: Span[] = [];
  const comments: CommentText[] = [];
  let text = '';
  const push = (visible: string, from: number, sourceLength: number) => {
    if (visible.length === 0) return;
    runs.push({ at: text.length, length: visible.length, from: from - base, sourceLength });
    text += visible;
  };
  const isPaired = marks.map((_, index) => (pairs[index] as number) >= 0);
  for (const opener of pairs) if (opener >= 0) isPaired[opener] = true;
  /** Where the visible text stood at each opening mark. */
  const textAt: number[] = [];
  let next = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) push('\n', before.end, line.start - before.end);
    let at = line.start;
    for (; next < marks.length && (marks[next] as Mark).start < line.end; next++) {
      const mark = marks[next] as Mark;
      // A `**` that finds no partner is text.
      if (mark.kind === 'strong' && !isPaired[next]) continue;
      push(source.slice(at, mark.start), at, mark.start - at);
      at = mark.end;
      textAt[next] = text.length;
      if (mark.kind === 'break') push('\n', mark.start, mark.end - mark.start);
      else if (mark.kind === 'comment') {
        const inner = source.slice(mark.start + 4, mark.end - 3);
        comments.push({ span: { start: mark.start - base, end: mark.end - base }, text: inner });
      } else if ((pairs[next] as number) >= 0) {
        const start = textAt[pairs[next] as number] as number;
        if (text.length > start) strong.push({ start, end: text.length });
      }
    }
    push(source.slice(at, line.end), at, line.end - at);
  }
  if (runs.length === 0)
    runs.push({ at: 0, length: 0, from: (lines[0] as Span).start - base, sourceLength: 0 });
  return { text, runs, strong, comments };
}
