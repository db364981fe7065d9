import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import type { Example, Rule } from '../../../server/src/core/rules/rule.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { aloneContext, renderExample } from '../../../server/src/core/rules/sample.ts';
import { expectFixesToWork } from '../../support/check.ts';

function heard(rule: Rule, example: Example) {
  const options = aloneContext(rule, example);
  const analysis = analyze(renderExample(example).text, options);
  return { analysis, options, findings: analysis.findings.filter((finding) => finding.rule === rule.id) };
}

/** By itself, so that a rule is heard for what it says, and nothing else is run. */
describe.each(rules.map((rule) => [rule.id, rule] as const))('%s alone', (_id, rule) => {
  const bad = rule.examples.bad.map((example, index) => [index + 1, example] as const);

  it('is silent on its good examples', () => {
    for (const example of rule.examples.good)
      expect(heard(rule, example).findings.map(({ message }) => message)).toEqual([]);
  });

  it.each(bad)('finds bad example %i', (_index, example) => {
    const { analysis, findings } = heard(rule, example);
    const show = (span: { start: number; end: number }) =>
      `${span.start}: ${analysis.text.slice(span.start, span.end)}`;
    expect(findings.map(({ span }) => show(span))).toEqual(renderExample(example).expected.map(show));
    for (const { message } of findings) expect(message).toMatch(/[。？）]$/);
  });

  it.each(bad)('repairs bad example %i', (_index, example) => {
    const { analysis, options, findings } = heard(rule, example);
    for (const finding of findings) expectFixesToWork(analysis, finding, options);
  });
});
