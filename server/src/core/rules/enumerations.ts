import { chineseNumber, digitValue, readNumeral } from '../laws/numerals.ts';
import type { Anchor, ListItem } from '../outline/outline.ts';
import { indicesWith, type Passage, passagesOf } from '../report/passages.ts';
import type { Report } from '../report/report.ts';
import { matchesIn } from '../text/matches.ts';
import { Notes } from '../text/notes.ts';

/**
 * How an item of an enumeration is marked. At the beginning of a line: `part` （一）, `point` 1. and 1、,
 * `paren` 1） , `sub` （1）, `nested` an item of a Markdown list inside a list. Anywhere: `is` 一是, `must` 一要,
 * `nth` 第一，, `ofThem` 其一，, `circle` ①.
 */
export type MarkerKind = 'part' | 'point' | 'paren' | 'sub' | 'nested' | InlineKind;
export type InlineKind = 'is' | 'must' | 'nth' | 'ofThem' | 'circle';

/** The number of an item, as it stands in the draft. */
export interface Marker {
  readonly kind: MarkerKind;
  readonly number: number;
  /** As written, without the punctuation behind it: `（三）`, `5`, `三是`, `第三`. */
  readonly text: string;
  readonly anchor: Anchor;
  readonly section: Passage['section'];
  /** Which passage of the report it is in, and where in its text it begins and ends; 0, 0 for a list's marker. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** Items of one level that follow each other. */
export interface Sequence {
  readonly kind: MarkerKind;
  readonly markers: readonly [Marker, ...Marker[]];
}

export interface Enumerations {
  readonly passages: readonly Passage[];
  readonly markers: readonly Marker[];
  readonly sequences: readonly Sequence[];
}

const known = new Notes<Report, Enumerations>();

/** Every numbered enumeration in the text of the sections; tables, title and signature have none. */
export function enumerationsOf(report: Report): Enumerations {
  return known.of(report, read);
}

/** The same marker with another number, in its own style. */
export function renumbered({ kind, text }: Marker, number: number): string {
  if (kind === 'circle') return String.fromCharCode(0x245f + number);
  const written = [...text].filter(isNumeral).join('');
  const first = written.charCodeAt(0);
  const numeral =
    digitValue(first) < 0
      ? chineseNumber(number)
      : first >= 0xff10
        ? [...String(number)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
        : String(number);
  return text.replace(written, () => numeral);
}

const ranks: Readonly<Record<MarkerKind, number>> = {
  part: 1,
  point: 2,
  paren: 3,
  sub: 3,
  nested: 4,
  is: 5,
  must: 5,
  nth: 5,
  ofThem: 5,
  circle: 6,
};

function read(report: Report): Enumerations {
  const passages = passagesOf(report);
  const markers: Marker[] = [];
  const sequences: Sequence[] = [];
  /** The sequences that the next marker of a kind may continue; an outer one below an inner one that it was cut by. */
  let open = new Map<MarkerKind, [Marker, ...Marker[]][]>();
  let section: Passage['section'];
  const close = (rank: number) => {
    for (const kind of open.keys())
      if (ranks[kind] > rank && (rank === 1 || ranks[kind] < ranks.is)) open.delete(kind);
  };
  const enter = (marker: Marker) => {
    markers.push(marker);
    const stack = open.get(marker.kind) ?? [];
    const last = stack.at(-1)?.at(-1);
    const fits = (list: Sequence['markers']) => marker.start > 0 || list[0].start === 0;
    let place = stack.findLastIndex((list) => list.at(-1)?.number === marker.number - 1 && fits(list));
    if (place < 0 && last !== undefined && continues(last, marker, passages)) place = stack.length - 1;
    const list = stack[place];
    if (list !== undefined) {
      stack.length = place + 1;
      list.push(marker);
      return;
    }
    const begun: [Marker, ...Marker[]] = [marker];
    sequences.push({ kind: marker.kind, markers: begun });
    // 一是…公开182条，一是…；二是…。 in one paragraph: the second runs inside an item of the first.
    const outer = stack[0]?.at(-1);
    const inItem = outer?.start === 0 && outer.passage === marker.passage;
    const nestedHere = ranks[marker.kind] < ranks.is && last?.passage === marker.passage - 1;
    open.set(marker.kind, [...(inItem ? stack.slice(0, 1) : nestedHere ? stack : []), begun]);
  };
  for (const index of indicesWith(report, ordering)) {
    const passage = passages[index] as Passage;
    if (passage.section !== section) open = new Map();
    section = passage.section;
    const first = listMarker(passage, passages[index - 1], index) ?? lineMarker(passage, index);
    if (first !== undefined) {
      close(ranks[first.kind]);
      enter(first);
    } else if (passage.kind === 'heading') open = new Map();
    for (const marker of inlineMarkers(passage, index)) enter(marker);
  }
  return { passages, markers, sequences };
}

/** A passage that may hold a number, or ends what was numbered before. */
function ordering(passage: Passage): readonly Passage[] {
  const { section, kind, item } = passage;
  if (section === undefined) return [];
  const orders =
    kind === 'heading' ||
    item !== undefined ||
    lineMarker(passage, 0) !== undefined ||
    inlineMarkers(passage, 0).length > 0;
  return orders ? [passage] : [];
}

/** A number that is not the next is still of the same sequence, unless it is a 一 that begins another. */
function continues(last: Marker, marker: Marker, passages: readonly Passage[]): boolean {
  if (marker.number !== 1) return true;
  if (last.number !== 1 || ranks[marker.kind] >= ranks.is) return false;
  if (marker.kind !== 'part') return last.passage === marker.passage - 1;
  return passages.slice(last.passage + 1, marker.passage).every(({ text }) => /[。；;]$/.test(text));
}

/** The number of a Markdown list's item, on the first passage of that item. */
function listMarker(passage: Passage, before: Passage | undefined, index: number): Marker | undefined {
  const { item } = passage;
  if (item === undefined || !item.list.ordered) return undefined;
  if (before?.item?.list === item.list && before.item.index === item.index) return undefined;
  const { block } = passage.place({ start: 0, end: 0 });
  const numberOf = ({ marker }: ListItem) => readNumeral(block.source.slice(marker.start, marker.end), 0);
  const own = item.list.items[item.index] as ListItem;
  const read = numberOf(own);
  if (read === undefined) return undefined;
  // Markdown counts by itself: a list of nothing but 1. is in order.
  const lazy = item.list.items.every((other) => numberOf(other)?.value === read.value);
  const anchor = { block, start: own.marker.start, end: own.marker.start + read.end };
  return {
    kind: block.content === item.list ? 'point' : 'nested',
    number: lazy ? read.value + item.index : read.value,
    text: block.source.slice(anchor.start, anchor.end),
    anchor,
    section: passage.section,
    passage: index,
    start: 0,
    end: 0,
  };
}

function lineMarker(passage: Passage, index: number): Marker | undefined {
  const { text } = passage;
  const bracket = text[0] === '（' || text[0] === '(';
  const numeral = readNumeral(text, bracket ? 1 : 0);
  if (numeral === undefined || numeral.value > 99) return undefined;
  const { value, digits, end } = numeral;
  const closing = text[end] ?? ' ';
  const next = text[end + 1] ?? ' ';
  let kind: MarkerKind;
  if ('）)'.includes(closing) && !'项款条'.includes(next) && (bracket || digits))
    kind = !bracket ? 'paren' : digits ? 'sub' : 'part';
  else if (!bracket && digits && '.．、'.includes(closing) && digitValue(next.charCodeAt(0)) < 0)
    kind = 'point';
  else return undefined;
  return marker(passage, index, kind, value, 0, bracket ? end + 1 : end);
}

const inlineStarts = /[第其〇一二三四五六七八九十①-⑳]/g;
const boundaries = '。；;：:，,、！？!?）)”"』」》—… \u3000\u00a0';

function inlineMarkers(passage: Passage, index: number): Marker[] {
  const { text } = passage;
  const found: Marker[] = [];
  for (const { index: i } of matchesIn(text, inlineStarts)) {
    const circle = text.charCodeAt(i) - 0x245f;
    if (circle <= 20) found.push(marker(passage, index, 'circle', circle, i, i + 1));
    else if (i === 0 || boundaries.includes(text[i - 1] as string)) {
      const read = inlineAt(text, i);
      if (read !== undefined) found.push(marker(passage, index, read.kind, read.number, i, read.end));
    }
  }
  return found;
}

function inlineAt(text: string, i: number): { kind: InlineKind; number: number; end: number } | undefined {
  const lead = text[i] === '第' || text[i] === '其' ? 1 : 0;
  const numeral = readNumeral(text, i + lead);
  if (numeral === undefined || numeral.digits || numeral.value > 20) return undefined;
  const after = text[numeral.end] ?? ' ';
  const next = text[numeral.end + 1] ?? ' ';
  if (lead === 1) {
    // 第一、二季度 and 第一，第二 name things; 第一，…… enumerates.
    if (!'，,、：:是'.includes(after) || next === '第' || isNumeral(next)) return undefined;
    return { kind: text[i] === '第' ? 'nth' : 'ofThem', number: numeral.value, end: numeral.end };
  }
  if ((after !== '是' && after !== '要') || next === text[i] || next === '否') return undefined;
  return { kind: after === '是' ? 'is' : 'must', number: numeral.value, end: numeral.end + 1 };
}

function marker(
  passage: Passage,
  index: number,
  kind: MarkerKind,
  number: number,
  start: number,
  end: number,
): Marker {
  return {
    kind,
    number,
    text: passage.text.slice(start, end),
    anchor: passage.place({ start, end }),
    section: passage.section,
    passage: index,
    start,
    end,
  };
}

function isNumeral(character: string): boolean {
  return '〇一二三四五六七八九十'.includes(character) || digitValue(character.charCodeAt(0)) >= 0;
}
