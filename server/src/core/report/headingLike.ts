import type { FormSection } from '../forms/form.ts';
import { sectionHeading } from '../forms/markdown.ts';
import type { Section } from './report.ts';

/** A section's standard heading, set as another section's is: `#` and how many, in bold, or a plain line. */
export function headingLike(section: FormSection, like: Section | undefined): string {
  const standard = sectionHeading(section);
  if (like === undefined) return standard;
  const { block, start } = like.heading;
  const before = block.source.slice(block.source.lastIndexOf('\n', start - 1) + 1, start);
  const set = /^[ \t]{0,40}(#{1,6}[ \t]{1,40}|\u3000{0,40})((?:\*\*|__)?)$/.exec(before);
  // Something else stands before it, or the line below makes it a heading.
  if (set === null || (like.style === 'heading' && !before.includes('#'))) return standard;
  const [, opening = '', bold = ''] = set;
  return `${opening}${bold}${section.numeral}、${section.title}${bold}`;
}
