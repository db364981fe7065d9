import type { FormSection } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';
import { anchor, type Outline } from '../outline/outline.ts';
import { type Page, pagesOf } from '../outline/pages.ts';
import { memoByIdentity } from '../text/memo.ts';
import { bare } from '../text/normalize.ts';
import { readLabel } from './label.ts';
import { type Line, linesBetween, linesOfPage, piece } from './lines.ts';
import type { Section, SectionHead, TextPiece } from './report.ts';
import { matchTitle, type TitleMatch } from './titles.ts';

/** A line that is, or may be, the heading of a section. */
interface Candidate {
  readonly line: Line;
  readonly numeral: Section['numeral'];
  readonly titleFrom: number;
  readonly title: TitleMatch | undefined;
}

/** A candidate, and how many lines and blocks of its page, or of the draft, are before it. */
interface Placed {
  readonly candidate: Candidate;
  readonly lines: number;
  readonly blocks: number;
}

/** Splits a draft into its sections; `before` are the lines ahead of the first. */
export function readSections(outline: Outline): {
  readonly before: readonly Line[];
  readonly sections: readonly Section[];
} {
  const headings = chosen(candidatesOf(outline));
  const sections: Section[] = [];
  for (let i = 0; i < headings.length; i++) {
    const heading = headings[i] as Placed;
    let next = headings[i + 1];
    let repeated: Placed | undefined;
    if (next !== undefined && isRepetition(heading, next)) {
      repeated = next;
      i++;
      next = headings[i + 1];
    }
    sections.push(sectionOf(outline, heading, repeated, next));
  }
  return { before: linesBetween(outline, 0, headings[0]?.lines ?? Infinity), sections };
}

/** The titles of all versions are known to the last one. */
const titles = forms[forms.length - 1]?.sections ?? [];

function candidatesOf(outline: Outline): Placed[] {
  const found: Placed[] = [];
  let lines = 0;
  let blocks = 0;
  for (const page of pagesOf(outline)) {
    for (const own of candidatesOfPage(page))
      found.push({ candidate: own.candidate, lines: lines + own.lines, blocks: blocks + own.blocks });
    lines += linesOfPage(page).lines.length;
    blocks += page.blocks.length;
  }
  return found;
}

const candidatesOfPage = memoByIdentity((page: Page): readonly Placed[] => {
  let lines = 0;
  return linesOfPage(page).byBlock.flatMap((own, blocks) =>
    own.flatMap((line) => {
      const found = candidate(line, titles);
      lines++;
      return found === undefined ? [] : [{ candidate: found, lines: lines - 1, blocks }];
    }),
  );
});

/** Longer than any title with blanks in it. */
const longestAlone = 40;

function candidate(line: Line, sections: readonly FormSection[]): Candidate | undefined {
  if (line.style === 'item') return undefined;
  const numbered =
    /^(\S{0,2}?)([一二三四五六七八九十]{1,2})([ \u3000]*[、.．,，:：]|[ \u3000]+)[ \u3000]*/.exec(line.text);
  const lost = numbered === null ? /^([、.．]|\d{1,2}[、.．])[ \u3000]*/.exec(line.text) : null;
  const prefix = numbered?.[0].length ?? lost?.[0].length ?? 0;
  // An unnumbered plain line is a heading only where it is the whole title: no sentence needs to be compared.
  if (line.style === 'plain' && prefix === 0 && line.text.length > longestAlone) return undefined;
  const title = matchTitle(line.text.slice(prefix), sections);
  if (title === undefined) {
    const mayBeExtra =
      numbered !== null &&
      numbered[1] === '' &&
      line.text.length - prefix <= 30 &&
      !/[。；！？]/.test(line.text);
    return mayBeExtra ? { line, numeral: numeralOf(line, numbered), titleFrom: prefix, title } : undefined;
  }
  // A plain line needs its number, or to be the very title and nothing else, to count as a heading.
  const alone = title.length === line.text.length - prefix;
  if (
    line.style === 'plain' &&
    prefix === 0 &&
    !(alone && title.match === 'exact' && line.prose.text.length === line.range.end)
  )
    return undefined;
  if (line.style === 'plain' && title.match === 'known' && numbered === null) return undefined;
  const numeral =
    numbered !== null ? numeralOf(line, numbered) : lost !== null ? lostNumeral(line, lost) : undefined;
  return { line, numeral, titleFrom: prefix, title };
}

function numeralOf(line: Line, match: RegExpExecArray): Section['numeral'] {
  const dirty = match[1] ?? '';
  const written = match[2] ?? '';
  const value = readLabel(`${written}、x`).number;
  return { ...piece(line, 0, dirty.length + written.length), value: dirty === '' ? value : undefined };
}

function lostNumeral(line: Line, match: RegExpExecArray): Section['numeral'] {
  return { ...piece(line, 0, match[0].trimEnd().length), value: undefined };
}

/**
 * Recognised titles are headings. A numbered line with a foreign title is one only where it takes its turn
 * among them: set like them, and with the number that comes next.
 */
function chosen(candidates: readonly Placed[]): Placed[] {
  const known = candidates.filter(({ candidate: { title } }) => title !== undefined);
  const depths = new Set(known.map(({ candidate: { line } }) => line.depth));
  const headings: Placed[] = [];
  for (const entry of candidates) {
    const { title, numeral, line } = entry.candidate;
    if (title !== undefined) {
      headings.push(entry);
      continue;
    }
    const turn = headings[headings.length - 1]?.candidate.numeral?.value;
    if (turn === undefined || numeral?.value !== turn + 1) continue;
    if (depths.has(line.depth)) headings.push(entry);
  }
  return headings;
}

/** `一、总体情况` followed at once by `一、总体情况 2020年……`: one section, its heading doubled. */
function isRepetition(heading: Placed, next: Placed): boolean {
  const id = heading.candidate.title?.section.id;
  const { title, titleFrom, line } = next.candidate;
  return (
    id !== undefined &&
    title?.section.id === id &&
    next.lines === heading.lines + 1 &&
    line.text.length > titleFrom + title.length
  );
}

const headOf = memoByIdentity(
  ({ line, titleFrom, title }: Candidate): SectionHead => ({
    id: title?.section.id,
    headline: piece(line, 0, titleFrom + (title?.length ?? line.text.length - titleFrom)).anchor,
  }),
);

function sectionOf(
  outline: Outline,
  { candidate: heading, lines, blocks }: Placed,
  repeated: Placed | undefined,
  next: Placed | undefined,
): Section {
  const { line, titleFrom, title } = heading;
  const titleEnd = titleFrom + (title?.length ?? line.text.length - titleFrom);
  const glued = gluedText(line, titleEnd);
  const again = repeated === undefined ? undefined : repeatedWords(repeated.candidate);
  const leads = [glued, again?.rest].filter((text) => text !== undefined);
  const head = headOf(heading);
  let body: readonly TextPiece[] | undefined;
  return {
    head,
    id: head.id,
    heading: head.headline,
    text: line.text.slice(0, titleEnd),
    numeral: heading.numeral,
    title: piece(line, titleFrom, titleEnd),
    match: title?.match ?? 'none',
    style: line.style === 'item' ? 'plain' : line.style,
    glued,
    repeated: again?.words,
    first: blocks,
    end: next?.blocks ?? outline.blocks.length,
    leads,
    get body() {
      const rest = () => linesBetween(outline, (repeated ?? { lines }).lines + 1, next?.lines ?? Infinity);
      return (body ??= [...leads, ...rest().map(({ text, anchor: at }) => ({ text, anchor: at }))]);
    },
  };
}

function gluedText(line: Line, titleEnd: number): TextPiece | undefined {
  let from = titleEnd;
  while (from < line.text.length && bare(line.text[from] as string) === '') from++;
  return from < line.text.length ? piece(line, from, line.text.length) : undefined;
}

function repeatedWords(repeated: Candidate): { words: Section['heading']; rest: TextPiece | undefined } {
  const { line, titleFrom, title } = repeated;
  const end = titleFrom + (title?.length ?? 0);
  const rest = gluedText(line, end);
  const words = piece(line, 0, end).anchor;
  // Removing the words removes the blanks behind them, too.
  return {
    words: anchor(line.block, {
      start: words.start,
      end: rest === undefined ? words.end : rest.anchor.start,
    }),
    rest,
  };
}
