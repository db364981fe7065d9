import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { analyze } from '../core/analysis.ts';
import type { Report } from '../core/report/report.ts';
import { severities } from '../core/rules/finding.ts';
import { type CheckTask, checkFile } from './checkFile.ts';
import { readConfig } from './config.ts';
import { addToSummary, type CheckedReport, emptySummary } from './contract.ts';
import { findFiles, readSource, type SourceFile } from './files.ts';
import { exit, type Io, UsageError } from './io.ts';
import { formats, outputOf } from './output.ts';
import { checkInPool, poolFrom } from './pool.ts';
import { indexKey, type ReportIndex } from './related.ts';

/** Enough for front matter and title. */
const headLength = 1500;

const options = {
  format: { type: 'string', default: 'text' },
  'max-severity': { type: 'string', default: 'warning' },
  'files-from': { type: 'string' },
  last: { type: 'string' },
  config: { type: 'string' },
} as const;

/** `gouji check`: every report's findings, in the order of the files. */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const output = outputOf(oneOf('--format', values.format, formats), io);
  const allowed = severities.indexOf(oneOf('--max-severity', values['max-severity'], severities));
  if (positionals.length === 0 && values['files-from'] === undefined)
    throw new UsageError('请写出要检查的文件或目录，例如：gouji check 年报.md');
  const config = values.config === undefined ? {} : await readConfig(values.config, io);
  let failed = false;
  const problem = (message: string) => {
    failed = true;
    io.err(`${message}\n`);
  };
  const summary = emptySummary();
  let exceeded = false;
  let seen = 0;
  const files = await findFiles(positionals, io, problem);
  const index: ReportIndex = files.length > 1 ? await reportIndex(files, io) : new Map();
  const task: CheckTask = { config, index, ...(values.last === undefined ? {} : { last: values.last }) };
  const count = (checked: CheckedReport) => {
    seen++;
    addToSummary(summary, checked);
    exceeded ||= checked.findings.some(({ severity }) => severities.indexOf(severity) < allowed);
  };
  const checkOne = async (file: SourceFile) => {
    const { done, problems } = await checkFile(file, task, io);
    problems.forEach(problem);
    if (done === undefined) return;
    count(done.checked);
    output.report(done.checked, done);
  };
  const progress = progressBar(files.length, io);
  if (files.length >= poolFrom && io.script !== undefined && !output.needsAnalysis) {
    for await (const { checked, problems } of checkInPool(files, task, io.script, io.cwd)) {
      problems.forEach(problem);
      if (checked !== undefined) {
        count(checked);
        output.report(checked);
      }
      progress.step();
    }
  } else {
    for (const file of files) {
      await checkOne(file);
      progress.step();
    }
  }
  progress.end();
  if (values['files-from'] !== undefined) {
    for await (const path of pathsFrom(values['files-from'], io)) await checkOne({ path, named: true });
  }
  if (files.length > 0 && !failed && seen === 0)
    problem(`${positionals.join('、')}：没有找到政府信息公开工作年度报告。`);
  output.end(summary);
  if (failed) return exit.failed;
  return exceeded ? exit.found : exit.ok;
}

/** Organ and year of every file given, so that last year's report is found among them. */
async function reportIndex(files: readonly SourceFile[], io: Io): Promise<ReportIndex> {
  const index: ReportIndex = new Map();
  for (const { path } of files) {
    const source = path === '-' ? { problem: '' } : await readSource(path, io);
    const report = 'problem' in source ? undefined : reportHead(source.text);
    if (report?.organ !== undefined && report.year !== undefined)
      index.set(indexKey(report.organ.value, report.year.value), path);
  }
  return index;
}

/** The title and front matter name organ and year in nearly every report: only where they do not is all of it read. */
function reportHead(text: string): Report | undefined {
  const head = analyze(text.slice(0, headLength)).report;
  return head?.organ !== undefined && head.year !== undefined ? head : analyze(text).report;
}

/** Paths, one a line, from a file or standard input; read as they come, so that any number of them fits. */
async function* pathsFrom(from: string, io: Io): AsyncIterable<string> {
  if (from === '-') {
    for await (const line of createInterface({
      input: Readable.from(io.stdinChunks()),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (line.trim() !== '') yield line.trim();
    }
    return;
  }
  const source = await readSource(from, io);
  if ('problem' in source) throw new UsageError(source.problem);
  for (const line of source.text.split(/\r?\n/)) if (line.trim() !== '') yield line.trim();
}

/** Shown on a terminal only, and only when there is something to wait for. */
function progressBar(total: number, io: Io): { step: () => void; end: () => void } {
  const shown = io.interactive && total >= 50;
  let done = 0;
  return {
    step: () => {
      done++;
      if (shown && (done % 10 === 0 || done === total)) io.err(`\r已检查 ${done}/${total}`);
    },
    end: () => {
      if (shown) io.err('\r\u001b[K');
    },
  };
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined)
    throw new UsageError(`${option} 应为 ${choices.join('、')} 之一，现在是“${value}”。`);
  return choice;
}
