import {
  anchor,
  type Block,
  type Content,
  type Outline,
  type Prose,
  sourceSpan,
} from '../outline/outline.ts';
import { type Page, pagesOf } from '../outline/pages.ts';
import { memoByIdentity } from '../text/memo.ts';
import { isBlankCode } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import type { TextPiece } from './report.ts';

/** A line of visible text, and how it is set. */
export interface Line extends TextPiece {
  readonly block: Block;
  readonly style: 'heading' | 'bold' | 'plain' | 'item';
  readonly depth: number | undefined;
  readonly prose: Prose;
  /** Where the line stands in its prose, blanks at both ends left out. */
  readonly range: Span;
}

/** The visible lines of a block, list items included, blank ones left out. */
export const linesOf = memoByIdentity((block: Block): readonly Line[] => {
  const lines: Line[] = [];
  collect(block.content, false, block, lines);
  return lines;
});

/** The lines of a page, and those of each of its blocks. */
export interface PageLines {
  readonly lines: readonly Line[];
  readonly byBlock: readonly (readonly Line[])[];
}

/** The same lines, the same objects, as long as the page stays. */
export const linesOfPage = memoByIdentity(({ blocks }: Page): PageLines => {
  const byBlock = blocks.map(linesOf);
  return { lines: byBlock.flat(), byBlock };
});

/** The lines of an outline from one to before another, counted from its first. */
export function linesBetween(outline: Outline, from: number, to: number): readonly Line[] {
  const found: Line[] = [];
  let start = 0;
  for (const page of pagesOf(outline)) {
    if (start >= to) break;
    const { lines } = linesOfPage(page);
    if (start + lines.length > from)
      for (const line of lines.slice(Math.max(0, from - start), to - start)) found.push(line);
    start += lines.length;
  }
  return found;
}

/** The last lines of an outline. */
export function lastLines(outline: Outline, count: number): readonly Line[] {
  const found: Line[] = [];
  const pages = pagesOf(outline);
  for (let index = pages.length - 1; index >= 0 && found.length < count; index--)
    found.unshift(...linesOfPage(pages[index] as Page).lines.slice(found.length - count));
  return found;
}

/** The part of a line from one of its own offsets to another, as a piece of the draft. */
export function piece(line: Line, from: number, to: number): TextPiece {
  const range = { start: line.range.start + from, end: line.range.start + to };
  return { text: line.text.slice(from, to), anchor: anchor(line.block, sourceSpan(line.prose, range)) };
}

function collect(content: Content, inList: boolean, block: Block, lines: Line[]): void {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      lines.push(
        ...proseLines(content.prose, content.kind === 'heading' ? content.depth : undefined, inList, block),
      );
      return;
    case 'list':
      for (const item of content.items) for (const inner of item.content) collect(inner, true, block, lines);
      return;
    default:
      return;
  }
}

function proseLines(prose: Prose, depth: number | undefined, inList: boolean, block: Block): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= prose.text.length) {
    const end = prose.text.indexOf('\n', start) < 0 ? prose.text.length : prose.text.indexOf('\n', start);
    const range = trimmed(prose.text, start, end);
    if (range.end > range.start) {
      const bold = prose.strong.some((part) => part.start <= range.start && part.end >= range.end);
      const style = inList ? 'item' : depth !== undefined ? 'heading' : bold ? 'bold' : 'plain';
      lines.push({
        text: prose.text.slice(range.start, range.end),
        anchor: anchor(block, sourceSpan(prose, range)),
        block,
        style,
        depth,
        prose,
        range,
      });
    }
    start = end + 1;
  }
  return lines;
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlankCode(text.charCodeAt(from))) from++;
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
