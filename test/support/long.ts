import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';

/** A report with one wrong total whose first section goes on for so many characters; by `mark` never the same. */
export function longReport(length: number, mark = ''): string {
  const report = sampleReport(forms[forms.length - 1] as Form, { 'proceedings/review/total': '3' });
  const second = report.indexOf('## 二');
  const paragraph = report.slice(report.indexOf('## 一')).split('\n')[2] as string;
  const count = Math.ceil((length - report.length) / (paragraph.length + mark.length + 6));
  const more = Array.from({ length: count }, (_, index) => paragraph.replace('。', `${mark}${index}。`));
  return `${report.slice(0, second)}${more.join('\n\n')}\n\n${report.slice(second)}`;
}
