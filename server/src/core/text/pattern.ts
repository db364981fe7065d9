/** Whether a path, in its parts, is one that a pattern like 乡镇/2025*.md means: * and ? stand within a name, ** for any folders. */
export function matchesPattern(path: readonly string[], pattern: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head === '**')
    return matchesPattern(path, rest) || (path.length > 0 && matchesPattern(path.slice(1), pattern));
  return path.length > 0 && matchesName(path[0] as string, head) && matchesPattern(path.slice(1), rest);
}

/** Wildcards in one name, in time proportional to the product of both lengths. */
function matchesName(name: string, pattern: string): boolean {
  let reachable = new Set([0]);
  for (const character of pattern) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (character === '*') for (let i = at; i <= name.length; i++) next.add(i);
      else if (at < name.length && (character === '?' || name[at] === character)) next.add(at + 1);
    }
    reachable = next;
  }
  return reachable.has(name.length);
}
