/** Behind two blanks at most. */
export function behindBlanks(text: string, at: number): number {
  let end = at;
  while (end < at + 2 && ' \u00a0\u3000'.includes(text.charAt(end) || 'x')) end++;
  return end;
}

/** The marks between the ends of a range: 至, 到, and dashes of every length. */
export function isRangeMark(char: string): boolean {
  return char !== '' && '至到-－–—−~～〜'.includes(char);
}

/** True for the years a report may speak of. */
export function isYear(value: number): boolean {
  return value >= 1949 && value <= 2099;
}

/** A mark that ends or opens a clause, a bracket, a blank, or nothing. */
export function isPause(char: string): boolean {
  return char === '' || '，。；：！？、,;:!?（）()《》〈〉“”"‘’【】[]…—\n\r\t 　\u00a0'.includes(char);
}
