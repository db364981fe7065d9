import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { type Passage, passagesOf } from '../../../server/src/core/report/passages.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';

function read(text: string) {
  const analysis = analyze(text);
  if (analysis.report === undefined) throw new Error('no report');
  const passages = passagesOf(analysis.report);
  const source = (passage: Passage, words: string) => {
    const start = passage.text.indexOf(words);
    const span = analysis.place(passage.place({ start, end: start + words.length }));
    return analysis.text.slice(span.start, span.end);
  };
  return { passages, source, shown: passages.map(({ kind, text: words }) => `${kind}: ${words}`) };
}

const head = '# 示例县2025年政府信息公开工作年度报告\n\n';

describe('passages', () => {
  it('are the sample report without its tables', () => {
    for (const form of forms) {
      const { shown } = read(sampleReport(form));
      expect(shown.map((line) => line.slice(0, 16))).toMatchSnapshot();
      expect(shown.some((line) => line.includes('|') || line.includes('信息内容'))).toBe(false);
    }
  });

  it('join soft line breaks and lead back to the source', () => {
    const { passages, source } = read(
      `${head}## 一、总体情况\n\n全年收到政府信息公开\n申请**12件**，其中商业企\r\n业申请3件，\n均已办结。\n另起一句。\n`,
    );
    const bodies = passages.filter(({ kind }) => kind === 'body');
    expect(bodies.map(({ text }) => text)).toEqual([
      '全年收到政府信息公开申请12件，其中商业企业申请3件，均已办结。',
      '另起一句。',
    ]);
    expect(source(bodies[0] as Passage, '申请12件')).toBe('申请**12件');
    expect(source(bodies[0] as Passage, '公开申请')).toBe('公开\n申请');
    expect(source(bodies[0] as Passage, '企业申请')).toBe('企\r\n业申请');
    expect(source(bodies[0] as Passage, '3件')).toBe('3件');
  });

  it('end at sentences, captions, numbers and forced breaks', () => {
    const { shown } = read(
      `${head}一、总体情况\n（一）主动公开\n及时发布规划、用地和执法信息，共发布信息一百余条。\n1.加强领导，压实责任\n2.加强培训\n甲方式  \n乙方式\n依照第二十条第\n（一）项公开\n`,
    );
    expect(shown.slice(1)).toEqual([
      'heading: 一、总体情况',
      'body: （一）主动公开',
      'body: 及时发布规划、用地和执法信息，共发布信息一百余条。',
      'body: 1.加强领导，压实责任',
      'body: 2.加强培训',
      'body: 甲方式',
      'body: 乙方式依照第二十条第（一）项公开',
    ]);
  });

  it('know headings with text behind them, headings said twice, list items and the signature', () => {
    const { shown, passages, source } = read(
      `${head}依照规定编制。\n\n## 一、总体情况 2025年，工作有序。\n\n- 甲，\n  乙\n- 丙\n\n五、存在的主要问题及改进情况\n\n五、存在的主要问题及改进情况 公开不及时。\n\n六、其他需要报告的事项\n\n无。\n\n示例县自然资源局\n2026年1月15日\n`,
    );
    expect(shown).toEqual([
      'title: 示例县2025年政府信息公开工作年度报告',
      'opening: 依照规定编制。',
      'heading: 一、总体情况',
      'body: 2025年，工作有序。',
      'item: 甲，乙',
      'item: 丙',
      'heading: 五、存在的主要问题及改进情况',
      'heading: 五、存在的主要问题及改进情况',
      'body: 公开不及时。',
      'heading: 六、其他需要报告的事项',
      'body: 无。',
      'signature: 示例县自然资源局',
      'signature: 2026年1月15日',
    ]);
    const item = passages.find(({ text }) => text === '甲，乙') as Passage;
    expect(item.item?.index).toBe(0);
    expect(item.section?.id).toBe('overview');
    expect(source(item, '甲，乙')).toBe('甲，\n  乙');
    expect(source(passages[3] as Passage, '工作有序')).toBe('工作有序');
  });

  it.each([
    '2021114',
    '二〇二六年一月十五日',
    '2026年1月15日',
    '示例县局　　2026年1月15日',
    '202611日',
    '2026-01-15',
  ])('take %s for a signature', (date) => {
    const { shown } = read(`${head}## 六、其他需要报告的事项\n\n无。\n\n${date}\n\n扫一扫在手机打开当前页\n`);
    expect(shown).toContain(`signature: ${date}`);
  });

  it.each([
    '网址：www.example.gov.cn/。',
    '(http：//www.example.gov.cn/)',
    '邮箱：xxgk@example.gov.cn；',
    'http://www.example.gov.cn/a.html查阅',
  ])('lead back to the source behind the address %s', (address) => {
    const { passages, source } = read(`${head}可在${address}下载报告。\n\n## 一、总体情况\n\n无。\n`);
    expect(source(passages[1] as Passage, '可在')).toBe('可在');
    expect(source(passages[1] as Passage, '下载报告')).toBe('下载报告');
  });

  it.each(['联系电话 0991-1234567', '主动公开信息2026条。', '邮编200001', '全年 2025年'])(
    'do not take %s for a signature',
    (line) => {
      const { shown } = read(`${head}## 六、其他需要报告的事项\n\n无。\n\n${line}\n`);
      expect(shown.filter((text) => text.startsWith('signature'))).toEqual([]);
    },
  );
});
