import { partitionPoint } from '../text/search.ts';
import type { Span } from '../text/span.ts';

/**
 * What a draft consists of, with no idea of any form. Every span inside a block counts from the block's
 * own start, so that a block is a value of its source alone: it can be cached, compared and kept when
 * text before it changes. Only the outline knows where a block stands.
 */
export interface Outline {
  readonly blocks: readonly Block[];
  /** Offset in the text at which each block starts; as long as `blocks`, rising. */
  readonly starts: readonly number[];
}

/** A top-level block: its source and what it says. */
export interface Block {
  readonly source: string;
  readonly content: Content;
}

export type Content = Heading | Paragraph | Table | List | Comment | FrontMatter | Opaque;

export interface Heading {
  readonly kind: 'heading';
  readonly span: Span;
  readonly depth: number;
  readonly prose: Prose;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly span: Span;
  readonly prose: Prose;
}

export interface List {
  readonly kind: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  /** The marker as written: `1.`, `-`. */
  readonly marker: Span;
  readonly content: readonly Content[];
}

/** A GFM table, or an HTML one in the same shape. */
export interface Table {
  readonly kind: 'table';
  readonly span: Span;
  readonly syntax: 'gfm' | 'html';
  /** Columns of the grid: what the header declares (GFM), or the widest row (HTML). */
  readonly width: number;
  readonly rows: readonly Row[];
}

export interface Row {
  /** The row's own source: its line (GFM), its element (HTML). */
  readonly span: Span;
  /** From left to right. A GFM row may have fewer or more cells than the table is wide. */
  readonly cells: readonly Cell[];
  /** Comments that stand on the row's line. */
  readonly comments: readonly CommentText[];
}

export interface Cell {
  /** The content without padding; empty at the place where content would go when there is none. */
  readonly span: Span;
  readonly prose: Prose;
  /** Grid column at which the cell begins. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface Comment {
  readonly kind: 'comment';
  readonly span: Span;
  readonly comments: readonly CommentText[];
}

/** The text between `<!--` and `-->`. */
export interface CommentText {
  readonly span: Span;
  readonly text: string;
}

export interface FrontMatter {
  readonly kind: 'frontMatter';
  readonly span: Span;
  /** What stands between the fences. */
  readonly yaml: Span;
}

/**
 * Code, quotes, raw HTML, rules, definitions: nothing in it counts. `tooDeep` is text whose nesting or
 * length no parser could take in reasonable time; it is not read at all.
 */
export interface Opaque {
  readonly kind: 'opaque';
  readonly span: Span;
  readonly what: 'code' | 'quote' | 'html' | 'rule' | 'definition' | 'tooDeep';
}

/**
 * Visible text with its way back to the source. Line breaks, soft and hard, are `\n`; markup, escapes and
 * comments are gone; images and footnote marks leave nothing.
 */
export interface Prose {
  readonly text: string;
  /** Runs in text order that cover `text` without gaps. */
  readonly runs: readonly Run[];
  /** Parts of `text` that are bold. */
  readonly strong: readonly Span[];
  readonly comments: readonly CommentText[];
}

/**
 * `length` characters of visible text from `at` on come from the source at `from`: one for one when
 * `sourceLength` equals `length`, as a whole (an entity, a line break with its indentation) otherwise.
 */
export interface Run {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly sourceLength: number;
}

/** A place in a draft that stays valid while its block does: offsets count from the block's start. */
export interface Anchor extends Span {
  readonly block: Block;
}

export function anchor(block: Block, range: Span): Anchor {
  return { block, start: range.start, end: range.end };
}

/** Source range (in the block) of a range of visible text. */
export function sourceSpan(prose: Prose, range: Span): Span {
  const start = sourceOffset(prose, range.start, 'start');
  return {
    start,
    end: Math.max(start, range.end <= range.start ? start : sourceOffset(prose, range.end, 'end')),
  };
}

function sourceOffset(prose: Prose, offset: number, edge: 'start' | 'end'): number {
  const { runs } = prose;
  // For an end, the run that holds the character before it decides, so that a range never swallows markup behind it.
  const wanted = edge === 'end' ? offset - 1 : offset;
  const run = runs[Math.max(0, partitionPoint(runs, ({ at }) => at <= wanted) - 1)];
  if (run === undefined) return 0;
  const within = Math.min(Math.max(offset - run.at, 0), run.length);
  if (run.sourceLength === run.length) return run.from + within;
  return edge === 'start' && within < run.length ? run.from : run.from + run.sourceLength;
}

/** Every comment of a block, however deep. */
export function commentsIn(content: Content): readonly CommentText[] {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return content.prose.comments;
    case 'comment':
      return content.comments;
    case 'table':
      return content.rows.flatMap((row) => row.comments);
    case 'list':
      return content.items.flatMap((item) => item.content.flatMap(commentsIn));
    case 'frontMatter':
    case 'opaque':
      return [];
  }
}
