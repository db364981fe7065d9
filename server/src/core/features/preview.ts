import type { FormNode } from '../forms/form.ts';
import { type BlockLayout, figureForm } from '../forms/layout.ts';
import type { BoundTable } from '../report/report.ts';
import { type PlacedFinding, type Severity, severities, severityWords } from '../rules/finding.ts';
import { touches } from '../text/span.ts';
import type { Draft } from './draft.ts';

/** A table of the draft as the official form prints it. */
export interface PreviewTable {
  /** The Markdown that it stands for. */
  readonly source: string;
  /** A `<table>` with merged cells; all text escaped, no scripts, no addresses. */
  readonly html: string;
}

/** The report's GFM tables in the official merged layout, each wrong cell marked by outline and by words. */
export function previewTables(draft: Draft): readonly PreviewTable[] {
  const { report } = draft;
  if (report === undefined) return [];
  return report.tables.flatMap((table) => {
    const [part, ...others] = table.parts;
    if (
      part === undefined ||
      others.length > 0 ||
      part.table.syntax !== 'gfm' ||
      table.unknownRows.length + table.unknownColumns.length > 0
    )
      return [];
    const { span } = part.table;
    return [{ source: part.block.source.slice(span.start, span.end), html: tableHtml(draft, table) }];
  });
}

interface HtmlCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly tag: 'th' | 'td';
  readonly finding?: PlacedFinding | undefined;
}

function tableHtml(draft: Draft, table: BoundTable): string {
  const findings = findingsByFigure(draft, table);
  const texts = new Map(
    table.rows.flatMap((row) => row.figures.map((figure) => [figure.address, figure.text] as const)),
  );
  const labels = Math.max(1, ...table.layout.rows.map((row) => row.path.length));
  const labelColumns = table.layout.table.labelColumns === 0 ? 0 : labels;
  const width = labelColumns + Math.max(...table.layout.blocks.map((block) => block.columns.length));
  const rows = table.layout.blocks.flatMap((block) => [
    ...(block.form.title === undefined
      ? []
      : [[{ text: block.form.title, rowSpan: 1, colSpan: width, tag: 'th' } as const]]),
    ...headerCells(block, labelColumns, width),
    ...bodyCells(block, labelColumns, width, (row, column) => {
      const { address } = figureForm(table.layout.table, row, column);
      return { text: texts.get(address) ?? '', finding: findings.get(address) };
    }),
  ]);
  return `<table class="gouji-table">\n${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n')}\n</table>\n`;
}

/** The gravest finding on each figure's cell. */
function findingsByFigure(draft: Draft, table: BoundTable): Map<string, PlacedFinding> {
  const starts = new Map<number, PlacedFinding[]>();
  for (const finding of draft.findings)
    starts.set(finding.span.start, [...(starts.get(finding.span.start) ?? []), finding]);
  const found = new Map<string, PlacedFinding>();
  for (const figure of table.rows.flatMap((row) => row.figures)) {
    const place = draft.place(figure.anchor);
    const [gravest] = (starts.get(place.start) ?? [])
      .filter(({ span }) => touches(place, span.end))
      .sort((a, b) => rank(a.severity) - rank(b.severity));
    if (gravest !== undefined) found.set(figure.address, gravest);
  }
  return found;
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

function headerCells(block: BlockLayout, labelColumns: number, width: number): HtmlCell[][] {
  const depth = Math.max(...block.columns.map((column) => column.path.length));
  const rows: HtmlCell[][] = Array.from({ length: depth }, () => []);
  if (labelColumns > 0)
    rows[0]?.push({ text: block.form.corner, rowSpan: depth, colSpan: labelColumns, tag: 'th' });
  const spare = width - labelColumns - block.columns.length;
  const place = (nodes: readonly FormNode[], level: number): void => {
    for (const node of nodes) {
      const leaf = node.children === undefined;
      const last = leaf && node.id === block.columns[block.columns.length - 1]?.id;
      rows[level]?.push({
        text: node.label,
        rowSpan: leaf ? depth - level : 1,
        colSpan: leafCount(node) + (last ? spare : 0),
        tag: 'th',
      });
      if (node.children !== undefined) place(node.children, level + 1);
    }
  };
  place(block.form.columns, 0);
  return rows;
}

function bodyCells(
  block: BlockLayout,
  labelColumns: number,
  width: number,
  figure: (
    row: BlockLayout['rows'][number],
    column: BlockLayout['columns'][number],
  ) => Pick<HtmlCell, 'text' | 'finding'>,
): HtmlCell[][] {
  const rows: HtmlCell[][] = [];
  const spare = width - labelColumns - block.columns.length;
  let next = 0;
  let pending: HtmlCell[] = [];
  const visit = (nodes: readonly FormNode[], level: number): void => {
    for (const node of nodes) {
      if (node.children !== undefined) {
        pending.push({ text: node.label, rowSpan: leafCount(node), colSpan: 1, tag: 'th' });
        visit(node.children, level + 1);
        continue;
      }
      const row = block.rows[next++];
      if (row === undefined) continue;
      const label: HtmlCell[] =
        labelColumns === 0
          ? []
          : [{ text: node.label, rowSpan: 1, colSpan: labelColumns - level, tag: 'th' }];
      const figures = block.columns.map((column, index): HtmlCell => {
        const { text, finding } = figure(row, column);
        const colSpan = index === block.columns.length - 1 ? 1 + spare : 1;
        return { text, rowSpan: 1, colSpan, tag: 'td', finding };
      });
      rows.push([...pending, ...label, ...figures]);
      pending = [];
    }
  };
  visit(block.form.rows, 0);
  return rows;
}

function leafCount(node: FormNode): number {
  return node.children === undefined ? 1 : node.children.reduce((sum, child) => sum + leafCount(child), 0);
}

function cellHtml({ text, rowSpan, colSpan, tag, finding }: HtmlCell): string {
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
  if (finding === undefined) return `<${tag}${spans}>${escapeHtml(text)}</${tag}>`;
  const word = severityWords[finding.severity];
  const note = finding.arithmetic === undefined ? word : `${word}：应为 ${finding.arithmetic.expected}`;
  return `<${tag}${spans} class="gouji-${finding.severity}" title="${escapeHtml(finding.message)}">${escapeHtml(text)}<span class="gouji-note">${escapeHtml(note)}</span></${tag}>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] as string);
}
