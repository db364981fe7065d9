import { circles } from './enumerators.ts';
import { numberWordStarts } from './numberWords.ts';
import { digitOf, isLetter, numeralChars } from './numeralChars.ts';

/** Characters besides numerals, digits, letters and the first ones of words at which something begins. */
const marks = '第其（(〔[［【-－−+＋负《“‘"「';

const starts = table();

/** True where a number, a word with one in it, a title or a quotation may begin; most characters are none. */
export function mayBegin(code: number): boolean {
  return starts[code] === 1;
}

function table(): Uint8Array {
  const found = new Uint8Array(0x10000);
  for (let code = 0x21; code < 0x7f; code++) {
    for (const width of [code, code + 0xfee0]) if (digitOf(width) >= 0 || isLetter(width)) found[width] = 1;
  }
  for (const char of [...marks, ...numeralChars(), ...numberWordStarts()]) found[char.charCodeAt(0)] = 1;
  for (const [first, count] of circles) found.fill(1, first, first + count);
  return found;
}
