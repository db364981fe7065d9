import type { Form, SectionId, TableId } from '../forms/form.ts';
import { formOfVersion, formOfYear, forms } from '../forms/forms.ts';
import { layoutsOf, type TableLayout } from '../forms/layout.ts';
import type { Block, Content, Outline, Table } from '../outline/outline.ts';
import { type Page, pagesOf } from '../outline/pages.ts';
import { memoByIdentity } from '../text/memo.ts';
import { Notes } from '../text/notes.ts';
import { bindTable } from './bind.ts';
import { readFrontMatter } from './frontMatter.ts';
import type { Line } from './lines.ts';
import {
  endsAsReport,
  isReportTitle,
  organKindOf,
  organOf,
  titleLines,
  titlePiece,
  yearOf,
} from './metadata.ts';
import { recognise } from './recognise.ts';
import type { BoundRow, BoundTable, Figure, FrontMatterValues, Report, Section, Stated } from './report.ts';
import { readSections } from './sections.ts';
import { readValue } from './value.ts';

/** Binds a draft to its form; `undefined` when it is no report of this kind. */
export function buildReport(outline: Outline): Report | undefined {
  const head = readHead(outline);
  return isReport(head, outline) ? bind(outline, head) : undefined;
}

/** Binds whatever the outline has of a report, were it a single table. */
export function bindReport(outline: Outline): Report {
  return bind(outline, readHead(outline));
}

/** What tells whether a draft is a report, before any table is looked at. */
interface Head {
  readonly front: FrontMatterValues;
  readonly before: readonly Line[];
  readonly heads: readonly Line[];
  readonly sections: readonly Section[];
}

function readHead(outline: Outline): Head {
  const first = outline.blocks[0];
  const front = first?.content.kind === 'frontMatter' ? readFrontMatter(first) : { problems: [] };
  const { before, sections } = readSections(outline);
  return { front, before, heads: titleLines(before), sections };
}

function bind(outline: Outline, { front, before, heads, sections }: Head): Report {
  const title = titlePiece(heads);
  const year = yearOf(front, title, outline, sections);
  const { form, source } = chooseForm(front, year);
  const organ = organOf(front, title, outline);
  const { tables, duplicates } = bindTables(outline, form, sections);
  const figures = new Map<string, Figure>();
  for (const table of tables)
    for (const row of table.rows) for (const figure of row.figures) figures.set(figure.address, figure);
  return {
    outline,
    form,
    formSource: source,
    year,
    organ,
    organKind: organKindOf(front, organ?.value),
    frontMatter: front,
    title,
    opening: before
      .slice(heads.length > 0 ? before.indexOf(heads[heads.length - 1] as Line) + 1 : 0)
      .map(({ text, anchor }) => ({ text, anchor })),
    sections,
    tables,
    duplicates,
    figures,
  };
}

function isReport({ front, heads, sections }: Head, outline: Outline): boolean {
  if (front.isReport === false) return false;
  if (front.isReport === true || front.year !== undefined) return true;
  const heading = outline.blocks.find((block) => block.content.kind === 'heading');
  const known = new Set(sections.flatMap(({ id, match }) => (match === 'hinted' ? [] : (id ?? [])))).size;
  const title =
    heading?.content.kind === 'heading' ? heading.content.prose.text : heads.map(({ text }) => text).join('');
  // A title that says more than what it is (……年度报告编制培训会) needs a section, too.
  return known >= 3 || (isReportTitle(title) && (known > 0 || endsAsReport(title)));
}

function chooseForm(
  front: FrontMatterValues,
  year: Stated<number> | undefined,
): { form: Form; source: Stated<string> } {
  const stated = front.form === undefined ? undefined : formOfVersion(front.form);
  if (stated !== undefined) return { form: stated, source: { value: stated.version, source: 'frontMatter' } };
  const form = formOfYear(year?.value);
  return { form, source: { value: form.version, source: year === undefined ? 'default' : 'year' } };
}

interface Part {
  readonly block: Block;
  readonly table: Table;
}

/** A table of the draft with the table of the form that its words make it, and the section it stands in. */
interface Candidate extends Part {
  readonly layout: TableLayout;
  readonly section: SectionId | undefined;
}

/** Finds which table of the form each table of the draft is, joins broken ones, and binds them. */
function bindTables(
  outline: Outline,
  form: Form,
  sections: readonly Section[],
): { tables: BoundTable[]; duplicates: Report['duplicates'][number][] } {
  const parts = new Map<TableId, Part[]>();
  const duplicates: Report['duplicates'][number][] = [];
  const candidates = candidatesOf(outline, form, sections);
  for (const candidate of candidates) {
    if (isDraftsOwn(candidate, candidates, sections)) continue;
    const { id } = candidate.layout.table;
    const { block, table } = candidate;
    const known = parts.get(id);
    if (known === undefined) parts.set(id, [{ block, table }]);
    else if (repeats(known, table, id, form)) duplicates.push({ id, block, table });
    else known.push({ block, table });
  }
  const tables = layoutsOf(form).flatMap((layout) => {
    const found = parts.get(layout.table.id);
    return found === undefined ? [] : [bestBinding(layout, found)];
  });
  return { tables, duplicates };
}

function candidatesOf(outline: Outline, form: Form, sections: readonly Section[]): Candidate[] {
  const found: Candidate[] = [];
  let start = 0;
  for (const page of pagesOf(outline)) {
    for (const { block, table, at } of tablesOfPage(page)) {
      const section = sectionAt(sections, start + at);
      const id = recognise(table, section, form);
      const layout = layoutsOf(form).find((candidate) => candidate.table.id === id);
      if (layout !== undefined) found.push({ block, table, layout, section });
    }
    start += page.blocks.length;
  }
  return found;
}

/**
 * A table that the draft makes up of the form's words, such as one of the outcomes with their shares in the
 * overview: it stands outside of the section of the form's table, and either its figures have no place in that
 * table, or they are a few that are in the one in its section as well.
 */
function isDraftsOwn(
  { layout, section, block, table }: Candidate,
  all: readonly Candidate[],
  sections: readonly Section[],
): boolean {
  const right = layout.table.section;
  if (section === undefined || section === right || !sections.some(({ id }) => id === right)) return false;
  const { rows, unknownRows } = bestBinding(layout, [{ block, table }]);
  const read = rows.filter(({ figures }) => figures.length > 0);
  if (read.length <= unknownRows.length + rows.length - read.length) return true;
  const inPlace = all.filter((other) => other.layout === layout && other.section === right);
  if (inPlace.length === 0 || read.length * 2 > layout.rows.length) return false;
  const there = bestBinding(
    layout,
    inPlace.map((other) => ({ block: other.block, table: other.table })),
  );
  return read.every(({ leaf }) => there.rows.some((row) => row.leaf.id === leaf.id));
}

/** The tables of a page, and in which of its blocks they are. */
const tablesOfPage = memoByIdentity(({ blocks }: Page): readonly (Part & { readonly at: number })[] =>
  blocks.flatMap((block, at) => tablesIn(block.content).map((table) => ({ block, table, at }))),
);

function tablesIn(content: Content): readonly Table[] {
  if (content.kind === 'table') return [content];
  return content.kind === 'list' ? content.items.flatMap((item) => item.content.flatMap(tablesIn)) : [];
}

function sectionAt(sections: readonly Section[], blockIndex: number): SectionId | undefined {
  return sections.findLast((section) => section.first <= blockIndex)?.id;
}

/** A further table with the same rows is a duplicate; one with other rows continues the broken one. */
function repeats(known: readonly Part[], table: Table, id: TableId, form: Form): boolean {
  const layout = layoutsOf(form).find((candidate) => candidate.table.id === id);
  if (layout === undefined) return false;
  const own = bindTable(layout, [{ block: (known[0] as Part).block, table }]);
  const before = bindTable(layout, known);
  if (own.rows.length === 0) return false;
  const shared = own.rows.filter((row) => before.rows.some((other) => other.leaf === row.leaf)).length;
  return shared * 2 > own.rows.length;
}

/** Bindings by the first part; the same object again for the same layout and parts. */
const bindings = new Notes<Table, { readonly layout: TableLayout; readonly bound: BoundTable }>();

function bestBinding(layout: TableLayout, parts: readonly Part[]): BoundTable {
  const first = (parts[0] as Part).table;
  const known = bindings.get(first);
  if (known?.layout === layout && sameParts(known.bound.parts, parts)) return known.bound;
  const bound = bindBest(layout, parts);
  bindings.set(first, { layout, bound });
  return bound;
}

function sameParts(some: readonly Part[], others: readonly Part[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ block, table }, index) => block === others[index]?.block && table === others[index]?.table)
  );
}

/** The version whose rows and columns fit best; the report's own where there is no difference. */
function bindBest(layout: TableLayout, parts: readonly Part[]): BoundTable {
  const own = bindTable(layout, parts);
  if (isPerfect(own)) return own;
  let best = own;
  for (const form of forms) {
    const other = layoutsOf(form).find((candidate) => candidate.table.id === layout.table.id);
    if (other === undefined || other === layout) continue;
    const bound = bindTable(other, parts);
    if (likelihood(bound) > likelihood(best)) best = bound;
  }
  return best;
}

function isPerfect(table: BoundTable): boolean {
  return (
    table.missingRows.length + table.unknownRows.length + table.missingColumns.length === 0 &&
    table.unknownColumns.length === 0 &&
    [...table.rows.map((row) => row.label), ...table.columnLabels].every(({ how }) => how === 'exact')
  );
}

/** Words that are the form's speak for a version, foreign ones against it; rows and headings may be missing under any. */
function likelihood(table: BoundTable): number {
  const weights = { exact: 4, alias: 3, similar: 1, position: 0 } as const;
  const labels = [...table.rows.map((row) => row.label), ...table.columnLabels];
  return (
    labels.reduce((sum, { how }) => sum + weights[how], 0) -
    8 * (table.unknownRows.length + table.unknownColumns.length) -
    4 * table.rows.filter(hasSubName).length
  );
}

/** A text between a row's own label and its figures: a sub-row's name, or the label of another version's row. */
function hasSubName(bound: BoundRow): boolean {
  const own = bound.row.cells.findIndex(({ span }) => span === bound.label.cell?.span);
  const next = own < 0 ? undefined : bound.row.cells[own + 1];
  return next !== undefined && readValue(next.prose.text).kind === 'unreadable';
}
