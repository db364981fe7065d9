import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/src/core/analysis.ts';
import type { PlacedFinding } from '../../server/src/core/rules/finding.ts';
import type { Span } from '../../server/src/core/text/span.ts';

/** What the rules find in the report that a sentence has been put into, and the places that it marks. */
export interface Checked {
  readonly analysis: Analysis;
  readonly findings: readonly PlacedFinding[];
  readonly expected: readonly Span[];
}

/** Sentences of one kind: right ones, or wrong ones of which one rule must name every marked place. */
export interface SentenceGroup {
  readonly label: string;
  readonly rule?: string;
  readonly sentences: readonly string[];
  check(sentence: string): Checked;
}

/**
 * Tests that rules are silent on what is right, and find what is wrong but for what is known to be missed
 * (`rule sentence`); in the end, how often they err of how many sentences.
 */
export function describeSentences(
  title: string,
  groups: readonly SentenceGroup[],
  knownMissed: readonly string[] = [],
): void {
  describe(title, () => {
    const alarms: string[] = [];
    const missed: string[] = [];
    it.each(groups.map((group, index) => [index + 1, group.rule ?? 'nothing', group.label, group] as const))(
      '%i: find %s in %s',
      (_index, _rule, _label, group) => {
        const errors = errorsIn(group);
        alarms.push(...errors.alarms);
        missed.push(...errors.missed);
        expect(errors.alarms).toEqual([]);
        expect(errors.missed.filter((sentence) => !knownMissed.includes(sentence))).toEqual([]);
      },
    );

    it('are tried on hundreds of sentences', () => {
      const count = (some: readonly SentenceGroup[]) => some.flatMap(({ sentences }) => sentences).length;
      const [all, faults] = [count(groups), count(groups.filter(({ rule }) => rule !== undefined))];
      const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} % (${part})`;
      console.log(
        [
          `${title}: ${all} sentences, ${faults} of them faulty: false alarms ${percent(alarms.length, all)}, found ${percent(faults - missed.length, faults)}`,
          ...missed.map((sentence) => `  missed: ${sentence}`),
        ].join('\n'),
      );
      expect(all).toBeGreaterThanOrEqual(300);
      expect(missed.sort()).toEqual([...knownMissed].sort());
    });
  });
}

/** False alarms, and faults of which not every place is named by the right rule. */
function errorsIn({ label, rule, sentences, check }: SentenceGroup) {
  const alarms: string[] = [];
  const missed: string[] = [];
  for (const sentence of sentences) {
    const { analysis, findings, expected } = check(sentence);
    const right = findings.filter(
      (finding) =>
        finding.rule === rule &&
        expected.some(({ start, end }) => start === finding.span.start && end === finding.span.end),
    );
    if (rule !== undefined && (expected.length === 0 || right.length < expected.length))
      missed.push(`${rule} ${sentence}`);
    const others = findings.filter((finding) => !right.includes(finding));
    if (others.length > 0)
      alarms.push(`${label} ${sentence} → ${others.map((one) => show(analysis.text, one)).join(' | ')}`);
  }
  return { alarms, missed };
}

function show(text: string, { rule, span, message }: PlacedFinding): string {
  return `${rule}@${text.slice(span.start, span.end)}: ${message}`;
}
