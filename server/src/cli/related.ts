import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type Analysis, type AnalysisOptions, analyze } from '../core/analysis.ts';
import { type Child, isSubordinate } from '../core/equations/rollup.ts';
import type { Report } from '../core/report/report.ts';
import { findFiles, readSource } from './files.ts';
import type { Io } from './io.ts';

/** Other reports that a report is compared with, and what they are called in its findings. */
export interface RelatedReports {
  readonly options: AnalysisOptions;
  /** Analyses by the names that findings use. */
  readonly analyses: ReadonlyMap<string, Analysis>;
}

export interface Lookup {
  /** Last year's report, for one that names none itself. */
  readonly last: string | undefined;
  readonly io: Io;
  readonly problem: (message: string) => void;
}

/** Reads what a report's front matter and the look-up offer; `undefined` when there is nothing. */
export async function relatedReports(
  path: string,
  analysis: Analysis,
  lookup: Lookup,
): Promise<RelatedReports | undefined> {
  const { report } = analysis;
  if (report === undefined) return undefined;
  const analyses = new Map<string, Analysis>();
  const folder = path === '-' ? '.' : dirname(path);
  const { frontMatter } = report;
  const lastPath = frontMatter.last === undefined ? lookup.last : inFolder(folder, frontMatter.last);
  const isOther = lastPath !== undefined && resolve(lookup.io.cwd, lastPath) !== resolve(lookup.io.cwd, path);
  const last = isOther ? await load(lastPath, lookup, analyses) : undefined;
  const children =
    frontMatter.children === undefined
      ? undefined
      : await loadChildren({ path, folder, report }, frontMatter.children, lookup, analyses);
  if (last === undefined && children === undefined) return undefined;
  return {
    analyses,
    options: { ...(last === undefined ? {} : { last }), ...(children === undefined ? {} : { children }) },
  };
}

/** A path as a report writes it, with slashes of either kind: from the folder the report is in. */
function inFolder(folder: string, path: string): string {
  const written = path.replaceAll('\\', '/');
  return isAbsolute(written) ? written : join(folder, written);
}

async function load(
  path: string,
  { io, problem }: Lookup,
  analyses: Map<string, Analysis>,
): Promise<AnalysisOptions['last']> {
  const source = await readSource(path, io);
  if ('problem' in source) {
    problem(source.problem);
    return undefined;
  }
  const analysis = analyze(source.text);
  if (analysis.report === undefined) {
    problem(`${path}：不是政府信息公开工作年度报告，没有拿来比较。`);
    return undefined;
  }
  analyses.set(path, analysis);
  return { name: path, report: analysis.report };
}

/**
 * A file that is named, or a pattern or folder without any, is missed when it is not there. The report itself is
 * none of those that a pattern or a folder brings.
 */
async function loadChildren(
  parent: { readonly path: string; readonly folder: string; readonly report: Report },
  paths: readonly string[],
  { io }: Lookup,
  analyses: Map<string, Analysis>,
): Promise<AnalysisOptions['children']> {
  const missing: Child[] = [];
  const files = findFiles(
    paths.map((path) => inFolder(parent.folder, path)),
    io,
    (_message, path) => missing.push({ name: path, report: undefined }),
  );
  const own = resolve(io.cwd, parent.path);
  const loaded = await Promise.all(
    files.map(async ({ path, named }): Promise<readonly Child[]> => {
      if (!named && resolve(io.cwd, path) === own) return [];
      const source = await readSource(path, io);
      const analysis = 'problem' in source ? undefined : analyze(source.text);
      const report = analysis?.report;
      if (!named && !isSubordinate(report, parent.report)) return [];
      if (analysis === undefined || report === undefined) return [{ name: path, report: undefined }];
      analyses.set(path, analysis);
      return [{ name: path, report }];
    }),
  );
  return [...loaded.flat(), ...missing];
}
