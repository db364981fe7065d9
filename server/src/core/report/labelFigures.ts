import { halfWidth } from '../text/normalize.ts';

/** Whether there are numbers beside the label's own: 2.重复申请 3. They must not go with the wrong words. */
export function hasFigures(text: string, printed: string): boolean {
  const own = new Set(numbersIn(printed));
  const words = text.replace(/^[（(]?[0-9０-９]{1,2}[.．、）)]/, '');
  return numbersIn(isDigits(text) ? text : words).some((number) => !own.has(number));
}

function numbersIn(text: string): readonly string[] {
  return halfWidth(text).match(/[0-9]+/g) ?? [];
}

/** All of it is a number. */
export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(halfWidth(text));
}
