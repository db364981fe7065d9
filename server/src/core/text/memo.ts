import { mayPause, pieceOfWork } from './pause.ts';

/** One entry each in the weak map, which costs more than a plain one. */
const known = new WeakMap<object, Map<unknown, unknown>>();

/** What `work` makes of an immutable value with a key, made once for as long as the value lives. */
export function keptFor<V extends object, K, T>(value: V, key: K, work: (value: V, key: K) => T): T {
  let entries = known.get(value);
  if (entries === undefined) known.set(value, (entries = new Map()));
  const kept = entries.get(key);
  if (kept !== undefined || entries.has(key)) return kept as T;
  const made = pieceOfWork(work, value, key);
  entries.set(key, made);
  mayPause();
  return made;
}

/** The same pure function of an immutable value, called once for each as long as that lives. */
export function memoByIdentity<V extends object, T>(read: (value: V) => T): (value: V) => T {
  const work = (value: V, own: (value: V) => T) => own(value);
  return (value) => keptFor(value, read, work);
}

/** Fewer values are not worth a look at the time. */
export const betweenPauses = 16;

/**
 * What is found in each of many values, which hang together with an immutable owner: made once for as long as that
 * lives. When it is interrupted between two values, the next attempt goes on behind them, with the function
 * that `prepare` made for all of them.
 */
export function inTurn<V, T>(
  owner: object,
  key: unknown,
  values: () => readonly V[],
  prepare: () => (value: V, index: number) => readonly T[],
): readonly T[] {
  const course = keptFor(owner, key, begin) as Course<V, T>;
  if (course.isDone) return course.found;
  const all = values();
  const work = (course.work ??= pieceOfWork(prepare));
  const readUpTo = (end: number) => {
    for (let at = course.at; at < end; at++)
      for (const entry of work(all[at] as V, at)) course.found.push(entry);
  };
  while (course.at < all.length) {
    const end = Math.min(course.at + betweenPauses, all.length);
    pieceOfWork(readUpTo, end);
    course.at = end;
    mayPause();
  }
  course.isDone = true;
  return course.found;
}

interface Course<V, T> {
  at: number;
  isDone: boolean;
  work: ((value: V, index: number) => readonly T[]) | undefined;
  readonly found: T[];
}

function begin(): Course<never, unknown> {
  return { at: 0, isDone: false, work: undefined, found: [] };
}
