import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mostForText } from '../../server/src/core/outline/limits.ts';
import type { Outline } from '../../server/src/core/outline/outline.ts';
import { readOutline, readOutlineWhole } from '../../server/src/core/outline/read.ts';
import { hostileTexts } from './hostileTexts.ts';
import { keptEdits, keptTexts } from './outlineCases.ts';
import { pick, randomEdit, randomText, seeded, tastes, withEdit } from './outlineTexts.ts';

/** What went through remark, to bound work without a clock. */
const work = vi.hoisted(() => ({ calls: 0, characters: 0 }));

vi.mock('../../server/src/core/outline/remark.ts', async (original) => {
  const actual = await original<typeof import('../../server/src/core/outline/remark.ts')>();
  return {
    ...actual,
    readWithRemark(text: string) {
      work.calls++;
      work.characters += text.length;
      return actual.readWithRemark(text);
    },
  };
});

beforeEach(() => {
  work.calls = 0;
  work.characters = 0;
});

const soak = Number(process.env.SOAK ?? 0);
const edits = soak > 0 ? soak : 20_000;
const seed = Number(process.env.SEED ?? (soak > 0 ? Date.now() % 1e9 : 20251));

describe('an outline kept through edits equals the one remark makes of the whole text', () => {
  it(
    `${edits} random edits, seed ${seed}`,
    () => {
      const random = seeded(seed);
      let done = 0;
      while (done < edits) {
        const taste = pick(random, tastes);
        let text = randomText(random, taste, 10);
        let outline = readOutline(text);
        for (let step = 0; step < 16; step++, done++) {
          const before = text;
          text = withEdit(text, randomEdit(random, text, taste));
          outline = readOutline(text, outline);
          if (!agrees(outline, text)) expect.fail(failure(before, text));
          expect(new Set(outline.blocks).size).toBe(outline.blocks.length);
        }
      }
    },
    Math.max(300_000, edits * 20),
  );

  it.each(keptTexts)('%j', (text) => {
    expect(readOutline(text)).toEqual(readOutlineWhole(text));
  });

  it.each(keptEdits)('%j → %j', (before, after) => {
    expect(readOutline(after, readOutline(before))).toEqual(readOutlineWhole(after));
  });
});

describe('hostile texts', () => {
  const sizes = [8, 32, 128, 512].map((size) => size * 1024);

  it.each(Object.keys(hostileTexts))(
    '%s',
    (name) => {
      const millis = sizes.map((size) => {
        const text = hostileTexts[name]?.(size) ?? '';
        work.calls = work.characters = 0;
        const started = performance.now();
        const outline = readOutline(text);
        const took = performance.now() - started;
        expectPlaced(outline, text);
        expect(work.characters).toBeLessThanOrEqual(mostForText);
        expect(work.calls).toBeLessThanOrEqual(mostForText / 300);
        if (size <= 32 * 1024) {
          const middle = text.length >> 1;
          const edited = `${text.slice(0, middle)}文${text.slice(middle)}`;
          expect(isDeepStrictEqual(readOutline(edited, outline), readOutline(edited))).toBe(true);
        }
        return took;
      });
      console.log(`${name.padEnd(28)} ${millis.map((ms) => ms.toFixed(0).padStart(6)).join('')} ms`);
    },
    120_000,
  );
});

function agrees(outline: Outline, text: string): boolean {
  return isDeepStrictEqual(outline, readOutlineWhole(text));
}

/** The smallest text, or else the edit, that shows the difference; to be kept in `outlineCases.ts`. */
function failure(before: string, after: string): string {
  const differs = (text: string) => !agrees(readOutline(text), text);
  if (differs(after)) return `readOutline differs for ${JSON.stringify(shrunk(after, differs))}`;
  return `readOutline differs after the edit ${JSON.stringify([before, after])}`;
}

function shrunk(text: string, fails: (text: string) => boolean): string {
  let best = text;
  for (let length = best.length >> 1; length >= 1; length = length >> 1)
    for (let at = 0; at < best.length; ) {
      const shorter = best.slice(0, at) + best.slice(at + length);
      if (fails(shorter)) best = shorter;
      else at += length;
    }
  return best;
}

/** Blocks stand in order, one behind another, and have the source that the text has there. */
function expectPlaced(outline: Outline, text: string): void {
  expect(outline.starts.length).toBe(outline.blocks.length);
  let end = 0;
  for (const [index, block] of outline.blocks.entries()) {
    const start = outline.starts[index] ?? -1;
    if (start < end || text.slice(start, start + block.source.length) !== block.source)
      expect.fail(`block ${index} at ${start}: ${block.source.slice(0, 40)}`);
    end = start + block.source.length;
  }
}
