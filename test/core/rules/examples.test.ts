import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import type { Example, Rule } from '../../../server/src/core/rules/rule.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { exampleContext, renderExample, sampleReport } from '../../../server/src/core/rules/sample.ts';
import { expectFixesToWork } from '../../support/check.ts';

function spansOf(rule: Rule, example: Example) {
  const { text } = renderExample(example);
  const analysis = analyze(text, exampleContext(example));
  return { analysis, own: analysis.findings.filter((finding) => finding.rule === rule.id) };
}

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

describe('the practice report', () => {
  it.each(forms.map((form) => form.version))('of %s has nothing to find', (version) => {
    const form = forms.find((candidate) => candidate.version === version);
    const findings = form === undefined ? [] : analyze(sampleReport(form)).findings;
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('is silent on its good examples', () => {
    for (const example of rule.examples.good) {
      const { analysis } = spansOf(rule, example);
      const foreign = analysis.findings.filter(
        (finding) => finding.rule === rule.id || !accompanied(example).includes(finding.rule),
      );
      expect(foreign.map(({ rule: id, message }) => `${id}: ${message}`)).toEqual([]);
    }
  });

  it.each(rule.examples.bad.map((example, index) => [index + 1, example] as const))(
    'finds bad example %i, and nothing else',
    (_index, example) => {
      const { analysis, own } = spansOf(rule, example);
      const marked = renderExample(example);
      const show = (span: { start: number; end: number }) =>
        `${span.start}: ${analysis.text.slice(span.start, span.end)}`;
      expect(own.map(({ span }) => show(span))).toEqual(marked.expected.map(show));
      const others = analysis.findings.filter(
        (finding) => finding.rule !== rule.id && !accompanied(example).includes(finding.rule),
      );
      expect(others.map(({ rule: id, message }) => `${id}: ${message}`)).toEqual([]);
      for (const { message } of own) expect(message).toMatch(/[。？）]$/);
    },
  );

  it.each(rule.examples.bad.map((example, index) => [index + 1, example] as const))(
    'repairs bad example %i',
    (_index, example) => {
      const { analysis, own } = spansOf(rule, example);
      for (const finding of own) expectFixesToWork(analysis, finding, exampleContext(example));
    },
  );
});
