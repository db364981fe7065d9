import {
  type Anchor,
  anchor,
  type Block,
  type Content,
  type List,
  type Outline,
  type Prose,
  sourceSpan,
} from '../outline/outline.ts';
import { isBlankCode } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { displayWidth } from '../text/width.ts';
import { type Line, linesOf } from './lines.ts';
import { titleLines } from './metadata.ts';
import type { Report, Section } from './report.ts';
import { signatureLines } from './signature.ts';

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
  readonly section: Section | undefined;
  /** The list that an item belongs to, and which item of it it is. */
  readonly item: { readonly list: List; readonly index: number } | undefined;
  /** Where a range of `text` stands in the draft. A range over several blocks ends with the first. */
  place(range: Span): Anchor;
}

const known = new WeakMap<Report, readonly Passage[]>();

/** Every passage of a report, in the order of the draft; the same list each time. */
export function passagesOf(report: Report): readonly Passage[] {
  let passages = known.get(report);
  if (passages === undefined) known.set(report, (passages = readPassages(report)));
  return passages;
}

/** A part of a line, and what it belongs to. */
interface Part {
  readonly line: Line;
  /** Offsets in the line's text. */
  readonly start: number;
  readonly end: number;
  readonly kind: PassageKind;
  readonly section: Section | undefined;
}

function readPassages(report: Report): readonly Passage[] {
  const items = itemsOf(report.outline);
  const parts = partsOf(report);
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

function itemsOf(outline: Outline): ReadonlyMap<Prose, NonNullable<Passage['item']>> {
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
  for (const { content } of outline.blocks) visit(content, undefined);
  return items;
}

/** Every line, a section's heading divided from the text behind it. */
function partsOf(report: Report): readonly Part[] {
  const lines = report.outline.blocks.flatMap((block, index) => linesOf(block, index));
  const headings = headingsOf(report);
  const opens = ({ anchor: at }: Line) => headings.get(at.block)?.get(at.start);
  const starts = lines.findIndex((line) => opens(line) !== undefined);
  const title = new Set(titleLines(lines.slice(0, starts < 0 ? lines.length : starts)));
  const signature = new Set(signatureLines(lines, report));
  let section: Section | undefined;
  return lines.flatMap((line): Part[] => {
    const opened = opens(line);
    section = opened ?? section;
    const whole = { line, start: 0, end: line.text.length, section };
    if (title.has(line)) return [{ ...whole, kind: 'title' }];
    if (signature.has(line)) return [{ ...whole, kind: 'signature' }];
    // Text behind a heading, or behind its words said twice, is the first of its body.
    const body = section?.body.slice(0, 2).find(({ anchor: at }) => behind(line, at));
    const cut = body === undefined ? line.text.length : line.text.length - body.text.length;
    if (opened === undefined && body === undefined) return [{ ...whole, kind: kindOf(line, section) }];
    const heading: Part = { ...whole, end: cut, kind: 'heading' };
    return body === undefined ? [heading] : [heading, { ...whole, start: cut, kind: 'body' }];
  });
}

/** Sections by the block and offset of their headings. */
function headingsOf(report: Report): ReadonlyMap<Block, ReadonlyMap<number, Section>> {
  const headings = new Map<Block, Map<number, Section>>();
  for (const section of report.sections) {
    const { block, start } = section.heading;
    const own = headings.get(block) ?? new Map<number, Section>();
    headings.set(block, own.set(start, section));
  }
  return headings;
}

/** True for the text behind a heading in its own line. */
function behind(line: Line, at: Anchor): boolean {
  return at.block === line.block && at.start > line.anchor.start && at.end === line.anchor.end;
}

function kindOf(line: Line, section: Section | undefined): PassageKind {
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
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The source of a range of the text, as far as it lies in a part whose text begins at `at`. */
function spanIn({ line, start, end }: Part, at: number, range: Span): Span {
  const clip = (offset: number) => line.range.start + Math.min(Math.max(start, start + offset - at), end);
  return sourceSpan(line.prose, { start: clip(range.start), end: clip(range.end) });
}
