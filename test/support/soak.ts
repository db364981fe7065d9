/**
 * Two tiers of the same tests. `SOAK` is the number of edits of the long one, a million when it is done in full;
 * all other counts keep their proportion to it.
 */
const soak = Number(process.env.SOAK ?? 0);

/** How much to do: `short` in every run of the tests, `long` in a full soak; a soak never does less than the tests. */
export function counted(short: number, long: number): number {
  return Math.max(short, Math.ceil((long * soak) / 1_000_000));
}

/** The same seed in every run of the tests; another in every soak, unless `SEED` says which. */
export function seedOf(usual: number): number {
  return Number(process.env.SEED ?? (soak > 0 ? Date.now() % 1e9 : usual));
}

/** A limit for a test that does something so many times, each in so many milliseconds at the very most. */
export function limitFor(count: number, each: number): number {
  return 120_000 + count * each;
}
