import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { passagesOf } from '../../server/src/core/report/passages.ts';
import { rules } from '../../server/src/core/rules/rules.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { counted, limitFor, seedOf } from '../support/soak.ts';
import { type Case, keep, keptCases } from './kept.ts';
import { pick, type Random, randomEdit, seeded, tastes, withEdit } from './outlineTexts.ts';

const edits = counted(20_000, 1_000_000);
const seed = seedOf(20252);

/** So many texts, each a random edit of one before, are known at a time, with their fresh analyses. */
const textsAtATime = 16;
/** So often it goes from one of them to another: undone, done again, and over several edits at once. */
const stepsAtATime = 200;

/** What the rules' own examples put into a report, wrong and right: each rule has something to find. */
const provocations = rules.flatMap(({ examples }) =>
  [...examples.bad, ...examples.good].flatMap(({ replace }) =>
    (replace ?? []).map(([, to]) => to.replace(/[⟦⟧]/g, '')).filter((to) => to.length < 400),
  ),
);

describe('an analysis kept through edits equals a fresh one', () => {
  it(
    `outline, report, passages and findings after each of ${edits} edits, seed ${seed}`,
    () => {
      const random = seeded(seed);
      const spoke = new Set<string>();
      const began = performance.now();
      let texts = 0;
      let reports = 0;
      for (let done = 0; done < edits; ) {
        const states = randomStates(random);
        texts += states.length;
        for (const { fresh } of states) {
          if (fresh.report !== undefined) reports++;
          for (const { rule } of fresh.findings as readonly { rule: string }[]) spoke.add(rule);
        }
        const path = [0];
        let kept = analyze((states[0] as State).text);
        for (let step = 0; step < stepsAtATime && done < edits; step++, done++) {
          path.push(nextState(random, path.at(-1) ?? 0, states.length));
          const { text, fresh } = states[path.at(-1) ?? 0] as State;
          kept = analyze(text, {}, kept);
          const difference = differs(partsOf(kept), fresh);
          if (difference !== undefined)
            expect.fail(
              `${difference} differs, ${keep(
                path.map((index) => (states[index] as State).text),
                (texts) => differenceAfter(texts) !== undefined,
              )}`,
            );
        }
      }
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      console.log(
        `${edits} edits compared, between ${texts} texts, ${reports} of them reports; ` +
          `${spoke.size} of ${rules.length} rules spoke up; ${seconds} s`,
      );
      expect(reports).toBeGreaterThan(texts / 2);
      expect(spoke.size).toBeGreaterThan(rules.length / 2);
    },
    limitFor(edits, 100),
  );

  it.each(keptCases())('%j %j %j', (...texts) => {
    expect(differenceAfter(texts)).toBeUndefined();
  });
});

/** A text with all that a fresh analysis says of it. */
interface State {
  readonly text: string;
  readonly fresh: Parts;
}

function randomStates(random: Random): readonly State[] {
  const texts = [randomReport(random)];
  // Mostly one edit behind another; sometimes back to an earlier text, and on from there.
  while (texts.length < textsAtATime)
    texts.push(edited(random, (random() < 0.8 ? texts.at(-1) : pick(random, texts)) ?? ''));
  return texts.map((text) => ({ text, fresh: partsOf(analyze(text)) }));
}

/** Mostly the next or the one before; never the same. */
function nextState(random: Random, from: number, count: number): number {
  const choice = random();
  const to = choice < 0.4 ? from + 1 : choice < 0.8 ? from - 1 : Math.floor(random() * count);
  return to === from || to < 0 || to >= count ? (from + 1 + Math.floor(random() * (count - 1))) % count : to;
}

function differenceAfter(texts: Case): string | undefined {
  let kept: Analysis | undefined;
  for (const text of texts) {
    kept = analyze(text, {}, kept);
    // All that is computed when asked for has been, as in an editor.
    partsOf(kept);
  }
  return kept && differs(partsOf(kept), partsOf(analyze(kept.text)));
}

type Parts = Readonly<Record<string, unknown>> & {
  readonly report: unknown;
  readonly findings: readonly unknown[];
};

/** All that is said of a text; functions by what they give. */
function partsOf(analysis: Analysis): Parts {
  const { outline, report, findings, lines } = analysis;
  return {
    outline,
    report,
    passages:
      report === undefined
        ? []
        : passagesOf(report).map(({ place, ...passage }) => ({
            ...passage,
            at: place({ start: 0, end: passage.text.length }),
          })),
    findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() })),
    lines: [lines.lineCount, ...findings.map(({ span }) => lines.position(span.end))],
  };
}

/**
 * Where two values differ deeply, `undefined` if nowhere. Objects that were compared before are not entered
 * again: blocks are reached from every anchor.
 */
function differs(a: unknown, b: unknown, at = '', known = new Map<unknown, unknown>()): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return at || 'value';
  if (known.get(a) === b) return undefined;
  known.set(a, b);
  if (a instanceof Map && b instanceof Map) return differs([...a], [...b], at, known);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return at || 'shape';
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return `${at}.${key}`;
    const [own, other] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]];
    const difference = differs(own, other, `${at}.${key}`, known);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Some parts of the practice report, so that texts are small and often broken. */
function randomReport(random: Random): string {
  const blocks = sampleReport(pick(random, forms)).split('\n\n');
  const share = pick(random, [0.1, 0.2, 0.3, 0.8]);
  return blocks
    .filter((block, index) => index === 0 || random() < (block.startsWith('|') ? share / 3 : share))
    .join('\n\n');
}

function edited(random: Random, text: string): string {
  const choice = random();
  if (choice < 0.35) return withEdit(text, randomEdit(random, text, pick(random, tastes)));
  if (choice < 0.6) return withDigit(random, text);
  const blocks = text.split('\n\n');
  const at = Math.floor(random() * blocks.length);
  if (choice < 0.85) blocks.splice(at, 0, pick(random, provocations));
  else if (choice < 0.9) blocks.splice(at, 0, blocks[Math.floor(random() * blocks.length)] ?? '');
  else if (choice < 0.95) blocks.push(...blocks.splice(at, 1));
  else blocks.splice(at, 2);
  return blocks.join('\n\n');
}

/** Another figure somewhere, in a cell or in a sentence. */
function withDigit(random: Random, text: string): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  if (places.length === 0) return text;
  const at = pick(random, places);
  return text.slice(0, at) + Math.floor(random() * 10) + text.slice(at + 1);
}
