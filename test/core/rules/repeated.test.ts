import { describe, expect, it } from 'vitest';
import { repeatedFigure } from '../../../server/src/core/rules/repeated-figure.ts';
import type { Example } from '../../../server/src/core/rules/rule.ts';
import { textTableMismatch } from '../../../server/src/core/rules/text-table-mismatch.ts';
import { heardAlone, inPlaceOfRequests } from '../../support/check.ts';
import { saidOf } from '../../support/repairs.ts';

/** What is said twice and differs: `公开信息216条≠公开信息261条`. */
function differing(sentence: string, example: Example = {}): string {
  const { findings } = heardAlone(repeatedFigure, { ...example, replace: [inPlaceOfRequests(sentence)] });
  return findings
    .map(({ message, related }) => {
      const [, first, second] = /^前面写“(.*)”，这里写“(.*)”，/.exec(message) ?? [];
      expect(related.map((place) => place.message)).toEqual([first]);
      return `${first}≠${second}`;
    })
    .join(' ');
}

describe('a number that no table holds', () => {
  const differs = '门户网站公开信息216条≠全年门户网站公开信息261条';

  it.each([
    ['门户网站公开信息216条。全年门户网站公开信息261条。', differs],
    ['门户网站公开信息216条。全年门户网站公开信息216条。', ''],
    ['门户网站公开信息216条。\n\n全年门户网站公开信息261条。', differs],
    ['门户网站公开信息216条，更新及时，全年门户网站公开信息261条。', differs],
    // One of both is said of the whole year: else each may be of its own time.
    ['门户网站公开信息216条。门户网站公开信息261条。', ''],
    ['2025年，门户网站公开信息216条。门户网站公开信息261条。', ''],
    [
      '2025年门户网站公开信息216条。门户网站公开信息261条。',
      '2025年门户网站公开信息216条≠门户网站公开信息261条',
    ],
    [
      '综上所述，全年门户网站共公开信息216条。本年度累计门户网站共公开信息261条。',
      '全年门户网站共公开信息216条≠本年度累计门户网站共公开信息261条',
    ],
    // The third time is set beside the first.
    [
      '门户网站公开信息216条。全年门户网站公开信息216条。今年门户网站公开信息261条。',
      '门户网站公开信息216条≠今年门户网站公开信息261条',
    ],
    // Other words, another unit, not exact, or not said of the whole.
    ['政务微博公开信息216条。全年门户网站公开信息261条。', ''],
    ['门户网站公开信息216条。全年门户网站公开信息261篇。', ''],
    ['门户网站公开信息216。全年门户网站公开信息261。', ''],
    ['门户网站公开信息约216条。全年门户网站公开信息261条。', ''],
    ['门户网站公开信息216条。全年门户网站公开信息200至300条。', ''],
    ['门户网站公开信息216条（全年门户网站公开信息261条）。', ''],
    ['门户网站公开信息216条。（全年门户网站公开信息261条）', ''],
    ['门户网站公开信息216条规划信息。全年门户网站公开信息261条执法信息。', ''],
    ['门户网站3个栏目公开信息216条。全年门户网站3个栏目公开信息261条。', ''],
    ['上半年门户网站公开信息216条。全年上半年门户网站公开信息261条。', ''],
    ['下一步，计划门户网站公开信息216条。全年计划门户网站公开信息261条。', ''],
    ['其中门户网站公开信息216条。全年其中门户网站公开信息261条。', ''],
    ['全县门户网站公开信息216条。全年全县门户网站公开信息261条。', ''],
    ['2024年门户网站公开信息216条。全年门户网站公开信息261条。', ''],
    // Few words may be of several things.
    ['公开信息216条。全年公开信息261条。', ''],
    ['发布有关信息216条。全年发布有关信息261条。', ''],
    ['公开政府信息216条。全年公开政府信息261条。', '公开政府信息216条≠全年公开政府信息261条'],
    ['开展培训2次。全年开展培训3次。', ''],
    ['召开新闻发布会2次。全年召开新闻发布会3次。', '召开新闻发布会2次≠全年召开新闻发布会3次'],
    ['共发布信息216条。全年累计发布信息261条。', ''],
    // An item of an enumeration is of what is said before it.
    ['一是更新网站。门户网站公开信息216条。二是更新栏目。全年门户网站公开信息261条。', ''],
    ['门户网站公开信息216条，主要做法：一是更新网站。全年门户网站公开信息261条。', ''],
    ['全年门户网站公开信息216条。一是更新网站，门户网站公开信息261条。', ''],
  ])('%j', (sentence, expected) => {
    expect(differing(sentence)).toBe(expected);
  });
});

describe('a number whose cell is empty', () => {
  const empty = ['total', 'natural', 'otherOrg'].flatMap((column) =>
    ['carriedIn', 'carriedOut'].map((row) => [`applications/${row}/${column}`, '/']),
  );
  const unknown = { figures: Object.fromEntries(empty) };

  it.each([
    ['办结11件，结转下年度2件。公开申请中结转下年度3件。', '结转下年度2件≠结转下年度3件'],
    ['办结11件，结转下年度2件。公开申请中结转下年度2件。', ''],
    ['办结11件，结转下年度2件。公开申请中结转下年度约3件。', ''],
    ['办结11件，结转下年度2件。公开申请中上年结转1件。', ''],
  ])('%s', (sentence, expected) => {
    expect(differing(`收到政府信息公开申请12件，${sentence}`, unknown)).toBe(expected);
  });

  it('is left to the table where that says it', () => {
    expect(differing('收到政府信息公开申请12件，结转下年度2件。公开申请中结转下年度3件。')).toBe('');
  });
});

describe('a number that a table holds', () => {
  it.each([
    [
      '全年收到政府信息公开申请15件。',
      '正文写“收到政府信息公开申请15件”，第三部分表格“本年新收”为 12，两处不一致。请核对台账，改正其中一处。',
      '→ 把正文改为 12件: 全年收到政府信息公开申请12件。',
    ],
    [
      '因政府信息公开被申请行政复议三件。',
      '正文写“行政复议三件”，第四部分表格“行政复议总计”为 2，两处不一致。请核对台账，改正其中一处。',
      '→ 把正文改为 2件: 因政府信息公开被申请行政复议2件。',
    ],
    [
      '制发行政规范性文件5件。',
      '正文写“制发行政规范性文件5件”，第二部分表格“规范性文件本年制发”为 2，两处不一致。请核对台账，改正其中一处。',
      '→ 把正文改为 2件: 制发行政规范性文件2件。',
    ],
    [
      '全年收到政府信息公开申请0.1万 件。',
      '正文写“收到政府信息公开申请0.1万 件”，第三部分表格“本年新收”为 12，两处不一致。请核对台账，改正其中一处。',
      '→ 把正文改为 12 件: 全年收到政府信息公开申请12 件。',
    ],
    ['全年收到政府信息公开申请12件，办结11件。'],
  ])('%s', (sentence, ...expected) => {
    expect(saidOf(textTableMismatch, sentence)).toEqual(expected);
  });

  const wrong = { figures: { 'applications/received/total': '21' } };

  it('is compared with what the cell should say where that is wrong itself', () => {
    expect(saidOf(textTableMismatch, '全年收到政府信息公开申请12件。', wrong)).toEqual([]);
    expect(saidOf(textTableMismatch, '全年收到政府信息公开申请15件。', wrong)).toEqual([
      '正文写“收到政府信息公开申请15件”，第三部分表格“本年新收”应为 12（表中也填错了），两处不一致。请核对台账。',
      '→ 把正文改为 12件: 全年收到政府信息公开申请12件。',
    ]);
  });

  it('comes with its cell and how far they are apart', () => {
    const { findings } = heardAlone(textTableMismatch, {
      replace: [inPlaceOfRequests('全年收到政府信息公开申请15件。')],
    });
    expect(findings[0]?.arithmetic).toMatchObject({
      figure: 'applications/received/total',
      expected: '12',
      actual: '15',
      delta: '3',
    });
    expect(
      findings[0]?.related.map(({ anchor }) => anchor.block.source.slice(anchor.start, anchor.end)),
    ).toEqual(['12']);
  });
});
