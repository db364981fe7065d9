import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/edits.ts';
import { reportPeriod } from '../../../server/src/core/rules/report-period.ts';
import { signingDate } from '../../../server/src/core/rules/signing-date.ts';
import { heardAlone } from '../../support/check.ts';

describe('the date of the signature', () => {
  const signed = (date: string, organ: string) =>
    heardAlone(signingDate, {
      whole: `# ${organ}2025年政府信息公开工作年度报告\n\n## 六、其他需要报告的事项\n\n没有。\n\n${organ}\n\n${date}\n`,
    });
  /** What is said of it, in short, and the days that are offered instead. */
  const said = (date: string, organ: string) =>
    signed(date, organ)
      .findings.map(({ message, fixes }) =>
        [
          message
            .replace(/^.*不是一个完整、存在的日期.*$/, 'damaged')
            .replace(/^.*早于统计期末(.*)，那时.*$/, 'before $1')
            .replace(/^.*晚于(.*)公布年报的期限(.*)（《条例》.*$/, '$1 till $2')
            .replace(/^.*与(.*)度报告相隔一年以上.*$/, 'far from $1'),
          ...fixes().map(({ title }) => title.replace('改为', '')),
        ].join(' '),
      )
      .join('; ');
  const bureau = '示例县自然资源局';
  const county = '示例县人民政府';
  const town = '示例县某某镇人民政府';
  const street = '示例县某某街道办事处';
  const centre = '示例县融媒体中心';

  it.each([
    // From the year's end to the day that the law sets for the kind of organ.
    ['2025年12月31日', bureau, ''],
    ['2025年12月30日', bureau, 'before 2025年12月31日'],
    ['2025年12月', bureau, ''],
    ['2026年1月31日', bureau, ''],
    ['2026年2月1日', bureau, '部门 till 2026年1月31日'],
    ['2026年2月', bureau, '部门 till 2026年1月31日'],
    ['2026年12月31日', bureau, '部门 till 2026年1月31日'],
    ['2026年3月31日', county, ''],
    ['2026年4月1日', county, '政府 till 2026年3月31日'],
    ['2026年12月31日', town, ''],
    ['2026年12月31日', street, ''],
    ['2026年12月31日', centre, ''],
    ['2027年1月1日', bureau, 'far from 2025年'],
    ['2027年1月1日', centre, 'far from 2025年'],
    // Last year's number, as one writes it in January; never a day that is late again.
    ['2025年1月15日', bureau, 'before 2025年12月31日 2026年1月15日'],
    ['2025年1月', bureau, 'before 2025年12月31日 2026年1月'],
    ['2025年3月20日', county, 'before 2025年12月31日 2026年3月20日'],
    ['2025年3月20日', bureau, 'before 2025年12月31日'],
    ['2025年3月20日', centre, 'before 2025年12月31日 2026年3月20日'],
    ['2025年4月20日', centre, 'before 2025年12月31日'],
    ['2024年1月15日', bureau, 'before 2025年12月31日'],
    // Damaged: the days that may be meant, as far as they are in time.
    ['2026115', bureau, 'damaged 2026年1月15日'],
    ['２０２６１１５', bureau, 'damaged 2026年1月15日'],
    ['2026111', bureau, 'damaged 2026年1月11日'],
    ['2026111', centre, 'damaged 2026年1月11日 2026年11月1日'],
    ['20251231日', bureau, 'damaged 2025年12月31日'],
    ['20251230日', bureau, 'damaged'],
    ['2027115', centre, 'damaged'],
    ['2026年1月35日', bureau, 'damaged'],
    // A line of other digits is no date.
    ['电话 12345678', bureau, ''],
  ])('%s of %s: %s', (date, organ, expected) => {
    expect(said(date, organ)).toBe(expected);
  });

  it('is written in full where a day is offered, the name left as it is', () => {
    const { analysis, findings } = signed('示例县自然资源局 2026115', bureau);
    const [fix] = findings.flatMap(({ fixes }) => fixes());
    expect(findings[0]?.message).toContain('“2026115”');
    expect(fix && applyFix(analysis, fix)).toMatch(/\n示例县自然资源局 2026年1月15日\n$/);
  });

  it('is at the end of the report', () => {
    const whole = `# ${bureau}2025年政府信息公开工作年度报告\n\n## 六、其他需要报告的事项\n\n检查组 2020年3月1日\n\n写有内容。\n\n${bureau}\n\n2026年1月15日\n`;
    expect(heardAlone(signingDate, { whole }).findings).toEqual([]);
  });

  it.each([
    ['2026115', ['2026年1月15日', '2026年11月5日']],
    ['2031年1月15日', undefined],
  ])('%s where nobody knows of which year the report is', (date, offered) => {
    const whole = `---\n年报: true\n---\n\n## 六、其他需要报告的事项\n\n没有。\n\n${bureau}\n\n${date}\n`;
    const fixes = heardAlone(signingDate, { whole }).findings.map((finding) =>
      finding.fixes().map(({ title }) => title.replace('改为', '')),
    );
    expect(fixes).toEqual(offered === undefined ? [] : [offered]);
  });
});

describe('the period of the figures', () => {
  const sentence = '本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。';
  const head = '# 示例县自然资源局2025年政府信息公开工作年度报告\n\n';
  const rest = '\n\n## 一、总体情况\n\n写有内容。\n';
  const heard = (statement: string) =>
    heardAlone(reportPeriod, { whole: `${head}编制本报告。${statement}${rest}` });
  /** `wrong|damaged what → right`, and what is written once the first fix has been made. */
  function said(statement: string): string {
    const { analysis, findings } = heard(statement);
    return findings
      .map(({ message, span, severity, fixes }) => {
        const [fix] = fixes();
        const after = fix && applyFix(analysis, fix);
        expect(severity).toBe('error');
        return `${message.includes('残缺') ? 'damaged' : 'wrong'} ${analysis.text.slice(span.start, span.end)} → ${after?.slice(head.length + 6, -rest.length)}`;
      })
      .join('; ');
  }

  it.each([
    [sentence, ''],
    ['统计期限为2025年1月1日至12月31日。', ''],
    ['统计期限为1月1日至12月31日。', ''],
    ['统计期限为2025年1月至12月。', ''],
    ['统计期限为2025年度。', ''],
    ['数据截至2025年12月31日。', ''],
    ['统计期限自2025年1月1日起。', ''],
    // One date, or both; a year is written where one was, and where nobody can tell.
    ['统计期限为2024年1月1日至12月31日。', 'wrong 2024年1月1日 → 统计期限为2025年1月1日至12月31日。'],
    ['统计期限为2025年1月1日至12月30日。', 'wrong 12月30日 → 统计期限为2025年1月1日至12月31日。'],
    ['统计期限为1月2日至12月31日。', 'wrong 1月2日 → 统计期限为1月1日至12月31日。'],
    ['统计期限为2025年2月至12月。', 'wrong 2025年2月 → 统计期限为2025年1月1日至12月。'],
    [
      '统计期限为2024年1月1日至2024年12月31日。',
      'wrong 2024年1月1日至2024年12月31日 → 统计期限为2025年1月1日至2025年12月31日。',
    ],
    [
      '统计期限为2024年1月1日至2025年1112月31日。',
      'damaged 2024年1月1日至2025年1112月31日 → 统计期限为2025年1月1日至2025年12月31日。',
    ],
    ['统计期限自202511日起至12月31日止。', 'damaged 202511日 → 统计期限自2025年1月1日起至12月31日止。'],
    ['数据截至2025年11月30日。', 'wrong 2025年11月30日 → 数据截至2025年12月31日。'],
    ['数据截至11月30日。', 'wrong 11月30日 → 数据截至12月31日。'],
    ['统计期限为2024年度。', 'wrong 2024年 → 统计期限为2025年度。'],
    [
      '年报共六部分，涵盖2025年1月1日至12月21日的情况。',
      'wrong 12月21日 → 年报共六部分，涵盖2025年1月1日至12月31日的情况。',
    ],
    ['年报专栏涵盖2024年决算。统计期限为2025年度。', ''],
  ])('%s', (statement, expected) => {
    expect(said(statement)).toBe(expected);
  });

  it('names in its message and its fix what is right', () => {
    const [finding] = heard('统计期限为2024年1月1日至2024年12月31日。').findings;
    expect(finding?.message).toContain(
      '写“2024年1月1日至2024年12月31日”，应为2025年1月1日至2025年12月31日：',
    );
    expect(finding?.fixes().map(({ title, preferred }) => [title, preferred])).toEqual([
      ['改为2025年1月1日至2025年12月31日', true],
    ]);
  });

  it('is that of the first date where the report names no year', () => {
    const whole = (period: string) => `---\n年报: true\n---\n\n${period}\n\n## 一、总体情况\n\n写有内容。\n`;
    const messages = (period: string) =>
      heardAlone(reportPeriod, { whole: whole(period) }).findings.map(({ message }) => message);
    expect(messages('数据统计截至12月31日。')).toEqual([]);
    expect(messages('数据统计截至2025年12月31日。')).toEqual([]);
    expect(messages('统计期限为2025年度。')).toEqual([]);
    expect(messages('统计期限从2025年1月2日至2025年12月31日。')).toEqual([
      expect.stringContaining('应为2025年1月1日'),
    ]);
    expect(messages('写有内容。')).toEqual([
      '没有写明统计期限。请写上“本报告所列数据的统计期限自1月1日起至12月31日止。”。',
    ]);
  });

  describe('that is not stated', () => {
    const repaired = (whole: string) => {
      const { analysis, findings } = heardAlone(reportPeriod, { whole });
      expect(findings.map(({ severity }) => severity)).toEqual(['information']);
      const [fix] = findings.flatMap(({ fixes }) => fixes());
      return fix === undefined ? 'no fix' : applyFix(analysis, fix);
    };

    it.each([
      ['根据《条例》编制本报告。', `根据《条例》编制本报告。${sentence}`],
      ['第一段。\n\n第二段。', `第一段。\n\n第二段。${sentence}`],
    ])('is put behind the opening: %j', (opening, expected) => {
      expect(repaired(`${head}${opening}${rest}`)).toBe(`${head}${expected}${rest}`);
    });

    it('is put before the first section where there is no opening', () => {
      const section = '## 一、总体情况\n\n写有内容。\n';
      expect(repaired(`${head}${section}`)).toBe(`${head}${sentence}\n\n${section}`);
      const plain = '一、总体情况\n写有内容。\n';
      expect(repaired(`${head}${plain}`)).toBe(`${head}${sentence}\n\n${plain}`);
      expect(repaired(head)).toBe('no fix');
    });

    it.each([['数据为2025年1月1日至12月31日的情况。'], ['    四个空格使这一段成了代码。']])(
      'may be stated in other words, or in a part that is unread: %j',
      (text) => {
        expect(heardAlone(reportPeriod, { whole: `${head}${text}${rest}` }).findings).toEqual([]);
      },
    );
  });
});
