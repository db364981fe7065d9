import { matchesIn } from '../text/matches.ts';
import { partitionPoint } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { skipBlanks } from './scan.ts';
import { findTitle, type TitleMatch } from './titles.ts';

/** A name in 《》, or in 〈〉 (also <> and 《》) inside another. */
export interface TitleMention {
  /** With its marks. */
  readonly span: Span;
  /** Without its marks, as written. */
  readonly name: string;
  readonly nested: boolean;
}

/** A short name that a text gives: 《…办法》（以下简称《办法》）. */
export interface Abbreviation {
  readonly name: string;
  /** The title it stands for, as written. */
  readonly of: string;
  /** Of the short name, without marks. */
  readonly span: Span;
}

/** What a name in a text stands for: `name` is the title written out where the text abbreviates it. */
export interface ResolvedTitle {
  readonly name: string;
  readonly match: TitleMatch;
  /** True where the text itself declares the name as a short one. */
  readonly declared: boolean;
}

const longestTitle = 200;

/**
 * All titles in marks, in the order of their starts. A 《 without its 》 within 200 characters is no
 * title, and what stands inside it counts as if it were not there. Time linear in the text, but for
 * sorting what was found.
 */
export function readTitles(text: string): readonly TitleMention[] {
  let end = 0;
  return pairsOfMarks(text).flatMap(({ start, end: close }): TitleMention[] => {
    const nested = start < end;
    if (!nested && text[start] !== '《') return [];
    if (!nested) end = close;
    return [{ span: { start, end: close }, name: text.slice(start + 1, close - 1), nested }];
  });
}

/**
 * Short names that the text declares with 简称 or 统称, for the last title before them in the same
 * sentence. `mentions` are the titles of the same text.
 */
export function readAbbreviations(
  text: string,
  mentions: readonly TitleMention[] = readTitles(text),
): readonly Abbreviation[] {
  const outer = mentions.filter((mention) => !mention.nested);
  const abbreviations: Abbreviation[] = [];
  let next = 0;
  for (const { at, end } of declarations(text)) {
    while ((outer[next]?.span.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    const title = outer[next - 1];
    if (title === undefined || !reaches(text, title.span.end, at)) continue;
    const name = declaredName(text, end);
    if (name === undefined) continue;
    abbreviations.push({ name: text.slice(name.start, name.end), of: title.name, span: name });
  }
  return abbreviations;
}

/** What a name stands for at an offset of a text. */
export type TitleResolver = (name: string, offset: number) => ResolvedTitle;

/**
 * Resolves the names of a text. `here` are the abbreviations that it declares: the last one before the
 * offset counts, a name being declared included; `elsewhere` those of the document before it.
 */
export function titleResolver(
  here: readonly Abbreviation[],
  elsewhere: readonly Abbreviation[] = [],
): TitleResolver {
  const own = byName(here);
  const before = byName(elsewhere);
  return (name, offset) => {
    const declared = lastUpTo(own.get(name) ?? [], offset + 1) ?? before.get(name)?.at(-1);
    const full = declared?.of ?? name;
    return { name: full, match: findTitle(full), declared: declared !== undefined };
  };
}

const titleMarks = /[《〈<＜》〉>＞]/g;
const openers = '《〈<＜';
const closers = '》〉>＞';

/** Marks that belong together, not too far apart, by their starts. A < that nothing closes is passed over. */
function pairsOfMarks(text: string): Span[] {
  const open: number[] = [];
  const waiting = [0, 0, 0, 0];
  const pairs: Span[] = [];
  for (const { 0: character, index: i } of matchesIn(text, titleMarks)) {
    const opener = openers.indexOf(character);
    if (opener === 0 || (opener > 0 && open.length > 0)) {
      open.push(i);
      waiting[opener] = (waiting[opener] as number) + 1;
    }
    const closer = closers.indexOf(character);
    if (closer < 0 || waiting[closer] === 0) continue;
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      const kind = openers.indexOf(text[from] as string);
      waiting[kind] = (waiting[kind] as number) - 1;
      if (kind !== closer) continue;
      if (i + 1 - from <= longestTitle) pairs.push({ start: from, end: i + 1 });
      break;
    }
  }
  return pairs.sort((a, b) => a.start - b.start);
}

function* declarations(text: string): Generator<{ readonly at: number; readonly end: number }> {
  for (let at = text.indexOf('称'); at >= 0; at = text.indexOf('称', at + 1)) {
    if (at > 0 && '简统下'.includes(text[at - 1] as string)) yield { at: at - 1, end: at + 1 };
  }
}

/** True when no sentence ends, and not much stands, between a title and the words 以下简称. */
function reaches(text: string, from: number, to: number): boolean {
  if (to - from > 60) return false;
  for (let i = from; i < to; i++) if ('。！？；\n'.includes(text[i] as string)) return false;
  return true;
}

const longestShortName = 30;
const marks: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '"': '"',
  '「': '」',
  '‘': '’',
  '〈': '〉',
};

/** The name behind 简称: in marks, or bare up to the closing bracket. */
function declaredName(text: string, offset: number): Span | undefined {
  let start = skipBlanks(text, offset);
  while ('为：:'.includes(text[start] ?? ' ')) start = skipBlanks(text, start + 1);
  const closer = marks[text[start] ?? ''];
  if (closer !== undefined) start++;
  const limit = Math.min(text.length, start + longestShortName);
  for (let end = start; end < limit; end++) {
    const character = text[end] as string;
    const closes = closer === undefined ? '）)〕，,。；'.includes(character) : character === closer;
    if (closes) return end > start ? { start, end } : undefined;
  }
  return undefined;
}

function byName(abbreviations: readonly Abbreviation[]): ReadonlyMap<string, readonly Abbreviation[]> {
  const index = new Map<string, Abbreviation[]>();
  for (const abbreviation of abbreviations) {
    const same = index.get(abbreviation.name);
    if (same === undefined) index.set(abbreviation.name, [abbreviation]);
    else same.push(abbreviation);
  }
  return index;
}

/** The last of those in order that starts at `offset` or before. */
function lastUpTo(abbreviations: readonly Abbreviation[], offset: number): Abbreviation | undefined {
  return abbreviations[partitionPoint(abbreviations, ({ span }) => span.start <= offset) - 1];
}
