import { parseArgs } from 'node:util';
import { analyze } from '../core/analysis.ts';
import { type Severity, severities } from '../core/rules/finding.ts';
import { type CheckedReport, checkedReport, summarise } from './contract.ts';
import { findFiles, readSource } from './files.ts';
import { exit, type Io, UsageError } from './io.ts';
import { reportLine, summaryLine, textLines } from './text.ts';

const formats = ['text', 'json'] as const;

/** `gouji check`: every report's findings, in the order of the files. */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'max-severity': { type: 'string', default: 'warning' },
    },
  });
  const format = oneOf('--format', values.format, formats);
  const allowed = oneOf('--max-severity', values['max-severity'], severities);
  if (positionals.length === 0) throw new UsageError('请写出要检查的文件或目录，例如：gouji check 年报.md');
  let failed = false;
  const problem = (message: string) => {
    failed = true;
    io.err(`${message}\n`);
  };
  const reports: CheckedReport[] = [];
  const files = await findFiles(positionals, io, problem);
  for (const { path, named } of files) {
    const source = await readSource(path, io);
    if ('problem' in source) {
      problem(source.problem);
      continue;
    }
    const analysis = analyze(source.text);
    if (analysis.report === undefined && !named) continue;
    const checked = checkedReport(path, analysis);
    reports.push(checked);
    if (format === 'text') io.out(textOf(checked, io));
  }
  if (files.length > 0 && !failed && reports.length === 0)
    problem(`${positionals.join('、')}：没有找到政府信息公开工作年度报告。`);
  const summary = summarise(reports);
  if (format === 'json') io.out(`${JSON.stringify({ version: 1, reports, summary }, undefined, 2)}\n`);
  else if (reports.length > 0) io.out(`${summaryLine(summary)}\n`);
  if (failed) return exit.failed;
  return exceeds(reports, allowed) ? exit.found : exit.ok;
}

function textOf(checked: CheckedReport, io: Io): string {
  return [...textLines(checked, io.colour), reportLine(checked)].map((line) => `${line}\n`).join('');
}

function exceeds(reports: readonly CheckedReport[], allowed: Severity): boolean {
  const limit = severities.indexOf(allowed);
  return reports.some(({ findings }) =>
    findings.some(({ severity }) => severities.indexOf(severity) < limit),
  );
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined)
    throw new UsageError(`${option} 应为 ${choices.join('、')} 之一，现在是“${value}”。`);
  return choice;
}
