import type { FormSection, SectionId } from '../forms/form.ts';
import { type Anchor, anchor, type Block } from '../outline/outline.ts';
import { indexOfBlock } from '../outline/pages.ts';
import { lastLines } from '../report/lines.ts';
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
export function tablePlace({ parts }: Pick<BoundTable, 'parts'>): Anchor {
  const part = parts[0];
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

/** The places of a section, block by block: one may begin and end within a block of many lines. */
export function partsOfSection(report: Report, section: Section): readonly Anchor[] {
  const { outline, sections } = report;
  const next = sections[sections.indexOf(section) + 1];
  const until = next === undefined ? startOfSignature(report) : startOfSection(next);
  const end =
    until === undefined ? section.end : indexOfBlock(outline, until.block) + (until.start === 0 ? 0 : 1);
  return outline.blocks.slice(section.first, end).map((block) =>
    anchor(block, {
      start: block === section.heading.block ? startOfSection(section).start : 0,
      end:
        block === until?.block
          ? block.source.slice(0, until.start).replace(/\r?\n$/, '').length
          : block.source.length,
    }),
  );
}

/** The signature at the end of the draft, and what is behind it, are of no section. */
function startOfSignature(report: Report): Anchor | undefined {
  const [line] = signatureLines(lastLines(report.outline, linesAtEnd), report);
  return line === undefined ? undefined : startOfLine(line.anchor);
}

/** A place of no width behind a section. */
export function endOfSection(report: Report, section: Section): Anchor {
  const { block, end } = partsOfSection(report, section).at(-1) ?? section.heading;
  return anchor(block, { start: end, end });
}

/** A place of no width behind a block. */
export function endOfBlock(block: Block): Anchor {
  return anchor(block, { start: block.source.length, end: block.source.length });
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

/** A place of no width behind a section's heading, marks and all; behind the section where text runs on from it. */
export function behindHeading(report: Report, section: Section): Anchor {
  if (section.glued !== undefined) return endOfSection(report, section);
  const { block, end } = section.heading;
  const { source } = block;
  const at = section.style === 'heading' ? source.length : end + source.slice(end).search(/[\r\n]|$/);
  return anchor(block, { start: at, end: at });
}
