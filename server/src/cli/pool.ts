import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Answer, answer, type CheckTask, type Job } from './checkFile.ts';
import type { Io } from './io.ts';

/** Fewer files are done sooner by one thread: each worker takes its time to start. */
export const poolFrom = 50;
/** Jobs that a worker has at hand: the next is there when one is done. */
const ahead = 2;
/** Answers that wait for an earlier one; beyond, no more jobs are handed out. */
const mostWaiting = 256;

/** Threads that do jobs. */
export interface Pool {
  /** The answers in the order of the jobs, whatever order they are done in. One run at a time. */
  run(jobs: readonly Job[]): AsyncIterable<Answer>;
  end(): Promise<void>;
}

interface Shared {
  readonly goujiTask: CheckTask;
  readonly cwd: string;
}

/** A worker and the jobs it has, by index, in the order it does them. */
interface Seat {
  worker: Worker | undefined;
  held: readonly number[];
  answered: (given: Answer) => void;
  /** The worker has ended by itself: the first job it held has ended it, the others are done by another. */
  ended: () => void;
}

export function startPool(threads: number, task: CheckTask, script: string, cwd: string): Pool {
  const shared: Shared = { goujiTask: task, cwd };
  const seats = Array.from(
    { length: threads },
    (): Seat => ({ worker: undefined, held: [], answered: () => {}, ended: () => {} }),
  );
  return {
    run: (jobs) => run(jobs, seats, shared, script),
    async end() {
      await Promise.all(
        seats.map(({ worker }) => {
          worker?.removeAllListeners('exit');
          return worker?.terminate();
        }),
      );
    },
  };
}

async function* run(
  jobs: readonly Job[],
  seats: readonly Seat[],
  shared: Shared,
  script: string,
): AsyncIterable<Answer> {
  const answers = new Map<number, Answer>();
  const again: number[] = [];
  let next = 0;
  let shown = 0;
  let wake = () => {};
  const take = () =>
    again.shift() ?? (next < jobs.length && next - shown <= mostWaiting ? next++ : undefined);
  const feed = (seat: Seat) => {
    while (seat.held.length < ahead) {
      const index = take();
      if (index === undefined) return;
      seat.worker ??= seated(seat, shared, script);
      seat.held = [...seat.held, index];
      seat.worker.postMessage(jobs[index]);
    }
  };
  const settle = (seat: Seat, given: (index: number) => Answer) => {
    const [first, ...rest] = seat.held;
    seat.held = rest;
    if (first !== undefined) answers.set(first, given(first));
  };
  for (const seat of seats) {
    seat.answered = (given) => {
      settle(seat, () => given);
      feed(seat);
      wake();
    };
    seat.ended = () => {
      settle(seat, (index) => ({ problems: endedBy(jobs[index] as Job) }));
      again.push(...seat.held);
      seat.held = [];
      for (const any of seats) feed(any);
      wake();
    };
    feed(seat);
  }
  while (shown < jobs.length) {
    const ready = answers.get(shown);
    if (ready === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    answers.delete(shown++);
    yield ready;
    for (const seat of seats) feed(seat);
  }
}

/** A new worker for a seat. It gets a successor only when there is a job to do: one that cannot start ends by itself. */
function seated(seat: Seat, shared: Shared, script: string): Worker {
  const worker = new Worker(script, { workerData: shared });
  worker.on('message', (given: Answer) => seat.answered(given));
  // An error ends the worker, and the end is what counts.
  worker.on('error', () => {});
  worker.on('exit', () => {
    seat.worker = undefined;
    seat.ended();
  });
  return worker;
}

/** Said once, of the check: a file that only ended the look at whose it is has still to be checked. */
function endedBy({ kind, file: { path } }: Job): string[] {
  if (kind === 'identify') return [];
  return [`${path}：检查这份文件时程序意外中断，没有检查。请单独再检查一次；如仍不行，请报告给开发者。`];
}

/** True in a worker of the pool, which then serves until it is ended. */
export function serveAsPoolWorker(io: Io): boolean {
  const port = parentPort;
  const data = workerData as Shared | null;
  if (port === null || data?.goujiTask === undefined) return false;
  const own = { ...io, cwd: data.cwd };
  let before = Promise.resolve();
  port.on('message', (job: Job) => {
    before = before.then(async () => {
      const { detail: _kept, ...given } = await answer(job, data.goujiTask, own);
      port.postMessage(given);
    });
  });
  return true;
}
