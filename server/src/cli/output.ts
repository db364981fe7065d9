import { createHash } from 'node:crypto';
import type { Analysis } from '../core/analysis.ts';
import { checkRecord, recordHtml, recordMarkdown } from '../core/features/record.ts';
import type { CheckedReport, Summary } from './contract.ts';
import { github } from './formats/github.ts';
import { junit } from './formats/junit.ts';
import { sarif } from './formats/sarif.ts';
import type { Io } from './io.ts';
import { reportLine, summaryLine, textLines } from './text.ts';

export const formats = ['text', 'json', 'ndjson', 'sarif', 'junit', 'github', 'markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** How a format writes: each report as it is done, or all of them at the end. */
export interface Output {
  /** `detail` is there whenever `needsAnalysis` is set. */
  readonly report: (
    checked: CheckedReport,
    detail?: { readonly analysis: Analysis; readonly bytes: Uint8Array },
  ) => void;
  readonly needsAnalysis?: boolean;
  readonly end: (summary: Summary) => void;
}

export function outputOf(format: Format, io: Io): Output {
  switch (format) {
    case 'text':
      return streamed(
        (checked) =>
          io.out([...textLines(checked, io.colour), reportLine(checked)].map((line) => `${line}\n`).join('')),
        (summary) => {
          if (summary.reports > 0) io.out(`${summaryLine(summary)}\n`);
        },
      );
    case 'ndjson':
      return streamed((checked) => io.out(`${JSON.stringify(checked)}\n`));
    case 'github':
      return streamed((checked) => io.out(github(checked)));
    case 'json':
      return collected((reports, summary) =>
        io.out(`${JSON.stringify({ version: 1, reports, summary }, undefined, 2)}\n`),
      );
    case 'sarif':
      return collected((reports) => io.out(sarif(reports)));
    case 'junit':
      return collected((reports) => io.out(junit(reports)));
    case 'markdown':
    case 'html':
      return {
        needsAnalysis: true,
        report: ({ path }, detail) => {
          const record = detail === undefined ? undefined : recordOf(path, detail.analysis, detail.bytes);
          if (record !== undefined) io.out(format === 'html' ? recordHtml(record) : recordMarkdown(record));
        },
        end: () => {},
      };
  }
}

function streamed(
  report: (checked: CheckedReport) => void,
  end: (summary: Summary) => void = () => {},
): Output {
  return { report, end };
}

function collected(write: (reports: readonly CheckedReport[], summary: Summary) => void): Output {
  const reports: CheckedReport[] = [];
  return {
    report: (checked) => reports.push(checked),
    end: (summary) => write(reports, summary),
  };
}

function recordOf(path: string, analysis: Analysis, bytes: Uint8Array) {
  return checkRecord(analysis, {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    line: (offset) => analysis.lines.position(offset).line + 1,
  });
}
