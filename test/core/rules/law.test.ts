import { describe, expect, it } from 'vitest';
import { lawName } from '../../../server/src/core/rules/law-name.ts';
import { repealedArticle } from '../../../server/src/core/rules/repealed-article.ts';
import { unknownArticle } from '../../../server/src/core/rules/unknown-article.ts';
import { saidOf } from '../../support/repairs.ts';

describe('the name of a law', () => {
  it.each([
    [
      '依照《中华人民共和国保密法》审查。',
      '没有《中华人民共和国保密法》，应为《中华人民共和国保守国家秘密法》。',
      '!→ 改为《中华人民共和国保守国家秘密法》: 依照《中华人民共和国保守国家秘密法》审查。',
    ],
    // Which document is meant, its number shows.
    [
      '依照《国务院办公厅关于全面推进基层政务公开标准化规范化的指导意见》（国办发〔2019〕54号）办理。',
      '国办发〔2019〕54号是《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》，现写《国务院办公厅关于全面推进基层政务公开标准化规范化的指导意见》，名称不全相同。请核对。',
      '!→ 改为《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》: 依照《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）办理。',
    ],
    // The name is right, its number is not.
    [
      '依照《政府信息公开条例》（国务院令第771号）办理。',
      '《政府信息公开条例》的文号是国务院令第711号，现写国务院令第771号。请核对。',
      '→ 改为国务院令第711号: 依照《政府信息公开条例》（国务院令第711号）办理。',
    ],
    [
      '依照《政府信息公开信息处理费管理办法》（国办函〔2020〕190号）办理。',
      '《政府信息公开信息处理费管理办法》的文号是国办函〔2020〕109号，现写国办函〔2020〕190号。请核对。',
      '→ 改为国办函〔2020〕109号: 依照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）办理。',
    ],
  ])('%s', (sentence, ...expected) => {
    expect(saidOf(lawName, sentence)).toEqual(expected);
  });

  it.each([
    '依照《中华人民共和国保守国家秘密法》审查。',
    '依照《保密法》审查。',
    '依照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）办理。',
    // The version before, and rules of a place with whatever number.
    '依照《政府信息公开条例》（国务院令第492号）办理。',
    '依照《示例县政务公开办法》（国办函〔2020〕109号）办理。',
    '依照《示例县政务公开办法》（示政发〔2020〕9号）办理。',
    // A name that the report gives itself, or that is part of another.
    '依照《示例县信息公开保密审查办法》（以下简称《中华人民共和国保密法》）审查，《中华人民共和国保密法》要求严格。',
    '依照《关于学习〈中华人民共和国保密法〉的通知》办理。',
  ])('has nothing wrong in: %s', (sentence) => {
    expect(saidOf(lawName, sentence)).toEqual([]);
  });
});

describe('an article of before the revision', () => {
  const reports = (cited: string) =>
    `${cited}是修订前《政府信息公开条例》的条号（年度报告的内容），现行条例中为第五十条。请核对。`;

  it.each([
    [
      '依照《条例》第三十二条编制年度报告。',
      reports('第三十二条'),
      '!→ 改为第五十条: 依照《条例》第五十条编制年度报告。',
    ],
    [
      '依照《条例》第32条编制年度报告。',
      reports('第32条'),
      '!→ 改为第50条: 依照《条例》第50条编制年度报告。',
    ],
    [
      '依照《条例》第３２条编制年度报告。',
      reports('第３２条'),
      '!→ 改为第50条: 依照《条例》第50条编制年度报告。',
    ],
    [
      '依照《条例》第三十一条、第三十二条编制年度报告。',
      reports('第三十二条'),
      '!→ 改为第五十条: 依照《条例》第三十一条、第五十条编制年度报告。',
    ],
    [
      '依照《条例》第十四条履行保密审查程序。',
      '第十四条是修订前《政府信息公开条例》的条号（保密审查），现行条例中为第十七条、第十四条、第十五条。请核对。',
      '→ 改为第十七条: 依照《条例》第十七条履行保密审查程序。',
    ],
    [
      '依照《条例》第五十条公开。依照《条例》第三十二条编制年度报告。公开内容更加丰富，形式更加多样。',
      reports('第三十二条'),
      '!→ 改为第五十条: 依照《条例》第五十条公开。依照《条例》第五十条编制年度报告。公开内容更加丰富，形式更加多样。',
    ],
    // Part of an article, or of a list or range of them, has no one number in its place.
    ['依照《条例》第三十二条第一款编制年度报告。', reports('第三十二条第一款')],
    ['依照《条例》第三十一、三十二条编制年度报告。', reports('三十二条')],
    ['依照《条例》第三十一条至第三十二条编制年度报告。', reports('第三十二条')],
    ['编制年度报告，依照《条例》第三十二条至第三十三条。', reports('第三十二条')],
  ])('%s', (sentence, ...expected) => {
    expect(saidOf(repealedArticle, sentence)).toEqual(expected);
  });

  it.each([
    '依照《条例》第五十条编制年度报告。',
    '依照《条例》第三十二条征求第三方意见。',
    // The words are those of another article, or of another sentence.
    '依照《条例》第三十二条征求意见，依照第五十条编制年度报告。',
    '依照《条例》第五十条编制年度报告，依照第三十二条征求意见。',
    '依照《条例》第三十二条征求意见。编制年度报告。',
    '编制年度报告。依照《条例》第三十二条征求意见。',
    // Another law, the version before, or no article at all.
    '依照《示例县办法》第三十二条编制年度报告。',
    '依照原《条例》第三十二条编制年度报告。',
    '依照《条例》第八十条编制年度报告。',
  ])('is none in: %s', (sentence) => {
    expect(saidOf(repealedArticle, sentence)).toEqual([]);
  });
});

describe('an article that there is not', () => {
  it.each([
    ['第五十七条', '第五十七条：现行条例共 56 条'],
    ['第五十条第五款', '第五十条第五款：第五十条只有 2 款'],
    ['第九条第二款', '第九条第二款：第九条不分款'],
    ['第九条第（二）项', '第九条第（二）项：第九条没有分项'],
    ['第三十六条第（八）项', '第三十六条第（八）项：第三十六条只有 7 项'],
    ['第五十条第一款第九项', '第五十条第一款第（九）项：第五十条第一款只有 5 项'],
    // Of a range the end that is wrong is named, and once.
    ['第五十五条至第五十八条', '第五十八条：现行条例共 56 条'],
    ['第二十条第（十三）项至第（十七）项', '第二十条第（十七）项：第二十条只有 15 项'],
    ['第五十条第一至四款', '第五十条第四款：第五十条只有 2 款'],
  ])('%s', (cited, expected) => {
    expect(saidOf(unknownArticle, `依照《条例》${cited}公开。`)).toEqual([
      `《政府信息公开条例》没有${expected}。请核对。`,
    ]);
  });

  it.each([
    '依照《条例》第五十六条公开。',
    '依照《条例》第五十条至第五十五条公开。',
    '依照《示例县办法》第八十条公开。',
    '依照原《条例》第五十七条公开。',
  ])('is none in: %s', (sentence) => {
    expect(saidOf(unknownArticle, sentence)).toEqual([]);
  });
});
