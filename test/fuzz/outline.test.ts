import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mostForText } from '../../server/src/core/outline/limits.ts';
import type { Outline } from '../../server/src/core/outline/outline.ts';
import { readOutline, readOutlineWhole } from '../../server/src/core/outline/read.ts';
import { counted, limitFor, seedOf } from '../support/soak.ts';
import { hostileTexts } from './hostileTexts.ts';
import { type Case, keep, keptCases } from './kept.ts';
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

const edits = counted(20_000, 1_000_000);
const seed = seedOf(20251);

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
        const texts = [text];
        for (let step = 0; step < 16; step++, done++) {
          text = withEdit(text, randomEdit(random, text, taste));
          outline = readOutline(text, outline);
          texts.push(text);
          if (!agrees(outline, text)) expect.fail(keep(texts, differs));
          expect(new Set(outline.blocks).size).toBe(outline.blocks.length);
        }
      }
    },
    limitFor(edits, 60),
  );

  it.each(keptCases())('%j %j %j', (...texts) => {
    expect(keptThrough(texts)).toEqual(readOutlineWhole(texts.at(-1) ?? ''));
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

function keptThrough(texts: Case): Outline {
  return texts.reduce<Outline>((outline, text) => readOutline(text, outline), readOutline(texts[0] ?? ''));
}

function differs(texts: Case): boolean {
  return !agrees(keptThrough(texts), texts.at(-1) ?? '');
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
