import { expect, it } from 'vitest';
import { readCircled } from '../../../server/src/core/text/enumerators.ts';
import { numberWordAt } from '../../../server/src/core/text/numberWords.ts';
import { digitOf, isLetter, startsChineseNumber } from '../../../server/src/core/text/numeralChars.ts';
import { mayBegin } from '../../../server/src/core/text/quantityStarts.ts';

it('no reader begins at a character that is passed over', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => !mayBegin(code));
  expect(codes.length).toBeGreaterThan(60_000);
  const behind = ['', '一', '十', '三十六', '安', '性告知', '次性', '级', '网通办'];
  const begun = codes.flatMap((code) => {
    const texts = behind.map((text) => String.fromCharCode(code) + text);
    const begins =
      digitOf(code) >= 0 ||
      isLetter(code) ||
      texts.some(
        (text) =>
          startsChineseNumber(text, 0) ||
          numberWordAt(text, 0) !== undefined ||
          readCircled(text, 0) !== undefined,
      );
    return begins ? [String.fromCharCode(code)] : [];
  });
  expect(begun).toEqual([]);
});
