import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { renderExample } from '../../../server/src/core/rules/sample.ts';
import { expectFixesToWork, heardAlone } from '../../support/check.ts';

/** By itself, so that a rule is heard for what it says, and nothing else is run. */
describe.each(rules.map((rule) => [rule.id, rule] as const))('%s alone', (_id, rule) => {
  const bad = rule.examples.bad.map((example, index) => [index + 1, example] as const);

  it('is silent on its good examples', () => {
    for (const example of rule.examples.good)
      expect(heardAlone(rule, example).findings.map(({ message }) => message)).toEqual([]);
  });

  it.each(bad)('finds bad example %i', (_index, example) => {
    const { analysis, findings } = heardAlone(rule, example);
    const show = (span: { start: number; end: number }) =>
      `${span.start}: ${analysis.text.slice(span.start, span.end)}`;
    expect(findings.map(({ span }) => show(span))).toEqual(renderExample(example).expected.map(show));
    for (const { message } of findings) expect(message).toMatch(/[。？）]$/);
  });

  it.each(bad)('repairs bad example %i', (_index, example) => {
    const { analysis, options, findings } = heardAlone(rule, example);
    for (const finding of findings) expectFixesToWork(analysis, finding, options);
  });
});
