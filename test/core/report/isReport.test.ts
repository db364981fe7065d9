import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';

const body = '\n\n各乡镇人民政府：\n\n请于1月15日前报送，数据的统计期限自2025年1月1日起。\n';

describe('what is a report', () => {
  it.each([
    '示例县人民政府办公室关于做好2025年政府信息公开工作年度报告编制工作的通知',
    '关于报送2025年政府信息公开年报的通知',
    '2025年度政府信息公开工作年度报告评议情况通报',
    '关于《示例县2025年政府信息公开工作年度报告》的审核意见',
    '政府信息公开工作年度报告报送单位名单',
    '政府信息公开工作年度报告格式（样本）',
    '示例县政府信息公开年度报告编制说明',
    '示例县召开政府信息公开工作年度报告编制培训会',
    '各部门2025年政府信息公开工作年度报告汇总',
    '各部门2025年政府信息公开工作年度报告链接',
    '政府信息公开年报常见问题',
    '如何编写政府信息公开工作年度报告',
  ])('a paper about reports is none: %s', (title) => {
    const draft = analyze(`# ${title}${body}`);
    expect(draft.report).toBeUndefined();
    expect(draft.findings).toEqual([]);
    expect(analyze(`${title}${body}`).report).toBeUndefined();
  });

  it.each([
    '示例县自然资源局2025年政府信息公开工作年度报告',
    '示例县自然资源局2025年政府信息公开年报',
    '2025年示例县人民政府办公室政府信息公开年度报告',
    '示例县示例镇政府信息公开工作年度报告（2025年）',
    '示例县自然资源局2025年政府信息公开工作年度报告（征求稿）',
  ])('a report is one: %s', (title) => {
    expect(analyze(`# ${title}\n\n一、总体情况\n`).report).toBeDefined();
  });

  it('titles that a number alone makes those of sections do not count', () => {
    const draft = (third: string) =>
      analyze(`# 工作总结\n\n## 一、总体情况\n\n## 二、主动公开政府信息情况\n\n## 三、${third}\n`).report;
    expect(draft('收到和处理政府信息公开申请情况')).toBeDefined();
    expect(draft('申请办理情况')).toBeUndefined();
  });
});
