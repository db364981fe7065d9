import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/edits.ts';
import { formOfVersion } from '../../../server/src/core/forms/forms.ts';
import { duplicateSection } from '../../../server/src/core/rules/duplicate-section.ts';
import { emptySection } from '../../../server/src/core/rules/empty-section.ts';
import { missingSection } from '../../../server/src/core/rules/missing-section.ts';
import { reportTitle } from '../../../server/src/core/rules/report-title.ts';
import type { Rule } from '../../../server/src/core/rules/rule.ts';
import { sectionNumber } from '../../../server/src/core/rules/section-number.ts';
import { sectionOrder } from '../../../server/src/core/rules/section-order.ts';
import { sectionTitle } from '../../../server/src/core/rules/section-title.ts';
import { heardAlone } from '../../support/check.ts';

const titles = ['工作计划', ...(formOfVersion('2021')?.sections ?? []).map(({ title }) => title)];

/** A report of sections with their numbers as given, `一、1 二、2`: a digit stands for the title of the form, 0 for a foreign one. */
function sectionsOf(numbers: string): string {
  const sections = numbers
    .split(' ')
    .map(
      (entry) => `## ${entry.slice(0, -1).replace('_', ' ')}${titles[Number(entry.at(-1))]}\n\n写有内容。\n`,
    );
  return ['# 示例县2025年政府信息公开工作年度报告\n', ...sections].join('\n');
}

/** The sections of a text in the same manner. */
function numbersIn(text: string): string {
  return [...text.matchAll(/^## (.*)$/gm)]
    .map(([, heading = '']) => {
      const index = titles.findIndex((title) => heading.endsWith(title));
      return `${heading.slice(0, -(titles[index]?.length ?? 0)).replace(' ', '_')}${index}`;
    })
    .join(' ');
}

/** What one rule says of a text, and the text once each of its repairs has been made. */
function heard(rule: Rule, whole: string) {
  let draft = heardAlone(rule, { whole });
  const messages = draft.findings.map(({ message }) => message);
  for (let i = 0; i < 9; i++) {
    const [fix] = draft.findings.flatMap(({ fixes }) => fixes());
    if (fix === undefined) break;
    draft = heardAlone(rule, { whole: applyFix(draft.analysis, fix) });
  }
  return { messages, text: draft.analysis.text };
}

describe('the numbers of the sections', () => {
  it.each([
    // As printed, or in a style of one’s own.
    ['一、1 二、2 三、3 四、4 五、5 六、6', ''],
    ['1.1 2.2 3.3 4.4 5.5 6.6', ''],
    ['1、1 2、2 3、3 4、4 5、5 6、6', ''],
    ['第一部分_1 第二部分_2 第三部分_3', ''],
    ['（一）1 （二）2 （三）3', ''],
    ['第一章_1 第二章_2 第三章_3', ''],
    ['（1）1 (2)2 （3）3', ''],
    ['1 2 3 4 5 6', ''],
    // Wrong, damaged, lost.
    ['一、1 二、2 三、3 四、4 五、5 五、6', '6是六不是五'],
    ['一、1 三、2 三、3', '2是二不是三'],
    ['1.1 2.2 4.3', '3是三不是4.'],
    ['一、1 二、2 1三、3', '3是三，写作1三'],
    ['一、1 二、2 1.三、3', '3是三，写作1.三'],
    ['一、1 二、2 、3', '3缺三'],
    ['一、1 二、2 .3', '3缺三'],
    ['一、1 二、2 3', '3缺三'],
    ['（年度）1 二、2 三、3', '1缺一'],
    ['一、1 二、2 3 4', '3缺三4缺四'],
    // Most have none: that is how this report is set.
    ['一、1 2 3', ''],
    ['第一章_1 2 3', ''],
    ['第一章_1 第二章_2 3', '3缺三'],
    // In the title's own style a number is not put right.
    ['第一章_1 第二章_2 第四章_3', ''],
    // What is missing, foreign or out of place is said elsewhere; the numbers may count what is there.
    ['一、1 三、3 四、4', ''],
    ['一、1 二、3 三、4', ''],
    ['一、1 五、3 四、4', '3是三不是五'],
    ['一、1 二、2 三、0 四、3', ''],
    ['一、1 二、2 三、0 三、3', ''],
    ['一、1 二、2 三、0 五、3', '3是三不是五'],
    ['一、1 三、3 二、2', ''],
    // The second of two is not counted, nor is its number looked at.
    ['一、1 二、2 五、2 三、3', ''],
    ['一、1 二、2 三、2 三、4', ''],
  ])('%s', (numbers, expected) => {
    const { messages } = heard(sectionNumber, sectionsOf(numbers));
    const short = messages.map((message) =>
      message
        .replace(/^“(.*)”是第.部分，编号应为“(.)”，现在写的是“(.*)”。$/, '$1是$2不是$3')
        .replace(/^“(.*)”的编号写作“(.*)”，应为“(.)”。$/, '$1是$3，写作$2')
        .replace(/^“(.*)”前面缺少编号“(.)、”。$/, '$1缺$2')
        .replace(/^[^是缺]*?(?=[是缺].)/, (title) => String(titles.findIndex((own) => title.endsWith(own)))),
    );
    expect(short.join('')).toBe(expected);
  });

  it.each([
    ['一、1 二、2 五、3', '一、1 二、2 三、3'],
    ['一、1 二、2 1三、3', '一、1 二、2 三、3'],
    ['一、1 二、2 3', '一、1 二、2 三、3'],
    ['一、1 二、2 、3', '一、1 二、2 三、3'],
    ['1.1 2.2 4.3', '1.1 2.2 三、3'],
    ['一、1 二、2 1.三、3', '一、1 二、2 三、3'],
    ['一．1 二．2 五．3', '一．1 二．2 三．3'],
    ['第一部分_1 第三部分_2', '第一部分_1 第二部分_2'],
  ])('%s is put right', (numbers, expected) => {
    expect(numbersIn(heard(sectionNumber, sectionsOf(numbers)).text)).toBe(expected);
  });
});

describe('the title of a section', () => {
  it.each([
    ['一、年度总体情况', '一、总体情况'],
    ['1.年度总体情况', '1.总体情况'],
    ['年度总体情况', '总体情况'],
    // A number that is no numeral of the form’s is part of what is written anew.
    ['第一章 总体情况', '一、总体情况'],
  ])('%s is put right', (heading, expected) => {
    const { messages, text } = heard(
      sectionTitle,
      sectionsOf('一、1 二、2').replace('一、总体情况', heading),
    );
    expect(messages).toHaveLength(1);
    expect(text).toContain(`\n## ${expected}\n`);
  });

  const all = sectionsOf('一、1 二、2 三、3 四、4 五、5 六、6');

  it.each([
    ['一、总体情况', '一、基本情况'],
    ['二、主动公开政府信息情况', '二、主动公开情况'],
    ['三、收到和处理政府信息公开申请情况', '三、依申请公开情况'],
    ['四、政府信息公开行政复议、行政诉讼情况', '四、复议诉讼情况'],
    ['五、存在的主要问题及改进情况', '五、工作中的不足和下步打算'],
    ['六、其他需要报告的事项', '六、其他'],
  ])('of which only a word is right is known by its number: %s for %s', (title, written) => {
    const whole = all.replace(title, written);
    expect(heardAlone(missingSection, { whole }).findings).toEqual([]);
    expect(heard(sectionTitle, whole).text).toBe(all);
    const [finding] = heardAlone(sectionTitle, { whole }).findings;
    expect(finding?.fixes().map(({ safe }) => safe)).toEqual([false]);
  });

  it.each([
    ['another topic', '六、其他需要报告的事项', '六、2026年工作计划', '6'],
    ['a word of another section', '五、存在的主要问题及改进情况', '五、其他情况', '5'],
    ['another number', '六、其他需要报告的事项', '七、其他', '6'],
    ['its section elsewhere', '五、存在的主要问题及改进情况', '五、其他问题\n\n## 六、存在的问题', ''],
  ])('is not known by %s', (_why, title, written, missing) => {
    const whole = all.replace(title, written);
    const { findings } = heardAlone(missingSection, { whole });
    expect(
      findings.map(({ message }) => titles.findIndex((one) => message.includes(`“${one}”`))).join(''),
    ).toBe(missing);
    expect(heard(sectionTitle, whole).messages.join('')).not.toContain(written.slice(2, 6));
  });

  it('is not compared where the form has no such section', () => {
    expect(heard(sectionTitle, sectionsOf('一、1 二、2 三、0')).messages).toEqual([]);
  });
});

describe('a missing section', () => {
  it.each([
    ['一、1 二、2 三、3 四、4 五、5 六、6', '', '123456'],
    ['二、2 三、3 四、4 五、5 六、6', '1', '123456'],
    ['一、1 三、3 四、4 五、5 六、6', '2', '123456'],
    ['一、1 三、3 四、4 六、6', '25', '123456'],
    ['一、1 二、2 三、3 四、4 五、5', '6', '123456'],
    ['六、6', '12345', '123456'],
    ['一、1 二、2 三、0 四、4 五、5 六、6', '3', '1230456'],
    ['一、1 三、3 二、2 五、5 六、6', '4', '132456'],
    ['五、5 六、0 二、2 三、3 四、4', '16', '1502346'],
    // Numbered as what a section goes through, not as the section that is missing.
    ['一、1 （一）2 （二）3 二、2 四、4 五、5 六、6', '3', '12323456'],
    ['一、1 （二）2 三、3 四、4 五、5 六、6', '', '123456'],
  ])('%s: %s', (numbers, missing, after) => {
    const { messages, text } = heard(missingSection, sectionsOf(numbers));
    expect(
      messages.map((message) => titles.findIndex((title) => message.includes(`“${title}”`))).join(''),
    ).toBe(missing);
    expect(numbersIn(text).replace(/[^0-9]/g, '')).toBe(after);
    expect(text).not.toContain('\n\n\n');
  });

  it('is put before the signature, and where there is no section at all, at the end', () => {
    const last = '## 六、其他需要报告的事项\n\n本年度没有收取信息处理费，没有其他需要报告的事项。\n\n';
    const { analysis, findings } = heardAlone(missingSection, { replace: [[last, '']] });
    const [fix] = findings.flatMap(({ fixes }) => fixes());
    expect(fix && applyFix(analysis, fix)).toMatch(
      /答复质量。\n\n## 六、其他需要报告的事项\n\n〔待填：其他需要报告的事项〕\n\n示例县自然资源局\n\n2026年1月15日\n$/,
    );
    const { text } = heard(
      missingSection,
      '# 示例县2025年政府信息公开工作年度报告\n\n第一段。\n\n第二段。\n',
    );
    expect(numbersIn(text)).toBe('一、1 二、2 三、3 四、4 五、5 六、6');
    expect(text).toContain('第二段。\n\n## 一、总体情况\n');
  });

  it('is put behind the table of the one before it', () => {
    const { analysis, findings } = heardAlone(missingSection, {
      replace: [['## 五、存在的主要问题及改进情况\n\n', '']],
    });
    const [fix] = findings.flatMap(({ fixes }) => fixes());
    expect(fix && applyFix(analysis, fix)).toContain('答复质量。\n\n## 五、存在的主要问题及改进情况\n');
  });

  it.each([
    ['# ', ''],
    ['### **', '**'],
    ['**', '**'],
    ['__', '__'],
    ['', ''],
    ['\u3000\u3000', ''],
  ])('has its heading set as the others are: %j', (opening, closing) => {
    const like = (text: string) => text.replace(/^## (.*)$/gm, `${opening}$1${closing}`);
    const whole = like(sectionsOf('一、1 二、2 三、3 四、4 五、5 六、6'));
    const headed = (text: string) =>
      text.split('\n').filter((line) => titles.slice(1).some((title) => line.includes(`、${title}`)));
    for (const numbers of ['一、1 二、2 三、3 四、4 六、6', '二、2 三、3 四、4 五、5 六、6']) {
      const { text } = heard(missingSection, like(sectionsOf(numbers)));
      expect(headed(text)).toEqual(headed(whole));
    }
  });

  it('has a heading of its own where the others are made by the line below them', () => {
    const below = sectionsOf('一、1 二、2 三、3 四、4 五、5').replace(/^## (.*)$/gm, '$1\n---');
    expect(heard(missingSection, below).text).toContain('\n\n## 六、其他需要报告的事项\n');
  });

  it('is not said while part of the draft is unread', () => {
    const unread = `${sectionsOf('一、1 二、2')}\n    四个空格使这一段成了代码。\n`;
    expect(heard(missingSection, unread).messages).toEqual([]);
  });
});

describe('the title of the report', () => {
  const none = '没有标题。';
  const other = '不规范';
  const noYear = '没有写年度';
  const others = sectionsOf('二、2 三、3').replace(/^.*\n\n/, '');
  const under = (head: string) =>
    `${head}\n\n根据《条例》第五十条的规定，编制本报告。\n\n## 一、总体情况\n\n2025年，示例县自然资源局写有内容。\n\n${others}\n示例县自然资源局\n\n2026年1月15日\n`;
  const said = (text: string) =>
    heard(reportTitle, text)
      .messages.map((message) => [none, other, noYear].find((part) => message.includes(part)))
      .join('');

  it.each([
    ['# 示例县自然资源局2025年政府信息公开工作年度报告', ''],
    ['# 示例县自然资源局2025年政府信息公开工作报告', ''],
    ['# 示例县自然资源局2025年度政府信息公开工作情况的报告', ''],
    ['# 示例县自然资源局政府信息公开年报（2025年）', ''],
    ['# 示 例 县 自 然 资 源 局 二〇二五年政府信息公开报告', ''],
    // Something else stands in its place: a heading, bold, or a short line that ends like a title.
    ['# 示例县自然资源局2025年政务公开工作总结', other],
    ['**示例县自然资源局2025年政务公开工作总结**', other],
    ['示例县自然资源局2025年政务公开工作报告', other],
    ['# 示例县自然资源局政府信息公开工作总结', other],
    ['# 示例县自然资源局2025年，政府信息公开工作报告', other],
    ['# 示例县自然资源局政府信息公开工作报告', other],
    ['# 示例县自然资源局政府信息公开年报', noYear],
    // Text is no title.
    ['示例县自然资源局2025年政务公开工作', none],
    ['示例县自然资源局2025年政务公开工作报告如下', none],
    ['# 编制本报告。', none],
    [`示例县自然资源局${'关于政务公开'.repeat(9)}的工作报告`, none],
    [`示例县自然资源局${'关于政务公开'.repeat(8)}工作报告`, other],
    ['<!-- 初稿 -->', none],
  ])('%s', (head, expected) => {
    expect(said(under(head))).toBe(expected);
  });

  it('is not the first section', () => {
    expect(said(`示例县自然资源局工作报告\n\n一、总体情况\n\n写有内容。\n\n${others}`)).toBe(other);
    expect(said(`## 一、总体情况\n\n写有内容。\n\n${others}`)).toBe(none);
    expect(said(`示例县自然资源局工作报告\n一、总体情况\n写有内容。\n\n${others}`)).toBe(other);
  });

  it.each([
    ['', '# 示例县自然资源局2025年政府信息公开工作年度报告\n\n根据《条例》'],
    ['<!-- 初稿 -->', '<!-- 初稿 -->\n\n# 示例县自然资源局2025年政府信息公开工作年度报告\n\n根据《条例》'],
    ['# 2025年工作总结', '# 示例县自然资源局2025年政府信息公开工作年度报告\n\n根据《条例》'],
  ])('is put right where the draft tells whose report it is: %j', (head, expected) => {
    expect(heard(reportTitle, under(head)).text.trimStart().slice(0, expected.length)).toBe(expected);
  });

  it('is put in front of a first section with its number', () => {
    const section = '## 一、总体情况\n\n2025年，写有内容。\n\n## 二、主动公开政府信息情况\n';
    const front = '---\n年度: 2025\n机关: 示例县自然资源局\n---\n\n';
    expect(heard(reportTitle, `${front}${section}`).text).toBe(
      `${front}# 示例县自然资源局2025年政府信息公开工作年度报告\n\n${section}`,
    );
    expect(heard(reportTitle, front).text).toBe(front);
  });

  it.each([
    ['no organ', '2025年，写有内容。'],
    ['no year', '写有内容。\n\n示例县自然资源局'],
  ])('is not made up where there is %s', (_what, text) => {
    const draft = `${others}\n## 一、总体情况\n\n${text}\n`;
    expect(heard(reportTitle, draft)).toEqual({ messages: [reportTitle.messages.none()], text: draft });
    const wrong = `# 工作报告\n\n${draft}`;
    expect(heard(reportTitle, wrong).text).toBe(wrong);
  });
});

describe('a section without content', () => {
  const signature = '示例县自然资源局\n\n2026年1月15日\n';
  const whole = (section: string, body: string) =>
    `# 示例县自然资源局2025年政府信息公开工作年度报告\n\n## ${section}\n\n${body}`;
  const overview = '一、总体情况';
  const problems = '五、存在的主要问题及改进情况';
  const other = '六、其他需要报告的事项';
  const shown = (text: string) =>
    heardAlone(emptySection, { whole: text })
      .findings.map(({ severity, message }) => `${severity} ${message.replace(/^“[^”]*”/, '')}`)
      .join('');

  it.each([
    [overview, '', 'error 下面没有内容。请补写。'],
    [problems, '', 'error 下面没有内容。请补写。'],
    [problems, signature, 'error 下面没有内容。请补写。'],
    [other, '', 'warning 下面没有内容。没有事项时请写“无”。'],
    [other, signature, 'warning 下面没有内容。没有事项时请写“无”。'],
    [other, '示例县自然资源局　2026年1月15日\n', 'warning 下面没有内容。没有事项时请写“无”。'],
    [overview, '无', 'error 只写了“无”。这一部分必须有具体内容。'],
    [problems, '（暂无）', 'error 只写了“无”。这一部分必须有具体内容。'],
    [problems, `略。\n\n${signature}`, 'error 只写了“无”。这一部分必须有具体内容。'],
    [problems, '没有问题。\n\n无。', ''],
    [overview, '本年度没有变化。', ''],
    [other, '无。', ''],
    [other, `没有其他需要报告的事项\n\n2026年1月15日\n`, ''],
    ['二、主动公开政府信息情况', '', ''],
    ['七、工作计划', '', ''],
  ])('%s: %j', (section, body, expected) => {
    expect(shown(whole(section, body))).toBe(expected);
  });

  it('says 无 where that is enough', () => {
    expect(heard(emptySection, whole(other, signature)).text).toBe(whole(other, `无。\n\n${signature}`));
    expect(heard(emptySection, whole(overview, '')).text).toBe(whole(overview, ''));
  });

  it.each([`**${other}**`, `## ${other} ##`, `${other}\n---`])(
    'says it behind the whole of %j',
    (heading) => {
      const text = whole(other, signature).replace(`## ${other}`, heading);
      expect(heard(emptySection, text).text).toBe(text.replace(heading, `${heading}\n\n无。`));
    },
  );

  it('is not said while part of the draft is unread', () => {
    expect(shown(whole(other, '    四个空格使这一段成了代码。'))).toBe('');
    expect(shown(whole(overview, '    四个空格使这一段成了代码。'))).toBe('');
  });
});

describe('a section that is there twice', () => {
  const heads = (rule: Rule, whole: string) =>
    heardAlone(rule, { whole }).findings.map(({ message, related }) => [
      message,
      ...related.map(({ anchor, message: what }) => `${what} ${anchor.block.source}`),
    ]);

  it.each([
    ['一、1 二、2 三、3 四、2', '“主动公开政府信息情况”这一部分出现了两次。请合并或删去其中一个。'],
    ['一、1 二、2 三、0 四、0', undefined],
    ['一、1 二、2 三、0', undefined],
  ])('%s', (numbers, message) => {
    const title = '二、主动公开政府信息情况';
    expect(heads(duplicateSection, sectionsOf(numbers))).toEqual(
      message === undefined ? [] : [[message, `${title} ## ${title}`]],
    );
  });

  it('by its title alone loses that', () => {
    const whole = sectionsOf('一、1 二、2').replace('\n\n写有内容。', '\n\n一、总体情况 写有内容。');
    expect(heads(duplicateSection, whole)).toEqual([
      ['标题“一、总体情况”在正文开头又写了一遍。请删去重复的文字。', '一、总体情况 ## 一、总体情况'],
    ]);
    expect(heard(duplicateSection, whole).text).toBe(sectionsOf('一、1 二、2'));
  });
});

describe('a section that moves', () => {
  const signature = '示例县自然资源局\n\n2026年1月15日\n';

  it.each(['一、1 二、2 三、3 四、4 六、6 五、5', '六、6 一、1 二、2 三、3 四、4 五、5'])(
    'leaves the signature at the end: %s',
    (numbers) => {
      const { text } = heard(sectionOrder, `${sectionsOf(numbers)}\n${signature}`);
      expect(numbersIn(text)).toBe('一、1 二、2 三、3 四、4 五、5 六、6');
      expect(text.slice(text.indexOf('示例县自然')).trim()).toBe(signature.trim());
    },
  );

  it('is told where it goes', () => {
    const titlesOf = (numbers: string) =>
      heardAlone(sectionOrder, { whole: sectionsOf(numbers) }).findings.flatMap(({ fixes }) =>
        fixes().map(({ title }) => title),
      );
    expect(titlesOf('二、2 一、1 三、3 四、4 五、5 六、6')).toEqual([
      '把“总体情况”移到“主动公开政府信息情况”之前',
    ]);
    expect(titlesOf('一、1 二、2 三、3 四、4 五、0 六、6 七、5')).toEqual([
      '把“存在的主要问题及改进情况”移到“政府信息公开行政复议、行政诉讼情况”之后',
    ]);
  });

  it('takes its own lines alone where sections stand in one paragraph', () => {
    const whole = sectionsOf('一、1 二、2 三、3 四、4 六、6 五、5')
      .replaceAll('## ', '')
      .replaceAll(/\n\n(?=[^一])/g, '\n');
    const { text } = heard(sectionOrder, `# ${whole.slice(2)}`);
    expect([...text.matchAll(/^[一二三四五六](?=、)/gm)].join('')).toBe('一二三四五六');
    const linesOf = (written: string) => written.split('\n').filter((line) => line !== '');
    expect(linesOf(text).sort()).toEqual(linesOf(`# ${whole.slice(2)}`).sort());
  });

  it('leaves it there where it stands in one paragraph with the last section', () => {
    const signed = signature.replace('\n\n', '\n');
    const whole = `${sectionsOf('一、1 二、2 三、3 四、4 六、6 五、5').trimEnd()}\n${signed}`;
    const { text } = heard(sectionOrder, whole);
    expect(numbersIn(text)).toBe('一、1 二、2 三、3 四、4 五、5 六、6');
    expect(text).toMatch(/五、存在的主要问题及改进情况\n\n写有内容。\n\n/);
    expect(text.endsWith(signed)).toBe(true);
  });
});

describe('a foreign title with the number of a section and a sign of it', () => {
  const draft = (...headings: string[]) =>
    `# 示例县2025年政府信息公开工作年度报告\n\n${headings.map((heading) => `${heading}\n\n写有内容。\n`).join('\n')}`;
  const missing = (whole: string) =>
    heard(missingSection, whole)
      .messages.map((message) => /缺少第(.)部分/.exec(message)?.[1] ?? '')
      .join('');
  const other = (whole: string) =>
    heard(sectionTitle, whole).messages.map((message) => /“(.*?)”/.exec(message)?.[1] ?? '');
  const second = '## 二、主动公开政府信息情况';
  const fourth = '## 四、政府信息公开行政复议、行政诉讼情况';

  it.each([
    // The first one, the one between, the last.
    [[`## 一、总体要求`, second], '总体要求', '三四五六'],
    [[`## 一、概述`, second], '概述', '三四五六'],
    [[second, '## 三、政府信息依申请公开办理情况', fourth], '政府信息依申请公开办理情况', '一五六'],
    [[fourth, '## 五、不足和今后打算'], '不足和今后打算', '一二三六'],
    [['一、总体要求', second.slice(3)], '总体要求', '三四五六'],
    // Another number, no sign, the section elsewhere.
    [[`## 二、总体要求`, second], '', '一三四五六'],
    [[`## 一、工作计划`, second], '', '一三四五六'],
    [[second, '## 三、工作计划', fourth], '', '一三五六'],
    [[second, '## 三、不足和今后打算', fourth], '', '一三五六'],
    [
      ['## 一、总体情况', second, '## 三、依申请公开', '## 三、收到和处理政府信息公开申请情况', fourth],
      '',
      '五六',
    ],
  ] as const)('%s', (headings, title, lacking) => {
    const whole = draft(...headings);
    expect(other(whole).join(' ')).toBe(title);
    expect(missing(whole)).toContain(lacking);
  });

  it('is put right', () => {
    expect(heard(sectionTitle, draft('## 一、总体要求', second)).text).toContain('## 一、总体情况\n');
  });
});
