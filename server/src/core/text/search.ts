/**
 * How many values at the front of a list hold a condition that none behind them holds: also the index of the first
 * that does not. Logarithmic.
 */
export function partitionPoint<T>(values: readonly T[], holds: (value: T) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
