import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/edits.ts';
import { numbering } from '../../../server/src/core/rules/numbering.ts';
import { heardAlone } from '../../support/check.ts';

/** Paragraphs in the first section of a report, divided by ` / `; `|` is a mere line break. */
function reportWith(text: string, heading = '## 一、总体情况'): string {
  const paragraphs = text.replaceAll(' / ', '\n\n').replaceAll('|', '\n');
  return `# 示例县2025年政府信息公开工作年度报告\n\n${heading}\n\n全年工作平稳。\n\n${paragraphs}\n\n条目写完。\n`;
}

function heardOfNumbers(text: string) {
  return heardAlone(numbering, { whole: reportWith(text) });
}

/** What is said of the numbers of these paragraphs, in short: `2→4: 3`, `2=2: 3`, `4←2: 3`, `start 2: 1`, `lone`. */
function said(text: string): string {
  return heardOfNumbers(text)
    .findings.map(({ message, related }) => {
      expect(related).toHaveLength(/从|只有/.test(message) ? 0 : 1);
      return message
        .replace(/^编号由“(.*)”跳到“(.*)”，应为“(.*)”。请核对是否漏了内容。$/, '$1→$2: $3')
        .replace(/^编号由“(.*)”退回“(.*)”，应为“(.*)”。$/, '$1←$2: $3')
        .replace(/^编号“(.*)”重复，应为“(.*)”。$/, '$1=$1: $2')
        .replace(/^编号从“(.*)”开始，前面没有“(.*)”。.*$/, 'start $1: $2')
        .replace(/^只有“一是”，没有“二是”。.*$/, 'lone');
    })
    .join('; ');
}

/** The paragraphs once the first thing that is said of them has been put right. */
function repaired(text: string): string {
  const { analysis, findings } = heardOfNumbers(text);
  const [fix] = findings[0]?.fixes() ?? [];
  if (fix === undefined) return 'no fix';
  const after = applyFix(analysis, fix);
  return after
    .slice(after.indexOf('平稳。') + 3, after.indexOf('条目写完'))
    .trim()
    .replaceAll('\n\n', ' / ')
    .replaceAll('\n', '|');
}

describe('numbers of a list', () => {
  it.each([
    // Each style of its own.
    ['（一）学习。 / （二）培训。 / （四）考核。', '（二）→（四）: （三）'],
    ['（1）学习。 / （2）培训。 / （4）考核。', '（2）→（4）: （3）'],
    ['(1)学习。 / (2)培训。 / (4)考核。', '(2)→(4): (3)'],
    ['1.学习。 / 2.培训。 / 4.考核。', '2→4: 3'],
    ['1.学习。|2.培训。|4.考核。', '2→4: 3'],
    ['1、学习。 / 2、培训。 / 4、考核。', '2→4: 3'],
    ['１．学习。 / ２．培训。 / ４．考核。', '２→４: ３'],
    ['1）学习。 / 2）培训。 / 4）考核。', '2→4: 3'],
    ['1. 学习。 / 2. 培训。 / 4. 考核。', '2→4: 3'],
    ['- 学习|  1. 法规|  3. 业务', '1→3: 2'],
    ['①学习；②培训；④考核。', '②→④: ③'],
    ['一是学习；二是培训；四是考核。', '二是→四是: 三是'],
    ['一要学习；二要培训；四要考核。', '二要→四要: 三要'],
    ['第一，学习；第二，培训；第四，考核。', '第二→第四: 第三'],
    ['其一，学习；其二，培训；其四，考核。', '其二→其四: 其三'],
    ['第一是学习；第二是培训；第四是考核。', '第二→第四: 第三'],
    // What is wrong.
    ['1.学习。 / 2.培训。 / 2.考核。', '2=2: 3'],
    ['1.学习。 / 1.培训。 / 2.考核。', '1=1: 2'],
    ['（一）学习。 / （一）培训。 / （二）考核。', '（一）=（一）: （二）'],
    ['1.学习。 / 2.培训。 / 5.考核。 / 4.检查。', '2→5: 3'],
    ['1.学习。 / 2.培训。 / 3.考核。 / 2.检查。', '3←2: 4'],
    ['1.学习。 / 2.培训。 / 4.考核。 / 6.检查。', '2→4: 3; 4→6: 5'],
    ['一是学习；二是培训；二是考核；三是检查。', '二是=二是: 三是'],
    ['2.学习。 / 3.培训。', 'start 2: 1'],
    ['（二）学习。 / （三）培训。', 'start （二）: （一）'],
    ['（二）学习。 / （二）培训。 / （三）考核。', 'start （二）: （一）'],
    ['5.学习。 / 2.培训。 / 3.考核。', 'start 5: 1'],
    // One number alone, and two that are far from each other, begin no list.
    ['2.学习。', ''],
    ['5.学习。 / 8.培训。', '5→8: 6'],
    // A list of nothing but 1. is in order in Markdown.
    ['1. 学习。 / 1. 培训。 / 1. 考核。', ''],
    ['3. 学习。 / 3. 培训。', 'start 3: 1'],
    ['0. 学习。 / 1. 培训。 / 3. 考核。', '1→3: 2'],
    ['1. 学习。 / 0. 培训。', ''],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ['1.学习。 / 2.培训。 / 4.考核。', '1.学习。 / 2.培训。 / 3.考核。'],
    ['1.学习。 / 2.培训。 / 4.考核。 / 5.检查。', '1.学习。 / 2.培训。 / 3.考核。 / 4.检查。'],
    ['1.学习。 / 2.培训。 / 2.考核。 / 4.检查。', '1.学习。 / 2.培训。 / 3.考核。 / 4.检查。'],
    ['1.学习。 / 2.培训。 / 2.考核。 / 3.检查。', '1.学习。 / 2.培训。 / 3.考核。 / 4.检查。'],
    ['（二）学习。 / （三）培训。', '（一）学习。 / （二）培训。'],
    ['（二）学习。 / （二）培训。', '（一）学习。 / （二）培训。'],
    ['９．学习。 / １１．培训。', '９．学习。 / １０．培训。'],
    ['九是学习；十一是培训；十二是考核。', '九是学习；十是培训；十一是考核。'],
    ['⑨学习；⑪培训。', '⑨学习；⑩培训。'],
    ['(1)学习。 / (3)培训。', '(1)学习。 / (2)培训。'],
    ['第九，学习；第十一，培训。', '第九，学习；第十，培训。'],
    ['8.学习。 / 10.培训。', '8.学习。 / 9.培训。'],
    ['1.学习。 / 5.培训。 / 6.考核。 / 4.检查。', '1.学习。 / 2.培训。 / 3.考核。 / 4.检查。'],
    ['1. 学习。 / 3. 培训。', '1. 学习。 / 2. 培训。'],
    ['一是加强学习。', '加强学习。'],
    ['一是学习，公开182条，一是网站124条。 / 二是培训。', '一是学习，公开182条，网站124条。 / 二是培训。'],
  ])('%s is put right', (text, expected) => {
    expect(repaired(text)).toBe(expected);
  });

  it('are named in the fix', () => {
    const titles = (text: string) =>
      heardOfNumbers(text).findings.flatMap(({ fixes }) => fixes().map(({ title }) => title));
    expect(titles('1.学习。 / 3.培训。')).toEqual(['改为“2”']);
    expect(titles('1.学习。 / 3.培训。 / 4.考核。')).toEqual(['改为“2”，后面依次改']);
    expect(titles('一是加强学习。')).toEqual(['去掉“一是”']);
  });

  it('of more than two hundred items are not changed all at once', () => {
    const list = (count: number) =>
      ['1. 学习', ...Array.from({ length: count }, (_, index) => `${index + 3}. 学习`)].join('|');
    expect(repaired(list(200))).toContain('201. 学习');
    expect(repaired(list(201))).toBe('no fix');
  });
});

describe('a number that is there in another guise', () => {
  it.each([
    ['首先学习；二是培训；三是考核。', ''],
    ['一方面学习。 / 2.培训。 / 3.考核。', ''],
    ['1、学习。（2）培训。 / 3、考核。', ''],
    ['（一）学习。 / 第二，培训。 / （三）考核。', ''],
    ['一是学习；其次培训；三是考核。', ''],
    ['一是学习，同时培训；三是考核。', ''],
    ['一是学习，首先培训；三是考核。', '一是→三是: 二是'],
    ['一是学习；2.培训；三是考核。', ''],
    ['一是学习；12.培训；三是考核。', ''],
    ['十是学习；十一、培训；十二是考核。', ''],
    // What stands before the first number, or behind the last, is not between them.
    ['第二，学习。一是培训；三是考核。', '一是→三是: 二是'],
    ['一是培训；三是考核；第二，学习。', '一是→三是: 二是'],
    ['第二季度：|1.培训。 / 3.考核。', '1→3: 2'],
    // A second list whose first number is no marker.
    ['一是学习；二是培训；三是考核。下一步，将一是宣传；二是检查。', ''],
    ['一是学习；二是培训。下一步，将一是宣传；二是检查。', ''],
    ['一是学习，将三是培训；四是考核。', '一是→四是: 二是'],
    ['一是学习；二是培训；三是考核。下一步，二是检查。', '三是←二是: 四是'],
    // Under another heading of the section, the list was begun before.
    ['1. 学习。 / **方式** / 2. 培训。 / 3. 考核。', ''],
    ['①学习。 / **方式** / 2. 培训。 / 3. 考核。', 'start 2: 1'],
    ['4. 学习。 / **方式** / 2. 培训。 / 3. 考核。', 'start 2: 1'],
    ['2. 培训。 / 3. 考核。 / **方式** / 1. 学习。', 'start 2: 1'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('is not the number of the section', () => {
    const count = (heading: string) =>
      heardAlone(numbering, { whole: reportWith('（二）学习。 / （三）培训。', heading) }).findings.length;
    expect(count('## 一、总体情况')).toBe(1);
    expect(count('## 一、总体情况 （一）概述。')).toBe(0);
  });
});

describe('what stands at the beginning of a line or a clause and is no number of a list', () => {
  it.each([
    ['1.学习。 / 2.培训。 / 4.5万人次参加。', ''],
    ['1.学习。 / 2.培训。 / 4、5月份检查。', ''],
    ['1.学习。 / 2.培训。 / 4.0版平台上线。', ''],
    ['1.学习。 / 2.培训。 / 110、急救电话联动。', ''],
    ['1.学习。 / 2.培训。 / 12月检查。', ''],
    ['1.学习。 / 2.培训。 / 五、考核。', ''],
    ['1）学习。 / 2）培训。 / 五）考核。', ''],
    ['1.学习。 / 2.培训。 / （4.考核。', ''],
    ['（一）学习。 / （二）培训。 / （九）项所列的不公开。', ''],
    ['（一）学习。 / （二）培训。 / （九）款所列的不公开。', ''],
    ['（一）学习。 / （二）培训。 / （九）条所列的不公开。', ''],
    ['（一）学习。 / （二）培训。 / （九', ''],
    ['（一）学习。 / （二）培训。 / （四）', '（二）→（四）: （三）'],
    ['第一，学习；第二，培训；其四，考核。', ''],
    ['一是学习；二是培训，每月十五、二十五是接待日；三是考核。', ''],
    ['一是学习；二是培训，分第一、四季度两次；三是考核；第二，检查。', ''],
    ['第一，学习；第二，培训；第四、第五党支部参加。', ''],
    ['第一，学习；第二，培训；第四、五党支部参加。', ''],
    ['第一，学习；第二，培训；第四季度考核。', ''],
    ['第一，学习；第二，培训；第4，考核。', ''],
    ['第一，学习；第二，培训，第四', ''],
    ['一是学习；二是培训，六是六、七是七；三是考核。', ''],
    ['一是学习；二是培训，六要六、七要七；三是考核。', ''],
    ['逐项核对，一是否准确。', ''],
    ['一是学习；二是培训；三是考核，要做到万无一失，五是否都要查。', ''],
    ['一是学习，统一是关键；三是考核。', '一是→三是: 二是'],
    ['一是学习；二是培训；四者兼顾。', ''],
    ['本局下设科室三个，一是办公室，二是执法队，四是服务中心。', '二是→四是: 三是'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([...'。；;：:，,、！？!?）)”"』」》—… \u3000'])('a number stands behind %j, too', (mark) => {
    expect(said(`一是学习${mark}三是考核。`)).toBe('一是→三是: 二是');
  });

  it.each([...'，,、：:'])('第一 has %j behind it', (mark) => {
    expect(said(`第一${mark}学习；第三${mark}考核。`)).toBe('第一→第三: 第二');
  });
});

describe('a list inside a list', () => {
  it.each([
    // The outer one goes on behind the inner one, and is judged by itself.
    ['1.学习。 / （1）法规。 / （2）业务。 / 2.培训。', ''],
    ['1.学习。 / （1）法规。 / 3.培训。', '1→3: 2'],
    ['1.学习。 / （1）法规。 / （3）业务。 / 2.培训。', '（1）→（3）: （2）'],
    ['（一）学习。 / 1.法规。 / 2.业务。 / （二）培训。 / 1.线上。 / 2.线下。', ''],
    ['（一）学习。 / 1.法规。 / 2.业务。 / （二）培训。 / 4.线上。', ''],
    ['（一）学习。 / 1）法规。 / 2）业务。 / （二）培训。 / 4）线上。', ''],
    ['（一）学习。 / （1）法规。 / （2）业务。 / （二）培训。 / （4）线上。', ''],
    ['4.学习。 / （1）法规。 / 5.培训。 / （3）线上。', 'start 4: 1'],
    ['1. 学习|   1. 法规|   2. 业务|2. 培训', ''],
    ['- 学习|  1. 法规|  1. 业务|  2. 安全', '1=1: 2'],
    ['（一）学习。 / 1.法规。 / （三）培训。 / 1.线上。', '（一）→（三）: （二）'],
    ['1.学习。 / （1）法规。 / （2）业务。 / 2.培训。 / （1）线上。 / （2）线下。', ''],
    ['1.学习。 / （1）法规。 / （2）业务。 / 2.培训。 / （3）线上。', ''],
    // 一是 goes on over lines, but not over parts.
    ['（一）学习。一是法规。 / （二）培训。二是线上。', 'lone'],
    ['一是学习。 / 1.法规。 / 2.业务。 / 二是培训。 / 三是考核。', ''],
    ['一是学习。 / 1.法规。 / 三是考核。', '一是→三是: 二是'],
    ['- 学习。一是法规。|- 培训。三是线上。', '一是→三是: 二是'],
    // Of one style in each other.
    ['1.学习。 / 2.培训。 / 1.线上。 / 2.线下。 / 3.考核。', ''],
    ['1.学习。 / 2.培训。 / 1.线上。 / 2.线下。 / 3.直播。 / 3.考核。', ''],
    [
      '一是学习，公开182条，一是网站124条，二是公众号58条。 / 二是培训两类：一是线上，二是线下。 / 三是考核。',
      '',
    ],
    ['一是学习，公开182条，一是网站124条，二是公众号58条。 / 二是培训。 / 四是考核。', '二是→四是: 三是'],
    ['一是学习，公开182条，一是网站124条，三是公众号58条。 / 二是培训。', '一是→三是: 二是'],
    ['有两条：一是学习，公开182条，一是网站124条，二是公众号58条。', 'lone'],
    ['- 学习|  1. 法规|  2. 业务|- 培训|  1. 线上|  2. 线下', ''],
    ['- 学习|  1. 法规|- 培训|  1. 线上', ''],
    ['一是学习，公开182条，一是网站124条。 / 二是培训。 / 三是考核。', 'lone'],
    ['一是学习，一是法规，二是业务，一是线上，三是线下。', 'lone; 一是→三是: 二是'],
    ['1. 学习||   分三期。|2. 培训||   分两期。|4. 考核', '2→4: 3'],
    ['- 学习|- 培训 / 1.考核。 / 3.检查。', '1→3: 2'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    // A second list of the same style, with and without words that lead to it.
    ['1.学习。 / 2.培训。 / 下一步： / 1.考核。 / 2.检查。', ''],
    ['1.学习。 / 2.培训。 / 下一步： / 1.考核。 / 3.检查。', '1→3: 2'],
    ['1.学习。 / 下一步： / 1.考核。', ''],
    ['1.学习。 / 全年举办三次。 / 1.考核。', ''],
    ['（一）学习。 / 下一步： / （一）考核。', ''],
    ['（一）学习。 / 全年举办三次。 / （一）考核。', '（一）=（一）: （二）'],
    ['（一）学习。 / 全年举办三次； / （一）考核。', '（一）=（一）: （二）'],
    ['（一）学习 / 全年举办三次。 / （一）考核', '（一）=（一）: （二）'],
    ['（一）学习。 / 全年三次。下一步： / （一）考核。', ''],
    ['一是学习，二是培训。 / 一是考核，三是检查。', '一是→三是: 二是'],
    ['一是学习。 / 二是培训。 / 下一步，一是考核。 / 三是检查。', '一是→三是: 二是'],
    ['一要学习。 / 一要培训。', ''],
    ['第一，学习。 / 第一，培训。', ''],
    ['其一，学习。 / 其一，培训。', ''],
    ['一是学习，二是培训。下一步，一是考核，二是检查。', ''],
    ['一是学习。下一步，一是考核，二是检查。', 'lone'],
    ['①学习②培训。①考核②检查。', ''],
    // A heading ends what was numbered before it.
    ['1.学习。 / 2.培训。 / **下一步** / 4.检查。', ''],
    ['1.学习。 / 2.培训。 / 下一步 / 4.检查。', '2→4: 3'],
  ])('ends where another begins: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('is not looked for in the opening', () => {
    const { findings } = heardAlone(numbering, {
      replace: [['编制本报告。', '编制本报告。一是学习；三是培训。']],
    });
    expect(findings).toEqual([]);
  });

  it('are the sections themselves no list, whatever style they are numbered in', () => {
    const digits = ['一', '二', '三', '四', '五'].map((numeral, index): [string, string] => [
      `## ${numeral}、`,
      `## ${index + 1}、`,
    ]);
    const { findings } = heardAlone(numbering, { replace: [...digits, ['## 六、', '## 7、']] });
    expect(findings).toEqual([]);
  });
});

describe('一是 without 二是', () => {
  it.each([
    ['一是加强学习。', 'lone'],
    ['一是加强学习。 / 全年培训三次。', 'lone'],
    ['一是加强学习。 / 一是加强培训。', 'lone; lone'],
    ['一是加强学习：①法规。第二，加强培训。', ''],
    ['一要加强学习。', ''],
    ['第一，加强学习。', ''],
    ['三是加强学习。', ''],
    // A second in another guise, also in a paragraph further on.
    ['一是加强学习。第二，加强培训。', ''],
    ['一是加强学习。 / 全年三次。 / 其二，加强培训。', ''],
    ['一是加强学习。其次加强培训。', ''],
    ['一是加强学习，另一方面加强培训。', ''],
    ['一是加强学习。 / （二）培训。', 'lone'],
    ['一是加强学习。 / 2.加强培训。', ''],
    ['第二季度，一是加强学习。', 'lone'],
    // Not as far as the next list, or the next part.
    ['一是加强学习。下一步，一是加强培训。第二，加强考核。', 'lone'],
    ['一是加强学习。下一步，第二，加强考核；一是加强培训；二是加强检查。', ''],
    ['一是加强学习。 / （三）培训。第二，加强考核。', 'lone'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('is not looked for in the next section', () => {
    const { findings } = heardAlone(numbering, {
      replace: [
        ['没有发生责任追究。', '没有发生责任追究，一是加强学习。'],
        ['存在的主要问题：', '存在的主要问题：第二，一是不细，二是不快，'],
      ],
    });
    expect(findings.map(({ message, severity }) => [message.slice(0, 8), severity])).toEqual([
      ['只有“一是”，没', 'information'],
    ]);
  });
});
