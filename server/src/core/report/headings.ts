import type { SectionId } from '../forms/form.ts';
import type { Outline } from '../outline/outline.ts';
import { type Page, pagesOf } from '../outline/pages.ts';
import { memoByIdentity } from '../text/memo.ts';
import { readLabel } from './label.ts';
import { type Line, linesOfPage, piece } from './lines.ts';
import type { Section } from './report.ts';
import { hintedTitle, matchTitle, type TitleMatch } from './titles.ts';

/** A line that is, or may be, the heading of a section. */
export interface Candidate {
  readonly line: Line;
  readonly numeral: Section['numeral'];
  /** `section` 一、 or 第一部分, `group` （一）, `item` 1. */
  readonly level: 'section' | 'group' | 'item' | undefined;
  readonly titleFrom: number;
  readonly title: TitleMatch | undefined;
  /** What a foreign title is where no other heading is that of the section with its number: 五、存在的不足. */
  readonly hinted?: Candidate;
}

/** A candidate, and how many lines and blocks of its page, or of the draft, are before it. */
export interface Placed {
  readonly candidate: Candidate;
  readonly lines: number;
  readonly blocks: number;
}

/** The headings of a draft's sections, in order. */
export function sectionHeadings(outline: Outline): readonly Placed[] {
  return chosen(candidatesOf(outline));
}

/** A line of a table of contents: it ends with leaders, or a tab, and the number of a page. */
export function isContentsLine(text: string): boolean {
  return /(?:[.…·—-]{2}|\t) *\d{1,3}$/.test(text) || /^目[ \u3000]*[录次]$/.test(text);
}

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
      const found = candidate(line);
      lines++;
      return found === undefined ? [] : [{ candidate: found, lines: lines - 1, blocks }];
    }),
  );
});

/** Longer than any title with blanks in it. */
const longestAlone = 40;

function candidate(line: Line): Candidate | undefined {
  if (line.style === 'item') return undefined;
  const { level, numeral, length } = numberOf(line);
  // An unnumbered plain line is a heading only where it is the whole title: no sentence needs to be compared.
  if (line.style === 'plain' && length === 0 && line.text.length > longestAlone) return undefined;
  const title = matchTitle(line.text.slice(length));
  const found = { line, numeral, level, titleFrom: length, title };
  if (title === undefined) {
    const mayBeExtra =
      level === 'section' &&
      numeral?.value !== undefined &&
      line.text.length - length <= 30 &&
      // A sentence is no title, nor is a row of a table that has come as text.
      !/[。；！？\t|｜]|\d[ \u3000]+\d/.test(line.text);
    if (!mayBeExtra) return undefined;
    const hint = hintedTitle(line.text.slice(length), numeral.value);
    return hint === undefined ? found : { ...found, hinted: { ...found, title: hint } };
  }
  if (isContentsLine(line.text)) return undefined;
  // A plain line needs its number, or to be the very title and nothing else, to count as a heading.
  const alone = title.length === line.text.length - length;
  if (
    line.style === 'plain' &&
    length === 0 &&
    !(alone && title.match === 'exact' && line.prose.text.length === line.range.end)
  )
    return undefined;
  return line.style === 'plain' && title.match === 'known' && level !== 'section' ? undefined : found;
}

/** The number before a title, whatever its style, and how much of the line it takes. */
function numberOf(line: Line): Pick<Candidate, 'level' | 'numeral'> & { readonly length: number } {
  const numbered =
    /^(\S{0,2}?)([一二三四五六七八九十]{1,2})([ \u3000]*[、.．,，:：]|[ \u3000]+)[ \u3000]*/.exec(line.text);
  if (numbered !== null) {
    const [{ length }, dirty = '', written = ''] = numbered;
    const value = dirty === '' ? numeralValue(written) : undefined;
    return { level: 'section', numeral: { ...piece(line, 0, dirty.length + written.length), value }, length };
  }
  const part = /^第([一二三四五六七八九十]{1,2})部分[ \u3000]*[、.．,，:：]?[ \u3000]*/.exec(line.text);
  if (part !== null) return inside(line, 'section', part);
  const group =
    line.style === 'plain'
      ? null
      : /^[（(]([一二三四五六七八九十]{1,2})[）)][ \u3000]*[、.．]?[ \u3000]*/.exec(line.text);
  if (group !== null) return inside(line, 'group', group);
  const lost = /^([、.．]|\d{1,2}[、.．])[ \u3000]*/.exec(line.text);
  if (lost === null) return { level: undefined, numeral: undefined, length: 0 };
  const numeral = { ...piece(line, 0, lost[0].trimEnd().length), value: undefined };
  return { level: /^\d/.test(lost[0]) ? 'item' : undefined, numeral, length: lost[0].length };
}

/** A number with something before it and behind it that belongs to its style. */
function inside(line: Line, level: 'section' | 'group', [whole, written = '']: RegExpExecArray) {
  const numeral = { ...piece(line, 1, 1 + written.length), value: numeralValue(written) };
  return { level, numeral, length: whole.length };
}

function numeralValue(written: string): number | undefined {
  return readLabel(`${written}、x`).number;
}

/**
 * Recognised titles are headings where they are set as sections are. A numbered line with a foreign title is
 * one only where it takes its turn among them: set like them, and with the number that comes next. It is that of
 * the section with this number where it says a word of it, and no other heading is.
 */
function chosen(candidates: readonly Placed[]): Placed[] {
  const known = candidates.filter(({ candidate: { title } }) => title !== undefined);
  const isSection = sectionTest(known.map(({ candidate: own }) => own));
  const depths = new Set(known.map(({ candidate: { line } }) => line.depth));
  const ids = new Set(known.flatMap(({ candidate: own }) => (isSection(own) ? [idOf(own)] : [])));
  const headings: Placed[] = [];
  for (const entry of candidates) {
    const { title, numeral, line, hinted } = entry.candidate;
    const before = headings[headings.length - 1];
    if (title !== undefined) {
      if (isSection(entry.candidate) || isDoubled(before, entry)) headings.push(entry);
      continue;
    }
    const turn = before === undefined ? 0 : before.candidate.numeral?.value;
    if (turn === undefined || numeral?.value !== turn + 1 || !depths.has(line.depth)) continue;
    if (hinted !== undefined && !ids.has(idOf(hinted))) headings.push({ ...entry, candidate: hinted });
    else if (turn > 0) headings.push(entry);
  }
  return headings;
}

/** The heading's very words once more in the next line. */
function isDoubled(before: Placed | undefined, { candidate: { title }, lines }: Placed): boolean {
  return (
    title?.match === 'exact' &&
    before?.candidate.title?.section === title.section &&
    lines === before.lines + 1
  );
}

/**
 * Tells sections from the headings below them (### （一）主动公开政府信息情况, **存在的主要问题**), which speak of
 * the same things. Sections are set alike: as most of the different titles are, those numbered 一、 first.
 * What is set otherwise is a section where it is numbered 一、, or stands for one that is nowhere else.
 */
function sectionTest(known: readonly Candidate[]): (candidate: Candidate) => boolean {
  const settings = new Map<string, { readonly like: Candidate; readonly ids: Set<SectionId> }>();
  for (const candidate of known) {
    const setting = settings.get(settingOf(candidate)) ?? { like: candidate, ids: new Set() };
    settings.set(settingOf(candidate), setting);
    setting.ids.add(idOf(candidate));
  }
  const weight = (entry: { readonly like: Candidate; readonly ids: ReadonlySet<SectionId> }) =>
    entry.ids.size + (entry.like.level === 'section' ? known.length : 0);
  const [norm] = [...settings.values()].sort((a, b) => weight(b) - weight(a));
  if (norm === undefined) return () => false;
  const isPlain = (candidate: Candidate) =>
    candidate.level === 'section' || settingOf(candidate) === settingOf(norm.like);
  const ids = new Set(known.filter(isPlain).map(idOf));
  return (candidate) => {
    if (isPlain(candidate)) return true;
    if (ids.has(idOf(candidate)) || isOfAnotherNumber(candidate)) return false;
    return (
      rankOf(candidate) <= rankOf(norm.like) ||
      (candidate.level === undefined && candidate.title?.match !== 'known')
    );
  };
}

/** （二）收到和处理政府信息公开申请情况, which is the third section: it is the second of what a section goes through. */
function isOfAnotherNumber({ level, numeral, title }: Candidate): boolean {
  return level === 'group' && numeral?.value !== numeralValue((title as TitleMatch).section.numeral);
}

function idOf({ title }: Candidate): SectionId {
  return (title as TitleMatch).section.id;
}

function settingOf(candidate: Candidate): string {
  return `${rankOf(candidate)} ${candidate.level}`;
}

/** Headings by their depth, bold lines below them, plain lines last. */
function rankOf({ line: { style, depth } }: Candidate): number {
  return depth ?? (style === 'bold' ? 7 : 8);
}
