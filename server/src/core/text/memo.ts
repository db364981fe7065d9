import { mayPause, pieceOfWork } from './pause.ts';

/** The same pure function of an immutable value, called once for each as long as that lives. */
export function memoByIdentity<K extends object, T>(read: (value: K) => T): (value: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (value) => {
    let made = known.get(value);
    if (made === undefined) {
      made = { result: pieceOfWork(() => read(value)) };
      known.set(value, made);
      mayPause();
    }
    return made.result;
  };
}
