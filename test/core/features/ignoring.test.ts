import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { applyEdits } from '../../../server/src/core/edits.ts';
import { ignoreEdit } from '../../../server/src/core/features/ignoring.ts';
import type { PlacedFinding } from '../../../server/src/core/rules/finding.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { exampleContext, renderExample } from '../../../server/src/core/rules/sample.ts';

const reason = '与台账核对过，原文如此';
const key = ({ rule, message }: PlacedFinding) => `${rule}: ${message}`;

describe.each(rules.map((rule) => [rule.id, rule] as const))('ignoring %s', (id, rule) => {
  it('takes the finding out, with the reason, and changes nothing else', () => {
    for (const example of rule.examples.bad) {
      const options = exampleContext(example);
      const analysis = analyze(renderExample(example).text, options);
      for (const finding of analysis.findings.filter((one) => one.rule === id)) {
        const edit = ignoreEdit(analysis, finding, reason);
        if (edit === undefined) {
          expect(['unused-ignore', 'front-matter']).toContain(id);
          continue;
        }
        const after = analyze(applyEdits(analysis, [edit]), options);
        const gone = after.ignored.filter((one) => one.rule === id);
        expect(gone.map(key), after.text).toContain(key(finding));
        expect(gone.every((one) => one.reason === reason)).toBe(true);
        // One comment takes all findings of its rule in the row or block.
        const others = analysis.findings.map(key).filter((one) => !gone.map(key).includes(one));
        expect(after.findings.map(key).filter((one) => !gone.map(key).includes(one))).toEqual(others);
      }
    }
  });
});

it('a reason ends neither the comment nor the cell nor the line', () => {
  const [example] = rules.find(({ id }) => id === 'sum-mismatch')?.examples.bad ?? [];
  const analysis = analyze(renderExample(example ?? {}).text);
  const [finding] = analysis.findings;
  const edit = finding && ignoreEdit(analysis, finding, '甲 --> 乙 | 丙\n丁 <!-- 戊');
  expect(edit?.newText).toBe('<!-- gouji-ignore sum-mismatch 甲 — 乙 ｜ 丙 丁 !— 戊 --> ');
});
