import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../server/src/core/text/amounts.ts';
import type { Reading } from '../../../server/src/core/text/measuredNumber.ts';
import { readPerHundred } from '../../../server/src/core/text/shares.ts';
import { describeReading } from './describeQuantity.ts';

function shown(reading: Reading | undefined): string {
  const kind = reading?.item === undefined ? '' : `${reading.item.kind} `;
  return kind + describeReading(reading);
}

describe('numbers before a mark of shares', () => {
  it.each<[string, string]>([
    ['5%', 'share 5% 0-2 0-1 1'],
    ['5％', 'share 5% 0-2 0-1 1'],
    ['12.35%', 'share 12.35% 0-6 0-5 0.01'],
    ['3‰', 'share 0.3% 0-2 0-1 0.1'],
    ['-3.2%', 'share -3.2% signed 0-5 1-4 0.1'],
    ['5 %', 'share 5% 0-3 0-1 1'],
    ['三成', 'share 30% 0-2 0-1 10'],
    ['三成五', 'share 35% 0-3 0-1 1'],
    ['三成五，', 'share 35% 0-3 0-1 1'],
    ['三成五件', 'share 30% 0-2 0-1 10'],
    ['三成十，', 'share 30% 0-2 0-1 10'],
    ['九成以上', 'share 90% atLeast 0-2 0-1 10'],
    ['三成立', 'skip 1'],
    ['三成员', 'skip 1'],
    ['三 成', 'skip 1'],
    ['三成，', 'share 30% 0-2 0-1 10'],
    ['3成', 'share 30% 0-2 0-1 10'],
    ['1.5成', 'share 15% 0-4 0-3 1'],
    ['30多成', 'share 300% more 0-4 0-3 10'],
    ['三成立', 'skip 1'],
    ['三成员', 'skip 1'],
    ['三成果', 'skip 1'],
    ['三成功', 'skip 1'],
    ['三成效', 'skip 1'],
    ['三成为', 'skip 1'],
    ['三成绩', 'skip 1'],
    ['三成本', 'skip 1'],
    ['三成都', 'skip 1'],
    ['三成长', 'skip 1'],
    ['三成交', 'skip 1'],
    ['三成熟', 'skip 1'],
    ['三成品', 'skip 1'],
    ['三成份', 'skip 1'],
    ['三成因', 'skip 1'],
    ['三成分', 'skip 1'],
    ['三成就', 'skip 1'],
    ['三成型', 'skip 1'],
    ['三成像', 'skip 1'],
    ['三成套', 'skip 1'],
    ['三成语', 'skip 1'],
    ['三成片', 'skip 1'],
    ['三分之一', 'share 33.3333% about 0-4 0-1 0.0001'],
    ['四分之三', 'share 75% about 0-4 0-1 0.0001'],
    ['三分之四', 'skip 1'],
    ['3分之1', 'share 33.3333% about 0-4 0-1 0.0001'],
    ['零分之一', 'skip 1'],
    ['零分之零', 'skip 1'],
    ['三分之三', 'share 100% about 0-4 0-1 0.0001'],
    ['三分之甲', 'skip 1'],
    ['八分之三', 'share 37.5% about 0-4 0-1 0.0001'],
    ['2倍', 'share 2倍 0-2 0-1 1'],
    ['2.5倍', 'share 2.5倍 0-4 0-3 0.1'],
    ['三倍多', 'share 3倍 more 0-2 0-1 1'],
    ['2倍余', 'share 2倍 more 0-2 0-1 1'],
    ['2倍甲', 'share 2倍 0-2 0-1 1'],
    ['5%余', 'share 5% more 0-2 0-1 1'],
    ['5个百分点多', 'share 5百分点 0-5 0-1 1'],
    ['3件多', 'quantity 3件 0-2 0-1 1'],
    ['5个百分点', 'share 5百分点 0-5 0-1 1'],
    ['0.5个百分点', 'share 0.5百分点 0-7 0-3 0.1'],
    ['5百分点', 'share 5百分点 0-4 0-1 1'],
    ['5个', 'quantity 5个 0-2 0-1 1'],
    ['5%多', 'share 5% more 0-2 0-1 1'],
    ['5%左右', 'share 5% about 0-2 0-1 1'],
    ['5-10%', 'share 5..10% 0-5 0-4 1'],
    ['3至5倍', 'share 3..5倍 0-4 0-3 1'],
    ['1000001分之1', 'name name 0-7'],
    ['1000000分之1', 'name name 0-7'],
    ['999999分之1', 'share 0.0001% about 0-9 0-6 0.0001'],
    ['3-5‰', 'share 0.3..0.5% 0-4 0-3 0.1'],
    ['二至三成', 'skip 1'],
    ['5%，', 'share 5% 0-2 0-1 1'],
  ])('%s: %s', (text, expected) => {
    expect(shown(readAmount(text, 0))).toBe(expected);
  });
});

describe('numbers behind 百分之 and the like', () => {
  it.each<[string, number, string]>([
    ['百分之五', 0, 'share 5% 0-4 3-4 1'],
    ['百分之95.3', 0, 'share 95.3% 0-7 3-7 0.1'],
    ['百分之九十五点三', 0, 'share 95.3% 0-8 3-8 0.1'],
    ['百分之百', 0, 'share 100% 0-4 3-4 1'],
    ['百分之两百', 0, 'share 200% 0-5 3-5 1'],
    ['千分之三', 0, 'share 0.3% 0-4 3-4 0.1'],
    ['万分之一', 0, 'share 0.01% 0-4 3-4 0.01'],
    ['亿分之一', 0, 'none'],
    ['百分之', 0, 'none'],
    ['百分之甲', 0, 'none'],
    ['百分五', 0, 'none'],
    ['百分之五十余', 0, 'share 50% more 0-6 3-5 1'],
    ['百分之五左右', 0, 'share 5% about 0-4 3-4 1'],
    ['百分之三十多', 0, 'share 30% more 0-6 3-5 1'],
    ['百分之三十多个', 0, 'share 30% more 0-6 3-5 1'],
    ['百分之三十多，', 0, 'share 30% more 0-6 3-5 1'],
    ['百分之十几', 0, 'share 10% more 0-5 3-4 1'],
    ['甲百分之五', 1, 'share 5% 1-5 4-5 1'],
    ['百 分之五', 0, 'none'],
    ['百分之百万', 0, 'share 1000000% 0-5 3-5 10000'],
  ])('%s at %d: %s', (text, at, expected) => {
    expect(shown(readPerHundred(text, at))).toBe(expected);
  });
});
