import type { SectionId } from '../forms/form.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import type { Report, SectionHead } from '../report/report.ts';
import { withoutBlanks } from '../text/normalize.ts';

/** The running text of a section, tables and its own heading left out; headings inside it count. */
export function sectionText(report: Report, id: SectionId): readonly string[] {
  return inPassages(report, textUnderHeading)
    .filter(({ section }) => section === id)
    .map(({ text }) => text);
}

/** How many characters that is, blanks not counted. */
export function sectionLength(report: Report, id: SectionId): number {
  return inPassages(report, lengthUnderHeading).reduce(
    (sum, { section, length }) => (section === id ? sum + length : sum),
    0,
  );
}

/** A section that nobody has written yet is another rule's: empty-section, placeholder. */
export function isUnwritten(text: readonly string[]): boolean {
  const whole = text.join('');
  return whole.length < 6 || whole.includes('〔待填');
}

function lengthUnderHeading(passage: Passage) {
  return textUnderHeading(passage).map(({ section, text }) => ({
    section,
    length: charactersIn(withoutBlanks(text)),
  }));
}

function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function textUnderHeading(
  passage: Passage,
): readonly { readonly section: SectionId; readonly text: string }[] {
  const { section, kind, text } = passage;
  if (section?.id === undefined || kind === 'signature' || isHeadingOf(section, passage)) return [];
  return [{ section: section.id, text }];
}

function isHeadingOf({ headline }: SectionHead, { kind, place }: Passage): boolean {
  if (kind !== 'heading') return false;
  const { block, start } = place({ start: 0, end: 0 });
  return headline.block === block && headline.start === start;
}
