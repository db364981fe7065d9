import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import type { PlacedFinding } from '../../../server/src/core/rules/finding.ts';
import { renderExample } from '../../../server/src/core/rules/sample.ts';
import { measureSentences } from '../../support/sentences.ts';
import { cityFigures, clean, faulty, type Setting } from './text-numbers.cases.ts';

const own = new Set([
  'parts-mismatch',
  'text-table-mismatch',
  'contradiction',
  'repeated-figure',
  'percent-mismatch',
]);

const figures: Readonly<Record<Setting, Readonly<Record<string, string>>>> = {
  bureau: {},
  city: cityFigures,
  township: Object.fromEntries(
    [
      ...['received/natural', 'received/enterprise', 'received/otherOrg', 'received/total'],
      ...['carriedIn/natural', 'carriedIn/total', 'granted/natural', 'granted/enterprise', 'granted/total'],
      ...['partial/natural', 'partial/otherOrg', 'partial/total', 'unavailable.notHeld/natural'],
      ...['unavailable.notHeld/otherOrg', 'unavailable.notHeld/total', 'processed/natural'],
      ...['processed/enterprise', 'processed/otherOrg', 'processed/total', 'carriedOut/natural'],
      ...['carriedOut/otherOrg', 'carriedOut/total'],
    ]
      .map((address) => [`applications/${address}`, '0'])
      .concat(['upheld', 'pending', 'total'].map((outcome) => [`proceedings/review/${outcome}`, '0'])),
  ),
};

const prose = '依申请公开方面，全年收到申请12件，办结11件。';

function check(setting: Setting, sentence: string) {
  const { text, expected } = renderExample({
    figures: figures[setting],
    replace: [[prose, `\n\n${sentence}\n\n`]],
  });
  const analysis = analyze(text);
  return { analysis, expected, findings: analysis.findings.filter(({ rule }) => own.has(rule)) };
}

describe('the rules on numbers in prose', () => {
  it('are silent on what is right, and find what is wrong', () => {
    const measured = measureSentences(
      clean.flatMap(({ trap, setting, sentences }) =>
        sentences.map((sentence) => ({ label: trap, sentence, ...check(setting, sentence) })),
      ),
      faulty.flatMap(({ rule, setting, sentences }) =>
        sentences.map((sentence) => ({ label: rule, rule, sentence, ...check(setting, sentence) })),
      ),
    );
    console.log(`numbers in prose: ${measured.report}`);
    expect(measured.sentences).toBeGreaterThanOrEqual(300);
    expect(measured.alarmShare).toBeLessThanOrEqual(1);
    expect(measured.foundShare).toBeGreaterThanOrEqual(85);
  });

  it.each(clean.map(({ trap, sentences }) => [trap, new Set(sentences).size] as const))(
    'tries the trap %s at least five times',
    (_trap, count) => {
      expect(count).toBeGreaterThanOrEqual(5);
    },
  );

  it('tells the sum, the other place and the difference of what it finds', () => {
    for (const { setting, sentences } of faulty)
      for (const sentence of sentences)
        for (const finding of check(setting, sentence).findings) tellsAll(finding);
  });
});

function tellsAll({ rule, message, related, arithmetic }: PlacedFinding): void {
  expect(message).toMatch(/[。？）]$/);
  expect(related.length, message).toBeGreaterThan(0);
  if (rule === 'text-table-mismatch') expect(arithmetic, message).toBeDefined();
}
