import { createHash } from 'node:crypto';
import {
  type CheckRecord,
  checkRecord,
  type RecordFacts,
  recordMarkdown,
  recordsHtml,
} from '../core/features/record.ts';
import type { Detail } from './checkFile.ts';
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
  readonly report: (checked: CheckedReport, detail?: Detail) => void;
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
      return recorded(io, (record) => io.out(recordMarkdown(record)));
    case 'html': {
      const records: CheckRecord[] = [];
      return recorded(
        io,
        (record) => records.push(record),
        () => {
          if (records.length > 0) io.out(recordsHtml(records));
        },
      );
    }
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

/** A record of each report; of another file it is said that there is none. */
function recorded(io: Io, take: (record: CheckRecord) => void, end: () => void = () => {}): Output {
  return {
    needsAnalysis: true,
    report(checked, detail) {
      const record = detail && checkRecord(detail.analysis, factsOf(checked.path, detail));
      if (record === undefined) io.err(`${reportLine(checked)}\n`);
      else take(record);
    },
    end,
  };
}

function factsOf(path: string, { analysis, bytes, ...before }: Detail): RecordFacts {
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    line: (offset) => analysis.lines.position(offset).line + 1,
    ...before,
  };
}
