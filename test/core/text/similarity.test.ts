import { describe, expect, it } from 'vitest';
import { editDistance, similarity } from '../../../server/src/core/text/similarity.ts';

describe('editDistance', () => {
  it.each<[string, string, number]>([
    ['', '', 0],
    ['', '甲乙', 2],
    ['甲乙', '', 2],
    ['甲乙丙', '甲乙丙', 0],
    ['甲乙丙', '甲丁丙', 1],
    ['甲乙丙', '甲丙', 1],
    ['甲丙', '甲乙丙', 1],
    ['甲乙', '乙甲', 2],
    ['甲乙丙丁', '戊乙己丁', 2],
    ['甲乙丙', '丁戊己庚', 4],
    ['主动公开', '公开', 2],
    ['公开', '主动公开', 2],
  ])('from %s to %s it takes %d edits', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });
});

describe('similarity', () => {
  it.each<[string, string, number]>([
    ['', '', 1],
    ['甲乙', '甲乙', 1],
    ['', '甲', 0],
    ['甲乙', '丙丁', 0],
    ['甲乙丙丁', '甲乙丙', 0.75],
    ['甲乙丙', '甲乙丙丁', 0.75],
    ['甲'.repeat(64), `${'甲'.repeat(48)}${'乙'.repeat(16)}`, 0.75],
    // Only the first 64 characters count.
    [`${'甲'.repeat(64)}乙`, `${'甲'.repeat(64)}丙丁`, 1],
    [`${'甲'.repeat(64)}乙`, `${'甲'.repeat(32)}`, 0.5],
    [`${'甲'.repeat(32)}`, `${'甲'.repeat(80)}`, 0.5],
  ])('%s and %s are alike by %d', (a, b, alike) => {
    expect(similarity(a, b)).toBe(alike);
  });
});
