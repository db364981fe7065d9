import { expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import { onlyHeard, renderExample } from '../../../server/src/core/rules/sample.ts';
import { expectFixesToWork } from '../../support/check.ts';
import { describeSentences } from '../../support/sentences.ts';
import { clean, faulty, type Place } from './text-law.cases.ts';

const own = new Set([
  ...['report-period', 'year-mismatch', 'signing-date', 'unknown-article', 'repealed-article', 'law-name'],
  ...['document-number', 'fee-statement', 'personal-data', 'doubled-word', 'punctuation', 'copied-text'],
]);
const levels = onlyHeard(({ id }) => own.has(id));

/** Rules that always know how the text should read. */
const repaired = new Set([
  ...['report-period', 'year-mismatch', 'law-name', 'document-number', 'doubled-word', 'punctuation'],
]);

const period = '本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。';
const places: Readonly<Record<Place, (sentence: string) => readonly [string, string]>> = {
  overview: (sentence) => ['主动公开方面，', `${sentence}\n\n主动公开方面，`],
  opening: (sentence) => [period, `${period}${sentence}`],
  problems: (sentence) => ['改进情况：', `${sentence}\n\n改进情况：`],
  other: (sentence) => ['没有其他需要报告的事项。', `没有其他需要报告的事项。\n\n${sentence}`],
  period: (sentence) => [period, sentence],
  date: (sentence) => ['2026年1月15日', sentence],
  lastSection: (sentence) => ['本年度没有收取信息处理费，没有其他需要报告的事项。', sentence],
};

/** The sentence before, so that only what is said anew is read. */
let before: Analysis | undefined;

function check(place: Place, sentence: string) {
  const { text, expected } = renderExample({ replace: [places[place](sentence)] });
  const analysis = analyze(text, { levels }, before);
  before = analysis;
  return { analysis, expected, findings: analysis.findings };
}

describeSentences('the rules on law, dates and wording', [
  ...clean.map(({ trap, place, sentences }) => ({
    label: trap,
    sentences,
    check: (sentence: string) => check(place, sentence),
  })),
  ...faulty.map(({ rule, place, sentences }) => ({
    label: place,
    rule,
    sentences,
    check(sentence: string) {
      const checked = check(place, sentence);
      for (const finding of checked.findings) {
        if (repaired.has(rule)) expect(finding.fixes().length, sentence).toBeGreaterThan(0);
        expectFixesToWork(checked.analysis, finding, { levels });
      }
      return checked;
    },
  })),
]);

it.each(clean.map(({ trap, sentences }) => [trap, sentences.length] as const))(
  'the trap %s is tried at least five times',
  (_trap, count) => {
    expect(count).toBeGreaterThanOrEqual(5);
  },
);
