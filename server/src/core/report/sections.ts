import { anchor, type Outline } from '../outline/outline.ts';
import { memoByIdentity } from '../text/memo.ts';
import { bare } from '../text/normalize.ts';
import { type Candidate, type Placed, sectionHeadings } from './headings.ts';
import { type Line, linesBetween, piece } from './lines.ts';
import type { Section, SectionHead, TextPiece } from './report.ts';

/** Splits a draft into its sections; `before` are the lines ahead of the first. */
export function readSections(outline: Outline): {
  readonly before: readonly Line[];
  readonly sections: readonly Section[];
} {
  const headings = sectionHeadings(outline);
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
    below: [(repeated ?? { lines }).lines + 1, next?.lines ?? Infinity],
  };
}

/** The lines of text under a section's heading, tables not included. */
export function bodyOf(outline: Outline, { leads, below }: Section): readonly TextPiece[] {
  const lines = linesBetween(outline, ...below);
  return [...leads, ...lines.map(({ text, anchor: at }) => ({ text, anchor: at }))];
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
