import { mayPause, pieceOfWork } from './pause.ts';

/** What has been read of a value, by what read it: one entry each in the weak map, which costs more than a plain one. */
const kept = new WeakMap<object, Map<unknown, { readonly result: unknown }>>();

/** The same pure function of an immutable value, called once for each as long as that lives. */
export function memoByIdentity<K extends object, T>(read: (value: K) => T): (value: K) => T {
  return (value) => {
    let known = kept.get(value);
    if (known === undefined) kept.set(value, (known = new Map()));
    let made = known.get(read);
    if (made === undefined) {
      made = { result: pieceOfWork(() => read(value)) };
      known.set(read, made);
      mayPause();
    }
    return made.result as T;
  };
}
