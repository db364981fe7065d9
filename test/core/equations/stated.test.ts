import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { statedClaims, statedEntry } from '../../../server/src/core/equations/stated.ts';
import { definition, references } from '../../../server/src/core/features/definition.ts';
import { hover } from '../../../server/src/core/features/hover.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { renderExample } from '../../../server/src/core/rules/sample.ts';
import { zero } from '../../../server/src/core/text/decimal.ts';
import { inPlaceOfRequests } from '../../support/check.ts';

/** The practice report with another sentence on requests. */
function draftWith(sentence: string, figures: Readonly<Record<string, string>> = {}) {
  const { text } = renderExample({
    figures,
    replace: [inPlaceOfRequests(sentence)],
  });
  const analysis = analyze(text);
  const at = (words: string) => text.indexOf(words) + 1;
  return { analysis, text, at, stated: statedClaims(analysis.report as Report) };
}

const outcomes = (sentence: string, figures?: Readonly<Record<string, string>>) =>
  draftWith(sentence, figures).stated.map(({ outcome }) =>
    outcome.kind === 'unknown' ? outcome.because : outcome.kind,
  );

describe('what a sentence states', () => {
  it('is an equation that holds, fails or is unknown', () => {
    expect(outcomes('收到政府信息公开申请12件，办结10件。')).toEqual(['holds', 'fails']);
    expect(outcomes('收到政府信息公开申请12件。', { 'applications/received/total': '' })).toEqual([
      'blankTotal',
    ]);
    expect(outcomes('收到政府信息公开申请12件。', { 'applications/received/total': '十' })).toEqual([
      'unreadable',
    ]);
    expect(outcomes('收到政府信息公开申请近20件。')).toEqual(['rough']);
    expect(outcomes('收到政府信息公开申请10至15件。')).toEqual(['rough']);
  });

  it('is none where the number is too long to be one', () => {
    expect(outcomes(`收到政府信息公开申请${'1'.repeat(41)}件，办结11件。`)).toEqual(['holds']);
  });

  it('is the same list each time', () => {
    const { analysis, stated } = draftWith('收到政府信息公开申请12件。');
    expect(statedClaims(analysis.report as Report)).toBe(stated);
  });

  it('is nothing of figures that the report does not have', () => {
    const { analysis } = draftWith('');
    const report = analysis.report as Report;
    expect(statedEntry(report, [], zero)).toBeUndefined();
    expect(statedEntry(report, ['applications/nowhere/total'], zero)).toBeUndefined();
    expect(
      statedEntry(report, ['applications/received/total', 'applications/nowhere/total'], zero),
    ).toBeUndefined();
    expect(statedEntry({ ...report, tables: [] }, ['applications/received/total'], zero)).toBeUndefined();
  });

  it('is right in any of its meanings', () => {
    expect(outcomes('收到政府信息公开申请13件。')).toEqual(['holds']);
    expect(outcomes('收到政府信息公开申请14件。')).toEqual(['fails']);
    // The other meaning might be the right one.
    expect(outcomes('收到政府信息公开申请14件。', { 'applications/carriedIn/total': '' })).toEqual([
      'blankTotal',
    ]);
  });

  it('is not refuted where a row that it speaks of could not be read', () => {
    const short = (row: string, sentence: string) => {
      const { text } = renderExample({ replace: [inPlaceOfRequests(sentence), [row, row.slice(0, -4)]] });
      return statedClaims(analyze(text).report as Report).map(({ outcome }) => outcome.kind);
    };
    const received = '申请数量 | | | 8 | 1 | 0 | 0 | 0 | 3 | 12 |';
    expect(short(received, '收到政府信息公开申请12件，上年结转1件。')).toEqual(['holds']);
    // The other meaning fits.
    const carriedIn = '申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
    expect(short(carriedIn, '收到政府信息公开申请12件。')).toEqual(['holds']);
    expect(short(carriedIn, '收到政府信息公开申请13件。')).toEqual([]);
    const notHeld = '1.本机关不掌握相关政府信息 | 1 | 0 | 0 | 0 | 0 | 1 | 2 |';
    expect(short(notHeld, '收到政府信息公开申请，无法提供3件。')).toEqual([]);
  });

  it('counts blank parts of a sum as 0 beside filled ones, and never a blank total, as in the tables', () => {
    const upheld = '政府信息公开行政诉讼结果维持1件。';
    expect(outcomes(upheld, { 'proceedings/direct/upheld': '/' })).toEqual(['fails']);
    expect(outcomes(upheld, { 'proceedings/direct/upheld': '/', 'proceedings/after/upheld': '/' })).toEqual([
      'blank',
    ]);
    expect(
      outcomes('政府信息公开申请无法提供2件。', { 'applications/unavailable.unclear/total': '/' }),
    ).toEqual(['blankTotal']);
  });

  it('is one computation: the same numbers in finding, hover and definition', () => {
    const { analysis, text, at } = draftWith('政府信息公开申请结转下年度5件。');
    const [finding] = analysis.findings.filter(({ rule }) => rule === 'text-table-mismatch');
    expect(finding?.arithmetic).toEqual({
      figure: 'applications/carriedOut/total',
      equation: 'applications/carriedOut/total: stated',
      expected: '2',
      actual: '5',
      delta: '3',
    });
    const shown = hover(analysis, at('5件'))?.markdown;
    expect(shown).toContain('✗ 正文“结转下年度5件”');
    expect(shown).toContain('左边 5，右边 2');
    const [cell] = definition(analysis, at('5件'));
    expect(text.slice(cell?.start, cell?.end)).toBe('2');
    expect(hover(analysis, cell?.start ?? 0)?.markdown).toContain('✗ 正文“结转下年度5件”');
    const back = references(analysis, cell?.start ?? 0, false);
    expect(back.map(({ start, end }) => text.slice(start, end))).toEqual(['5件']);
  });

  it('names the figures as the table does', () => {
    const names = (sentence: string) =>
      draftWith(sentence).stated.map(({ equation }) => equation.right.map(({ name }) => name).join('＋'));
    expect(names('收到政府信息公开申请12件，予以公开6件。')).toEqual(['新收', '予以公开']);
    expect(names('收到政府信息公开申请12件，其中自然人申请8件。')).toEqual(['新收', '新收（自然人）']);
    expect(names('制发行政规范性文件3件。')).toEqual(['行政规范性文件（本年制发件数）']);
    expect(names('政府信息公开行政诉讼结果维持1件。')).toEqual([
      '未经复议直接起诉—结果维持＋复议后起诉—结果维持',
    ]);
  });

  it('is taken for the report’s own where it may be another’s, only beside a number of the report', () => {
    const claims = (sentence: string) =>
      draftWith(sentence).stated.map(({ claim, outcome }) => `${claim.amount.value} ${outcome.kind}`);
    expect(claims('全县收到政府信息公开申请12件，予以公开5件。')).toEqual(['12 holds', '5 fails']);
    expect(claims('全县收到政府信息公开申请20件，予以公开5件。')).toEqual([]);
    expect(claims('全县收到政府信息公开申请20件，不予公开0件，予以公开5件。')).toEqual([]);
  });

  it('leads to every cell of a sum', () => {
    const { analysis, text, at } = draftWith('政府信息公开申请无法提供2件。');
    const cells = definition(analysis, at('2件')).map(({ start, end }) => text.slice(start, end));
    expect(cells).toEqual(['2', '0', '0']);
  });
});
