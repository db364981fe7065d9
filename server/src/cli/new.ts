import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../core/analysis.ts';
import { newReport } from '../core/features/newReport.ts';
import { organKinds } from '../core/report/frontMatterKeys.ts';
import { readSource } from './files.ts';
import { exit, type Io, UsageError } from './io.ts';
import { say } from './text.ts';
import { createFile } from './write.ts';

/**
 * `gouji new`: a blank report, or one rolled forward from last year's, which tells organ and year where they
 * are not given. Never writes over a file.
 */
export async function createNew(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      year: { type: 'string' },
      organ: { type: 'string' },
      kind: { type: 'string' },
      from: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  });
  const last = values.from === undefined ? undefined : await lastReport(values.from, io);
  const year = values.year ?? String((last?.year?.value ?? Number.NaN) + 1);
  if (!/^20\d\d$/.test(year)) throw new UsageError('请用 --year 写出年度，例如：--year 2025');
  const organ = (values.organ ?? last?.organ?.value ?? '').trim();
  if (organ === '') throw new UsageError('请用 --organ 写出机关的名称，例如：--organ 示例县自然资源局');
  const kind = organKinds.find((candidate) => candidate === values.kind);
  if (values.kind !== undefined && kind === undefined)
    throw new UsageError(`--kind 应为 ${organKinds.join('、')} 之一，现在是“${values.kind}”。`);
  const text = newReport({
    year: Number(year),
    organ,
    ...(kind === undefined ? {} : { kind }),
    ...(last === undefined ? {} : { last, lastPath: pathFrom(values.output, values.from ?? '', io) }),
  });
  if (values.output === undefined) {
    io.out(text);
    return exit.ok;
  }
  const problem = await createFile(resolve(io.cwd, values.output), text);
  if (problem !== undefined) throw new UsageError(`${values.output}：${problem}`);
  say(io, `已新建 ${values.output}`);
  return exit.ok;
}

/** The way from the new file's folder to last year's report, with slashes, as front matter writes it. */
function pathFrom(output: string | undefined, from: string, io: Io): string {
  const folder = dirname(resolve(io.cwd, output ?? 'x.md'));
  const path = relative(folder, resolve(io.cwd, from)).replaceAll('\\', '/');
  // On another drive of Windows there is no way but from the root.
  return path.startsWith('.') || isAbsolute(path) ? path : `./${path}`;
}

async function lastReport(path: string, io: Io) {
  const source = await readSource(path, io);
  if ('problem' in source) throw new UsageError(source.problem);
  const { report } = analyze(source.text);
  if (report === undefined) throw new UsageError(`${path}：不是政府信息公开工作年度报告。`);
  return report;
}
