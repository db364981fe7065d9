import type { Anchor, Block, Outline } from './outline/outline.ts';
import { indexOfBlock } from './outline/pages.ts';
import type { Edit, Fix } from './rules/finding.ts';
import type { Span } from './text/span.ts';

/** A text in which anchors have a place. */
interface Placing {
  readonly text: string;
  readonly outline: Outline;
  place(anchor: Anchor): Span;
}

export interface PlacedEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * An edit as it is made in a text, with the line ends of the draft. Where it takes a whole block away, the blank
 * lines around it do not add up; where it puts one behind another (the new text begins with a blank line), a blank
 * line follows, too.
 */
export function placedEdit(draft: Placing, { anchor, newText }: Edit): PlacedEdit {
  const { text } = draft;
  const { start, end } = draft.place(anchor);
  const reachesEnd = anchor.end === anchor.block.source.length;
  if (newText === '' && anchor.start === 0 && reachesEnd)
    return { span: withGap(text, reachOf(draft, anchor.block)), newText };
  if (start < end || !newText.startsWith('\n\n'))
    return { span: { start, end }, newText: withLineEnds(text, newText) };
  const at = reachesEnd ? reachOf(draft, anchor.block).end : end;
  const completed = newText + '\n'.repeat(lineBreaksMissing(text, at));
  return { span: { start: at, end: at }, newText: withLineEnds(text, completed) };
}

/** Edits as they are made in a text, from its beginning to its end; those at the same place in their own order. */
export function placedEdits(draft: Placing, edits: readonly Edit[]): readonly PlacedEdit[] {
  return edits
    .map((edit) => placedEdit(draft, edit))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The text with edits made, of which none may overlap another. */
export function applyEdits(draft: Placing, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of placedEdits(draft, edits)) {
    if (span.start < at) throw new Error('edits overlap');
    result += draft.text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + draft.text.slice(at);
}

/** Where in the text before such edits stood what stands at an offset of the text behind them. */
export function offsetBefore(edits: readonly PlacedEdit[], offset: number): number {
  let longer = 0;
  for (const { span, newText } of edits) {
    const start = span.start + longer;
    if (offset < start) break;
    if (offset < start + newText.length) return Math.min(span.end, offset - longer);
    longer += newText.length - (span.end - span.start);
  }
  return offset - longer;
}

export function applyFix(draft: Placing, fix: Fix): string {
  return applyEdits(draft, fix.edits);
}

/** With the line ends of the draft. */
function withLineEnds(text: string, newText: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? newText.replace(/\r?\n/g, '\r\n') : newText;
}

/** A block with what no block reads right before and behind it: a table of HTML may stand in another that sets the page. */
function reachOf({ text, outline }: Placing, block: Block): Span {
  const { blocks, starts } = outline;
  const index = indexOfBlock(outline, block);
  const start = starts[index] as number;
  const end = start + block.source.length;
  const before = blocks[index - 1];
  const from = before === undefined ? 0 : (starts[index - 1] as number) + before.source.length;
  const head = text.slice(from, start).split(blankLine).at(-1) as string;
  const [tail] = text.slice(end, starts[index + 1]).split(blankLine) as [string];
  return { start: start - head.trimStart().length, end: end + tail.trimEnd().length };
}

const blankLine = /\n[ \t]*\r?\n/;

/**
 * A block with as much of the blank behind it as goes with it: what stands around it keeps the wider one of the two
 * gaps, and a blank line at the least, so that two paragraphs never become one.
 */
function withGap(text: string, { start, end }: Span): Span {
  let first = start;
  while (first > 0 && isBlank(text, first - 1)) first--;
  const before = first === 0 ? Number.POSITIVE_INFINITY : lineBreaks(text.slice(first, start)).length;
  const behind = lineBreaks(text.slice(end, endOfBlank(text, end)));
  const taken = Math.min(before, behind.length, before + behind.length - 2);
  return { start, end: end + (behind[taken - 1] ?? 0) };
}

/** How many line breaks it takes until a blank line stands between a place and what follows. */
function lineBreaksMissing(text: string, from: number): number {
  const end = endOfBlank(text, from);
  return end === text.length ? 0 : Math.max(0, 2 - lineBreaks(text.slice(from, end)).length);
}

function endOfBlank(text: string, from: number): number {
  let end = from;
  while (end < text.length && isBlank(text, end)) end++;
  return end;
}

function isBlank(text: string, at: number): boolean {
  return ' \t\r\n'.includes(text.charAt(at));
}

/** Behind each line break of a text, where the next line begins. */
function lineBreaks(text: string): number[] {
  return Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: found }) => index + found.length);
}
