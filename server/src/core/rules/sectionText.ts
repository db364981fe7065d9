import type { SectionId } from '../forms/form.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import type { Report } from '../report/report.ts';

/** The running text of a section, tables and its own heading left out; headings inside it count. */
export function sectionText(report: Report, id: SectionId): readonly string[] {
  return inPassages(report, textUnderHeading)
    .filter(({ section }) => section === id)
    .map(({ text }) => text);
}

/** A section that nobody has written yet is another rule's: empty-section, placeholder. */
export function isUnwritten(text: readonly string[]): boolean {
  const whole = text.join('');
  return whole.length < 6 || whole.includes('〔待填');
}

function textUnderHeading(
  passage: Passage,
): readonly { readonly section: SectionId; readonly text: string }[] {
  const { section, kind, text } = passage;
  if (section?.id === undefined || kind === 'title' || kind === 'signature') return [];
  const { block, start } = passage.place({ start: 0, end: 0 });
  const own = section.headline.block === block && section.headline.start === start;
  return own && kind === 'heading' ? [] : [{ section: section.id, text }];
}
