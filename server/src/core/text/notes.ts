/** `this` of a class that extends it is the value it is made with. */
class Itself {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what puts a private field on any object.
    return value;
  }
}

/**
 * What is noted beside immutable values for as long as they live, in a private field of theirs: it is no part of
 * them, so that nothing that copies or compares them sees it. A WeakMap says the same, but V8 takes all that one
 * holds for alive until a full collection: each analysis would outlive itself, and be moved about meanwhile.
 */
class Noted extends Itself {
  readonly #notes = new Map<unknown, unknown>();

  static notesOf(value: object): Map<unknown, unknown> {
    return #notes in value ? value.#notes : new Noted(value).#notes;
  }
}

/** All notes beside a value, by what they are called. */
export const { notesOf } = Noted;

/** Notes of one kind: the last beside each value. */
export class Notes<V extends object, T> {
  get(value: V): T | undefined {
    return notesOf(value).get(this) as T | undefined;
  }

  set(value: V, note: T): void {
    notesOf(value).set(this, note);
  }

  /** The note, made where there is none yet; when that is interrupted, there is none. */
  of(value: V, make: (value: V) => T): T {
    const known = this.get(value);
    if (known !== undefined) return known;
    const made = make(value);
    this.set(value, made);
    return made;
  }
}
