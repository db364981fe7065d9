import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { severities } from '../core/rules/finding.ts';
import { checkAll } from './checkAll.ts';
import type { CheckTask } from './checkFile.ts';
import { readConfig } from './config.ts';
import { addToSummary, emptySummary } from './contract.ts';
import { readSource } from './files.ts';
import { exit, type Io, UsageError } from './io.ts';
import { formats, outputOf } from './output.ts';
import { portionsOf } from './portions.ts';
import { progressBar } from './progress.ts';
import { say } from './text.ts';

/** Beyond this the thread that writes the findings cannot keep up. */
const mostThreads = 16;

const options = {
  format: { type: 'string', default: 'text' },
  'max-severity': { type: 'string', default: 'warning' },
  'files-from': { type: 'string' },
  jobs: { type: 'string' },
  last: { type: 'string' },
  config: { type: 'string' },
} as const;

/** `gouji check`: every report's findings, in the order of the files. */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const output = outputOf(oneOf('--format', values.format, formats), io);
  const allowed = severities.indexOf(oneOf('--max-severity', values['max-severity'], severities));
  const list = values['files-from'];
  if (positionals.length === 0 && list === undefined)
    throw new UsageError('请写出要检查的文件或目录，例如：gouji check 年报.md');
  if ([...positionals, list].filter((path) => path === '-').length > 1)
    throw new UsageError('标准输入只能读一次：“-”写了不止一处。');
  const wanted = threadsOf(values.jobs);
  // Standard input and what a record is made of stay in this thread.
  const threads = output.needsAnalysis || positionals.includes('-') ? 1 : wanted;
  const config = values.config === undefined ? {} : await readConfig(values.config, io);
  let failed = false;
  const problem = (message: string) => {
    failed = true;
    say(io, message);
  };
  const last = values.last === undefined ? undefined : await readable(values.last, io, problem);
  const task: CheckTask = { config, ...(last === undefined ? {} : { last }) };
  const portions = await portionsOf(positionals, list, io, problem);
  const progress = progressBar(portions.total, io);
  const summary = emptySummary();
  let exceeded = false;
  let seen = 0;
  for await (const { checked, detail, problems } of checkAll(portions, threads, task, io)) {
    progress.clear();
    problems.forEach(problem);
    if (checked !== undefined) {
      seen++;
      addToSummary(summary, checked);
      exceeded ||= checked.findings.some(({ severity }) => severities.indexOf(severity) < allowed);
      output.report(checked, detail);
    }
    progress.step();
  }
  progress.clear();
  if (portions.total !== undefined && portions.total > 0 && !failed && seen === 0)
    problem(`${positionals.join('、')}：没有找到政府信息公开工作年度报告。`);
  output.end(summary);
  if (failed) return exit.failed;
  return exceeded ? exit.found : exit.ok;
}

/** The path of last year's report, if it can be read: else that is said once, and the reports are checked without. */
async function readable(
  path: string,
  io: Io,
  problem: (message: string) => void,
): Promise<string | undefined> {
  const source = await readSource(path, io);
  if (!('problem' in source)) return path;
  problem(source.problem);
  return undefined;
}

function threadsOf(jobs: string | undefined): number {
  if (jobs === undefined) return Math.min(availableParallelism(), mostThreads);
  if (!/^[1-9]\d{0,2}$/.test(jobs)) throw new UsageError(`--jobs 应为正整数，现在是“${jobs}”。`);
  return Number(jobs);
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined)
    throw new UsageError(`${option} 应为 ${choices.join('、')} 之一，现在是“${value}”。`);
  return choice;
}
