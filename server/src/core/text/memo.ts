import { notesOf } from './notes.ts';
import { mayPause, pieceOfWork } from './pause.ts';

/** What `work` makes of an immutable value with a key, made once for as long as the value lives. */
export function keptFor<V extends object, K, T>(value: V, key: K, work: (value: V, key: K) => T): T {
  const notes = notesOf(value);
  const kept = notes.get(key);
  if (kept !== undefined || notes.has(key)) return kept as T;
  const made = pieceOfWork(work, value, key);
  notes.set(key, made);
  mayPause();
  return made;
}

/** The same pure function of an immutable value, called once for each as long as that lives. */
export function memoByIdentity<V extends object, T>(read: (value: V) => T): (value: V) => T {
  const work = (value: V, own: (value: V) => T) => own(value);
  return (value) => keptFor(value, read, work);
}

/** The same pure function of short texts, which recur; the last few thousand of them are remembered. */
export function memoByText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longestKept) return read(text);
    const kept = known.get(text);
    if (kept !== undefined || known.has(text)) return kept as T;
    const made = read(text);
    if (known.size >= mostKept) known.clear();
    known.set(text, made);
    return made;
  };
}

const longestKept = 80;
const mostKept = 5000;

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
