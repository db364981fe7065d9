import { expect, it } from 'vitest';
import { contradiction } from '../../../server/src/core/rules/contradiction.ts';
import { heardAlone, inPlaceOfRequests } from '../../support/check.ts';

const none = Object.fromEntries(
  [
    ...['received/natural', 'received/enterprise', 'received/otherOrg', 'received/total'],
    ...['carriedIn', 'carriedOut'].flatMap((row) => [`${row}/natural`, `${row}/otherOrg`, `${row}/total`]),
  ].map((cell) => [`applications/${cell}`, '0']),
);

/** The words that cannot be, in a report with 12 requests, 2 carried over and 2 reviews, and no suits. */
function denied(sentence: string, figures: Readonly<Record<string, string>> = {}): string {
  const { findings, analysis } = heardAlone(contradiction, {
    figures,
    replace: [inPlaceOfRequests(sentence)],
  });
  return findings.map(({ span }) => analysis.text.slice(span.start, span.end)).join(' ');
}

it.each([
  // Nothing where there is something.
  ['全年未收到政府信息公开申请。', '未收到政府信息公开申请'],
  ['2025年，我局没有收到依申请公开。', '没有收到依申请公开'],
  ['2025年1月1日至12月31日未收到政府信息公开申请。', '未收到政府信息公开申请'],
  ['今年无政府信息公开申请。', '无政府信息公开申请'],
  ['未受理申请。', '未受理申请'],
  ['未接到公众申请公开政府信息。', '未接到公众申请公开政府信息'],
  ['全年政府信息公开申请零报告。', '全年政府信息公开申请零报告'],
  ['依申请公开零受理。', '依申请公开零受理'],
  ['零申请。', '零申请'],
  ['政府信息公开行政复议零发生。', '政府信息公开行政复议零发生'],
  ['对零星申请逐件答复。', ''],
  ['乡镇政府信息公开申请零报告。', ''],
  ['全年未收到超期的政府信息公开申请。', ''],
  ['全年未收到网上提交的政府信息公开申请。', ''],
  ['上半年未收到政府信息公开申请。', ''],
  ['工作有序，2025年未收到政府信息公开申请。', '未收到政府信息公开申请'],
  ['5件申请未收到补正申请。', ''],
  ['乡镇未收到政府信息公开申请。', ''],
  ['全县未收到政府信息公开申请。', ''],
  ['2024年未收到政府信息公开申请。', ''],
  ['2024年12月未收到政府信息公开申请。', ''],
  ['无超期办理的申请。', ''],
  ['未发生政府信息公开行政复议。', '未发生政府信息公开行政复议'],
  ['未发生因政府信息公开引起的行政复议、行政诉讼。', '未发生因政府信息公开引起的行政复议'],
  ['没有行政复议案件发生。', '没有行政复议'],
  ['未发生行政复议被纠正的情况。', ''],
  ['未发生行政诉讼。', ''],
  ['没有发生政府信息公开行政诉讼、行政复议。', '没有发生政府信息公开行政诉讼、行政复议'],
  ['无行政复议和行政诉讼。', '无行政复议'],
  ['未被提起行政复议。', '未被提起行政复议'],
  ['（未发生行政复议）', ''],
  // All, where some are carried over.
  ['收到政府信息公开申请12件，全部办结。', '全部办结'],
  ['收到政府信息公开申请12件，已全部办结。', '全部办结'],
  ['收到政府信息公开申请12件，目前均已办结。', '均已办结'],
  ['收到政府信息公开申请12件，其中自然人提出的全部办结。', ''],
  ['全部办结。政府信息公开申请渠道畅通。', ''],
  ['收到工单3件，全部办结，政府信息公开申请渠道畅通。', ''],
  ['5件申请全部办结。', ''],
  ['工作有序，2025年收到的申请全部办结。', '全部办结'],
  ['收到政府信息公开申请12件，均已按时办结。', '均已按时办结'],
  ['收到政府信息公开申请12件，都已依法办理完毕。', '都已依法办理完毕'],
  ['全年申请均办结。', '均办结'],
  ['申请办结率100%。', '办结率100%'],
  ['申请办结率均达到100%。', '办结率均达到100%'],
  ['申请按时办结率100%。', ''],
  ['申请按期办结率为100%。', ''],
  ['上年结转的申请全部办结。', ''],
  ['网上申请全部办结。', ''],
  ['12345热线工单全部办结。', ''],
  ['收到政府信息公开申请12件，工单3件，全部办结。', '全部办结'],
  ['收到政府信息公开申请，12件，全部办结。', '全部办结'],
  ['收到建议提案5件，全部办结。', ''],
  ['2025年收到的申请全部办结。', '全部办结'],
])('%s', (sentence, expected) => {
  expect(denied(sentence)).toBe(expected);
});

it.each([
  ['收到的政府信息公开申请均已按时答复。', '收到的政府信息公开申请均已按时答复'],
  ['受理的依申请公开申请全部办结。', '受理的依申请公开申请全部办结'],
  ['办理的信息公开申请都已依法答复。', '办理的信息公开申请都已依法答复'],
  ['2025年，我局收到的政府信息公开申请均已答复。', '收到的政府信息公开申请均已答复'],
  ['未收到政府信息公开申请。', ''],
  ['乡镇收到的政府信息公开申请均已按时答复。', ''],
])('without any request: %s', (sentence, expected) => {
  expect(denied(sentence, none)).toBe(expected);
});

it.each<[sentence: string, message: string, cells: string, figures?: Readonly<Record<string, string>>]>([
  [
    '未收到政府信息公开申请。',
    '正文写“未收到政府信息公开申请”，表格“本年新收”却是 12。请核对，改正其中一处。',
    '12',
  ],
  ['未发生行政复议。', '正文写“未发生行政复议”，表格“行政复议总计”却是 2。请核对，改正其中一处。', '2'],
  [
    '未发生行政诉讼。',
    '正文写“未发生行政诉讼”，表格“行政诉讼总计”却是 3。请核对，改正其中一处。',
    '1 2',
    {
      'proceedings/direct/pending': '1',
      'proceedings/direct/total': '1',
      'proceedings/after/pending': '2',
      'proceedings/after/total': '2',
    },
  ],
  ['申请全部办结。', '正文写“全部办结”，表格“结转下年度继续办理”却有 2 件。请核对。', '2'],
  [
    '收到的申请均已答复。',
    '正文写“收到的申请均已答复”，表格“本年新收”和“上年结转”却都是 0。没有收到申请的，请照实写。',
    '0 0',
    none,
  ],
])('%s: with the cells that it is about', (sentence, message, cells, figures = {}) => {
  const { findings } = heardAlone(contradiction, { figures, replace: [inPlaceOfRequests(sentence)] });
  expect(findings.map((finding) => finding.message)).toEqual([message]);
  expect(findings[0]?.severity).toBe(figures === none ? 'information' : 'warning');
  const shown = findings[0]?.related.map(({ anchor: { block, start, end } }) =>
    block.source.slice(start, end),
  );
  expect(shown?.join(' ')).toBe(cells);
});

it.each(['/', '0'])('nothing is denied where the cell says %s', (total) => {
  const figures = { 'proceedings/review/upheld': '0', 'proceedings/review/pending': '0' };
  expect(denied('未发生行政复议。', { ...figures, 'proceedings/review/total': total })).toBe('');
});

it('nothing is denied that only a cell contradicts which is wrong itself', () => {
  expect(denied('未发生行政复议。', { 'proceedings/review/total': '0' })).toBe('');
});

it('nothing is denied where the number is nought in the draft and wrong by the tables', () => {
  expect(denied('全年未收到政府信息公开申请。', { 'applications/received/total': '0' })).toBe('');
});

it('all is said to be done, though the sentence says what came from the year before', () => {
  expect(denied('上年结转1件，收到的申请全部办结13件。')).toBe('全部办结');
  expect(denied('上年没有结转，收到的申请全部办结11件，结转下年2件。')).toBe('');
});

it('nothing is denied where there is no table', () => {
  const text = '未收到政府信息公开申请，收到的申请均已答复。';
  const whole = `# 示例县2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${text}\n`;
  expect(heardAlone(contradiction, { whole }).findings).toEqual([]);
});
