import { readNumeral } from '../laws/numerals.ts';
import { anchor } from '../outline/outline.ts';
import type { Report, Section } from '../report/report.ts';
import type { Edit } from './finding.ts';
import { sectionOf } from './places.ts';

/** The sections of a draft without those that occur a second time; sections the form does not have are among them. */
export function distinctSections(report: Report): readonly Section[] {
  return report.sections.filter(
    (section) => section.id === undefined || sectionOf(report, section.id) === section,
  );
}

/** The numeral that the form prints before a section. */
export function printedNumeral(report: Report, section: Section): string | undefined {
  return report.form.sections.find(({ id }) => id === section.id)?.numeral;
}

/** The number written before a section's title, in whatever style: 五、 5. （五） 第五部分. */
export function writtenNumber(section: Section): number | undefined {
  const { numeral, title } = section;
  if (numeral !== undefined) return numeral.value ?? wholeNumber(numeral.text);
  return /^[（(第]/.test(title.text) ? readNumeral(title.text, 1)?.value : undefined;
}

/** A number in digits with its mark: 5、 but not 1一. */
function wholeNumber(text: string): number | undefined {
  const read = readNumeral(text, 0);
  return read !== undefined && /^[、.．]$/.test(text.slice(read.end)) ? read.value : undefined;
}

/** Writes a numeral before a section's title, in place of what is there. */
export function numeralEdit(section: Section, numeral: string): Edit {
  const { numeral: written, title } = section;
  if (written === undefined)
    return {
      anchor: anchor(title.anchor.block, { start: title.anchor.start, end: title.anchor.start }),
      newText: `${numeral}、`,
    };
  const ownMark = /[、.．]$/.test(written.text);
  return { anchor: written.anchor, newText: ownMark ? `${numeral}、` : numeral };
}
