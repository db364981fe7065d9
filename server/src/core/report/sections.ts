import type { Form } from '../forms/form.ts';
import { anchor, type Outline } from '../outline/outline.ts';
import { bare } from '../text/normalize.ts';
import { readLabel } from './label.ts';
import { type Line, linesOf, piece } from './lines.ts';
import type { Section, TextPiece } from './report.ts';
import { matchTitle, type TitleMatch } from './titles.ts';

/** A line that is, or may be, the heading of a section. */
interface Candidate {
  readonly line: Line;
  readonly index: number;
  readonly numeral: Section['numeral'];
  readonly titleFrom: number;
  readonly title: TitleMatch | undefined;
}

/** Splits a draft into its sections; `before` are the lines ahead of the first. */
export function readSections(
  outline: Outline,
  form: Form,
): { readonly before: readonly Line[]; readonly sections: readonly Section[] } {
  const lines = outline.blocks.flatMap((block, index) => linesOf(block, index));
  const candidates = lines.flatMap((line, index) => candidate(line, index, form) ?? []);
  const headings = chosen(candidates);
  const sections: Section[] = [];
  for (let i = 0; i < headings.length; i++) {
    const heading = headings[i] as Candidate;
    let next = headings[i + 1];
    let repeated: Candidate | undefined;
    if (next !== undefined && isRepetition(heading, next)) {
      repeated = next;
      i++;
      next = headings[i + 1];
    }
    sections.push(
      sectionOf(
        heading,
        repeated,
        lines.slice(heading.index + 1, next?.index ?? lines.length),
        next?.line.blockIndex ?? outline.blocks.length,
      ),
    );
  }
  return { before: lines.slice(0, headings[0]?.index ?? lines.length), sections };
}

/** Longer than any title with blanks in it. */
const longestAlone = 40;

function candidate(line: Line, index: number, form: Form): Candidate[] | undefined {
  if (line.style === 'item') return undefined;
  const numbered =
    /^(\S{0,2}?)([一二三四五六七八九十]{1,2})([ \u3000]*[、.．,，:：]|[ \u3000]+)[ \u3000]*/.exec(line.text);
  const lost = numbered === null ? /^([、.．]|\d{1,2}[、.．])[ \u3000]*/.exec(line.text) : null;
  const prefix = numbered?.[0].length ?? lost?.[0].length ?? 0;
  // An unnumbered plain line is a heading only where it is the whole title: no sentence needs to be compared.
  if (line.style === 'plain' && prefix === 0 && line.text.length > longestAlone) return undefined;
  const title = matchTitle(line.text.slice(prefix), form.sections);
  if (title === undefined) {
    const mayBeExtra =
      numbered !== null &&
      numbered[1] === '' &&
      line.text.length - prefix <= 30 &&
      !/[。；！？]/.test(line.text);
    return mayBeExtra
      ? [{ line, index, numeral: numeralOf(line, numbered), titleFrom: prefix, title }]
      : undefined;
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
  return [{ line, index, numeral, titleFrom: prefix, title }];
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
function chosen(candidates: readonly Candidate[]): Candidate[] {
  const known = candidates.filter((entry) => entry.title !== undefined);
  const depths = new Set(known.map((entry) => entry.line.depth));
  const headings: Candidate[] = [];
  for (const entry of candidates) {
    if (entry.title !== undefined) {
      headings.push(entry);
      continue;
    }
    const last = headings[headings.length - 1];
    const turn = last?.numeral?.value;
    if (turn === undefined || entry.numeral?.value !== turn + 1) continue;
    if (entry.line.depth !== undefined ? depths.has(entry.line.depth) : depths.has(undefined))
      headings.push(entry);
  }
  return headings;
}

/** `一、总体情况` followed at once by `一、总体情况 2020年……`: one section, its heading doubled. */
function isRepetition(heading: Candidate, next: Candidate): boolean {
  const id = heading.title?.section.id;
  return (
    id !== undefined &&
    next.title?.section.id === id &&
    next.index === heading.index + 1 &&
    next.line.text.length > next.titleFrom + next.title.length
  );
}

function sectionOf(
  heading: Candidate,
  repeated: Candidate | undefined,
  rest: readonly Line[],
  end: number,
): Section {
  const { line, titleFrom, title } = heading;
  const titleEnd = titleFrom + (title?.length ?? line.text.length - titleFrom);
  const glued = gluedText(line, titleEnd);
  const again = repeated === undefined ? undefined : repeatedWords(repeated);
  const body: TextPiece[] = glued === undefined ? [] : [glued];
  if (again?.rest !== undefined) body.push(again.rest);
  body.push(
    ...rest.filter((other) => other !== repeated?.line).map(({ text, anchor: at }) => ({ text, anchor: at })),
  );
  return {
    id: title?.section.id,
    heading: piece(line, 0, titleEnd).anchor,
    text: line.text.slice(0, titleEnd),
    numeral: heading.numeral,
    title: piece(line, titleFrom, titleEnd),
    match: title?.match ?? 'none',
    style: line.style === 'item' ? 'plain' : line.style,
    glued,
    repeated: again?.words,
    first: line.blockIndex,
    end,
    body,
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
