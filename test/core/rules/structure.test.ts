import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/edits.ts';
import { formOfVersion } from '../../../server/src/core/forms/forms.ts';
import type { Anchor } from '../../../server/src/core/outline/outline.ts';
import { accountability } from '../../../server/src/core/rules/accountability.ts';
import { announcedSections } from '../../../server/src/core/rules/announced-sections.ts';
import { extraSection } from '../../../server/src/core/rules/extra-section.ts';
import { frontMatter } from '../../../server/src/core/rules/front-matter.ts';
import { overviewLength } from '../../../server/src/core/rules/overview-length.ts';
import { overviewTopics } from '../../../server/src/core/rules/overview-topics.ts';
import { percentMismatch } from '../../../server/src/core/rules/percent-mismatch.ts';
import { placeholder } from '../../../server/src/core/rules/placeholder.ts';
import { problemsAndMeasures } from '../../../server/src/core/rules/problems-and-measures.ts';
import type { Rule } from '../../../server/src/core/rules/rule.ts';
import { heardAlone, inPlaceOfRequests } from '../../support/check.ts';

const sections = formOfVersion('2021')?.sections ?? [];
/** The sections of the form, something written in each. */
const parts = sections.map(({ numeral, title }) => `## ${numeral}、${title}\n\n写有内容。\n`).join('\n');

describe('what the opening says of the parts', () => {
  const all =
    '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
  const heard = (sentence: string, ...more: (readonly [string, string])[]) => {
    const whole = `# 示例县2025年政府信息公开工作年度报告\n\n编制本报告。${sentence}\n\n${parts}`;
    return heardAlone(announcedSections, { whole, replace: more });
  };
  const short = (message: string) =>
    message
      .replace(/^开头写“(.*)”，正文有 (.) 个部分，两处不一致(?:；开头没有列出(.*))?。$/, '$1 of $2 $3')
      .replace(/^开头列举各部分时漏了(.*)，正文里有这一部分。$/, 'without $1')
      .replaceAll(/[“”]/g, '')
      .trim();
  const said = (...all: Parameters<typeof heard>) =>
    heard(...all)
      .findings.map(({ message }) => short(message))
      .join('; ');
  const withPlan: [string, string] = [
    '报告的事项\n\n写有内容。\n',
    '报告的事项\n\n写有内容。\n\n## 七、工作计划\n\n学习。\n',
  ];
  const withoutOther: [string, string] = ['## 六、其他需要报告的事项\n\n', ''];

  it.each([
    ['本报告由六个部分组成。', ''],
    ['本报告由6个部分组成。', ''],
    ['本报告分为六部分。', ''],
    ['本报告分为五部分。', '五部分 of 6'],
    ['本报告包含五个章节。', '五个章节 of 6'],
    ['本报告共5个部分。', '5个部分 of 6'],
    ['本报告构成如下：共十二个部分。', '十二个部分 of 6'],
    // A number of other things, or no announcement.
    ['本报告涵盖五个方面。', ''],
    ['五个部分的数据经过核对。', ''],
    ['主动公开是全部工作的一部分，共公开信息182条。', ''],
    ['主动公开是全部工作的一部分。本报告由五个部分组成。', '五个部分 of 6'],
    ['本报告第一部分为总体情况，第二部分为主动公开情况，全文共五个部分。', '五个部分 of 6'],
    ['学习了五个部分的内容。本报告共六个部分。', ''],
    // The names of the parts, at least three of them.
    [`本报告由${all}六个部分组成。`, ''],
    [`本报告由${all}等六个方面组成。`, ''],
    [`本报告由${all}等五个方面组成。`, '五个方面 of 6'],
    ['本报告由总体情况、主动公开政府信息情况等六个部分组成。', ''],
    [
      '本报告由总体情况、主动公开政府信息情况、其他需要报告的事项等五个方面组成。',
      '五个方面 of 6 收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况',
    ],
    [`本报告由${all.replace('、其他需要报告的事项', '')}六个部分组成。`, 'without 其他需要报告的事项'],
    [`本报告由${all.replace('、其他需要报告的事项', '')}五个部分组成。`, '五个部分 of 6 其他需要报告的事项'],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });

  it('is compared with what there is, and with the form', () => {
    expect(said('本报告由七个部分组成。', withPlan)).toBe('');
    expect(said('本报告由六个部分组成。', withPlan)).toBe('');
    expect(said('本报告由五个部分组成。', withPlan)).toBe('五个部分 of 7');
    expect(said('本报告由五个部分组成。', withoutOther)).toBe('');
    expect(said('本报告由六个部分组成。', withoutOther)).toBe('');
    expect(said('本报告由四个部分组成。', withoutOther)).toBe('四个部分 of 5');
    expect(said(`本报告由${all.replace('、其他需要报告的事项', '')}五个部分组成。`, withoutOther)).toBe('');
  });

  it('knows a part by its title in the draft, too', () => {
    const title: [string, string] = ['## 六、其他需要报告的事项', '## 六、其他报告的事项'];
    const names = all.replace('其他需要报告的事项', '其他报告的事项');
    expect(said(`本报告由${names}六个部分组成。`, title)).toBe('');
    expect(said(`本报告由${names.replace('其他报告的事项', '附则')}六个部分组成。`)).toBe(
      'without 其他需要报告的事项',
    );
  });

  it.each([
    ['其他需要报告的事项', '其他需报告的事项'],
    ['其他需要报告的事项', '其他报告的事项'],
    ['总体情况', '总体工作情况'],
    ['总体情况', '概述'],
    ['收到和处理政府信息公开申请情况', '依申请公开政府信息情况'],
    ['政府信息公开行政复议、行政诉讼情况', '复议诉讼情况'],
    ['存在的主要问题及改进情况', '不足及努力方向'],
  ])('knows %s by %s', (title, other) => {
    expect(said(`本报告由${all.replace(title, other)}六个部分组成。`)).toBe('');
    expect(said(`本报告由${all.replace(title, '附表')}六个部分组成。`)).toBe(`without ${title}`);
  });

  it('does not take what a section goes through for the sections', () => {
    expect(said('本报告涵盖总体情况、主动公开、依申请公开、复议诉讼等五个方面。')).toBe('');
  });

  it('is one sentence', () => {
    const some = '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况';
    expect(said(`数据见${some}。本报告由六个部分组成。`)).toBe('');
    expect(said(`${all}六个部分组成本报告。`)).toBe('');
  });

  it('is looked for in the opening alone', () => {
    const { findings } = heardAlone(announcedSections, {
      replace: [inPlaceOfRequests('本报告由五个部分组成。')],
    });
    expect(findings).toEqual([]);
  });

  it('has the headings beside it', () => {
    const [finding] = heard('本报告由五个部分组成。').findings;
    expect(finding?.related.map(({ message }) => message.slice(0, 2)).join('')).toBe(
      '一、二、三、四、五、六、',
    );
  });

  it.each([
    ['本报告由五个部分组成。', '改为六个部分', '本报告由六个部分组成。'],
    ['本报告由5个部分组成。', '改为6个部分', '本报告由6个部分组成。'],
    [
      `本报告由${all.replace('、其他需要报告的事项', '')}5个部分组成。`,
      '改为6个部分，补上名称',
      `本报告由${all}6个部分组成。`,
    ],
    [
      `本报告由${all.replace('总体情况、', '')}六个部分组成。`,
      '改为六个部分，补上名称',
      `本报告由${all}六个部分组成。`,
    ],
    [
      '本报告包括总体情况，主动公开政府信息情况，其他需要报告的事项，共六个部分。',
      '改为六个部分，补上名称',
      '本报告包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项，共六个部分。',
    ],
    // Where a name is said in other words nobody knows where it ends.
    ['本报告由总体情况、主动公开信息的情况、其他需要报告的事项等六个部分组成。', undefined, undefined],
  ])('%s is put right', (sentence, title, expected) => {
    const { analysis, findings } = heard(sentence);
    const [fix, ...others] = findings.flatMap(({ fixes }) => fixes());
    expect(findings).toHaveLength(1);
    expect(others).toEqual([]);
    expect(fix?.title).toBe(title);
    if (expected !== undefined)
      expect(fix && applyFix(analysis, fix)).toContain(`编制本报告。${expected}\n\n## 一、`);
  });
});

describe('what is left to be filled in', () => {
  const said = (text: string) =>
    heardAlone(placeholder, {
      whole: `# 示例县2025年政府信息公开工作年度报告\n\n${text.replaceAll('|', '\n')}\n`,
    })
      .findings.map(({ message }) => message.replace(/^“(.+)”还没有填。$/, '$1'))
      .join(' ');

  it.each([
    // Notes in brackets of any kind, as long as they end.
    ['更新〔待填：平台名称〕专栏。', '〔待填：平台名称〕'],
    ['【待补充】更新专栏。', '【待补充】'],
    ['更新专栏（待定）。', '（待定）'],
    ['更新专栏[请填写]。', '[请填写]'],
    ['〔待更新〕', '〔待更新〕'],
    ['〔待填：××专栏〕和××平台。', '〔待填：××专栏〕 ××'],
    ['更新〔以下待填〕专栏。', ''],
    ['更新专栏（待定。', ''],
    ['更新专栏（待定】。', ''],
    [`更新〔待填${'专'.repeat(57)}〕栏。`, `〔待填${'专'.repeat(57)}〕`],
    [`更新〔待填${'专'.repeat(58)}〕栏。`, ''],
    // Two crosses and more, of any kind, alone.
    ['××县更新专栏', '××'],
    ['更新专栏在XX', 'XX'],
    ['在ＸＸ乡、✕✕✕乡更新专栏。', 'ＸＸ ✕✕✕'],
    ['面积为3×5米，甲×乙。', ''],
    ['字号为XXL、3XX、AXX、XX3、XXa。', ''],
    ['电话138××××0000。', ''],
    // A name left out on purpose: 某 not far before or behind says so.
    ['某某企业申请享受××政策。', ''],
    ['××政策由某某企业享受。', ''],
    [`某某企业申请享受××政策${'，更新门户网站专栏'.repeat(10)}。`, ''],
    [`某某企业申请享受政策${'，更新门户网站专栏'.repeat(5)}，在××县。`, '××'],
    [`在××县${'，更新门户网站专栏'.repeat(5)}，某某企业申请享受政策。`, '××'],
    // A number that is missing before its measure word.
    ['主动公开条，公开信息条。', '“公开条”中间缺少数字。请补填。 “信息条”中间缺少数字。请补填。'],
    ['更新信息共条、发布合计条；', '“信息共条”中间缺少数字。请补填。 “发布合计条”中间缺少数字。请补填。'],
    ['设滚动信息条、提示信息条和弹出信息条，更新公开条目。', ''],
    // A year that is not known yet.
    ['20XX年更新专栏。', '20XX年'],
    ['在20××年更新专栏。', '20××年'],
    ['20XX度，19XX年，120XX年，2X年。', ''],
    // Wherever it stands.
    ['### （一）××平台', '××'],
    ['- 更新××专栏|  - 更新〔待填〕专栏', '×× 〔待填〕'],
    ['<table><tr><td>××专栏</td></tr></table>', '××'],
    ['```|更新××专栏|```', ''],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('a section that is none of the form', () => {
  const extra = (heading: string, before = parts) =>
    heardAlone(extraSection, {
      whole: `# 示例县2025年政府信息公开工作年度报告\n\n${before}\n${heading}\n\n写有内容。\n`,
    }).findings.map(({ message }) => message.replace(/^“(.*)”不是年报规定的部分。.*$/, '$1'));

  it.each([
    ['## 七、工作计划', ['七、工作计划']],
    ['## 七、结转下年度继续办理', ['七、结转下年度继续办理']],
  ])('%s', (heading, expected) => {
    expect(extra(heading)).toEqual(expected);
  });

  it('may be a row of a table that was pasted cell by cell, where headings are plain lines', () => {
    const plain = parts.replaceAll('## ', '');
    expect(extra('七、工作计划', plain)).toEqual(['七、工作计划']);
    expect(extra('七、结转下年度继续办理', plain)).toEqual([]);
  });
});

describe('what a section has to say', () => {
  const overview = /(?<=## 一、总体情况\n\n).*?(?=\n\n## 二、)/s;
  const problems = /(?<=改进情况\n\n).*?(?=\n\n## 六、)/s;
  const sample = `# 示例县自然资源局2025年政府信息公开工作年度报告\n\n${parts}`;
  const messages = (rule: Rule, part: RegExp, text: string, organ = '示例县自然资源局') =>
    heardAlone(rule, {
      whole: sample.replaceAll('示例县自然资源局', organ).replace(part, () => text),
    }).findings.map(({ message, severity }) => [message.replace(/请补写.*$|请写明。$/, ''), severity]);

  it.each([
    ['公开内容不够细致。下一步加强培训。', undefined],
    ['公开内容不够细致。', '没有写怎样改进'],
    ['下一步加强培训。', '没有写存在什么问题'],
    ['全年工作平稳有序。', '没有写存在什么问题'],
    ['还不够细致。', '没有写怎样改进'],
    ['不够细致。', undefined],
    // What nobody has written yet is said elsewhere.
    ['无。', undefined],
    ['没有问题。', undefined],
    ['无。\n\n无。', undefined],
    ['〔待填：主要问题〕全年工作平稳有序。', undefined],
    ['### 存在的主要问题\n\n全年工作平稳有序。', '没有写怎样改进'],
    ['    四个空格使这一段成了代码。\n\n全年工作平稳有序。', undefined],
    ['    四个空格使这一段成了代码。\n\n公开内容不够细致。', undefined],
  ])('problems and measures: %s', (text, expected) => {
    const [said] = messages(problemsAndMeasures, problems, text);
    expect(said).toEqual(expected && [`“存在的主要问题及改进情况”${expected}。`, 'warning']);
  });

  it.each([
    ['全年发布信息182条，办结申请11件，动态调整目录，更新网站，组织培训。', undefined],
    ['全年发布信息182条，办结申请11件，动态调整目录，更新网站。', '“监督保障”'],
    ['办结申请11件，更新网站。', '“主动公开”、“政府信息管理”、“监督保障”'],
    ['全年发布信息182条。\n\n- 办结申请11件\n- 动态调整目录\n\n更新网站。组织培训。', undefined],
    ['〔待填：总体情况〕', undefined],
    ['    四个空格使这一段成了代码。\n\n办结申请11件。', undefined],
  ])('the topics of the overview: %s', (text, expected) => {
    const [said] = messages(overviewTopics, overview, text);
    expect(said).toEqual(expected && [`“总体情况”没有写到${expected}。`, 'information']);
  });

  it('the overview is as long as its characters, without blanks, headings and tables of its own', () => {
    const long = (count: number) => messages(overviewLength, overview, '更'.repeat(count));
    expect(long(1000)).toEqual([]);
    expect(long(1001)).toEqual([['“总体情况”有 1001 字，超过 1000 字，多 1 字。请精简。', 'information']]);
    const text = `${'更 '.repeat(998)}\n\n𠮷𠮷\n\n| 更 |\n|---|\n| 更更更 |`;
    expect(messages(overviewLength, overview, text)).toEqual([]);
    expect(messages(overviewLength, overview, `${text}\n\n更`)).toHaveLength(1);
    // The heading below counts, and so does what stands behind the section’s own.
    expect(messages(overviewLength, overview, `### 更更更\n\n${'更'.repeat(998)}`)).toHaveLength(1);
    expect(messages(overviewLength, /一、总体情况/, `一、总体情况 ${'更'.repeat(1000)}`)).toHaveLength(1);
    expect(messages(overviewLength, problems, '更'.repeat(1001))).toEqual([]);
    const bold = (inside: string) =>
      `# 示例县2025年政府信息公开工作年度报告\n\n**一、总体情况**\n\n**${inside}**\n\n${'更'.repeat(998)}\n`;
    expect(heardAlone(overviewLength, { whole: bold('更更') }).findings).toEqual([]);
    expect(heardAlone(overviewLength, { whole: bold('更更更') }).findings).toHaveLength(1);
  });

  it.each([
    ['示例县人民政府', '全年工作平稳有序。', 'warning'],
    ['示例县某某镇人民政府', '全年工作平稳有序。', 'information'],
    ['示例县某某镇', '全年工作平稳有序。', undefined],
    ['示例县某某街道办事处', '全年工作平稳有序。', undefined],
    ['示例县自然资源局', '全年工作平稳有序。', undefined],
    ['示例县融媒体中心', '全年工作平稳有序。', undefined],
    ['示例县人民政府', '开展社会评议。', undefined],
    ['示例县人民政府', '没有被追责。', undefined],
    ['示例县人民政府', '〔待填：总体情况〕', undefined],
    ['示例县人民政府', '    四个空格使这一段成了代码。\n\n全年工作平稳有序。', undefined],
  ])('accountability of %s: %s', (organ, text, severity) => {
    const said = messages(accountability, overview, text, organ);
    expect(said.map((one) => one[1])).toEqual(severity === undefined ? [] : [severity]);
    for (const [message] of said) expect(message).toContain(`${organ}的年报`);
  });

  it('the signature is of no section', () => {
    const whole = `${sample.replace(/## 六、.*/s, '').replace(problems, '')}`;
    const signed = `${whole.replace(/写有内容。\n\n$/, '无。\n\n')}示例县自然资源局\n\n2026年1月15日\n`;
    expect(heardAlone(problemsAndMeasures, { whole: signed }).findings).toEqual([]);
  });

  it('accountability of what the draft says it is', () => {
    const kindOf = (kind: string, title: string) =>
      heardAlone(accountability, {
        whole: `---\n年度: 2025\n机关类型: ${kind}\n---\n\n${title}\n\n${parts.replace('写有内容', '全年工作平稳有序')}`,
      }).findings.length;
    expect(kindOf('政府', '# 示例县人民政府2025年政府信息公开工作年度报告')).toBe(1);
    expect(kindOf('其他', '# 示例县人民政府2025年政府信息公开工作年度报告')).toBe(0);
    expect(kindOf('乡镇街道', '正文。')).toBe(0);
  });

  it('accountability of governments whose name is not known', () => {
    const whole = sample
      .replace(/^# .*\n/, '---\n年度: 2025\n机关类型: 政府\n---\n')
      .replaceAll('示例县自然资源局', '本机关')
      .replace(overview, '全年工作平稳有序。');
    expect(heardAlone(accountability, { whole }).findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('各级人民政府的年报'),
    ]);
  });

  it.each([accountability, overviewLength, overviewTopics, problemsAndMeasures])(
    'is not asked of a section that is missing',
    (rule) => {
      const whole = sample
        .replaceAll(/## [一五]、.*\n\n/g, '')
        .replaceAll('示例县自然资源局', '示例县人民政府');
      expect(heardAlone(rule, { whole }).findings).toEqual([]);
    },
  );
});

describe('the words around a per cent', () => {
  const wrong = '从 120条到 150条，变化应为 25%，这里写的是 35%。请核对。';

  it.each([
    // Marks of every width, and blanks between them.
    ['公开信息150条,较2024年的120条增加30条,增长35%。', wrong],
    ['公开信息150条，比上年(120条)增加30条，增长35%。', wrong],
    ['公开信息 150条，较 2024年的 120条增加　30条，增长 35%。', wrong],
    ['公开信息150条，同比增长35%(2024年为120条)。', wrong],
    ['2024年公开信息120条,2025年公开信息150条,增长35%。', wrong],
    [`${'全年政务公开工作平稳有序。'.repeat(8)}2024年公开信息120条，2025年公开信息150条，增长35%。`, wrong],
    // Letters of words stand for no number, dates for none of a list.
    ['公开信息150条，接入VPN，较上年的120条增长35%。', undefined],
    ['公开信息150条，接入CCTV直播，较上年的120条增长35%。', undefined],
    ['公开信息150条，占30%，较上年的120条增长35%。', undefined],
    ['公开信息150条，截至12月31日，较上年的120条增长35%。', undefined],
    ['公开信息150条，较6月30日的120条增长35%。', undefined],
    ['公开信息150条，较上年12月31日的120条增长35%。', undefined],
    ['公开信息150条，较上年APP的120条增长35%。', undefined],
    // A number further away than a sentence is long is none of its own.
    [`公开信息150条，${'其中包括规划、用地、执法等方面的信息，'.repeat(5)}较上年的120条增长35%。`, undefined],
  ])('%s', (sentence, expected) => {
    const { findings } = heardAlone(percentMismatch, { replace: [inPlaceOfRequests(sentence)] });
    expect(findings.map(({ message }) => message)).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('front-matter: colons of a Chinese keyboard', () => {
  const repaired = (lines: string) => {
    const { analysis, findings } = heardAlone(frontMatter, {
      replace: [['# 示例县', `---\n${lines}\n---\n\n# 示例县`]],
    });
    const [finding] = findings;
    const { outline } = analysis;
    const place = (anchor: Anchor) => analysis.place(anchor);
    const after = findings.reduceRight((text, { fixes }) => {
      const [fix] = fixes();
      return fix === undefined ? text : applyFix({ text, outline, place }, fix);
    }, analysis.text);
    return {
      count: findings.length,
      said: finding && analysis.text.slice(finding.span.start, finding.span.end),
      after: after.slice(4, after.indexOf('\n---', 4)),
    };
  };

  it.each([
    ['年报：true', 1, '年报: true'],
    ['年度：2025\n机关类型：部门', 2, '年度: 2025\n机关类型: 部门'],
    ['年报: true\n机关类型 ： 部门\n作者：张三', 1, '年报: true\n机关类型 : 部门\n作者：张三'],
    ['年报: true\n下级报告：\n  - 乡镇/*.md', 1, '年报: true\n下级报告:\n  - 乡镇/*.md'],
    ['年报: true\n上年报告: 2024：定稿.md', 0, '年报: true\n上年报告: 2024：定稿.md'],
    ['年报: true\n标题: 一：二', 0, '年报: true\n标题: 一：二'],
  ])('%j', (lines, count, after) => {
    expect(repaired(lines)).toMatchObject({ count, after });
  });
});
