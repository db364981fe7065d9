import { addressEnd, isClock } from './latinRuns.ts';
import { matchesIn } from './matches.ts';
import { isBlankCode } from './normalize.ts';
import { digitOf, isLetter } from './numeralChars.ts';
import { isGroupComma } from './numerals.ts';
import type { Span } from './span.ts';

/** What ends a clause, in full width; `line` is a line break, `close` the bracket it stands in, `end` the text. */
export type ClauseEnd = '，' | '；' | '：' | '。' | '！' | '？' | 'line' | 'close' | 'end';

/**
 * A piece of prose between two marks. A clause with brackets, a title or a quotation inside spans them
 * whole; their contents follow it as clauses one level deeper.
 */
export interface Clause {
  /** Without the mark that ends it and without blanks at either side; never empty. */
  readonly span: Span;
  /** 0 in running text, 1 in brackets, 2 in brackets within brackets. */
  readonly depth: number;
  /** The bracket whose contents it is part of: （, 《, “ …; absent at depth 0. */
  readonly bracket?: string;
  /** The place in the list of the clause that holds that bracket; absent at depth 0. */
  readonly parent?: number;
  /** Counts 。！？ and line breaks at depth 0, from 0 on; contents of brackets belong to the sentence around. */
  readonly sentence: number;
  readonly end: ClauseEnd;
}

/** All that may divide clauses; between two of these places there is nothing to look at. */
const dividers = /[，；：。！？\n,;:!?.（）()《》〈〉“”‘’「」『』【】〔〕[\]［］]/g;

/**
 * The clauses of visible prose, each before the contents of its brackets, else in order. Brackets without
 * their partner are plain characters. Time linear in the text.
 */
export function readClauses(text: string): readonly Clause[] {
  const places = matchesIn(text, dividers).map(({ index }) => index);
  const partners = bracketPairs(text, places);
  const drafts: Draft[] = [];
  let current = draft(drafts, 0, 0);
  let sentence = 0;
  let behindAddress = 0;
  for (const at of places) {
    const partner = partners.get(at);
    if (partner === undefined) {
      if (at < behindAddress) continue;
      const mark = markAt(text, at);
      if (mark === undefined) {
        if (text.startsWith('://', at)) behindAddress = addressEnd(text, at);
        continue;
      }
      finish(current, at, mark);
      if (current.parent === undefined && !'，；：'.includes(mark)) sentence++;
      current = draft(drafts, at + 1, sentence, current.parent, current.bracket);
      continue;
    }
    behindAddress = 0;
    if (partner > at) current = draft(drafts, at + 1, sentence, current, text.charAt(at));
    else if (current.parent !== undefined) {
      finish(current, at, 'close');
      current = current.parent;
    }
  }
  finish(current, text.length, 'end');
  return listed(text, drafts);
}

interface Draft {
  readonly start: number;
  end: number;
  readonly depth: number;
  mark: ClauseEnd;
  /** Its place in the result. */
  index: number;
  readonly bracket: string | undefined;
  readonly parent: Draft | undefined;
  readonly sentence: number;
}

function draft(drafts: Draft[], start: number, sentence: number, parent?: Draft, bracket?: string): Draft {
  const depth = parent === undefined ? 0 : parent.depth + 1;
  const made: Draft = { start, end: start, depth, mark: 'end', index: -1, bracket, parent, sentence };
  drafts.push(made);
  return made;
}

function finish(clause: Draft, end: number, mark: ClauseEnd): void {
  clause.end = end;
  clause.mark = mark;
}

/** Trims, leaves out the empty, and turns parents into places in the list. */
function listed(text: string, drafts: readonly Draft[]): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const made of drafts) {
    const { mark, sentence, depth, bracket, parent } = made;
    let { start, end } = made;
    while (start < end && isBlankCode(text.charCodeAt(start))) start++;
    while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
    if (start === end) continue;
    made.index = clauses.length;
    const span = { start, end };
    clauses.push(
      bracket === undefined || parent === undefined
        ? { span, depth, sentence, end: mark }
        : { span, depth, bracket, parent: parent.index, sentence, end: mark },
    );
  }
  return clauses;
}

const fullMarks: Readonly<Record<string, ClauseEnd>> = {
  '，': '，',
  '；': '；',
  '：': '：',
  '。': '。',
  '！': '！',
  '？': '？',
  '\n': 'line',
};
const halfMarks: Readonly<Record<string, ClauseEnd>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
};

/** The mark at `at`; not in 1,234 and 9:00, in addresses, or between Latin letters. */
function markAt(text: string, at: number): ClauseEnd | undefined {
  const char = text.charAt(at);
  const full = fullMarks[char];
  if (full === '，') return isGroupComma(text, at) ? undefined : full;
  if (full === '：') return isClock(text, at) ? undefined : full;
  if (full !== undefined) return full;
  const half = halfMarks[char];
  if (half === undefined) return char === '.' ? pointAt(text, at) : undefined;
  if (half === '，') return isGroupComma(text, at) ? undefined : half;
  if (half !== '：')
    return isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1)) ? undefined : half;
  const between = digitOf(text.charCodeAt(at - 1)) >= 0 && digitOf(text.charCodeAt(at + 1)) >= 0;
  return between || text.startsWith('://', at) ? undefined : half;
}

/** A half-width full stop ends a sentence between Chinese characters and behind one at the end. */
function pointAt(text: string, at: number): ClauseEnd | undefined {
  const next = text.charCodeAt(at + 1);
  const ends = at + 1 === text.length || isChinese(next) || isBlankCode(next);
  return isChinese(text.charCodeAt(at - 1)) && ends ? '。' : undefined;
}

function isChinese(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

const closers: Readonly<Record<string, string>> = {
  '）': '（',
  ')': '（',
  '》': '《',
  '〉': '〈',
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '】': '【',
  '〕': '〔',
  ']': '[',
  '］': '[',
};
/** Openers by their kind: brackets of either width close each other, as drafters type them. */
const openers: Readonly<Record<string, string>> = {
  '（': '（',
  '(': '（',
  '《': '《',
  '〈': '〈',
  '“': '“',
  '‘': '‘',
  '「': '「',
  '『': '『',
  '【': '【',
  '〔': '〔',
  '[': '[',
  '［': '[',
};

/** Offsets of brackets that have a partner, each with the offset of that partner. */
function bracketPairs(text: string, places: readonly number[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly kind: string; readonly at: number }[] = [];
  const waiting = new Map<string, number>();
  for (const at of places) {
    const char = text.charAt(at);
    const opens = openers[char];
    if (opens !== undefined) {
      open.push({ kind: opens, at });
      waiting.set(opens, (waiting.get(opens) ?? 0) + 1);
      continue;
    }
    const kind = closers[char];
    if (kind === undefined || (waiting.get(kind) ?? 0) === 0) continue;
    // What opened since and has not closed stays without a partner.
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      waiting.set(top.kind, (waiting.get(top.kind) ?? 1) - 1);
      if (top.kind !== kind) continue;
      pairs.set(top.at, at);
      pairs.set(at, top.at);
      break;
    }
  }
  return pairs;
}
