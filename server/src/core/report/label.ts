import { memoByText } from '../text/memo.ts';
import { bare, halfWidth, withoutBlanks } from '../text/normalize.ts';

/** A label as it is compared: its number apart from its words, no white space, no punctuation. */
export interface Label {
  /** `一、`, `（一）` and `1.` number different levels. */
  readonly level: 'section' | 'group' | 'item' | undefined;
  readonly number: number | undefined;
  /** Letters, digits and characters only. */
  readonly core: string;
}

const numerals = '一二三四五六七八九十';

/** Reads a label. */
export const readLabel = memoByText((text): Label => {
  const plain = halfWidth(withoutBlanks(text));
  const section = /^([一二三四五六七八九十]{1,2})[、.,．:：]/.exec(plain);
  if (section !== null)
    return label('section', chinese(section[1] as string), plain.slice(section[0].length));
  const group = /^[([【]([一二三四五六七八九十]{1,2}|\d{1,2})[)\]】][、.]?/.exec(plain);
  if (group !== null) {
    const digits = group[1] as string;
    return label(
      'group',
      /^\d/.test(digits) ? Number(digits) : chinese(digits),
      plain.slice(group[0].length),
    );
  }
  const item = /^(\d{1,2})(?:[.、)．:：]|(?=[\u4e00-\u9fff]))/.exec(plain);
  if (item !== null && plain.length > item[0].length)
    return label('item', Number(item[1]), plain.slice(item[0].length));
  return label(undefined, undefined, plain);
});

function label(level: Label['level'], number: number | undefined, rest: string): Label {
  return { level, number, core: bare(rest) };
}

function chinese(text: string): number {
  if (text.length === 1) return numerals.indexOf(text) + 1;
  return text.startsWith('十')
    ? 10 + numerals.indexOf(text[1] as string) + 1
    : 10 * (numerals.indexOf(text[0] as string) + 1);
}
