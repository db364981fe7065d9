import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type CheckTask, checkFile } from './checkFile.ts';
import type { CheckedReport } from './contract.ts';
import type { SourceFile } from './files.ts';
import type { Io } from './io.ts';

/** Fewer files are done sooner by one thread: each worker takes its time to start. */
export const poolFrom = 50;
/** Files handed to a worker at a time. */
const batch = 8;
/** Results that wait for an earlier file; beyond, no more files are handed out. */
const mostWaiting = 256;

interface Result {
  readonly index: number;
  readonly checked?: CheckedReport;
  readonly problems: readonly string[];
}

interface Shared {
  readonly goujiTask: Omit<CheckTask, 'index'> & { readonly index: readonly (readonly [string, string])[] };
}

/** Checks files on all cores; results come in the order of the files, whatever order they are done in. */
export async function* checkInPool(
  files: readonly SourceFile[],
  task: CheckTask,
  script: string,
  cwd: string,
): AsyncIterable<Result> {
  const shared: Shared = { goujiTask: { ...task, index: [...task.index] } };
  const workers = Array.from(
    { length: Math.min(availableParallelism(), 8) },
    () => new Worker(script, { workerData: { ...shared, cwd } }),
  );
  const waiting = new Map<number, Result>();
  let wake = () => {};
  let failure: unknown;
  let next = 0;
  let shown = 0;
  const idle = new Set<Worker>();
  const feed = (worker: Worker) => {
    if (next >= files.length || next - shown > mostWaiting) {
      idle.add(worker);
      return;
    }
    idle.delete(worker);
    worker.postMessage(
      files.slice(next, next + batch).map((file, offset) => ({ file, index: next + offset })),
    );
    next += batch;
  };
  for (const worker of workers) {
    worker.on('message', (results: readonly Result[]) => {
      for (const result of results) waiting.set(result.index, result);
      feed(worker);
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
    feed(worker);
  }
  try {
    while (shown < files.length) {
      const result = waiting.get(shown);
      if (result !== undefined) {
        waiting.delete(shown++);
        yield result;
        for (const worker of [...idle]) feed(worker);
        continue;
      }
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** True in a worker of the pool, which then serves until it is ended. */
export function serveAsPoolWorker(io: Io): boolean {
  const port = parentPort;
  const data = workerData as (Shared & { readonly cwd: string }) | null;
  if (port === null || data?.goujiTask === undefined) return false;
  const task: CheckTask = { ...data.goujiTask, index: new Map(data.goujiTask.index) };
  port.on('message', async (files: readonly { readonly file: SourceFile; readonly index: number }[]) => {
    const results = await Promise.all(
      files.map(async ({ file, index }): Promise<Result> => {
        const { done, problems } = await checkFile(file, task, { ...io, cwd: data.cwd });
        return { index, problems, ...(done === undefined ? {} : { checked: done.checked }) };
      }),
    );
    port.postMessage(results);
  });
  return true;
}
