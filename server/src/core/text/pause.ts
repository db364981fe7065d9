/**
 * Long work can be interrupted between two pieces of it: whoever runs it asks to pause, the work is thrown away
 * as it stands, and what it has read by then is kept (`keptFor`), so that the next attempt begins
 * where this one ended. Work that is to be interrupted must do nothing but read.
 */
const pause = new Error('paused');

let isDue: (() => boolean) | undefined;
let pieces = 0;

/** Runs `work` up to the first pause for which `due` says yes: then `undefined`, and it is to be run again. */
export function attempt<T>(due: () => boolean, work: () => T): { readonly value: T } | undefined {
  isDue = due;
  try {
    return { value: work() };
  } catch (error) {
    if (error === pause) return undefined;
    throw error;
  } finally {
    isDue = undefined;
  }
}

/** To be called when the result of a piece of work has been kept. Inside of a piece nothing is interrupted. */
export function mayPause(): void {
  if (pieces === 0 && isDue?.() === true) throw pause;
}

/** Runs work that is kept as a whole or not at all. */
export function pieceOfWork<Args extends unknown[], T>(work: (...args: Args) => T, ...args: Args): T {
  pieces++;
  try {
    return work(...args);
  } finally {
    pieces--;
  }
}

/** Does work that is in steps; when it is interrupted between two of them, the same steps go on from there. */
export function driven<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    mayPause();
  }
}
