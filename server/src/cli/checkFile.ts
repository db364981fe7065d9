import { type Analysis, type AnalysisOptions, analyze } from '../core/analysis.ts';
import type { Report } from '../core/report/report.ts';
import { type CheckedReport, checkedReport } from './contract.ts';
import { readSource, type SourceFile } from './files.ts';
import type { Io } from './io.ts';
import { relatedReports } from './related.ts';
import { type Identity, identify } from './yearIndex.ts';

/** What stays the same for all files of one run. */
export interface CheckTask {
  readonly config: AnalysisOptions;
  /** `--last`. */
  readonly last?: string;
}

/** What is to be done with one file: told whose it is, or checked, with last year's report where that was found. */
export type Job =
  | { readonly kind: 'identify'; readonly file: SourceFile }
  | { readonly kind: 'check'; readonly file: SourceFile; readonly found?: string };

/** What a file was checked from. */
export interface Detail {
  readonly analysis: Analysis;
  readonly bytes: Uint8Array;
  /** Last year's report that it was compared with. */
  readonly last?: Report;
}

export interface Answer {
  readonly identity?: Identity;
  /** Absent for a file that cannot be read, and for one in a folder that is no report. */
  readonly checked?: CheckedReport;
  /** Never crosses threads. */
  readonly detail?: Detail;
  readonly problems: readonly string[];
}

/** Does one job. What goes wrong with a file is said of that file and never ends the run. */
export async function answer(job: Job, task: CheckTask, io: Io): Promise<Answer> {
  const { path } = job.file;
  try {
    if (job.kind === 'check') return await checkFile(job.file, job.found, task, io);
    const identity = await identify(path, io);
    return { problems: [], ...(identity === undefined ? {} : { identity }) };
  } catch (error) {
    // The file is read again to be checked, and the fault said then.
    if (job.kind === 'identify') return { problems: [] };
    const cause = error instanceof Error ? error.message : String(error);
    return { problems: [`${path}：程序内部出错，没有检查这份文件。请把这句话报告给开发者：${cause}`] };
  }
}

async function checkFile(
  { path, named }: SourceFile,
  found: string | undefined,
  { config, last }: CheckTask,
  io: Io,
): Promise<Answer> {
  const source = await readSource(path, io);
  if ('problem' in source) return { problems: [source.problem] };
  const problems: string[] = [];
  let analysis = analyze(source.text, config);
  if (analysis.report === undefined && !named) return { problems };
  const lookup = { last: last ?? found, io, problem: (message: string) => problems.push(message) };
  const related = await relatedReports(path, analysis, lookup);
  if (related !== undefined) analysis = analyze(source.text, { ...config, ...related.options }, analysis);
  const before = related?.options.last?.report;
  return {
    checked: checkedReport(path, analysis, related?.analyses),
    detail: { analysis, bytes: source.bytes, ...(before === undefined ? {} : { last: before }) },
    problems,
  };
}
