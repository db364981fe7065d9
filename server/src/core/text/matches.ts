const none: readonly RegExpExecArray[] = [];

/** All matches of a global pattern in a text; most texts have none. `matchAll` copies the pattern for every text. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
