import { joinHtml } from './join.ts';
import { mostForSegment, mostForText } from './limits.ts';
import type { Block, Content } from './outline.ts';
import type { Placed } from './plain.ts';
import { readWithRemark } from './remark.ts';
import { sameData } from './same.ts';
import { cutSegments, type Segment, type Segments } from './segments.ts';

/** A segment that has been read. */
interface Piece {
  readonly segment: Segment;
  readonly context: Context;
  readonly blocks: readonly Block[];
  /** Where each block starts in the segment. */
  readonly starts: readonly number[];
}

/** All that a reading depended on besides the segment: for a linked one, the text of all linked ones. */
type Context = 'alone' | 'skipped' | { readonly linked: string };

/** A text in pieces, one for each segment. */
export interface Pieces {
  readonly cut: Segments;
  readonly pieces: readonly Piece[];
}

/** Put between segments that are read together: closes every container and is dropped again. */
const separator = '#\n\n';
/** Segments of their own are read several at once as well: one call of remark costs as much as a paragraph. */
const batchLength = 8000;

/**
 * Reads a text from `from` on. With `previous`, blocks whose source and content are unchanged are the same
 * objects, each used once; the result is equal without. In steps.
 */
export function* readPieces(text: string, from: number, previous?: Pieces): Generator<undefined, Pieces> {
  const { cut, kept, rest } = yield* cutSegments(text, from, previous?.cut);
  const { segments } = cut;
  const contexts = contextsOf(segments);
  const old = previous?.pieces ?? [];
  const known = new Map(old.slice(kept, rest).map((piece) => [piece.segment, piece]));
  const unused: Piece[] = [];
  const pieces = segments.map((segment, index): Piece | undefined => {
    const fromEnd = segments.length - index;
    const isKept = index < kept || fromEnd <= old.length - rest;
    const piece = isKept ? old[index < kept ? index : old.length - fromEnd] : known.get(segment);
    if (piece === undefined) return undefined;
    known.delete(segment);
    if (sameContext(piece.context, contexts[index] as Context)) return piece;
    unused.push(piece);
    return undefined;
  });
  const readings = yield* readFresh(segments, contexts, pieces);
  unused.push(...known.values());
  const adopt = adopter(unused);
  for (let index = 0; index < pieces.length; index++) {
    if (pieces[index] !== undefined) continue;
    const segment = segments[index] as Segment;
    const context = contexts[index] as Context;
    pieces[index] = pieceOf(segment, context, readings.get(index) ?? skipped(segment.source), adopt);
    yield;
  }
  return { cut, pieces: pieces as Piece[] };
}

/**
 * Definitions of links and notes may be used in any segment: if there are any, the segments that may use
 * or hold one are read together. A segment that takes too long, or for which no time is left, is skipped.
 */
function contextsOf(segments: readonly Segment[]): Context[] {
  let used = 0;
  let linked: Context | undefined;
  if (segments.some((segment) => segment.defines)) {
    const together = segments.filter((segment) => segment.uses);
    const cost = together.reduce((sum, segment) => sum + segment.cost, 0);
    if (cost <= mostForSegment) {
      linked = { linked: joined(together) };
      used = cost;
    }
  }
  return segments.map((segment) => {
    if (segment.plain !== undefined) return 'alone';
    if (linked !== undefined && segment.uses) return linked;
    if (segment.cost > mostForSegment || used + segment.cost > mostForText) return 'skipped';
    used += segment.cost;
    return 'alone';
  });
}

function sameContext(a: Context, b: Context): boolean {
  return typeof a === 'string' || typeof b === 'string' ? a === b : a.linked === b.linked;
}

/** The readings, by index, of all segments that have no piece yet and are not skipped. */
function* readFresh(
  segments: readonly Segment[],
  contexts: readonly Context[],
  known: readonly (Piece | undefined)[],
): Generator<undefined, Map<number, readonly Placed[]>> {
  const readings = new Map<number, readonly Placed[]>();
  const linked: number[] = [];
  let isLinkedKnown = true;
  let batch: number[] = [];
  let length = 0;
  for (let index = 0; index < segments.length; index++) {
    const { plain, source, defines } = segments[index] as Segment;
    const context = contexts[index] as Context;
    const isKnown = known[index] !== undefined;
    if (typeof context === 'object') {
      linked.push(index);
      isLinkedKnown &&= isKnown;
    } else if (isKnown || context === 'skipped') continue;
    else if (plain !== undefined) readings.set(index, plain);
    else if (defines) readTogether(segments, [index], readings);
    else {
      if (length > 0 && length + source.length > batchLength) {
        readTogether(segments, batch, readings);
        batch = [];
        length = 0;
        yield;
      }
      batch.push(index);
      length += source.length;
    }
  }
  readTogether(segments, batch, readings);
  if (!isLinkedKnown) readTogether(segments, linked, readings);
  return readings;
}

/** What cannot be read, without the blank lines around it. */
function skipped(source: string): Placed[] {
  let start = 0;
  let end = source.length;
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  const content: Content = { kind: 'opaque', span: { start: 0, end: end - start }, what: 'tooDeep' };
  return start === end ? [] : [{ start, end, content }];
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Reads segments as one text, as if nothing but a heading stood between them. */
function readTogether(
  segments: readonly Segment[],
  indices: readonly number[],
  readings: Map<number, readonly Placed[]>,
): void {
  if (indices.length === 0) return;
  const text = joined(indices.map((index) => segments[index] as Segment));
  const contents = readWithRemark(text);
  let next = 0;
  let start = 0;
  for (const index of indices) {
    const { source } = segments[index] as Segment;
    const end = start + source.length;
    const own = [];
    for (; next < contents.length; next++) {
      const content = contents[next] as (typeof contents)[number];
      if (content.span.start >= end) break;
      if (content.span.start >= start) own.push(content);
    }
    readings.set(index, joinHtml(own, text, start));
    start = end + separator.length;
  }
}

function joined(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.source).join(separator);
}

type Adopt = (source: string, content: Content) => Block;

function pieceOf(segment: Segment, context: Context, placed: readonly Placed[], adopt: Adopt): Piece {
  return {
    segment,
    context,
    blocks: placed.map(({ start, end, content }) => adopt(segment.source.slice(start, end), content)),
    starts: placed.map(({ start }) => start),
  };
}

/** Makes blocks, or takes equal ones from pieces that are no longer used. */
function adopter(unused: readonly Piece[]): Adopt {
  const blocks = new Map<string, Block[]>();
  for (const piece of unused)
    for (const block of piece.blocks) {
      const same = blocks.get(block.source);
      if (same === undefined) blocks.set(block.source, [block]);
      else same.push(block);
    }
  return (source, content) => {
    const candidates = blocks.get(source);
    const index = candidates?.findIndex((block) => sameData(block.content, content)) ?? -1;
    return (index < 0 ? undefined : candidates?.splice(index, 1)[0]) ?? { source, content };
  };
}
