import { expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import type { PlacedFinding } from '../../../server/src/core/rules/finding.ts';
import { onlyHeard, renderExample } from '../../../server/src/core/rules/sample.ts';
import { inPlaceOfRequests } from '../../support/check.ts';
import { describeSentences } from '../../support/sentences.ts';
import { cityFigures, clean, faulty, type Setting } from './text-numbers.cases.ts';

const own = new Set([
  'parts-mismatch',
  'text-table-mismatch',
  'contradiction',
  'repeated-figure',
  'percent-mismatch',
]);
const levels = onlyHeard(({ id }) => own.has(id));

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

/** The sentence before, so that only what is said anew is read. */
let before: Analysis | undefined;

function check(setting: Setting, sentence: string) {
  const { text, expected } = renderExample({
    figures: figures[setting],
    replace: [inPlaceOfRequests(sentence)],
  });
  const analysis = analyze(text, { levels }, before);
  before = analysis;
  return { analysis, expected, findings: analysis.findings };
}

/** What is not found, and should be one day. */
const knownMissed = [
  'repeated-figure 全年主动公开政府信息130条。下一步将在主动公开政府信息⟦103条⟧的基础上继续扩大范围。',
  'text-table-mismatch 1216件申请中，不予公开⟦59件⟧，无法提供280件。',
  'text-table-mismatch 2025年，全市政府信息公开工作有序，被提起政府信息公开行政复议⟦33件⟧。',
  'text-table-mismatch 截至2025年底，全市现行有效行政规范性文件⟦302件⟧。',
];

describeSentences(
  'the rules on numbers in prose',
  [
    ...clean.map(({ trap, setting, sentences }) => ({
      label: trap,
      sentences,
      check: (sentence: string) => check(setting, sentence),
    })),
    ...faulty.map(({ fault, rule, setting, sentences }) => ({
      label: fault,
      rule,
      sentences,
      check: (sentence: string) => {
        const checked = check(setting, sentence);
        checked.findings.forEach(tellsAll);
        return checked;
      },
    })),
  ],
  knownMissed,
);

it.each(clean.map(({ trap, sentences }) => [trap, new Set(sentences).size] as const))(
  'the trap %s is tried at least five times',
  (_trap, count) => {
    expect(count).toBeGreaterThanOrEqual(5);
  },
);

/** The sum, the other place and the difference. */
function tellsAll({ rule, message, related, arithmetic }: PlacedFinding): void {
  expect(message).toMatch(/[。？）]$/);
  expect(related.length, message).toBeGreaterThan(0);
  if (rule === 'text-table-mismatch') expect(arithmetic, message).toBeDefined();
}
