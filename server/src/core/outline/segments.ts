import { commonEnds } from '../text/difference.ts';
import { cutter } from './cut.ts';
import { readingCost } from './limits.ts';
import { type Placed, readPlain } from './plain.ts';

/** A stretch of text that is read on its own, blank lines behind it included. A value of its source. */
export interface Segment {
  readonly source: string;
  /** What it says, if it consists of plain blocks; `undefined` when it is for remark. */
  readonly plain: readonly Placed[] | undefined;
  /** For remark only: what it takes, whether it may use a definition elsewhere, whether it may hold one. */
  readonly cost: number;
  readonly uses: boolean;
  readonly defines: boolean;
}

/** A text cut into segments. The lists are equally long. */
export interface Segments {
  readonly text: string;
  /** Where the first segment starts; the last ends with the text. */
  readonly from: number;
  readonly segments: readonly Segment[];
  readonly starts: readonly number[];
  /** Up to where, counted from its start, the text decided where each segment ends; see `Cut`. */
  readonly reaches: readonly number[];
}

export interface Cutting {
  readonly cut: Segments;
  /** So many segments at the start are those of the earlier text. */
  readonly kept: number;
  /** From this one on, the segments of the earlier text are those at the end. */
  readonly rest: number;
}

/**
 * Cuts a text from `from` on. With `previous`, segments whose source is unchanged are the same objects, each
 * used once; the result is the same without. Cuts only as much anew as an edit can have changed. In steps.
 */
export function* cutSegments(text: string, from: number, previous?: Segments): Generator<undefined, Cutting> {
  const segments: Segment[] = [];
  const starts: number[] = [];
  const reaches: number[] = [];
  const add = (segment: Segment, start: number, reach: number) => {
    segments.push(segment);
    starts.push(start);
    reaches.push(reach);
  };
  const cut = cutter(text);
  const old = previous ?? { text: '', from, segments, starts: [], reaches: [] };
  const count = previous?.segments.length ?? 0;
  const { prefix, suffix } = commonEnds(old.text, text);
  const shift = text.length - old.text.length;
  const addOld = (index: number, by: number) =>
    add(old.segments[index] as Segment, (old.starts[index] as number) + by, old.reaches[index] as number);

  let kept = 0;
  if (old.from === from)
    for (; kept < count; kept++) {
      if ((old.starts[kept] as number) + (old.reaches[kept] as number) > prefix) break;
      addOld(kept, 0);
    }
  let at =
    kept === 0 ? from : (old.starts[kept - 1] as number) + (segments[kept - 1] as Segment).source.length;
  let rest = kept;
  const fresh: { readonly source: string; readonly place: number }[] = [];
  for (; at < text.length; ) {
    while (rest < count && (old.starts[rest] as number) + shift < at) rest++;
    // Behind the edit, at a place where it was cut before, all the rest is as it was.
    if (at >= text.length - suffix && rest < count && (old.starts[rest] as number) + shift === at) break;
    const { end, reach } = cut(at);
    const source = text.slice(at, end);
    fresh.push({ source, place: segments.length });
    add(unread, at, reach - at);
    at = end;
    yield;
  }
  if (at >= text.length) rest = count;
  const known = bySource(old.segments, kept, rest);
  for (const { source, place } of fresh) {
    segments[place] =
      known.get(source)?.pop() ?? segmentOf(previous === undefined ? source : detached(source));
    yield;
  }
  for (let index = rest; index < count; index++) addOld(index, shift);
  return { cut: { text, from, segments, starts, reaches }, kept, rest };
}

/** What a call of remark of its own costs, see `readingCost`; others share one. */
const costOfCall = 300;

const unread: Segment = { source: '', plain: [], cost: 0, uses: false, defines: false };

function segmentOf(source: string): Segment {
  const plain = readPlain(source);
  if (plain !== undefined) return { ...unread, source, plain };
  const uses = source.includes('[');
  const defines = uses && source.includes(']:');
  return { source, plain, cost: readingCost(source) + (defines ? costOfCall : 0), uses, defines };
}

/** A copy that does not keep the whole text alive that it was cut from. */
function detached(source: string): string {
  return ` ${source}`.slice(1);
}

function bySource(segments: readonly Segment[], from: number, to: number): Map<string, Segment[]> {
  const known = new Map<string, Segment[]>();
  for (let index = to - 1; index >= from; index--) {
    const segment = segments[index] as Segment;
    const same = known.get(segment.source);
    if (same === undefined) known.set(segment.source, [segment]);
    else same.push(segment);
  }
  return known;
}
