import { parseArgs } from 'node:util';
import { type Analysis, analyze } from '../core/analysis.ts';
import { inColumnUnit } from '../core/report/value.ts';
import { formatDecimal } from '../core/text/decimal.ts';
import { findFiles, readSource } from './files.ts';
import { exit, type Io, UsageError } from './io.ts';
import { say } from './text.ts';

interface ExtractedReport {
  readonly path: string;
  readonly year?: number;
  readonly organ?: string;
  readonly form: string;
  readonly figures: Readonly<Record<string, string>>;
  readonly blank: readonly string[];
  readonly unreadable: Readonly<Record<string, string>>;
}

/** `gouji extract`: every figure with its address; blank ones are listed, never given as 0. */
export async function extract(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'json' } },
  });
  if (values.format !== 'json' && values.format !== 'csv')
    throw new UsageError(`--format 应为 json 或 csv，现在是“${values.format}”。`);
  if (positionals.length === 0) throw new UsageError('请写出要提取的文件或目录，例如：gouji extract 年报.md');
  let failed = false;
  const problem = (message: string) => {
    failed = true;
    say(io, message);
  };
  const reports: ExtractedReport[] = [];
  for (const { path, named } of findFiles(positionals, io, problem)) {
    const source = await readSource(path, io);
    if ('problem' in source) {
      problem(source.problem);
      continue;
    }
    const extracted = extractFigures(path, analyze(source.text));
    if (extracted !== undefined) reports.push(extracted);
    else if (named) problem(`${path}：不是政府信息公开工作年度报告。`);
  }
  io.out(
    values.format === 'json' ? `${JSON.stringify({ version: 1, reports }, undefined, 2)}\n` : csv(reports),
  );
  return failed ? exit.failed : exit.ok;
}

export function extractFigures(path: string, analysis: Analysis): ExtractedReport | undefined {
  const { report } = analysis;
  if (report === undefined) return undefined;
  const figures: Record<string, string> = {};
  const blank: string[] = [];
  const unreadable: Record<string, string> = {};
  for (const [address, { value, form }] of report.figures) {
    if (value.kind === 'number') figures[address] = formatDecimal(inColumnUnit(value, form.kind));
    else if (value.kind === 'blank') blank.push(address);
    else unreadable[address] = value.text;
  }
  return {
    path,
    ...(report.year === undefined ? {} : { year: report.year.value }),
    ...(report.organ === undefined ? {} : { organ: report.organ.value }),
    form: report.form.version,
    figures,
    blank,
    unreadable,
  };
}

function csv(reports: readonly ExtractedReport[]): string {
  const lines = ['path,year,organ,form,figure,value,state'];
  for (const report of reports) {
    const head = [
      report.path,
      report.year === undefined ? '' : String(report.year),
      report.organ ?? '',
      report.form,
    ];
    for (const [address, value] of Object.entries(report.figures))
      lines.push([...head, address, value, 'number'].map(field).join(','));
    for (const address of report.blank) lines.push([...head, address, '', 'blank'].map(field).join(','));
    for (const [address, text] of Object.entries(report.unreadable))
      lines.push([...head, address, text, 'unreadable'].map(field).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Quoted where needed; a leading `=`, `+`, `@` or letter-minus is kept from being a formula in a spreadsheet. */
function field(text: string): string {
  const safe = /^[=@]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d.]+$/.test(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
