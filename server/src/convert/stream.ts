import type { TableLayout } from '../core/forms/layout.ts';
import { readLabel } from '../core/report/label.ts';
import { isNumberText, readValue } from '../core/report/value.ts';
import { core, type Vocabulary, vocabularyOf } from '../core/report/vocabulary.ts';
import { trimBlanks } from '../core/text/normalize.ts';
import { similarity } from '../core/text/similarity.ts';
import type { LooseCell, LooseRow } from './fold.ts';
import { isFormWord, isLikeFormWord, isSectionLine } from './words.ts';

/** A line of the source that is in no table yet. */
export interface TextLine {
  readonly text: string;
  readonly from: number;
}

/** A line that stands for a cell with nothing in it; no text has it. */
export const blankCell = '\u0000';

/** A label or a figure of a table of which one cell stands on a line. */
export interface Token extends LooseCell {
  readonly kind: 'label' | 'figure' | 'blank';
}

/** A run of lines that together are a table, one cell (or one row) a line. */
export interface Stream {
  readonly first: number;
  /** Behind the last line. */
  readonly end: number;
  readonly tokens: readonly Token[];
}

interface Mark {
  readonly kind: 'label' | 'figure' | 'other' | 'section';
  readonly exact: boolean;
  readonly tokens: readonly Token[];
  /** Lines that it takes. */
  readonly lines: number;
}

/**
 * Finds tables given one cell a line: labels and figures in turn, with at most one foreign short line
 * between. A few figures alone (a date, a list of numbers) are no table.
 */
export function findStreams(lines: readonly TextLine[]): Stream[] {
  const marks: { mark: Mark; line: number }[] = [];
  for (let i = 0; i < lines.length; ) {
    const mark = markOf(lines, i);
    marks.push({ mark, line: i });
    i += mark.lines;
  }
  const streams: Stream[] = [];
  let start = 0;
  while (start < marks.length) {
    const end = runEnd(marks, start);
    if (end > start) streams.push(...streamOf(marks.slice(start, end)));
    start = Math.max(end, start + 1);
  }
  return streams;
}

function runEnd(marks: readonly { mark: Mark }[], start: number): number {
  if (!isCell(marks[start]?.mark)) return start;
  let end = start;
  while (end < marks.length) {
    const { mark } = marks[end] as { mark: Mark };
    if (isCell(mark)) end++;
    else if (mark.kind === 'other' && isShort(mark) && isCell(marks[end + 1]?.mark)) end++;
    else break;
  }
  return end;
}

function isCell(mark: Mark | undefined): boolean {
  return mark?.kind === 'label' || mark?.kind === 'figure';
}

function isShort(mark: Mark): boolean {
  const text = mark.tokens[0]?.text ?? '';
  return text.length <= 60 && !/[。；！？]/.test(text);
}

function streamOf(marks: readonly { mark: Mark; line: number }[]): Stream[] {
  let last = marks.length - 1;
  // What stands behind the last figure belongs to the text again, unless it is a label of the form.
  while (last >= 0 && marks[last]?.mark.kind === 'label' && !marks[last]?.mark.exact) last--;
  const used = marks.slice(0, last + 1);
  const tokens = used.flatMap(({ mark }) => mark.tokens);
  const figures = tokens.filter(({ kind }) => kind === 'figure').length;
  const words = used.filter(({ mark }) => mark.exact).length;
  if (figures < 1 || (words < 4 && figures < 2) || (words < 2 && figures < 5)) return [];
  const end = used[used.length - 1] as { mark: Mark; line: number };
  return [{ first: (used[0] as { line: number }).line, end: end.line + end.mark.lines, tokens }];
}

function markOf(lines: readonly TextLine[], index: number): Mark {
  const { text, from } = lines[index] as TextLine;
  const trimmed = trimBlanks(text);
  const whole: Token = { kind: 'label', text: trimmed, from: from + text.indexOf(trimmed) };
  if (trimmed === blankCell)
    return { kind: 'figure', exact: false, tokens: [{ ...whole, kind: 'blank', text: '' }], lines: 1 };
  const numbers = /^[^ \t\u3000\u00a0]+(?:[ \t\u3000\u00a0]+[^ \t\u3000\u00a0]+){2,}$/.test(trimmed)
    ? splitLine(whole)
    : undefined;
  // `185 186 187` is one number with separators only where it stands alone in a cell.
  if (numbers?.every(({ kind }) => kind !== 'label'))
    return { kind: 'figure', exact: false, tokens: numbers, lines: 1 };
  const value = readValue(trimmed);
  if (value.kind !== 'unreadable')
    return { kind: 'figure', exact: false, tokens: [{ ...whole, kind: figureKind(trimmed) }], lines: 1 };
  if (isSectionLine(trimmed)) return { kind: 'section', exact: false, tokens: [], lines: 1 };
  if (isFormWord(trimmed)) return { kind: 'label', exact: true, tokens: [whole], lines: 1 };
  const parts = splitLine(whole);
  if (parts !== undefined) return { kind: 'label', exact: true, tokens: parts, lines: 1 };
  for (const count of [2, 3]) {
    // A label may be broken over lines: its parts are a form's word only together.
    const joined = lines.slice(index, index + count).map((line) => trimBlanks(line.text));
    if (joined.length === count && joined.every((part) => part.length <= 24) && isFormWord(joined.join('')))
      return { kind: 'label', exact: true, tokens: [{ ...whole, text: joined.join('') }], lines: count };
  }
  const like = isLikeFormWord(trimmed);
  return { kind: like ? 'label' : 'other', exact: false, tokens: [whole], lines: 1 };
}

/** A whole row on a line: a label and figures, or only labels, with blanks between. */
function splitLine(whole: Token): Token[] | undefined {
  const parts: Token[] = [];
  for (const match of whole.text.matchAll(/[^ \t\u3000\u00a0]+/g))
    parts.push({ kind: 'label', text: match[0], from: whole.from + match.index });
  if (parts.length < 2) return undefined;
  let labels = parts.length;
  while (labels > 0 && readValue((parts[labels - 1] as Token).text).kind !== 'unreadable') labels--;
  const figures = parts.slice(labels).map((part): Token => ({ ...part, kind: figureKind(part.text) }));
  const front = parts.slice(0, labels);
  const label = front.map(({ text }) => text).join(' ');
  if (figures.length > 0 && (label === '' || isLikeFormWord(label)))
    return label === '' ? figures : [{ ...whole, text: label }, ...figures];
  return front.length > 0 && front.every(({ text }) => isFormWord(text)) ? [...front, ...figures] : undefined;
}

function figureKind(text: string): Token['kind'] {
  return isNumberText(text) ? 'figure' : 'blank';
}

/** Folds labels and figures to rows, as many figures to each as the form's table has columns. */
export function streamRows(tokens: readonly Token[], layout: TableLayout): LooseRow[] {
  const words = vocabularyOf(layout);
  const rows: LooseRow[] = [];
  let block = 0;
  let leaf = -1;
  let named = false;
  let at = 0;
  while (at < tokens.length) {
    const labels = takeWhile(tokens, at, (token) => token.kind === 'label');
    at += labels.length;
    const { heads, own } = splitLabels(labels, words);
    for (const head of heads) {
      rows.push(head);
      const title = layout.blocks.find(
        (entry) => core(entry.form.title ?? '') === core(head.cells[0]?.text ?? ''),
      );
      if (title !== undefined && title.form.title !== undefined) block = title.index;
    }
    const run = takeWhile(tokens, at, (token) => token.kind !== 'label');
    at += run.length;
    if (own.length === 0 && run.every(({ text }) => text === '')) continue;
    const known = leafOf(own, words, leaf);
    if (known !== undefined) block = known.block;
    const wanted = layout.blocks[block]?.columns.length ?? 1;
    const figures = parted(withoutFill(run, wanted, layout), wanted);
    const first = known?.index ?? leaf + 1;
    const next = nextLeaf(tokens, at, words, first) ?? layout.rows.length;
    // Rows that are too short are not read.
    const size = isOpen(figures, wanted, layout)
      ? wanted - 1
      : chunkSize(figures.length, wanted, next - first);
    const count = Math.max(1, Math.ceil(figures.length / size));
    for (let i = 0; i < count && own.length + figures.length > 0; i++) {
      const chunk = figures.slice(i * size, (i + 1) * size);
      const lead = i === 0 ? subLabels(own, named) : [];
      rows.push({ cells: [...lead, ...chunk] });
    }
    if (own.length > 0) named = own.length > 1 && words.rows.has(core(own[0]?.text ?? ''));
    leaf = first + count - 1;
  }
  return rows;
}

/** Blank cells among more than the row has: nobody can tell which of them are figures. */
function isOpen(figures: readonly Token[], wanted: number, { table }: TableLayout): boolean {
  return table.labelColumns === 0 && figures.length > wanted && figures.some(({ text }) => text === '');
}

/**
 * Without blank cells ahead of a row that has no labels, and without those that fill up a row behind its figures,
 * where it is plain which of them they are.
 */
function withoutFill(run: readonly Token[], wanted: number, { table }: TableLayout): readonly Token[] {
  const isBlank = (token: Token | undefined) => token?.text === '';
  const behind = run.slice(wanted);
  if (behind.length === 0) return run;
  const mayLead = table.labelColumns === 0 && isBlank(run[0]);
  if (behind.every(isBlank)) return mayLead ? run : run.slice(0, wanted);
  return mayLead && behind.length === 1 ? run.slice(1) : run;
}

/** `120 121` on a line of its own is the two figures of a row where a row has two. */
function parted(figures: readonly Token[], wanted: number): readonly Token[] {
  const [only] = figures;
  if (only === undefined || figures.length > 1 || wanted < 2) return figures;
  const parts = [...only.text.matchAll(/[^ \t\u3000\u00a0]+/g)];
  if (parts.length !== wanted || !parts.every(([text]) => isNumberText(text))) return figures;
  return parts.map(({ 0: text, index }): Token => ({ kind: 'figure', text, from: only.from + index }));
}

/** The name of a second sub-row stands under the name of the first, one column in. */
function subLabels(own: readonly Token[], named: boolean): LooseCell[] {
  const first = own[0];
  if (!named || own.length !== 1 || first === undefined || isLikeFormWord(first.text)) return [...own];
  return [{ text: '', from: first.from }, first];
}

/** Figures a row: the form's number, one more where each row's label was overwritten by a figure, or all. */
function chunkSize(figures: number, wanted: number, room: number): number {
  if (figures <= wanted) return wanted;
  if (figures % wanted === 0 && figures / wanted <= room) return wanted;
  if (figures % (wanted + 1) === 0 && figures / (wanted + 1) <= room) return wanted + 1;
  return figures;
}

function leafOf(
  own: readonly Token[],
  words: Vocabulary,
  previous: number,
): { index: number; block: number } | undefined {
  for (const { text } of [...own].reverse()) {
    const leaves = words.rows.get(core(text));
    const leaf = leaves?.find(({ index }) => index > previous) ?? leaves?.[0];
    if (leaf !== undefined) return { index: leaf.index, block: leaf.block.index };
  }
  return undefined;
}

function nextLeaf(
  tokens: readonly Token[],
  from: number,
  words: Vocabulary,
  first: number,
): number | undefined {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'label' || (isColumnWord(token, words) && !hasNumber(token))) continue;
    const leaf = words.rows.get(core(token.text))?.find(({ index }) => index > first);
    if (leaf !== undefined) return leaf.index;
  }
  return undefined;
}

/** Labels ahead of figures: titles and header words as rows of their own, then the row's own labels. */
function splitLabels(labels: readonly Token[], words: Vocabulary): { heads: LooseRow[]; own: Token[] } {
  const heads: LooseRow[] = [];
  let header: Token[] = [];
  let own: Token[] = [];
  const close = () => {
    if (header.length > 0) heads.push({ cells: header });
    header = [];
  };
  labels.forEach((token, index) => {
    if (words.titles.has(core(token.text)) || /^第二十条第.{1,3}项$/.test(core(token.text))) {
      close();
      if (own.length > 0) heads.push({ cells: own });
      own = [];
      heads.push({ cells: [token] });
    } else if (
      isColumnWord(token, words) &&
      !(own.length > 0 && hasNumber(token)) &&
      !isRowWord(token, words)
    )
      header.push(token);
    else if (isRowWord(token, words) || words.rowGroups.has(core(token.text))) own.push(token);
    else if (looksLikeColumn(token, labels, index, words)) header.push(token);
    else own.push(token);
  });
  close();
  return { heads, own };
}

function isColumnWord(token: Token, words: Vocabulary): boolean {
  const word = core(token.text);
  return words.columns.has(word) || words.columnGroups.has(word);
}

/** 总计 heads a column, （七）总计 is a row. */
function isRowWord(token: Token, words: Vocabulary): boolean {
  const word = core(token.text);
  return words.rows.has(word) && (!isColumnWord(token, words) || hasNumber(token));
}

function hasNumber(token: Token): boolean {
  return readLabel(token.text).level !== undefined;
}

/** A misprinted header word stands among header words, or is more like one of them than like any row. */
function looksLikeColumn(token: Token, labels: readonly Token[], index: number, words: Vocabulary): boolean {
  if (hasNumber(token)) return false;
  if (labels.slice(index + 1).some((later) => isColumnWord(later, words) && !isRowWord(later, words)))
    return true;
  const asColumn = likeness(token, words.columns.keys());
  return asColumn >= 0.6 && asColumn > likeness(token, words.rows.keys());
}

function likeness(token: Token, words: Iterable<string>): number {
  let best = 0;
  for (const word of words) best = Math.max(best, similarity(word, core(token.text)));
  return best;
}

function takeWhile(tokens: readonly Token[], from: number, fits: (token: Token) => boolean): Token[] {
  let end = from;
  while (end < tokens.length && fits(tokens[end] as Token)) end++;
  return tokens.slice(from, end);
}
