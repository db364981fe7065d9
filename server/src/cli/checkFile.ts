import { type Analysis, type AnalysisOptions, analyze } from '../core/analysis.ts';
import { type CheckedReport, checkedReport } from './contract.ts';
import { readSource, type SourceFile } from './files.ts';
import type { Io } from './io.ts';
import { type ReportIndex, relatedReports } from './related.ts';

/** What stays the same for all files of one run. */
export interface CheckTask {
  readonly config: AnalysisOptions;
  /** `--last`. */
  readonly last?: string;
  readonly index: ReportIndex;
}

export interface CheckOutcome {
  /** Absent for a file that cannot be read, and for one in a folder that is no report. */
  readonly done?: {
    readonly checked: CheckedReport;
    readonly analysis: Analysis;
    readonly bytes: Uint8Array;
  };
  readonly problems: readonly string[];
}

/** Checks one file, with the reports it is compared with. */
export async function checkFile(
  { path, named }: SourceFile,
  { config, last, index }: CheckTask,
  io: Io,
): Promise<CheckOutcome> {
  const source = await readSource(path, io);
  if ('problem' in source) return { problems: [source.problem] };
  const problems: string[] = [];
  let analysis = analyze(source.text, config);
  if (analysis.report === undefined && !named) return { problems };
  const lookup = {
    index,
    io,
    problem: (message: string) => problems.push(message),
    ...(last === undefined ? {} : { last }),
  };
  const related = await relatedReports(path, analysis, lookup);
  if (related !== undefined) analysis = analyze(source.text, { ...config, ...related.options }, analysis);
  return {
    done: { checked: checkedReport(path, analysis, related?.analyses), analysis, bytes: source.bytes },
    problems,
  };
}
