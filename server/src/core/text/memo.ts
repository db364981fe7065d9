/** Texts longer than this are not kept: they rarely recur, and are what memory goes to. */
const longest = 5000;

/**
 * The same pure function of a text, its last results kept: between two keystrokes nearly all passages of a
 * draft stay the same. At most `most` results are kept; then all are forgotten.
 */
export function memoByText<T>(read: (text: string) => T, most = 2000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const result = read(text);
    if (text.length <= longest) {
      if (known.size >= most) known.clear();
      known.set(text, result);
    }
    return result;
  };
}

/** The same pure function of an immutable value, called once for each as long as that lives. */
export function memoByIdentity<K extends object, T>(read: (value: K) => T): (value: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (value) => {
    let made = known.get(value);
    if (made === undefined) known.set(value, (made = { result: read(value) }));
    return made.result;
  };
}
