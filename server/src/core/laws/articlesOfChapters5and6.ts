import type { Article } from './article.ts';

/** Articles 46 to 56: 监督和保障, 附则. Counts and limits from the text of 国务院令第711号. */
export const articlesOfChapters5and6: readonly Article[] = [
  {
    number: 46,
    chapter: 5,
    subject: '考核、评议和责任追究制度',
    explanation:
      '各级政府要建立三项制度：工作考核、社会评议、责任追究。考核和评议要定期进行。结果要写进各级政府的年度报告，见第五十条第（四）项。',
    items: [0],
    deadlines: [],
    related: [47, 50, 52],
    rows: [],
  },
  {
    number: 47,
    chapter: 5,
    subject: '主管部门的监督',
    explanation:
      '第一款：主管部门日常指导、监督检查；机关没有按要求开展工作的，督促整改或通报批评；需要追究领导人员和直接责任人员责任的，依法向有权机关提出处理建议。第二款：公民、法人或其他组织认为机关不按要求主动公开、或者对申请不依法答复处理的，可以向主管部门反映；查实后，主管部门应当督促整改或通报批评。',
    items: [0, 0],
    deadlines: [],
    related: [3, 9, 46, 51],
    rows: [],
  },
  {
    number: 48,
    chapter: 5,
    subject: '培训',
    explanation: '主管部门要定期培训各机关从事公开工作的人员。本条没有规定次数。',
    items: [0],
    deadlines: [],
    related: [3],
    rows: [],
  },
  {
    number: 49,
    chapter: 5,
    subject: '年度报告的期限',
    explanation:
      '第一款：县级以上政府部门每年1月31日前，向本级主管部门提交上一年度的年度报告，并向社会公布。第二款：县级以上地方政府的主管部门每年3月31日前，公布本级政府上一年度的年度报告。本条没有单独规定乡镇政府的期限。',
    items: [0, 0],
    deadlines: [
      { kind: 'date', date: '01-31', who: '县级以上人民政府部门', what: '提交并公布上一年度年报' },
      {
        kind: 'date',
        date: '03-31',
        who: '县级以上地方人民政府的政府信息公开工作主管部门',
        what: '公布本级政府上一年度年报',
      },
    ],
    related: [3, 4, 50],
    rows: [],
    parts: [
      { paragraph: 1, subject: '部门：1月31日前提交并公布' },
      { paragraph: 2, subject: '本级政府：3月31日前公布' },
    ],
  },
  {
    number: 50,
    chapter: 5,
    subject: '年度报告的内容',
    explanation:
      '年度报告要写五项：（一）主动公开；（二）收到和处理申请；（三）因公开工作被复议、诉讼；（四）主要问题和改进，各级政府的报告还要写工作考核、社会评议和责任追究的结果；（五）其他需要报告的事项。第二款：统一格式由全国主管部门公布并适时更新，现行的是国办公开办函〔2021〕30号。',
    items: [5, 0],
    deadlines: [],
    related: [4, 20, 46, 49],
    rows: [],
    parts: [
      { paragraph: 1, item: 1, subject: '主动公开情况（年报第二部分）' },
      { paragraph: 1, item: 2, subject: '收到和处理申请情况（年报第三部分）' },
      { paragraph: 1, item: 3, subject: '被申请复议、提起诉讼情况（年报第四部分）' },
      { paragraph: 1, item: 4, subject: '主要问题及改进（年报第五部分）；各级政府另写考核、评议、追责结果' },
      { paragraph: 1, item: 5, subject: '其他需要报告的事项（年报第六部分）' },
      { paragraph: 2, subject: '统一格式' },
    ],
  },
  {
    number: 51,
    chapter: 5,
    subject: '救济',
    explanation:
      '认为行政机关在公开工作中侵犯自己合法权益的，可以投诉、举报，也可以依法申请复议或提起诉讼。投诉、举报向上一级行政机关或公开主管部门提出。另据2023年修订的《行政复议法》第二十三条第一款第（四）项，自2024年1月1日起，不服不予公开决定的，先申请行政复议。',
    items: [0],
    deadlines: [],
    related: [9, 47, 50],
    rows: [],
  },
  {
    number: 52,
    chapter: 5,
    subject: '未建立制度的责任',
    explanation:
      '机关没有建立健全应有的公开制度、机制的，由上一级机关责令改正。情节严重的，依法处分负有责任的领导人员和直接责任人员。',
    items: [0],
    deadlines: [],
    related: [45, 46, 53],
    rows: [],
  },
  {
    number: 53,
    chapter: 5,
    subject: '其他违规的责任',
    explanation:
      '列出三种情形：（一）不依法履行公开职能；（二）不及时更新已公开的内容、指南和目录；（三）其他违反条例的情形。由上一级机关责令改正；情节严重的，依法处分负责的领导人员和直接责任人员；构成犯罪的，追究刑事责任。',
    items: [3],
    deadlines: [],
    related: [12, 47, 52],
    rows: [],
    parts: [
      { paragraph: 1, item: 1, subject: '不依法履行公开职能' },
      { paragraph: 1, item: 2, subject: '不及时更新内容、指南和目录' },
      { paragraph: 1, item: 3, subject: '其他情形' },
    ],
  },
  {
    number: 54,
    chapter: 6,
    subject: '授权组织',
    explanation:
      '经法律、法规授权、承担管理公共事务职能的组织，公开政府信息也适用本条例。本条只提到法律、法规的授权。',
    items: [0],
    deadlines: [],
    related: [2, 55],
    rows: [],
  },
  {
    number: 55,
    chapter: 6,
    subject: '公共企事业单位',
    explanation:
      '第一款：教育、卫生健康、水电气热供应、环境保护、公共交通等与群众利益密切相关的公共企事业单位，其服务信息的公开按相关法律、法规和国务院主管部门或机构的规定办理；全国公开主管部门也可以根据需要制定专门规定。第二款：这些单位没有照办的，公民、法人或其他组织可以向有关主管部门或机构申诉，后者应当及时调查处理并告知结果。',
    items: [0, 0],
    deadlines: [],
    related: [2, 54],
    rows: [],
  },
  {
    number: 56,
    chapter: 6,
    subject: '施行日期',
    explanation:
      '2019年修订的文本从2019年5月15日起施行。此前适用2007年公布、2008年5月1日起施行的文本（国务院令第492号），两个文本的条文编号大多不同。',
    items: [0],
    deadlines: [],
    related: [],
    rows: [],
  },
];
