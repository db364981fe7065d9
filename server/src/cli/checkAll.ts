import { type Answer, answer, type CheckTask, type Job } from './checkFile.ts';
import type { SourceFile } from './files.ts';
import type { Io } from './io.ts';
import { type Pool, poolFrom, startPool } from './pool.ts';
import type { Portions } from './portions.ts';
import { type Identity, type YearIndex, yearIndex } from './yearIndex.ts';

type Run = (jobs: readonly Job[]) => AsyncIterable<Answer>;

/**
 * Checks the files in their order; other threads help once there are enough of them. Last year's report is
 * looked for one portion ahead of the files that are checked, and some way back.
 */
export async function* checkAll(
  portions: Portions,
  threads: number,
  task: CheckTask,
  io: Io,
): AsyncIterable<Answer> {
  const { script, cwd } = io;
  const looks = task.last === undefined && portions.total !== 1;
  const index = yearIndex();
  let pool: Pool | undefined;
  let given = 0;
  let next: Looked | undefined;
  const run: Run = (jobs) => pool?.run(jobs) ?? runHere(jobs, task, io);
  try {
    for await (const files of portions.files) {
      given += files.length;
      if (threads > 1 && given >= poolFrom && script !== undefined)
        pool ??= startPool(threads, task, script, cwd);
      const looked = await lookAt(files, looks ? run : undefined);
      index.add(looked);
      if (next !== undefined) yield* run(next.map((one) => checkJob(one, index)));
      next = looked;
    }
    if (next !== undefined) yield* run(next.map((one) => checkJob(one, index)));
  } finally {
    await pool?.end();
  }
}

type Looked = readonly { readonly file: SourceFile; readonly identity?: Identity }[];

async function lookAt(files: readonly SourceFile[], run: Run | undefined): Promise<Looked> {
  if (run === undefined) return files.map((file) => ({ file }));
  const looked: { file: SourceFile; identity?: Identity }[] = [];
  for await (const { identity } of run(files.map((file) => ({ kind: 'identify', file })))) {
    const file = files[looked.length] as SourceFile;
    looked.push(identity === undefined ? { file } : { file, identity });
  }
  return looked;
}

async function* runHere(jobs: readonly Job[], task: CheckTask, io: Io): AsyncIterable<Answer> {
  for (const job of jobs) yield await answer(job, task, io);
}

function checkJob({ file, identity }: Looked[number], index: YearIndex): Job {
  const found = identity === undefined ? undefined : index.lastOf(identity);
  return { kind: 'check', file, ...(found === undefined ? {} : { found }) };
}
