import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionPoint } from '../../../server/src/core/text/search.ts';

describe('partitionPoint', () => {
  it('counts the values at the front that hold, as a search from the front does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 })),
        fc.integer({ min: -1, max: 31 }),
        (values, limit) => {
          const rising = [...values].sort((a, b) => a - b);
          const first = rising.findIndex((value) => value > limit);
          expect(partitionPoint(rising, (value) => value <= limit)).toBe(first < 0 ? rising.length : first);
        },
      ),
    );
  });
});
