import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { passagesOf } from '../../server/src/core/report/passages.ts';
import { rules } from '../../server/src/core/rules/rules.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { pick, type Random, randomEdit, seeded, tastes, withEdit } from './outlineTexts.ts';

const soak = Number(process.env.SOAK ?? 0);
const edits = soak > 0 ? soak : 2_000;
const seed = Number(process.env.SEED ?? (soak > 0 ? Date.now() % 1e9 : 20252));

/** Every so many edits all is compared with a fresh analysis. */
const compared = 5;

/** What the rules' own examples put into a report, wrong and right: each rule has something to find. */
const provocations = rules.flatMap(({ examples }) =>
  [...examples.bad, ...examples.good].flatMap(({ replace }) =>
    (replace ?? []).map(([, to]) => to.replace(/[⟦⟧]/g, '')).filter((to) => to.length < 400),
  ),
);

describe('an analysis kept through edits equals a fresh one', () => {
  it(
    `outline, report, passages and findings after ${edits} random edits, seed ${seed}`,
    () => {
      const random = seeded(seed);
      const spoke = new Set<string>();
      let reports = 0;
      for (let done = 0; done < edits; ) {
        let text = randomReport(random);
        let kept = analyze(text);
        const before: string[] = [];
        for (let step = 0; step < 25; step++, done++) {
          before.push(text);
          text = edited(random, text);
          kept = analyze(text, {}, kept);
          const { findings } = kept;
          for (const { rule } of findings) spoke.add(rule);
          if (kept.report !== undefined) reports++;
          // What is kept wrongly stays so; a fresh analysis at every edit would take most of the time.
          if (step % compared !== compared - 1) continue;
          const fresh = analyze(text);
          const difference = differs(partsOf(kept), partsOf(fresh));
          if (difference !== undefined)
            expect.fail(
              `${difference} differs after the edits ${JSON.stringify([...before.slice(-compared), text])}`,
            );
        }
      }
      console.log(
        `${reports} of ${edits} texts were reports; ${spoke.size} of ${rules.length} rules spoke up`,
      );
      expect(reports).toBeGreaterThan(edits / 2);
      expect(spoke.size).toBeGreaterThan(rules.length / 2);
    },
    Math.max(600_000, edits * 60),
  );
});

/** All that is said of a text; functions by what they give. */
function partsOf(analysis: Analysis): Record<string, unknown> {
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
  const share = pick(random, [0.5, 0.8, 1]);
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
