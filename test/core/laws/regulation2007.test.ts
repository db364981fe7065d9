import { describe, expect, test } from 'vitest';
import { findArticle } from '../../../server/src/core/laws/articles.ts';
import {
  findOldArticle,
  oldArticles,
  oldArticlesOf,
  repealedNumber,
} from '../../../server/src/core/laws/regulation2007.ts';

describe('the numbering of 2007', () => {
  test('38 articles in order, leading to articles that exist', () => {
    expect(oldArticles.map(({ old }) => old)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
    for (const number of oldArticles.flatMap(({ now }) => now)) expect(findArticle(number)).toBeDefined();
    expect(findOldArticle(39)).toBeUndefined();
  });

  test('the way back names the principal article first', () => {
    expect(oldArticlesOf(50).map(({ old }) => old)).toEqual([32]);
    expect(oldArticlesOf(29).map(({ old }) => old)).toEqual([20, 25]);
    expect(oldArticlesOf(21).map(({ old }) => old)).toEqual([11, 12]);
    expect(oldArticlesOf(45)).toEqual([]);
  });

  test.each([
    [32, '根据《条例》第三十二条规定，编制本年度报告', 50],
    [31, '按照《政府信息公开条例》第三十一条，现公布2023年政府信息公开年报', 49],
    [31, '根据条例第三十一条，年度报告由收到和处理政府信息公开申请情况等六部分组成', 49],
    [24, '依据条例第二十四条，在15个工作日内予以答复', 33],
    [13, '公民可以根据自身生产、生活、科研等特殊需要（第十三条）申请', 27],
    [14, '严格执行第十四条保密审查制度', 17],
    [27, '按第二十七条规定的标准收取费用', 42],
    [29, '依第二十九条建立社会评议制度', 46],
    [19, '按照第十九条编制公开指南和公开目录', 12],
    [23, '依照第二十三条书面征求第三方意见', 32],
    [10, '《条例》第十条规定的重点公开内容', 20],
    [37, '第三十七条规定的公共企事业单位', 55],
  ])('article %i is the old number in: %s', (article, sentence, now) => {
    expect(repealedNumber(article, sentence)?.now[0]).toBe(now);
  });

  test.each([
    [50, '根据《条例》第五十条规定，编制本年度报告'],
    [32, '依据第三十二条书面征求第三方意见，年度报告中计入不予公开'],
    [32, '依照第三十二条办理'],
    [31, '年度报告期内，以第三十一条规定的收到申请之日为准'],
    [20, '主动公开《条例》第二十条规定的规范性文件'],
    [19, '对第十九条规定的信息主动公开'],
    [12, '按照第十二条更新公开指南和目录，做好主动公开'],
    [10, '按第十条明确的公开主体主动公开'],
    [33, '第三十三条规定的答复期限届满后申请行政复议'],
    [35, '对数量、频次明显超过合理范围的，依第三十五条处理，未受处分'],
    [36, '依第三十六条第（五）项告知申请人'],
    [2, '第二条所称政府信息'],
    [24, '按第二十四条建设统一的公开平台，答复网民'],
    [57, '年度报告第五十七条'],
  ])('article %i is not: %s', (article, sentence) => {
    expect(repealedNumber(article, sentence)).toBeUndefined();
  });
});
