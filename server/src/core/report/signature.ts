import { halfWidth, withoutBlanks } from '../text/normalize.ts';
import type { Line } from './lines.ts';
import type { Report } from './report.ts';

/** A signature is looked for in so many last lines: a web page's footer may follow it. */
export const linesAtEnd = 6;
const longestName = 40;

/**
 * The lines of the signature: the organ's name and the date at the end of the report, on lines of their
 * own or on one. The date may be damaged (`2021114`); either may be missing.
 */
export function signatureLines(lines: readonly Line[], report: Report): readonly Line[] {
  const from = Math.max(0, lines.length - linesAtEnd);
  for (let i = lines.length - 1; i >= from; i--) {
    const line = lines[i] as Line;
    if (line.style === 'heading') break;
    const date = signatureDate(line.text);
    if (date === undefined) continue;
    const name = lines[i - 1];
    const beside = withoutBlanks(line.text.slice(0, date.start)) !== '';
    return !beside && i > from && name !== undefined && isName(name, report) ? [name, line] : [line];
  }
  const last = lines[lines.length - 1];
  return last !== undefined && isOrgan(last, report) ? [last] : [];
}

/** Where the date of a signature stands in a line that holds nothing else but a name before it. */
export function signatureDate(text: string): { readonly start: number; readonly end: number } | undefined {
  let start = text.length;
  let digits = 0;
  while (start > 0) {
    const character = text[start - 1] as string;
    if (isDigit(character)) digits++;
    else if (!dateMarks.includes(character)) break;
    start--;
  }
  while (start < text.length && ' \u3000\u00a0.．-－'.includes(text[start] as string)) start++;
  const end = text.trimEnd().length;
  const name = withoutBlanks(text.slice(0, start));
  if (digits < 5 || end - start > longestDate || name.length > longestName) return undefined;
  const century = withoutBlanks(halfWidth(text.slice(start, end))).slice(0, 2);
  if (century !== '20' && !/^二[〇○零O0]/.test(century)) return undefined;
  return /[。，；：、,;:|]|电话|传真|邮编|热线|备案/.test(name) ? undefined : { start, end };
}

const longestDate = 24;
const dateMarks = '年月日号.．-－—/／ \u3000\u00a0';

function isDigit(character: string): boolean {
  return '0123456789０１２３４５６７８９〇○零一二三四五六七八九十廿卅Ｏ'.includes(character);
}

/** A short line without a sentence's marks, right above the date. */
function isName(line: Line, report: Report): boolean {
  if (line.style === 'heading' || line.style === 'item') return false;
  const name = withoutBlanks(line.text);
  if (name.length > longestName || name.length < 2) return false;
  return isOrgan(line, report) || (!/[。，；：、,;:|0-9]/.test(name) && name !== '无');
}

function isOrgan(line: Line, { organ }: Report): boolean {
  if (organ === undefined) return false;
  return withoutBlanks(line.text) === withoutBlanks(organ.value);
}
