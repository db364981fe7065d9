import { describe, expect, it } from 'vitest';
import { type AnalysisOptions, analyze } from '../../../server/src/core/analysis.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import type { Example, Rule } from '../../../server/src/core/rules/rule.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { renderExample, sampleReport } from '../../../server/src/core/rules/sample.ts';
import { expectFixesToWork } from '../../support/check.ts';

function optionsOf(example: Example): AnalysisOptions {
  if (example.last === undefined) return {};
  const report = analyze(renderExample(example.last).text).report;
  return report === undefined ? {} : { last: { name: '上年.md', report } };
}

function spansOf(rule: Rule, example: Example) {
  const { text } = renderExample(example);
  const analysis = analyze(text, optionsOf(example));
  return { analysis, own: analysis.findings.filter((finding) => finding.rule === rule.id) };
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
        (finding) => finding.rule === rule.id || !(example.also ?? []).includes(finding.rule),
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
        (finding) => finding.rule !== rule.id && !(example.also ?? []).includes(finding.rule),
      );
      expect(others.map(({ rule: id, message }) => `${id}: ${message}`)).toEqual([]);
      for (const { message } of own) expect(message).toMatch(/[。？）]$/);
    },
  );

  it.each(rule.examples.bad.map((example, index) => [index + 1, example] as const))(
    'repairs bad example %i',
    (_index, example) => {
      const { analysis, own } = spansOf(rule, example);
      for (const finding of own) expectFixesToWork(analysis, finding, optionsOf(example));
    },
  );
});
