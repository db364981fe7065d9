import { blockTag } from './cut.ts';
import { delimiterWidth } from './plainTable.ts';

/**
 * What the parsers of the definition may take, in microseconds of an ordinary computer: for one segment,
 * and for all segments of a text together. Figures were measured with hostile texts (`test/fuzz`); an
 * ordinary report costs some thousands in all, nearly all of it for segments that never change.
 */
export const mostForSegment = 300_000;
export const mostForText = 2_400_000;

/** Containers in one another; remark recurses into them. */
const deepest = 40;

/** Counts of what stands in a run of lines that remark reads as one paragraph. */
interface Marks {
  /** Runs of `*`, `_`, `~`, backticks, a long run as many; brackets; `<`. */
  all: number;
  /** Those of them that make remark look ahead, in vain perhaps, up to the end. */
  openers: number;
}

/**
 * An upper estimate, in linear time, of what it takes remark to read a segment; infinite for nesting that
 * it cannot read at all. Remark takes time proportional to characters and lines, and to the square of the
 * marks in one paragraph; in a table, of those in one row. Raw HTML it passes over.
 */
export function readingCost(source: string): number {
  let cost = 150;
  let depth = 0;
  let start = 0;
  let underlines = 0;
  let isTable = false;
  let isHtml = false;
  let isCode = false;
  let marks: Marks = { all: 0, openers: 0 };
  const close = (end: number): void => {
    cost += 15 * marks.all + 0.11 * marks.all ** 2 + 0.01 * marks.openers * (end - start);
    cost += 0.06 * underlines ** 2;
    marks = { all: 0, openers: 0 };
    underlines = 0;
  };
  for (let at = 0; at <= source.length; ) {
    const end = lineEnd(source, at);
    const next = behindLine(source, end);
    const begin = leading(source, at, end);
    depth = Math.max(depth, begin.containers);
    if (depth > deepest) return Infinity;
    if (!isHtml && startsHtml(source, at, end)) {
      // Raw HTML that begins under a heading or a line of text ends what stands above it.
      if (at > start) close(at);
      isHtml = true;
    }
    isTable = at === start ? startsTable(source, at, end) : isTable && source.charCodeAt(at) === 124;
    // Behind a blank line and outside of lists, an indent of four begins code, which only a line without it ends.
    isCode = (at === start || isCode) && depth === 0 && source.startsWith('    ', at);
    if (isHtml || isCode) cost += 15 + end - at;
    else {
      const { containers } = begin;
      const code = source.charCodeAt(begin.at);
      if (code === 61 || code === 45) underlines++;
      cost += 60 + 3 * depth + 3 * (end - at) + (containers > 0 ? 100 + 1.5 * containers ** 2 : 0);
      cost += countMarks(source, at, end, marks);
    }
    if (isTable || begin.at === end || end === source.length) {
      close(end);
      // The rows of a table are no longer one run, unless a line turns up that is none.
      if (!isTable) {
        start = next;
        isHtml = false;
      }
    }
    at = next;
  }
  return cost;
}

/** Adds the marks of a line; returns what single characters cost that remark looks at one by one. */
function countMarks(source: string, from: number, end: number, marks: Marks): number {
  let singles = 0;
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at);
    switch (code) {
      case 60 /* < */:
      case 91 /* [ */:
        marks.openers++;
        marks.all++;
        break;
      case 93 /* ] */:
        marks.all++;
        break;
      case 42 /* * */:
      case 95 /* _ */:
      case 96 /* ` */:
      case 126 /* ~ */:
        if (source.charCodeAt(at - 1) !== code || source.charCodeAt(at - 3) === code) marks.all++;
        else singles++;
        break;
      case 38 /* & */:
      case 64 /* @ */:
      case 92 /* \ */:
      case 124 /* | */:
        singles += 12;
        break;
    }
  }
  return singles;
}

/** True when a line is surely the header of a table: then no line below that begins with a pipe ends it. */
function startsTable(source: string, start: number, end: number): boolean {
  const header = source.slice(start, end);
  if (!header.startsWith('|') || !header.endsWith('|') || header.includes('\\')) return false;
  const next = behindLine(source, end);
  const width = delimiterWidth(source, { start: next, end: lineEnd(source, next) });
  return width > 0 && header.split('|').length - 2 === width;
}

/** True when a line surely begins raw HTML, which no line before the next blank one ends. */
function startsHtml(source: string, start: number, end: number): boolean {
  let at = start;
  while (at < start + 3 && source.charCodeAt(at) === 32) at++;
  return source.charCodeAt(at) === 60 && blockTag.test(source.slice(at, Math.min(end, at + 16)));
}

function lineEnd(source: string, from: number): number {
  let end = from;
  while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++;
  return end;
}

/** Beyond the source when the line is its last. */
function behindLine(source: string, end: number): number {
  return source.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/** How many containers a line may open or continue, and where what it says begins. */
function leading(source: string, from: number, end: number): { containers: number; at: number } {
  let containers = 0;
  let at = from;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === 62 || code === 46 || code === 41 || isBullet(source, at, code)) containers++;
    else if (code !== 32 && code !== 9 && !(code >= 48 && code <= 57)) break;
  }
  return { containers, at };
}

function isBullet(source: string, at: number, code: number): boolean {
  if (code !== 42 && code !== 43 && code !== 45) return false;
  const next = source.charCodeAt(at + 1);
  return next === 32 || next === 9 || next === 10 || next === 13 || Number.isNaN(next);
}
