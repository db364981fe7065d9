import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals, canonicalDecimal, shiftDecimal } from '../../../server/src/core/text/decimalText.ts';
import { formatNumeral, type NumeralNotation } from '../../../server/src/core/text/numeralFormat.ts';
import { isGroupComma, readBareUnits, readNumeral } from '../../../server/src/core/text/numerals.ts';
import { readQuantities } from '../../../server/src/core/text/quantities.ts';

test.each([
  ['12', '12'],
  ['0', '0'],
  ['007', '7'],
  ['１２', '12'],
  ['1,234', '1234'],
  ['1,234,567.80', '1234567.8'],
  ['1，234', '1234'],
  ['１，２３４', '1234'],
  ['0.05', '0.05'],
  ['3.50', '3.5'],
  ['3.5万', '35000'],
  ['75.058万', '750580'],
  ['1亿2千万', '120000000'],
  ['1亿2000万3456', '120003456'],
  ['12万3千', '123000'],
  ['1万2345', '12345'],
  ['1万5', '15000'],
  ['5千', '5000'],
  ['3百', '300'],
  ['1.2万亿', '1200000000000'],
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['廿三', '23'],
  ['卅', '30'],
  ['卅一', '31'],
  ['一百', '100'],
  ['两百', '200'],
  ['一百零三', '103'],
  ['一百〇三', '103'],
  ['一百三', '130'],
  ['一百一十', '110'],
  ['一百十五', '115'],
  ['两千三', '2300'],
  ['两千零三', '2003'],
  ['一千零二十', '1020'],
  ['一万零五十', '10050'],
  ['三万五', '35000'],
  ['十万零一十', '100010'],
  ['一百二十万', '1200000'],
  ['三千万', '30000000'],
  ['一亿二千万', '120000000'],
  ['一亿零五', '100000005'],
  ['三亿五', '350000000'],
  ['一万亿', '1000000000000'],
  ['二〇二五', '2025'],
  ['二○二○', '2020'],
  ['二零二Ｏ', '2020'],
  ['三六', '36'],
  ['壹贰', undefined],
  ['壹拾贰', '12'],
  ['壹佰零叁', '103'],
  ['伍仟', '5000'],
  ['壹万零伍拾', '10050'],
  ['三点五', '3.5'],
  ['三点五万', '35000'],
  ['九十五点零三', '95.03'],
  ['零', '0'],
  ['〇', '0'],
  ['零点五', '0.5'],
  ['十十', undefined],
  ['三十六十', undefined],
  ['十百', undefined],
  ['两〇', undefined],
  ['百', undefined],
  ['伍', undefined],
  ['陆次', undefined],
  ['件', undefined],
  ['', undefined],
])('%s reads as %s', (text, value) => {
  expect(readNumeral(text, 0)?.value).toBe(value);
});

test.each([
  ['12件', 2],
  ['1,234条', 5],
  ['1,23条', 1],
  ['12,345,6', 6],
  ['2020,123', 4],
  ['3.5.1', 3],
  ['5千米', 1],
  ['5百分点', 1],
  ['3万余', 2],
  ['三点二十分', 1],
  ['三点建议', 1],
  ['十二月', 2],
  ['12万2020年', 3],
])('the number of %s ends at %i', (text, end) => {
  expect(readNumeral(text, 0)?.span).toEqual({ start: 0, end });
});

test('a bare unit counts once', () => {
  expect(readBareUnits('百件', 0)?.value).toBe('100');
  expect(readBareUnits('千万元', 0)?.value).toBe('10000000');
  expect(readBareUnits('万', 0)?.value).toBe('10000');
  expect(readBareUnits('件', 0)).toBeUndefined();
});

test.each([
  ['1,234', 1, true],
  ['12，345条', 2, true],
  ['12，345', 2, true],
  ['12，345。', 2, false],
  ['1，234，567元', 1, true],
  ['1,2345', 1, false],
  ['2020,123', 4, false],
  ['12,34', 2, false],
  ['0,123', 1, false],
])('%s: the comma at %i divides thousands: %s', (text, at, divides) => {
  expect(isGroupComma(text, at)).toBe(divides);
});

const notations: readonly NumeralNotation[] = [
  'plain',
  'fullWidth',
  'thousands',
  'thousandsFullWidth',
  'thousandsChinese',
  'characters',
  'financial',
  'tenThousands',
  'positional',
];

const counts = fc.oneof(
  fc.integer({ min: 0, max: 1e8 }),
  fc.integer({ min: 0, max: 120 }),
  fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 6 }))
    .map(([n, power]) => Math.min(n * 10 ** power, 1e8)),
);

test.each(notations)('what is written as %s reads as itself', (notation) => {
  const holds = (value: number) => {
    const written = formatNumeral(value, notation);
    // A single financial digit is no number to the reader: 伍, 陆 are words as well.
    if (notation === 'financial' && value < 10 && value > 0) return;
    expect([written, readNumeral(written, 0)]).toMatchObject([
      written,
      { value: String(value), span: { start: 0, end: written.length } },
    ]);
  };
  for (let value = 0; value <= 11_000; value++) holds(value);
  for (const value of [1e8, 99_999_999, 10_000_000, 100_000, 1_000_001]) holds(value);
  fc.assert(fc.property(counts, holds), { numRuns: 2000 });
});

/** Other ways to write the characters of a number. */
const variants: readonly (readonly [name: string, rewrite: (characters: string) => string])[] = [
  ['两百、两千、两万', (text) => text.replace(/二(?=[百千万亿])/g, '两')],
  ['一百〇三', (text) => text.replaceAll('零', '〇')],
  ['一百○三', (text) => text.replaceAll('零', '○')],
  ['廿三、卅', (text) => text.replace(/^二十/, '廿').replace(/^三十/, '卅')],
  ['一十二', (text) => text.replace(/^十/, '一十')],
  ['壹万贰仟 with 萬 and 億', (text) => text.replaceAll('万', '萬').replaceAll('亿', '億')],
];

test.each(variants)('%s reads as the number that it is', (_name, rewrite) => {
  const holds = (value: number) => {
    const written = rewrite(formatNumeral(value, 'characters'));
    expect([written, readNumeral(written, 0)?.value, readNumeral(written, 0)?.span.end]).toEqual([
      written,
      String(value),
      written.length,
    ]);
  };
  for (let value = 0; value <= 11_000; value++) holds(value);
  fc.assert(fc.property(counts, holds), { numRuns: 2000 });
});

// Digits one after the other are how years are written, not counts.
const ofCounts = notations.filter((notation) => notation !== 'positional');

test.each(ofCounts)('a count written as %s stands in a sentence with its span and unit', (notation) => {
  fc.assert(
    fc.property(counts, fc.constantFrom('件', '条', '人次', '份', '期'), (value, unit) => {
      const written = formatNumeral(value, notation);
      // 伍 alone is a name.
      if (notation === 'financial' && value < 10) return;
      const text = `全年共计${written}${unit}。`;
      expect([text, readQuantities(text)]).toMatchObject([
        text,
        [
          {
            kind: 'quantity',
            value: String(value),
            unit,
            span: { start: 4, end: 4 + written.length + unit.length },
            numeral: { start: 4, end: 4 + written.length },
          },
        ],
      ]);
    }),
    { numRuns: 1000 },
  );
});

test('a year reads as itself in digits of either width and in characters', () => {
  for (let year = 1990; year <= 2099; year++) {
    for (const notation of ['plain', 'fullWidth', 'positional'] as const) {
      const text = `${formatNumeral(year, notation)}年，我局收到申请。`;
      expect([text, readQuantities(text)]).toMatchObject([
        text,
        [{ kind: 'year', number: year, span: { start: 0, end: 5 } }],
      ]);
    }
  }
});

test('per cent and tenths read as the share that they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.constantFrom(...notations), (value, notation) => {
      const written = formatNumeral(value, notation);
      if (notation === 'tenThousands' || (notation === 'financial' && value < 10)) return;
      for (const text of [`占百分之${written}。`, ...(/^\d/.test(written) ? [`占${written}%。`] : [])])
        expect([text, readQuantities(text)]).toMatchObject([
          text,
          [{ kind: 'share', unit: '%', value: String(value) }],
        ]);
    }),
  );
  for (let tenths = 1; tenths <= 9; tenths++) {
    const text = `占${formatNumeral(tenths, 'characters')}成。`;
    expect(readQuantities(text)).toMatchObject([{ kind: 'share', unit: '%', value: `${tenths}0` }]);
  }
});

test.each([
  [10, 'characters', '十'],
  [12, 'characters', '十二'],
  [110, 'characters', '一百一十'],
  [10_050, 'characters', '一万零五十'],
  [100_000_005, 'characters', '一亿零五'],
  [10_050, 'financial', '壹万零伍拾'],
  [2025, 'positional', '二〇二五'],
  [35_000, 'tenThousands', '3.5万'],
  [0, 'tenThousands', '0万'],
  [123_456_789, 'tenThousands', '1.23456789亿'],
  [1_234_567, 'thousandsFullWidth', '１，２３４，５６７'],
] as const)('%i as %s is %s', (value, notation, written) => {
  expect(formatNumeral(value, notation)).toBe(written);
});

test('decimals as text shift and add exactly', () => {
  const decimal = fc
    .tuple(fc.nat(1e9), fc.integer({ min: 0, max: 9999 }))
    .map(([whole, fraction]) => canonicalDecimal(String(whole), String(fraction).padStart(4, '0')));
  const tenThousandth = (text: string) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(4, '0'));
  };
  fc.assert(
    fc.property(decimal, decimal, fc.integer({ min: 0, max: 12 }), (a, b, power) => {
      expect(tenThousandth(addDecimals(a, b))).toBe(tenThousandth(a) + tenThousandth(b));
      expect(shiftDecimal(shiftDecimal(a, power), -power)).toBe(a);
      expect(shiftDecimal(shiftDecimal(a, -power), power)).toBe(a);
    }),
  );
  expect(shiftDecimal('5', -2)).toBe('0.05');
  expect(shiftDecimal('0.75058', 4)).toBe('7505.8');
});
