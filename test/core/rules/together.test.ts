import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import type { Example } from '../../../server/src/core/rules/rule.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { exampleContext, renderExample, sampleReport } from '../../../server/src/core/rules/sample.ts';
import { expectFixesToWork } from '../../support/check.ts';

/** Rules that may rightly speak up beside the example's own. */
function accompanied(example: Example): readonly string[] {
  return [
    ...(example.also ?? []),
    // The practice report's prose speaks of its figures, so a changed figure differs from it.
    ...(example.figures === undefined ? [] : ['text-table-mismatch', 'contradiction']),
    // Last year's report is the practice report of another year: the same sentences.
    ...(example.last === undefined ? [] : ['copied-text']),
  ];
}

it.each(forms.map((form) => [form.version, form] as const))(
  'nothing is found in the practice report of %s',
  (_version, form) => {
    const { findings } = analyze(sampleReport(form));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  },
);

describe.each(rules.map((rule) => [rule.id, rule] as const))('of the examples of %s', (id, rule) => {
  it('all other rules say nothing', () => {
    for (const example of [...rule.examples.good, ...rule.examples.bad]) {
      const { findings } = analyze(renderExample(example).text, exampleContext(example));
      const others = findings.filter(
        (finding) => finding.rule !== id && !accompanied(example).includes(finding.rule),
      );
      expect(others.map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([]);
    }
  });

  it('no repair makes another rule speak up', () => {
    for (const example of rule.examples.bad) {
      const analysis = analyze(renderExample(example).text, exampleContext(example));
      for (const finding of analysis.findings.filter((one) => one.rule === id))
        expectFixesToWork(analysis, finding, exampleContext(example));
    }
  });
});
