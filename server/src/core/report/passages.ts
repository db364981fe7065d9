import {
  type Anchor,
  anchor,
  type Block,
  type Content,
  type List,
  type Prose,
  sourceSpan,
} from '../outline/outline.ts';
import { indexOfBlock, type Page, pageOfBlock, pagesOf } from '../outline/pages.ts';
import { betweenPauses } from '../text/memo.ts';
import { isBlankCode } from '../text/normalize.ts';
import { Notes } from '../text/notes.ts';
import { mayPause, pieceOfWork } from '../text/pause.ts';
import { partitionPoint } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { displayWidth } from '../text/width.ts';
import { type Line, lastLines, linesBetween, linesOfPage } from './lines.ts';
import { linesWithTitle, titleLines } from './metadata.ts';
import type { Report, Section, SectionHead } from './report.ts';
import { linesAtEnd, signatureLines } from './signature.ts';

/**
 * Where a passage stands: `title` the report's title; `opening` between title and first section; `heading`
 * of a section or part; `item` of a Markdown list; `signature` organ and date at the end; `body` the rest.
 */
export type PassageKind = 'title' | 'opening' | 'heading' | 'body' | 'item' | 'signature';

/**
 * Running text that belongs together: a paragraph whose soft line breaks are joined. Clauses, sentences
 * and enumerations never run over its end. Tables, code, quotes and comments are in none.
 */
export interface Passage {
  readonly kind: PassageKind;
  /** Visible text, without line breaks and without blanks at both ends. */
  readonly text: string;
  readonly section: SectionHead | undefined;
  /** The list that an item belongs to, and which item of it it is. */
  readonly item: { readonly list: List; readonly index: number } | undefined;
  /** Where a range of `text` stands in the draft. A range over several blocks ends with the first. */
  place(range: Span): Anchor;
}

/** Passages that follow each other; kept as long as what they are made of stays the same. */
interface Stretch {
  readonly parts: readonly Part[];
  readonly section: SectionHead | undefined;
  readonly handfuls: readonly Handful[];
}

/** As many passages as are read at once, between two pauses. */
interface Handful {
  readonly passages: readonly Passage[];
  /** What has been read of them, by the places of the functions that read it. */
  readonly readings: (readonly Reading<unknown>[] | undefined)[];
}

/** What a function finds in a passage, which is counted from the first of its handful. */
interface Reading<T> {
  readonly index: number;
  readonly found: readonly T[];
}

const stretches = new Notes<Report, readonly Stretch[]>();
const passages = new Notes<Report, readonly Passage[]>();

/** Every passage of a report, in the order of the draft; the same list each time. */
export function passagesOf(report: Report): readonly Passage[] {
  return passages.of(report, () =>
    stretchesOf(report).flatMap(({ handfuls }) => handfuls.flatMap((handful) => handful.passages)),
  );
}

type Read<T> = (passage: Passage) => readonly T[];

/**
 * All that `read` finds in the passages, in order. It has to be a function of the passage alone, and one and
 * the same for every call: after an edit only the passages that have changed are read again.
 */
export function inPassages<T>(report: Report, read: Read<T>): readonly T[] {
  const found: T[] = [];
  const place = placeOf(read);
  for (const { handfuls } of stretchesOf(report))
    for (const handful of handfuls)
      for (const own of readingsOf(handful, read, place)) for (const entry of own.found) found.push(entry);
  return found;
}

/** Which of the passages, counted from 0, `read` finds anything in. */
export function indicesWith(report: Report, read: Read<unknown>): readonly number[] {
  const indices: number[] = [];
  const place = placeOf(read);
  let start = 0;
  for (const { handfuls } of stretchesOf(report))
    for (const handful of handfuls) {
      for (const { index } of readingsOf(handful, read, place)) indices.push(start + index);
      start += handful.passages.length;
    }
  return indices;
}

const places = new Map<Read<unknown>, number>();

/** Every function that reads passages has one place in the lists of readings; there are some dozens in all. */
function placeOf(read: Read<unknown>): number {
  const known = places.get(read);
  if (known !== undefined) return known;
  places.set(read, places.size);
  return places.size - 1;
}

/** The passages of a handful in which something is found. */
function readingsOf<T>(handful: Handful, read: Read<T>, place: number): readonly Reading<T>[] {
  const kept = handful.readings[place];
  if (kept !== undefined) return kept as readonly Reading<T>[];
  const readings = pieceOfWork(readAll<T>, handful.passages, read);
  handful.readings[place] = readings;
  mayPause();
  return readings;
}

const nothing: readonly never[] = [];

function readAll<T>(passages: readonly Passage[], read: Read<T>): readonly Reading<T>[] {
  let readings: Reading<T>[] | undefined;
  for (let index = 0; index < passages.length; index++) {
    const found = read(passages[index] as Passage);
    if (found.length > 0) (readings ??= []).push({ index, found });
  }
  return readings ?? nothing;
}

/** A part of a line, and what it belongs to. */
interface Part {
  readonly line: Line;
  /** Offsets in the line's text. */
  readonly start: number;
  readonly end: number;
  readonly kind: PassageKind;
  readonly section: SectionHead | undefined;
}

/** What sets some lines apart from running text. */
interface Marks {
  /** Sections by the block and offset of their headings. */
  readonly headings: ReadonlyMap<Block, ReadonlyMap<number, Section>>;
  readonly title: ReadonlySet<Line>;
  readonly signature: ReadonlySet<Line>;
  /** The blocks with such lines. */
  readonly blocks: ReadonlySet<Block>;
}

function stretchesOf(report: Report): readonly Stretch[] {
  return stretches.of(report, readStretches);
}

/**
 * Pages of nothing but running text are read as one; elsewhere every block is, and marked blocks that follow
 * each other together.
 */
function readStretches(report: Report): readonly Stretch[] {
  const { outline } = report;
  const marks = marksOf(report);
  const apart = new Set([...marks.blocks].map((block) => pageOfBlock(outline, indexOfBlock(outline, block))));
  const made: Stretch[] = [];
  let section: Section | undefined;
  let run: { readonly first: Block; readonly parts: Part[] } | undefined;
  const endRun = () => {
    if (run !== undefined) made.push(markedStretch(run.first, run.parts, section?.head));
    run = undefined;
  };
  for (const page of pagesOf(outline)) {
    const { lines, byBlock } = linesOfPage(page);
    // What has no lines stands between nothing, whether it is a page or one block of it.
    if (lines.length === 0) continue;
    if (!apart.has(page)) {
      endRun();
      made.push(plainStretch(page, lines, section?.head));
      continue;
    }
    page.blocks.forEach((block, at) => {
      const own = byBlock[at] as readonly Line[];
      if (own.length === 0) return;
      if (!marks.blocks.has(block)) {
        endRun();
        made.push(plainStretch(block, own, section?.head));
        return;
      }
      run ??= { first: block, parts: [] };
      for (const line of own) {
        section = marks.headings.get(block)?.get(line.anchor.start) ?? section;
        run.parts.push(...markedParts(line, section, marks));
      }
    });
  }
  endRun();
  return made;
}

function marksOf(report: Report): Marks {
  const { outline, sections } = report;
  const headings = headingsOf(report);
  const before = linesBetween(outline, 0, linesWithTitle);
  const starts = before.findIndex(({ block, anchor: at }) => headings.get(block)?.has(at.start));
  const title = new Set(titleLines(before.slice(0, starts < 0 ? before.length : starts)));
  const signature = new Set(signatureLines(lastLines(outline, linesAtEnd), report));
  const blocks = new Set([
    ...headings.keys(),
    ...[...title, ...signature].map(({ block }) => block),
    ...sections.flatMap(({ leads }) => leads.map(({ anchor: at }) => at.block)),
  ]);
  return { headings, title, signature, blocks };
}

function headingsOf(report: Report): ReadonlyMap<Block, ReadonlyMap<number, Section>> {
  const headings = new Map<Block, Map<number, Section>>();
  for (const section of report.sections) {
    const { block, start } = section.heading;
    const own = headings.get(block) ?? new Map<number, Section>();
    headings.set(block, own.set(start, section));
  }
  return headings;
}

/** Stretches of running text by their page or block, and of marked blocks by the first. */
const plain = new Notes<Page | Block, Stretch>();
const marked = new Notes<Block, Stretch>();

function plainStretch(key: Page | Block, lines: readonly Line[], section: SectionHead | undefined): Stretch {
  const before = plain.get(key);
  if (before !== undefined && before.section === section) return before;
  const parts = lines.map((line) => ({
    line,
    start: 0,
    end: line.text.length,
    kind: kindOf(line, section),
    section,
  }));
  const stretch = stretchOf(parts, section);
  plain.set(key, stretch);
  mayPause();
  return stretch;
}

function markedStretch(first: Block, parts: readonly Part[], section: SectionHead | undefined): Stretch {
  const before = marked.get(first);
  if (before !== undefined && sameParts(before.parts, parts)) return before;
  const stretch = stretchOf(parts, section);
  marked.set(first, stretch);
  return stretch;
}

function stretchOf(parts: readonly Part[], section: SectionHead | undefined): Stretch {
  const all = passagesIn(parts);
  const handfuls: Handful[] = [];
  for (let start = 0; start < all.length; start += betweenPauses)
    handfuls.push({ passages: all.slice(start, start + betweenPauses), readings: [] });
  return { parts, section, handfuls };
}

function sameParts(some: readonly Part[], others: readonly Part[]): boolean {
  return (
    some.length === others.length &&
    some.every((part, index) => {
      const other = others[index] as Part;
      return (
        part.line === other.line &&
        part.start === other.start &&
        part.end === other.end &&
        part.kind === other.kind &&
        part.section === other.section
      );
    })
  );
}

/** A line of a marked block, a section's heading divided from the text behind it. */
function markedParts(line: Line, section: Section | undefined, marks: Marks): readonly Part[] {
  const whole = { line, start: 0, end: line.text.length, section: section?.head };
  if (marks.title.has(line)) return [{ ...whole, kind: 'title' }];
  if (marks.signature.has(line)) return [{ ...whole, kind: 'signature' }];
  // Text behind a heading, or behind its words said twice, is the first of its body.
  const body = section?.leads.find(({ anchor: at }) => behind(line, at));
  const cut = body === undefined ? line.text.length : line.text.length - body.text.length;
  const opens = section !== undefined && marks.headings.get(line.block)?.get(line.anchor.start) === section;
  if (!opens && body === undefined) return [{ ...whole, kind: kindOf(line, section?.head) }];
  const heading: Part = { ...whole, end: cut, kind: 'heading' };
  return body === undefined ? [heading] : [heading, { ...whole, start: cut, kind: 'body' }];
}

function passagesIn(parts: readonly Part[]): readonly Passage[] {
  const items = itemsOf(new Set(parts.map(({ line }) => line.block)));
  const widest = new Map<Prose, number>();
  for (const { line } of parts)
    widest.set(line.prose, Math.max(widest.get(line.prose) ?? 0, displayWidth(line.text)));
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group !== undefined && last !== undefined && joins(last, part, widest)) group.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => passageOf(group, items));
}

function itemsOf(blocks: Iterable<Block>): ReadonlyMap<Prose, NonNullable<Passage['item']>> {
  const items = new Map<Prose, NonNullable<Passage['item']>>();
  const visit = (content: Content, item: Passage['item']): void => {
    if (content.kind === 'list') {
      content.items.forEach((entry, index) => {
        for (const inner of entry.content) visit(inner, { list: content, index });
      });
    } else if (item !== undefined && (content.kind === 'paragraph' || content.kind === 'heading')) {
      items.set(content.prose, item);
    }
  };
  for (const { content } of blocks) visit(content, undefined);
  return items;
}

/** True for the text behind a heading in its own line. */
function behind(line: Line, at: Anchor): boolean {
  return at.block === line.block && at.start > line.anchor.start && at.end === line.anchor.end;
}

function kindOf(line: Line, section: SectionHead | undefined): PassageKind {
  if (line.style === 'item') return 'item';
  if (line.style === 'heading' || (line.style === 'bold' && !/[。；]/.test(line.text))) return 'heading';
  if (isCaption(line.text) && line.prose.text.trim() === line.text) return 'heading';
  return section === undefined ? 'opening' : 'body';
}

/** （一）主动公开情况: numbered, short, and no sentence. */
function isCaption(text: string): boolean {
  return startsItem(text) && text.length <= 40 && !/[。；;：:！？]/.test(text);
}

/** A number that begins a line of its own: 一、 （一） 1. 1、 (1) ①; but not the （一） of 第（一）项, nor 1.5. */
function startsItem(text: string): boolean {
  const marker = markers.exec(text)?.[0];
  if (marker === undefined) return false;
  const next = text[marker.length] ?? '';
  return next !== '项' && !(marker.endsWith('.') && next >= '0' && next <= '9');
}

const markers =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|[0-9]{1,2}[、．.]|[①-⑳])/;

/** A soft line break joins; one behind a sentence or a caption, or before a number, does not. */
function joins(before: Part, after: Part, widest: ReadonlyMap<Prose, number>): boolean {
  if (before.kind === 'title' && after.kind === 'title') return true;
  if (before.line.prose !== after.line.prose || before.line === after.line) return false;
  if (before.kind !== after.kind || before.kind === 'signature') return false;
  const text = before.line.text;
  if (before.kind === 'heading') return true;
  if (/[。！？!?…][”’"）)》」』]?$/.test(text) || startsItem(after.line.text)) return false;
  if (/[，、；：,;:（(《“]$/.test(text)) return true;
  if (isCaption(text) && displayWidth(text) < 0.75 * (widest.get(before.line.prose) ?? 0)) return false;
  return isSoftBreak(before.line, after.line);
}

/** A mere line break in the source, not a forced one (two blanks, a backslash, `<br>`). */
function isSoftBreak(before: Line, after: Line): boolean {
  const between = before.block.source.slice(before.anchor.end, after.anchor.start);
  const blanks = /^[ \u3000\u00a0\t]?\r?\n/.test(between);
  if (!blanks) return false;
  for (let i = 0; i < between.length; i++) if (!isBlankCode(between.charCodeAt(i))) return false;
  return true;
}

function passageOf(group: readonly Part[], items: ReadonlyMap<Prose, NonNullable<Passage['item']>>): Passage {
  const [first] = group as readonly [Part, ...Part[]];
  let text = '';
  const starts: number[] = [];
  for (const { line, start, end } of group) {
    const piece = line.text.slice(start, end).trimEnd();
    if (/[A-Za-z0-9]$/.test(text) && /^[A-Za-z0-9]/.test(piece)) text += ' ';
    starts.push(text.length);
    text += piece;
  }
  return {
    kind: first.kind,
    text,
    section: first.section,
    item: items.get(first.line.prose),
    place(range) {
      const from = partAt(starts, range.start);
      let to = range.end > range.start ? partAt(starts, range.end - 1) : from;
      while (to > from && group[to]?.line.block !== group[from]?.line.block) to--;
      const start = spanIn(group[from] as Part, starts[from] as number, range).start;
      const end = spanIn(group[to] as Part, starts[to] as number, range).end;
      return anchor((group[from] as Part).line.block, { start, end: Math.max(start, end) });
    },
  };
}

/** The part that holds an offset of the text. */
function partAt(starts: readonly number[], offset: number): number {
  return Math.max(0, partitionPoint(starts, (start) => start <= offset) - 1);
}

/** The source of a range of the text, as far as it lies in a part whose text begins at `at`. */
function spanIn({ line, start, end }: Part, at: number, range: Span): Span {
  const clip = (offset: number) => line.range.start + Math.min(Math.max(start, start + offset - at), end);
  return sourceSpan(line.prose, { start: clip(range.start), end: clip(range.end) });
}
