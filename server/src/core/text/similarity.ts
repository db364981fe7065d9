/**
 * How alike two short texts are, from 0 to 1: one less the edits (insert, delete, replace) over the
 * longer length. Texts over 64 characters are compared by their first 64.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  return 1 - editDistance(a.slice(0, 64), b.slice(0, 64)) / Math.min(longer, 64);
}

export function editDistance(a: string, b: string): number {
  const previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = previous[0] as number;
    previous[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = previous[j] as number;
      const replaced = diagonal + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      previous[j] = Math.min(replaced, above + 1, (previous[j - 1] as number) + 1);
      diagonal = above;
    }
  }
  return previous[b.length] as number;
}
