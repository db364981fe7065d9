import type { FormSection, SectionId } from '../forms/form.ts';
import { type Anchor, anchor, type Block } from '../outline/outline.ts';
import { lastLines, linesOf } from '../report/lines.ts';
import type { BoundTable, Report, Section } from '../report/report.ts';
import { linesAtEnd, signatureLines } from '../report/signature.ts';

/** Where something about the whole report is shown: its title, else its first line. */
export function reportPlace(report: Report): Anchor {
  if (report.title !== undefined) return report.title.anchor;
  const section = report.sections[0];
  if (section !== undefined) return section.heading;
  const block =
    report.outline.blocks.find(({ content }) => content.kind !== 'frontMatter') ?? report.outline.blocks[0];
  if (block === undefined)
    return anchor(
      { source: '', content: { kind: 'opaque', span: { start: 0, end: 0 }, what: 'rule' } },
      { start: 0, end: 0 },
    );
  const lineEnd = block.source.search(/[\r\n]/);
  return anchor(block, { start: 0, end: lineEnd < 0 ? block.source.length : lineEnd });
}

/** Where something about a whole table is shown: its first cell with text, else its first line. */
export function tablePlace(table: BoundTable): Anchor {
  const part = table.parts[0];
  if (part === undefined) throw new Error('a bound table has at least one part');
  const cell = part.table.rows[0]?.cells.find(({ prose }) => prose.text.trim() !== '');
  return anchor(part.block, cell?.span ?? part.table.rows[0]?.span ?? part.table.span);
}

export function sectionOf(report: Report, id: SectionId): Section | undefined {
  return report.sections.find((section) => section.id === id);
}

/** `第五部分“存在的主要问题及改进情况”`. */
export function sectionName(section: FormSection): string {
  return `第${section.numeral}部分“${section.title}”`;
}

/** A place of no width behind the last block of a section, before the signature. */
export function endOfSection(report: Report, section: Section): Anchor {
  return endOfBlock(blocksOf(report, section).at(-1) ?? section.heading.block);
}

/** A place of no width behind a block. */
export function endOfBlock(block: Block): Anchor {
  return anchor(block, { start: block.source.length, end: block.source.length });
}

/** The blocks of a section; the signature at the end of the draft, and what is behind it, are of none. */
export function blocksOf(report: Report, { first, end }: Section): readonly Block[] {
  const blocks = report.outline.blocks.slice(first, end);
  const signature = signatureLines(lastLines(report.outline, linesAtEnd), report);
  const signed = blocks.findIndex((block) =>
    linesOf(block)
      .slice(0, 1)
      .some((line) => signature.includes(line)),
  );
  return signed < 0 ? blocks : blocks.slice(0, signed);
}

/** A place of no width before a section's heading. */
export function startOfSection({ heading }: Section): Anchor {
  return startOfLine(heading);
}

/** A place of no width before the line that another one begins in. */
export function startOfLine({ block, start }: Anchor): Anchor {
  const at = block.source.lastIndexOf('\n', start) + 1;
  return anchor(block, { start: at, end: at });
}
