import { dirname, isAbsolute, join } from 'node:path';
import { type Analysis, type AnalysisOptions, analyze } from '../core/analysis.ts';
import { findFiles, readSource } from './files.ts';
import type { Io } from './io.ts';

/** Other reports that a report is compared with, and what they are called in its findings. */
export interface RelatedReports {
  readonly options: AnalysisOptions;
  /** Analyses by the names that findings use. */
  readonly analyses: ReadonlyMap<string, Analysis>;
}

/** Where a report of an organ and year was seen: how last year's report is found among the files given. */
export type ReportIndex = Map<string, string>;

export function indexKey(organ: string, year: number): string {
  return `${year}|${organ}`;
}

export interface Lookup {
  /** `--last`: for every report that names none itself. */
  readonly last?: string;
  readonly index: ReportIndex;
  readonly io: Io;
  readonly problem: (message: string) => void;
}

/** Reads what a report's front matter, `--last` or the other files given offer; `undefined` when there is nothing. */
export async function relatedReports(
  path: string,
  analysis: Analysis,
  lookup: Lookup,
): Promise<RelatedReports | undefined> {
  const { report } = analysis;
  if (report === undefined) return undefined;
  const analyses = new Map<string, Analysis>();
  const folder = path === '-' ? '.' : dirname(path);
  const { organ, year, frontMatter } = report;
  const lastPath =
    frontMatter.last !== undefined
      ? inFolder(folder, frontMatter.last)
      : (lookup.last ??
        (organ === undefined || year === undefined
          ? undefined
          : lookup.index.get(indexKey(organ.value, year.value - 1))));
  const last =
    lastPath === undefined || lastPath === path ? undefined : await load(lastPath, lookup, analyses);
  const children =
    frontMatter.children === undefined
      ? undefined
      : await loadChildren(folder, frontMatter.children, lookup, analyses);
  if (last === undefined && children === undefined) return undefined;
  return {
    analyses,
    options: { ...(last === undefined ? {} : { last }), ...(children === undefined ? {} : { children }) },
  };
}

/** A path as a report writes it: from the folder the report is in. */
function inFolder(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
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

async function loadChildren(
  folder: string,
  paths: readonly string[],
  lookup: Lookup,
  analyses: Map<string, Analysis>,
): Promise<AnalysisOptions['children']> {
  const named: { name: string; report: undefined }[] = [];
  const files = await findFiles(
    paths.map((path) => inFolder(folder, path)),
    lookup.io,
    (message) => named.push({ name: message.split('：')[0] ?? message, report: undefined }),
  );
  const loaded = await Promise.all(
    files.map(async ({ path }) => {
      const source = await readSource(path, lookup.io);
      const analysis = 'problem' in source ? undefined : analyze(source.text);
      if (analysis?.report === undefined) return { name: path, report: undefined };
      analyses.set(path, analysis);
      return { name: path, report: analysis.report };
    }),
  );
  return [...loaded, ...named];
}
