// What holds of any text and number, tried on many; too slow for the mutants, which only hear the tests beside it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clause, readClauses } from '../../../server/src/core/text/clauses.ts';
import { addDecimals, canonicalDecimal, shiftDecimal } from '../../../server/src/core/text/decimalText.ts';
import { formatNumeral, type NumeralNotation } from '../../../server/src/core/text/numeralFormat.ts';
import { readNumeral } from '../../../server/src/core/text/numerals.ts';
import { readQuantities } from '../../../server/src/core/text/quantities.ts';
import { countSteps } from './countSteps.ts';
import { describeQuantity } from './describeQuantity.ts';

const pieces = [
  ...[
    '一',
    '二',
    '两',
    '十',
    '百',
    '千',
    '万',
    '〇',
    '廿',
    '壹',
    '伍',
    '拾',
    '0',
    '1',
    '2',
    '12',
    '2020',
    '20210120',
    '3.5',
  ],
  ...[
    '年',
    '月',
    '日',
    '件',
    '条',
    '个',
    '起',
    '号',
    '级',
    '%',
    '％',
    '成',
    '倍',
    '分之',
    '余',
    '多',
    '近',
    '约',
    '以上',
  ],
  ...[
    '，',
    '、',
    '；',
    '。',
    '：',
    ':',
    '.',
    ',',
    '-',
    '—',
    '至',
    '（',
    '）',
    '(',
    ')',
    '《',
    '》',
    '“',
    '”',
    '〔',
    '〕',
    '"',
  ],
  ...[
    '第',
    '其',
    '是',
    '统',
    '统一',
    '零',
    'A',
    'http://',
    '+',
    '×',
    ' ',
    '\n',
    '①',
    '申请',
    '😀',
    '点',
    '时',
    '负',
    '大',
  ],
] as const;
const prose = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

test('mentions are in order, inside the text, without overlap, and never fail', () => {
  fc.assert(
    fc.property(fc.oneof(prose, fc.string({ unit: 'grapheme' })), (text) => {
      let last = 0;
      for (const item of readQuantities(text)) {
        expect(item.span.start).toBeGreaterThanOrEqual(last);
        expect(item.span.end).toBeGreaterThan(item.span.start);
        last = item.span.end;
        if (item.kind === 'quantity' || item.kind === 'share') {
          expect(item.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
          expect(item.numeral.start).toBeGreaterThanOrEqual(item.span.start);
          expect(item.numeral.end).toBeLessThanOrEqual(item.span.end);
        }
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});

test('a count stands out of any two sentences around it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.constantFrom('件', '条', '份', '次', '人次', '个'),
      (count, unit) => {
        const text = `示例县本年收到申请${count}${unit}，均按期答复。`;
        expect(readQuantities(text).map(describeQuantity)).toEqual([`${count}${unit}`]);
      },
    ),
  );
});

test('time is linear in the text, for every repeated pair and triple of pieces', () => {
  const awkward = [
    '1,234，',
    '1，234',
    '1-',
    '1.',
    '2020、',
    '2020-',
    '1月1-',
    '三点',
    '“一',
    '《二',
    '（1',
    '〔2020',
    'a1:',
    '一一',
    '12345',
    'http://',
  ];
  const pairs = pieces.flatMap((a) => ['1', '一', '2020', '，', '、', '-', '年', 'a'].map((b) => a + b));
  for (const piece of [...pieces, ...awkward, ...pairs]) {
    const short = countSteps(() => readQuantities(piece.repeat(200)));
    const long = countSteps(() => readQuantities(piece.repeat(800)));
    expect({ piece, factor: long / Math.max(short, 1) < 6 }).toEqual({ piece, factor: true });
    expect({ piece, perPiece: long / 800 < 1000 * piece.length }).toEqual({ piece, perPiece: true });
  }
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
});

test('clauses lie inside their parents, in order, trimmed, and never fail', () => {
  const marks = [
    '甲',
    '乙',
    '12',
    '，',
    '。',
    '；',
    '：',
    ',',
    '.',
    ':',
    '（',
    '）',
    '(',
    ')',
    '《',
    '》',
    '“',
    '”',
    ' ',
    '\n',
    '://',
    '1,234',
    '！',
    '?',
  ];
  const prose = fc.array(fc.constantFrom(...marks), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(prose, fc.string({ unit: 'grapheme' })), (text) => {
      const clauses = readClauses(text);
      const ends = new Map<number, number>();
      for (const { span, depth, parent, sentence } of clauses) {
        expect(span.start).toBeLessThan(span.end);
        expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end));
        const around = parent === undefined ? undefined : (clauses[parent] as Clause);
        expect(depth).toBe(around === undefined ? 0 : around.depth + 1);
        if (around !== undefined) {
          expect(span.start).toBeGreaterThan(around.span.start);
          expect(span.end).toBeLessThan(around.span.end);
          expect(sentence).toBe(around.sentence);
        }
        expect(span.start).toBeGreaterThanOrEqual(ends.get(depth) ?? 0);
        ends.set(depth, span.end);
      }
    }),
    { numRuns: 3000 },
  );
});

test('deep and unclosed brackets take linear time', () => {
  for (const piece of [
    '（',
    '（《',
    '）',
    '（）',
    '“（',
    '《》，',
    '://',
    'http://a,',
    '，',
    '1，234',
    '12,',
  ]) {
    const short = countSteps(() => readClauses(piece.repeat(200)));
    const long = countSteps(() => readClauses(piece.repeat(800)));
    expect({ piece, factor: long / short < 5 }).toEqual({ piece, factor: true });
  }
});
