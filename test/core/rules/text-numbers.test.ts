import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';

/**
 * In the practice report: 新收 12 (自然人 8, 商业企业 1, 其他 3), 上年结转 1, 办理 11 (予以公开 6, 部分公开 3,
 * 无法提供 2), 结转下年 2; 复议 2 (维持 1, 尚未审结 1), no suits; 规范性文件 制发 2, 废止 1, 现行有效 9.
 */
const form = forms[forms.length - 1] as Form;
const own = '依申请公开方面，全年收到申请12件，办结11件。';
const rules = new Set([
  'parts-mismatch',
  'text-table-mismatch',
  'contradiction',
  'repeated-figure',
  'percent-mismatch',
]);

function found(sentence: string): string[] {
  const text = sampleReport(form).replace(own, sentence);
  return analyze(text)
    .findings.filter(({ rule }) => rules.has(rule))
    .map(({ rule, message }) => `${rule}：${message}`);
}

const clean = `
全年收到政府信息公开申请12件，办结11件，结转下年度2件。
全年新收政府信息公开申请12件。
共收到依申请公开12宗，均依法答复。
本年度受理政府信息公开申请１２件。
本年收到政府信息公开申请十二件，答复十一件。
收到12件政府信息公开申请，答复11件。
全年收到政府信息公开申请13件（含上年结转1件）。
共处理政府信息公开申请13件（含上年结转1件），办结11件。
办理政府信息公开申请13件，其中本年新收12件、上年结转1件。
受理政府信息公开申请13件，其中本年新收12件，上年结转1件。
全年收到政府信息公开申请12件，较上年增加5件。
全年收到政府信息公开申请12件，比上年减少3件。
2025年收到政府信息公开申请12件，2024年收到政府信息公开申请7件。
2024年收到政府信息公开申请7件，同比有所增加。
去年收到政府信息公开申请7件。
全市收到政府信息公开申请1200件。
全县各部门共收到政府信息公开申请260件，办结255件。
局本级收到政府信息公开申请5件。
所属单位收到政府信息公开申请4件。
各乡镇收到政府信息公开申请31件，办结31件。
收到政府信息公开申请12余件。
收到政府信息公开申请近20件。
约收到政府信息公开申请15件。
收到政府信息公开申请10件以上。
收到政府信息公开申请超过10件。
通过网络收到政府信息公开申请5件，信函收到4件，当面收到3件。
网上申请5件，信函申请4件，当面申请3件，均为政府信息公开申请。
政府信息公开申请中，电子邮件收到3件。
受理行政许可申请120件，另有政府信息公开申请12件。
收到信访投诉45件，政府信息公开申请12件。
收到咨询留言300件，收到政府信息公开申请12件。
办理人大代表建议15件、政协提案8件，依申请公开工作有序。
答复网民留言86件，依申请公开按时答复。
政府信息公开申请主要涉及土地征收5件、规划许可4件。
关于拆迁补偿的政府信息公开申请6件。
全年收到政府信息公开申请12件，其中自然人8件，商业企业1件，其他3件。
全年收到政府信息公开申请12件，其中自然人申请8件、法人或其他组织4件。
答复政府信息公开申请11件，其中予以公开6件，部分公开3件，无法提供2件。
政府信息公开申请予以公开6件，部分公开3件，不予公开0件，无法提供2件。
办结政府信息公开申请11件，尚在办理2件。
政府信息公开申请结转下一年度继续办理2件。
政府信息公开申请中上年结转1件。
上年度结转政府信息公开申请1件，已办结。
全部政府信息公开申请均在法定期限内办理。
政府信息公开申请没有超期办理的情况。
没有收到对政府信息公开工作的投诉。
未发生因政府信息公开引起的行政诉讼。
没有发生政府信息公开行政诉讼案件。
因政府信息公开被申请行政复议2件，行政诉讼0件。
政府信息公开行政复议2件，其中维持1件，尚未审结1件。
发生政府信息公开行政复议案件2起，未发生行政诉讼。
政府信息公开行政复议、行政诉讼共2件。
制发行政规范性文件2件，废止行政规范性文件1件。
截至年底，现行有效的行政规范性文件9件。
全年主动公开信息106条，其中政策类50条、规划类40条、执法类16条。
全年主动公开信息106条，其中通过网站公开60条、公众号公开46条，按类别分政策类50条、执法类56条。
主动公开信息106条，包括政策文件50条、规划40条等。
主动公开信息约100条，其中政策类50条，执法类45条。
公开信息100余条，其中政策类50条、执法类45条。
公开信息16条，政府网站动态栏发布信息12篇。
发布信息200条，其中原创80条。
发布信息200条，较上年增加20条，其中政策类30条。
网站设置栏目8个，其中新增3个，发布信息200条。
公开信息58条，其中公告30条、栏目3个、通知28条。
主动公开信息300条，其中网站120条，微信公众号130条，栏目3个，公报50条。
召开会议5次，其中专题会3次，培训会2次。
开展培训4次，培训120人次，其中线上2次。
完善责任、审议、评议、反馈、备案和监督等6项制度。
设置图说、活动、一景以及动态四个栏目。
落实“三审三校”，12345热线办理满意率100%。
按照国办发〔2016〕80号文件要求，全年公开信息30条，其中财政信息12条，人事信息18条。
依据第二十条、第二十一条公开信息30条，其中第二十条所列信息30条。
累计公开信息8000条（新增300条）。
全年公开信息50条（政策20条、规划30条）。
全年公开信息50条：政策20条，规划30条。
解读政策12次，其中图解5次、视频4次、新闻发布会3次。
全年公开信息120条，其中重点领域80条，内有财政信息30条、民生信息50条，其他40条。
全年公开信息三十条，其中政策十二条，执法十八条。
公开信息1,200条，其中网站800条，公众号400条。
公开信息1.2万条，其中网站8000条，公众号4000条。
公开信息60条，占全部信息的三成。
全年收到政府信息公开申请12件，其中自然人8件，占66.67%。
全年收到政府信息公开申请12件，其中自然人8件，占67%。
全年收到政府信息公开申请12件，其中自然人8件，占66%。
公开信息100条，其中网站60条，占60%，公众号40条，占40%。
政府信息公开申请答复率100%。
依申请公开办结率达到90%以上。
对2件政府信息公开申请进行了补正告知。
政府信息公开申请撤销2件。
十四五期间累计收到政府信息公开申请60件。
近三年收到政府信息公开申请30件。
2026年计划收到和处理政府信息公开申请更规范。
按时办结政府信息公开申请，未收取费用。
公开指南更新2次，接受咨询20人次，依申请公开平台运行正常。
全年收到政府信息公开申请12件，平均办理时间5个工作日。
为申请人提供纸质材料15份，政府信息公开申请均已答复。
行政复议机关受理行政复议申请30件，政府信息公开工作有序。
行政处罚案件听证会3次，行政许可办件量120件。
参加行政诉讼应诉培训2次。
组织行政复议培训3次，培训60人次。
主动公开规划2项、重大项目3项，其中交通2项。
回应关切5次，其中新闻发布会2次，网络问政3次。
开放日活动2次，邀请群众60人次，其中企业代表20人次。
编发公报6期，其中增刊1期，发放600份。
`
  .trim()
  .split('\n');

/** Each with the rule that must speak up. */
const faulty = `
text-table-mismatch 全年收到政府信息公开申请15件。
text-table-mismatch 本年新收政府信息公开申请10件，办结11件。
text-table-mismatch 收到9件政府信息公开申请，均已答复。
text-table-mismatch 本年收到政府信息公开申请二十件。
text-table-mismatch 共受理依申请公开２１件。
text-table-mismatch 全年收到政府信息公开申请12件，答复12件。
text-table-mismatch 全年收到政府信息公开申请12件，办结10件。
text-table-mismatch 政府信息公开申请办结九件。
text-table-mismatch 政府信息公开申请结转下年度继续办理3件。
text-table-mismatch 全年收到政府信息公开申请12件，尚在办理1件。
text-table-mismatch 政府信息公开申请中上年结转4件。
text-table-mismatch 全年收到政府信息公开申请12件，其中自然人9件，商业企业1件，其他2件。
text-table-mismatch 政府信息公开申请予以公开7件。
text-table-mismatch 政府信息公开申请部分公开5件。
text-table-mismatch 政府信息公开申请不予公开2件。
text-table-mismatch 政府信息公开申请无法提供4件。
text-table-mismatch 政府信息公开申请不予处理1件。
text-table-mismatch 收到政府信息公开申请12件，其中商业企业4件。
text-table-mismatch 共处理政府信息公开申请14件（含上年结转1件）。
text-table-mismatch 因政府信息公开被申请行政复议5件。
text-table-mismatch 政府信息公开行政复议3件，结果维持1件。
text-table-mismatch 政府信息公开行政诉讼2件。
text-table-mismatch 政府信息公开行政复议、行政诉讼共4件。
text-table-mismatch 制发行政规范性文件5件。
text-table-mismatch 废止行政规范性文件3件。
text-table-mismatch 现行有效的行政规范性文件12件。
contradiction 全年未收到政府信息公开申请。
contradiction 本年度没有收到公民、法人的政府信息公开申请。
contradiction 全年未接到任何形式的政府信息公开申请。
contradiction 未发生因政府信息公开引起的行政复议。
contradiction 没有发生政府信息公开行政复议案件。
contradiction 政府信息公开申请全部办结。
contradiction 政府信息公开申请办结率100%。
contradiction 全年政府信息公开申请全部按时办结。
parts-mismatch 全年主动公开信息106条：政策50条、规划40条、执法12条。
parts-mismatch 全年主动公开信息106条，其中政策50条、规划40条、执法18条。
parts-mismatch 公开信息58条，其中公告30条、通知27条。
parts-mismatch 公开信息五十八条，包括公告三十条、通知二十七条。
parts-mismatch 全年公开信息50条（政策20条、规划29条）。
parts-mismatch 解读政策12次，其中图解5次、视频4次、新闻发布会2次。
parts-mismatch 公开信息1,200条，其中网站800条，公众号390条。
parts-mismatch 发布信息30条，其中政策类40条。
parts-mismatch 公开信息200条，分别为政策120条、执法90条。
parts-mismatch 召开会议5次，其中专题会3次，培训会3次。
percent-mismatch 全年收到政府信息公开申请12件，其中自然人8件，占76.7%。
percent-mismatch 公开信息100条，其中网站60条，占65%。
percent-mismatch 公开信息200条，其中政策类50条，占比20%。
`
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string]);

describe('numbers in prose', () => {
  it('stays silent on what is right: false alarms at most 1 %', () => {
    const alarms = clean.flatMap((sentence) => {
      const said = found(sentence);
      return said.length === 0 ? [] : [`${sentence} → ${said.join(' ')}`];
    });
    console.log(`numbers in prose: ${alarms.length} false alarms in ${clean.length} clean sentences`);
    expect(alarms.length / clean.length, alarms.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('finds at least 85 % of the faults', () => {
    const missed = faulty.filter(
      ([rule, sentence]) => !found(sentence).some((said) => said.startsWith(`${rule}：`)),
    );
    console.log(`numbers in prose: ${faulty.length - missed.length} of ${faulty.length} faults found`);
    expect(
      1 - missed.length / faulty.length,
      missed.map(([rule, sentence]) => `${rule} ${sentence} → ${found(sentence).join(' ')}`).join('\n'),
    ).toBeGreaterThanOrEqual(0.85);
  });
});
