import { describe, expect, test } from 'vitest';
import { articleExists } from '../../../server/src/core/laws/articles.ts';
import { type Citation, type CitedLaw, readCitations } from '../../../server/src/core/laws/citations.ts';
import { chineseNumber, formatCitation, readNumeral } from '../../../server/src/core/laws/numerals.ts';
import { readAbbreviations, readTitles, titleResolver } from '../../../server/src/core/laws/titleReader.ts';
import { countSteps } from '../text/countSteps.ts';

/** 36.1(5) for 第三十六条第一款第（五）项; `-16` a range; then the law: 条例, 旧条例, a name, or ?. */
const place = ({ article, paragraph, item, through }: Citation): string =>
  `${article}${paragraph === undefined ? '' : `.${paragraph}`}${item === undefined ? '' : `(${item})`}${
    through === undefined ? '' : `-${through}`
  }`;

function lawName(law: CitedLaw): string {
  switch (law.kind) {
    case 'regulation':
      return law.edition === 2019 ? '条例' : '旧条例';
    case 'other':
      return law.name;
    case 'unknown':
      return '?';
  }
}

const shown = (text: string): string =>
  readCitations(text)
    .map((citation) => `${place(citation)} ${lawName(citation.law)}`)
    .join(' | ');

describe('citations', () => {
  test.each([
    ['依据《条例》第三十六条第（五）项答复', '36(5) 条例'],
    ['第三十六条第一款第（五）项', '36.1(5) ?'],
    ['第36条', '36 ?'],
    ['第３６条第１款第５项', '36.1(5) ?'],
    ['第三十六条第五项', '36(5) ?'],
    ['第三十六条（五）项', '36(5) ?'],
    ['第 三十六 条 第（ 五 ）项', '36(5) ?'],
    ['第二十条第(一)项', '20(1) ?'],
    ['第二〇条', '20 ?'],
    ['第廿一条', '21 ?'],
    ['第五六条', '56 ?'],
    ['《条例》第一百二十条', '120 条例'],
    ['根据《条例》第二十条、第二十一条法定内容', '20 条例 | 21 条例'],
    ['《条例》第十九条和第二十条', '19 条例 | 20 条例'],
    ['《条例》第十九、二十条', '19 条例 | 20 条例'],
    ['《条例》第十九、第二十条', '19 条例 | 20 条例'],
    ['《条例》第十四条至第十六条', '14-16 条例 | 16 条例'],
    ['《条例》第十四至十六条', '14-16 条例 | 16 条例'],
    ['条例第14-16条', '14-16 条例 | 16 条例'],
    ['第二十条第（一）（五）（六）（八）项', '20(1) ? | 20(5) ? | 20(6) ? | 20(8) ?'],
    ['第二十条第（一）、（五）项', '20(1) ? | 20(5) ?'],
    ['第三十六条第（一）项、第（二）项', '36(1) ? | 36(2) ?'],
    ['第三十六条第（一）项至第（三）项', '36(1)-3 ? | 36(3) ?'],
    ['第三十六条第一、二项', '36(1) ? | 36(2) ?'],
    ['第三十九条第一款、第二款', '39.1 ? | 39.2 ?'],
    ['第三十九条第一、二款', '39.1 ? | 39.2 ?'],
    ['第二十三条第一款第（四）项和第（五）项', '23.1(4) ? | 23.1(5) ?'],
    ['第十五条、第三十二条第一款', '15 ? | 32.1 ?'],
    ['《中华人民共和国政府信息公开条例》(以下简称《政府信息公开条例》)第五十条规定', '50 条例'],
    ['《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）第五十条', '50 条例'],
    ['《政府信息公开条例》第五十七条', '57 条例'],
    ['《条例》中第二十条', '20 条例'],
    ['《条例》的第二十条', '20 条例'],
    ['依据《条例》 第二十条', '20 条例'],
    ['根据条例第五十条', '50 条例'],
    ['条例第五十条', '50 条例'],
    ['本条例第十四条', '14 条例'],
    ['“条例”第五十条', '50 条例'],
    ['根据政府信息公开条例第五十条', '50 条例'],
    ['根据中华人民共和国政府信息公开条例第五十条', '50 条例'],
    ['《示例县政府信息公开办法》第七十条', '70 示例县政府信息公开办法'],
    ['《中华人民共和国保守国家秘密法》第三十五条', '35 中华人民共和国保守国家秘密法'],
    ['《行政复议法》第二十三条第一款第四项和《条例》第十六条', '23.1(4) 行政复议法 | 16 条例'],
    ['示例市政府信息公开条例第七十条', '70 ?'],
    ['档案法实施条例第七十条', '70 ?'],
    ['该条例第七十条', '70 ?'],
    ['关于规范发布的条例第七十条', '70 ?'],
    ['《政府信息公开工作条例》第七十条', '70 政府信息公开工作条例'],
    ['《政府信息公开条例》（2007年国务院令第492号）第三十二条', '32 旧条例'],
    ['原《条例》第三十二条', '32 旧条例'],
    ['修订前的条例第三十二条', '32 旧条例'],
    ['《条例》要求严格，全年发布信息第100条', '100 ?'],
    ['按照《条例》，办理第二十条所列事项', '20 ?'],
    ['《示例市数据条例》（以下简称《条例》）施行。《条例》第七十条', '70 示例市数据条例'],
    ['《示例市数据条例》（以下简称条例）施行。根据条例第七十条', '70 示例市数据条例'],
    ['《条例》第一条', '1 条例'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    '第一，加强领导。第二，健全制度',
    '第一、第二、第三',
    '前款第（一）项',
    '第（一）项所列',
    '第一款第二项',
    '第条',
    '第（五项',
    '第三条款项',
    '第十十条',
    '第2021条信息',
    '第一批条目',
    '项目第二十期',
    '',
  ])('none in: %s', (text) => {
    expect(shown(text)).toBe('');
  });

  test('第一、第二十条 is an enumeration and an article', () => {
    expect(shown('第一、第二十条要求公开')).toBe('20 ?');
  });

  test('spans are what is written for each member', () => {
    const text = '按《条例》第二十条第（一）、（五）项及第二十一条、第三十九条第一款、第二款办理';
    expect(
      readCitations(text).map(({ span, inherited }) => [text.slice(span.start, span.end), inherited]),
    ).toEqual([
      ['第二十条第（一）', false],
      ['（五）项', true],
      ['第二十一条', false],
      ['第三十九条第一款', false],
      ['第二款', true],
    ]);
  });

  test('a law is not named across paragraphs, sentences or other text', () => {
    expect(shown('贯彻《条例》。\n\n第二十条第（一）项')).toBe('20(1) ?');
    expect(shown('贯彻《条例》\n\n第二十条第（一）项')).toBe('20(1) ?');
    expect(shown('贯彻《条例》\n第二十条第（一）项')).toBe('20(1) 条例');
  });

  test('names declared earlier in the document count', () => {
    const declared = '依据《示例市数据条例》（以下简称《条例》）';
    const abbreviations = readAbbreviations(declared);
    const [citation] = readCitations('《条例》第七十条', { abbreviations });
    expect(citation?.law).toMatchObject({ kind: 'other', name: '示例市数据条例' });
  });

  test('what does not exist is told from what does', () => {
    const verdicts = readCitations('《条例》第五十七条、第二十条第（十六）项、第五十条第三款、第十四条').map(
      (citation) => articleExists(citation).kind,
    );
    expect(verdicts).toEqual(['noArticle', 'noItem', 'noParagraph', 'ok']);
  });

  test('time is linear, and hostile text gives no error', () => {
    const shapes = [
      ...[
        '第',
        '第一、',
        '第（一）',
        '第一条',
        '第一条、',
        '《',
        '《》',
        '《条例》第',
        '〈',
        '》',
        '简称',
        '以下简称《',
      ],
      ...[
        '第二十、',
        '（',
        '）第一条',
        '第十（',
        '第 ',
        '《a》）第一条',
        '第一条至',
        '条例',
        '第一条第一款第一项、',
      ],
    ];
    for (const shape of shapes) {
      const steps = (length: number) => countSteps(() => readCitations(shape.repeat(length / shape.length)));
      expect(steps(40_000) / Math.max(steps(10_000), 1), shape).toBeLessThan(6);
    }
  });
});

describe('numerals', () => {
  test('1 to 99 are written and read back', () => {
    for (let value = 1; value <= 99; value++) {
      const written = chineseNumber(value);
      expect(readNumeral(written, 0)).toEqual({ value, end: written.length, digits: false });
      expect(readNumeral(`${value}条`, 0)?.value).toBe(value);
    }
    expect(formatCitation({ article: 36, paragraph: 1, item: 15 })).toBe('第三十六条第一款第（十五）项');
    expect(formatCitation({ article: 10 })).toBe('第十条');
  });

  test.each([
    ['一百', 100],
    ['一百零三', 103],
    ['一百二十', 120],
    ['一百一十二', 112],
    ['廿', 20],
    ['廿五', 25],
    ['卅一', 31],
    ['五〇', 50],
    ['二零', 20],
    ['九百九十九', 999],
  ])('%s is %i', (text, value) => {
    expect(readNumeral(text, 0)?.value).toBe(value);
  });

  test.each([
    '〇',
    '0',
    '十十',
    '三十六十',
    '百',
    '一百零十',
    '〇五十',
    '一二三四',
    '1000',
    '1234567',
    'a',
    '二百五十百',
  ])('%s is none', (text) => {
    expect(readNumeral(text, 0)).toBeUndefined();
  });
});

describe('titles in a text', () => {
  const names = (text: string): string[] =>
    readTitles(text).map(({ name, nested }) => `${nested ? '  ' : ''}${name}`);

  test('with titles inside them', () => {
    expect(names('《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》和《条例》')).toEqual([
      '国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知',
      '  政府信息公开信息处理费管理办法',
      '条例',
    ]);
    expect(names('《关于印发<指引>的通知》')).toEqual(['关于印发<指引>的通知', '  指引']);
    expect(names('《关于印发《指引》的通知》')).toEqual(['关于印发《指引》的通知', '  指引']);
  });

  test('broken marks give no title', () => {
    expect(names('《条例')).toEqual([]);
    expect(names('条例》')).toEqual([]);
    expect(names('《甲《条例》')).toEqual(['条例']);
    expect(names('《甲<乙》和<丙>、〈丁〉')).toEqual(['甲<乙']);
    expect(names(`《${'长'.repeat(300)}》《条例》`)).toEqual(['条例']);
  });

  test('spans are with marks', () => {
    const text = '按《条例》办';
    expect(readTitles(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['《条例》']);
  });

  test.each([
    ['《甲办法》（以下简称《办法》）', '办法', '甲办法'],
    ['《甲办法》(以下简称“办法”)', '办法', '甲办法'],
    ['《甲办法》（简称办法）', '办法', '甲办法'],
    ['《甲办法》（国办发〔2020〕1号，以下简称为：《办法》）', '办法', '甲办法'],
    ['《甲办法》（以下统称《办法》）', '办法', '甲办法'],
    ['《乙》和《甲办法》（下称《办法》）', '办法', '甲办法'],
  ])('%s declares %s', (text, name, of) => {
    expect(readAbbreviations(text)).toMatchObject([{ name, of }]);
  });

  test('no title before it, no declaration', () => {
    expect(readAbbreviations('政府信息公开（以下简称公开）')).toEqual([]);
    expect(readAbbreviations('《甲办法》施行。县政府（以下简称政府）')).toEqual([]);
    expect(readAbbreviations('《甲办法》名称')).toEqual([]);
  });

  test('the last declaration before a name counts', () => {
    const text = '《甲办法》（以下简称《办法》），《办法》一。《乙办法》（以下简称《办法》），《办法》二';
    const resolve = titleResolver(readAbbreviations(text));
    expect(resolve('办法', text.indexOf('《办法》一')).name).toBe('甲办法');
    expect(resolve('办法', text.indexOf('《办法》二')).name).toBe('乙办法');
    expect(resolve('条例', 0)).toMatchObject({ name: '条例', declared: false });
  });

  test('a declared name that is wrong elsewhere is right here', () => {
    const text = '《中华人民共和国政府信息公开条例》（以下简称《信息公开条例》）第五十条';
    const [citation] = readCitations(text);
    expect(citation?.law).toMatchObject({ kind: 'regulation', edition: 2019 });
    expect(titleResolver(readAbbreviations(text))('信息公开条例', 30).match.kind).toBe('exact');
  });
});
