import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { applyFix } from '../../../server/src/core/edits.ts';
import { announcedCount } from '../../../server/src/core/rules/announced-count.ts';
import { copiedText } from '../../../server/src/core/rules/copied-text.ts';
import { doubledWord } from '../../../server/src/core/rules/doubled-word.ts';
import { feeStatement } from '../../../server/src/core/rules/fee-statement.ts';
import { personalData } from '../../../server/src/core/rules/personal-data.ts';
import { punctuation } from '../../../server/src/core/rules/punctuation.ts';
import type { Example } from '../../../server/src/core/rules/rule.ts';
import { exampleContext, onlyHeard } from '../../../server/src/core/rules/sample.ts';
import { heardAlone, inPlaceOfRequests } from '../../support/check.ts';
import { saidOf } from '../../support/repairs.ts';

describe('how many things are announced', () => {
  /** What stands there and what is listed: `三个方面: 一是 二是`. */
  function announced(text: string): string {
    const { findings } = heardAlone(announcedCount, { replace: [inPlaceOfRequests(text)] });
    return findings
      .map(({ message, related }) => {
        const [, phrase, count, listed = ''] =
          /^这里写“(.*)”，.面列出的是 (\d+) .（(.*)）。请核对。$/.exec(message) ?? [];
        const items = listed.split('、');
        expect(items).toHaveLength(Number(count));
        if (message.includes('后面'))
          expect(related.map((item) => item.message)).toEqual(items.map((item) => `“${item}”`));
        return `${phrase}: ${items.join(' ')}`;
      })
      .join('; ');
  }

  it.each([
    // Behind the phrase: right behind it, with its noun, behind a colon, or in the next paragraphs.
    ['主要有两个方面：一是更新网站；二是加强培训。', ''],
    ['主要有两个方面：一是更新网站；二是加强培训；三是通报。', '两个方面: 一是 二是 三是'],
    ['主要有三个方面：一是更新网站；二是加强培训。', '三个方面: 一是 二是'],
    ['主要有3个方面：一是更新网站；二是加强培训。', '3个方面: 一是 二是'],
    ['采取三项措施，一是更新网站；二是加强培训。', '三项措施: 一是 二是'],
    ['存在三大突出问题。一是更新不及时；二是培训不多。', '三大突出问题: 一是 二是'],
    ['存在三大突出问题的表现，一是更新不及时；二是培训不多。', '三大突出问题: 一是 二是'],
    ['抓住三个重点推进政府信息公开工作：一是更新网站；二是加强培训。', '三个重点: 一是 二是'],
    ['抓住三个重点推进政府信息公开工作，一是更新网站；二是加强培训。', ''],
    ['抓住三个重点深入推进全县政府信息公开各项工作提质增效：一是更新网站；二是加强培训。', ''],
    ['抓住三个重点，成效明显。一是更新网站；二是加强培训。', ''],
    ['采取三项措施：\n\n一是更新网站。\n\n二是加强培训。', '三项措施: 一是 二是'],
    ['采取三项措施\n\n一是更新网站。\n\n二是加强培训。', '三项措施: 一是 二是'],
    ['采取三项措施：\n\n（一）更新网站。\n\n（二）加强培训。', '三项措施: （一） （二）'],
    ['采取三项措施，成效明显。\n\n一是更新网站。\n\n二是加强培训。', ''],
    ['采取三项措施：\n\n按要求做好如下工作。\n\n一是更新网站。\n\n二是加强培训。', ''],
    ['采取三项措施：\n\n首先，一是更新网站；二是加强培训。', ''],
    ['一是更新网站；二是加强培训。采取三项措施。', ''],
    // Only a list that is whole and in order.
    ['采取三项措施：一是更新网站，加强培训。', ''],
    ['采取四项措施：一是更新网站；三是加强培训；四是通报。', ''],
    ['采取三项措施：二是更新网站；三是加强培训。', ''],
    ['更新网站、加强培训后，又采取三项措施：加强督查。', ''],
    // Not a count of what is listed here.
    ['针对第三个方面：一是更新网站；二是加强培训。', ''],
    ['围绕二十三项重点：一是更新网站；二是加强培训。', ''],
    ['抓好审核等三项制度：一是更新网站；二是加强培训。', ''],
    ['采取近三项措施：一是更新网站；二是加强培训。', ''],
    // Before the phrase.
    ['突出公开、解读和回应三个环节。', ''],
    ['突出公开、解读和回应四个环节。', '四个环节: 突出公开 解读 回应'],
    ['突出公开、解读、回应四个环节。', ''],
    ['突出公开和解读四个环节。', ''],
    ['按照要求，突出公开、解读和回应四个环节。', '四个环节: 突出公开 解读 回应'],
    ['突出公开、解读和回应、互动五个环节。', ''],
    ['突出公开、解读和回应以及互动五个环节。', ''],
    ['突出公开、、解读和回应五个环节。', ''],
    ['突出公开、解读和四个环节。', ''],
    ['突出公开、解读和群众关切的回应四个环节。', ''],
    ['对网站、公众号和公开栏设置四个栏目。', ''],
    ['设置“养老服务”、“社会救助”和“儿童福利”三个专栏。', ''],
    ['设置“养老服务”、“社会救助”和“儿童福利”四个专栏。', '四个专栏: 养老服务 社会救助 儿童福利'],
    ['设置“养老服务”四个专栏。', ''],
    ['设置“养老服务”，落实“社会救助”四个专栏。', ''],
    ['“养老服务”“社会救助”运行良好，又设四个专栏。', ''],
    // What is listed before counts, whatever is listed behind.
    ['突出公开、解读和回应三个环节：一是更新网站；二是加强培训。', ''],
  ])('%j', (text, expected) => {
    expect(announced(text)).toBe(expected);
  });

  it('is left to another rule where it is that of the report’s own parts', () => {
    const opening = '编制本报告。本报告由总体情况、主动公开、申请办理和其他六个方面组成。';
    expect(heardAlone(announcedCount, { replace: [['编制本报告。', opening]] }).findings).toEqual([]);
  });
});

describe('marks', () => {
  it.each([
    ['内容公开,透明。', '汉字之间用了半角标点“,”，应为“，”。', '!!→ 改为“，”: 内容公开，透明。'],
    ['内容公开透明.', '汉字之间用了半角标点“.”，应为“。”。', '!!→ 改为“。”: 内容公开透明。'],
    ['内容公开透明。。', '标点“。。”重复。请留下一个。', '!!→ 改为“。”: 内容公开透明。'],
    // Which of two is right, nobody knows.
    [
      '内容公开，。形式多样。',
      '标点“，。”重复。请留下一个。',
      '→ 留下“，”: 内容公开，形式多样。',
      '→ 留下“。”: 内容公开。形式多样。',
    ],
    ['全年1,200条，见 www.example.gov.cn, v1.2。'],
  ])('%s', (sentence, ...expected) => {
    expect(saidOf(punctuation, sentence)).toEqual(expected);
  });

  it('in half width are said one by one as long as they are few', () => {
    const few = saidOf(punctuation, '公开,透明,规范,有序,便民,高效。');
    expect(few.filter((line) => !line.includes('→'))).toHaveLength(5);
  });

  it('in half width are said and put right at once where they are a habit', () => {
    expect(saidOf(punctuation, '公开,透明,规范,有序,便民,高效,廉洁。。')).toEqual([
      '正文有 6 处在汉字之间用了半角的逗号、句号，应为全角。可一次改正。',
      '!!→ 全部改为全角标点: 公开，透明，规范，有序，便民，高效，廉洁。。',
      '标点“。。”重复。请留下一个。',
      '!!→ 改为“。”: 公开,透明,规范,有序,便民,高效,廉洁。',
    ]);
  });
});

it.each([
  [
    '组织群众关心的的业务培训。',
    '“的”重复了一次，多半是笔误。',
    '!!→ 只留一个“的”: 组织群众关心的业务培训。',
  ],
  [
    '推进政府信息公开政府信息公开工作。',
    '“政府信息公开”重复了一次，多半是笔误。',
    '!!→ 只留一个“政府信息公开”: 推进政府信息公开工作。',
  ],
  ['人人参与，一一登记。'],
])('a word said twice: %s', (sentence, ...expected) => {
  expect(saidOf(doubledWord, sentence)).toEqual(expected);
});

it.each([
  ['联系人手机13812345678。', '138＊＊＊＊5678', '手机号码', '联系人手机138＊＊＊＊5678。'],
  [
    '申请人身份证11010519491231002X。',
    '1101＊＊＊＊＊＊＊＊＊＊002X',
    '身份证号码',
    '申请人身份证1101＊＊＊＊＊＊＊＊＊＊002X。',
  ],
  [
    '退费至6222 0200 0000 0000 000。',
    '6222＊＊＊＊＊＊＊＊＊＊＊0000',
    '银行卡号',
    '退费至6222＊＊＊＊＊＊＊＊＊＊＊0000。',
  ],
])('a number that is somebody’s own: %s', (sentence, masked, kind, after) => {
  expect(saidOf(personalData, sentence)).toEqual([
    `“${masked}”像是${kind}。年报要向社会公布，请删去或遮盖；确属办公用的公开号码，可以保留并写明理由。`,
    `→ 遮盖为${masked}: ${after}`,
  ]);
});

describe('what the last section says of fees', () => {
  const before = '本年度没有收取信息处理费，没有其他需要报告的事项。';
  const unsaid = 'hint: 第六部分没有写信息处理费的收取情况。没有收取时写“没有收取信息处理费”。';
  const ask = '本年度收取信息处理费〔待填〕元。';

  /** `severity: message`, and the section once it has been added to. */
  function said(section: string, example: Example = {}): readonly string[] {
    const { analysis, findings } = heardAlone(feeStatement, { replace: [[before, section]], ...example });
    return findings.flatMap((finding) => [
      `${finding.severity}: ${finding.message}`,
      ...finding.fixes().map((fix) => {
        const after = applyFix(analysis, fix);
        return after.slice(after.indexOf('需要报告的事项\n\n') + 9, after.indexOf('\n\n示例县自然资源局\n'));
      }),
    ]);
  }

  it.each([
    ['无。', unsaid, `无。${ask}`],
    ['无其他事项', unsaid, `无其他事项。${ask}`],
    ['无其他事项！', unsaid, `无其他事项！${ask}`],
    ['- 开展培训。\n- 接受评议。', unsaid, `- 开展培训。\n- 接受评议。${ask}`],
    ['### （一）其他事项\n\n无。', unsaid, `### （一）其他事项\n\n无。${ask}`],
    ['行政事业性收费见第二部分。', unsaid, `行政事业性收费见第二部分。${ask}`],
    ['依申请公开没有收取任何费用。'],
    ['行政事业性收费见第二部分，没有收取信息处理费。'],
    ['无。\n\n- 申请人均未缴费。'],
    ['### （一）信息处理费收取情况\n\n无。'],
    ['〔待填〕'],
    [''],
  ])('%j', (section, ...expected) => {
    expect(said(section)).toEqual(expected);
  });

  it('must be said where somebody has not paid them', () => {
    const figures = {
      'applications/other.noPayment/natural': '3',
      'applications/other.noPayment/total': '3',
    };
    const heard = heardAlone(feeStatement, { figures, replace: [[before, '无。']] }).findings;
    expect(heard.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: 表格填有 3 件因逾期未缴纳费用而不再处理的申请，说明发出过收费通知，第六部分却没有写信息处理费的收取情况。',
    ]);
    expect(
      heard[0]?.related.map(({ anchor, message }) => [
        anchor.block.source.slice(anchor.start, anchor.end),
        message,
      ]),
    ).toEqual([['3', '逾期未按收费通知要求缴纳费用']]);
  });

  it('is not asked for where the form does not count them, nor where there is no such section', () => {
    expect(said('无。', { form: '2019' })).toEqual([]);
    expect(
      said('', {
        replace: [
          ['## 六、其他需要报告的事项', ''],
          [before, ''],
        ],
      }),
    ).toEqual([]);
  });
});

describe('sentences carried over from last year’s report', () => {
  const words: Readonly<Record<string, string>> = {
    A: '建立公开事项清单并且按月检查更新',
    B: '组织全局业务骨干参加政务公开培训',
    C: '对门户网站的各个栏目逐一清理整改',
    D: '邀请群众代表走进政务大厅参观座谈',
    E: '把政策解读做成图片和视频方便查阅',
    F: '在办事大厅设置专区提供查询和咨询',
    G: '委托第三方机构开展政务公开的评估',
  };
  const report = (letters: string) =>
    `# 示例县2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${[...letters].map((letter) => `${words[letter]}。`).join('')}\n`;

  /** `copied of all, share, limit: sentences that are named`. */
  function copied(now: string, before: string, threshold?: number): string {
    const { findings } = analyze(report(now), {
      ...exampleContext({ last: { whole: report(before) } }),
      levels: onlyHeard((rule) => rule === copiedText),
      ...(threshold !== undefined && { settings: { copiedTextThreshold: threshold } }),
    });
    return findings
      .map(({ message, related }) => {
        const [, all, some, last, share, limit, list = ''] =
          /^总体情况和问题部分的 (\d+) 句话中有 (\d+) 句与上年报告（(.*)）相同，占 (\d+)%（设定的界限是 (\d+)%）：(.*)。$/.exec(
            message,
          ) ?? [];
        expect(related.map((place) => place.message)).toEqual(
          Array(Number(some)).fill(`与上年报告（${last}）相同。`),
        );
        const named = Object.entries(words).reduce(
          (text, [letter, sentence]) =>
            text.replace(`“${sentence}。”`, letter).replace(`“${sentence}”`, letter),
          list,
        );
        return `${some} of ${all}, ${share}%, ${limit}%: ${named}`;
      })
      .join();
  }

  it.each([
    ['ABCD', 'ABCD', '4 of 4, 100%, 50%: A、B、C等'],
    ['ABCD', 'CBA', '3 of 4, 75%, 50%: A、B、C'],
    ['ABCD', 'ABEF', '2 of 4, 50%, 50%: A、B'],
    ['ABCDE', 'ABFG', ''],
    ['ABC', 'ABC', ''],
    ['ABCD', 'EFG', ''],
  ])('%s after %s', (now, before, expected) => {
    expect(copied(now, before)).toBe(expected);
  });

  it.each([
    ['ABCDEF', 'AB', 33, '2 of 6, 33%, 33%: A、B'],
    ['ABCDEF', 'AB', 34, ''],
    ['ABCDEF', '', 0, ''],
  ])('%s after %s, said from %d %%', (now, before, threshold, expected) => {
    expect(copied(now, before, threshold)).toBe(expected);
  });

  it('are not looked for where there is none', () => {
    expect(analyze(report('ABCD'), { levels: onlyHeard((rule) => rule === copiedText) }).findings).toEqual(
      [],
    );
  });
});
