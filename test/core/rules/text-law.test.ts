import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import type { PlacedFinding } from '../../../server/src/core/rules/finding.ts';
import { renderExample } from '../../../server/src/core/rules/sample.ts';
import { expectFixesToWork } from '../../support/check.ts';
import { clean, faulty, type Place } from './text-law.cases.ts';

const own = new Set([
  ...['report-period', 'year-mismatch', 'signing-date', 'unknown-article', 'repealed-article', 'law-name'],
  ...['document-number', 'fee-statement', 'personal-data', 'doubled-word', 'punctuation', 'copied-text'],
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

function check(place: Place, sentence: string) {
  const { text, expected } = renderExample({ replace: [places[place](sentence)] });
  const analysis = analyze(text);
  return { analysis, expected, findings: analysis.findings.filter(({ rule }) => own.has(rule)) };
}

const show = (text: string, { rule, span, message }: PlacedFinding) =>
  `${rule}@${text.slice(span.start, span.end)}: ${message}`;

describe('the rules on law, dates and wording', () => {
  it('are silent on what is right, and find what is wrong', () => {
    const alarms: string[] = [];
    const missed: string[] = [];
    let sentences = 0;
    let faults = 0;
    for (const { trap, place, sentences: group } of clean) {
      for (const sentence of group) {
        sentences++;
        const { analysis, findings } = check(place, sentence);
        if (findings.length > 0)
          alarms.push(
            `${trap} ${sentence} → ${findings.map((entry) => show(analysis.text, entry)).join(' | ')}`,
          );
      }
    }
    for (const { rule, place, sentences: group } of faulty) {
      for (const sentence of group) {
        sentences++;
        faults++;
        const { analysis, expected, findings } = check(place, sentence);
        const right = findings.filter(
          (entry) =>
            entry.rule === rule &&
            expected.some((range) => range.start === entry.span.start && range.end === entry.span.end),
        );
        if (right.length < expected.length) missed.push(`${rule} ${sentence}`);
        const others = findings.filter((entry) => !right.includes(entry));
        if (others.length > 0)
          alarms.push(
            `${rule} ${sentence} → ${others.map((entry) => show(analysis.text, entry)).join(' | ')}`,
          );
      }
    }
    const alarmShare = (100 * alarms.length) / sentences;
    const foundShare = (100 * (faults - missed.length)) / faults;
    console.log(
      [
        `${sentences} sentences, ${faults} of them faulty: false alarms ${alarmShare.toFixed(1)} %, found ${foundShare.toFixed(1)} %`,
        ...alarms.map((line) => `  false alarm: ${line}`),
        ...missed.map((line) => `  missed: ${line}`),
      ].join('\n'),
    );
    expect(sentences).toBeGreaterThanOrEqual(150);
    expect(alarmShare).toBeLessThanOrEqual(1);
    expect(foundShare).toBeGreaterThanOrEqual(85);
  });

  it.each(clean.map(({ trap, sentences }) => [trap, sentences.length] as const))(
    'tries the trap %s at least five times',
    (_trap, count) => {
      expect(count).toBeGreaterThanOrEqual(5);
    },
  );

  it('repairs what it offers to repair', () => {
    for (const { place, sentences } of faulty) {
      for (const sentence of sentences) {
        const { analysis, findings } = check(place, sentence);
        for (const finding of findings) expectFixesToWork(analysis, finding);
      }
    }
  });
});
