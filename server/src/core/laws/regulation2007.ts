/**
 * An article of the regulation of 2007 (国务院令第492号, in force 2008-05-01 to 2019-05-14, 38 articles)
 * and where its matter stands now.
 */
export interface OldArticle {
  readonly old: number;
  readonly subject: string;
  /** Articles of 2019; the principal one first. */
  readonly now: readonly number[];
  /**
   * How the number is known: `text` seen in a copy, `cited` seen in a document that cites it, `inferred`
   * from its position between verified articles and from provincial copies in the same order.
   */
  readonly seen: 'text' | 'cited' | 'inferred';
  /** Words of a sentence that speaks of this matter. */
  readonly words: readonly string[];
  /** Words of a sentence that speaks of the matter which this number has in 2019. */
  readonly unless: readonly string[];
}

/** The number of articles in the regulation of 2007. */
export const oldArticleCount = 38;

/** All 38 articles, in order: old article n stands at index n − 1. */
export const oldArticles: readonly OldArticle[] = [
  same(1, '立法目的', 'text'),
  same(2, '政府信息的定义', 'text'),
  same(3, '组织领导和主管部门', 'text'),
  same(4, '公开工作机构', 'text'),
  same(5, '公正、公平、便民原则', 'text'),
  same(6, '及时准确与澄清', 'text'),
  {
    old: 7,
    subject: '发布协调机制与批准',
    now: [11],
    seen: 'inferred',
    words: ['协调机制', '发布协调', '批准'],
    unless: ['逐步增加', '逐步扩大', '积极推进', '公开内容', '公开的内容'],
  },
  {
    old: 8,
    subject: '不得危及三安全一稳定',
    now: [14],
    seen: 'cited',
    words: ['国家安全', '社会稳定', '三安全一稳定'],
    unless: ['平台', '规范化', '标准化', '信息化', '在线', '信息资源'],
  },
  {
    old: 9,
    subject: '主动公开的基本要求',
    now: [19],
    seen: 'text',
    words: ['主动公开'],
    unless: ['监督', '批评', '建议'],
  },
  {
    old: 10,
    subject: '县级以上政府及部门重点公开的信息',
    now: [20],
    seen: 'text',
    words: ['主动公开', '重点公开'],
    unless: ['制作', '保存', '派出机构', '内设机构', '牵头', '权限', '主体', '责任'],
  },
  {
    old: 11,
    subject: '设区的市级、县级政府及部门重点公开的信息',
    now: [21],
    seen: 'text',
    words: ['主动公开', '重点公开'],
    unless: ['协调', '协商', '确认', '批准', '机制'],
  },
  {
    old: 12,
    subject: '乡（镇）政府重点公开的信息',
    now: [21],
    seen: 'text',
    words: ['主动公开', '重点公开'],
    unless: ['指南', '目录'],
  },
  {
    old: 13,
    subject: '依申请公开与“三需要”',
    now: [27],
    seen: 'text',
    words: ['三需要', '特殊需要', '科研等'],
    unless: ['主动公开', '应当公开', '除外'],
  },
  {
    old: 14,
    subject: '保密审查',
    now: [17, 14, 15],
    seen: 'text',
    words: ['保密审查', '审查机制'],
    unless: ['不予公开', '禁止公开', '国家安全', '社会稳定', '国家秘密'],
  },
  {
    old: 15,
    subject: '公开方式',
    now: [23],
    seen: 'text',
    words: ['政府公报', '新闻发布会', '公开方式', '报刊', '发布渠道'],
    unless: ['商业秘密', '个人隐私', '第三方', '不予公开', '不得公开'],
  },
  {
    old: 16,
    subject: '查阅场所',
    now: [25],
    seen: 'text',
    words: ['查阅场所', '查阅点', '档案馆', '图书馆'],
    unless: ['内部', '过程', '案卷', '不予公开'],
  },
  {
    old: 17,
    subject: '谁制作谁公开、谁保存谁公开',
    now: [10],
    seen: 'text',
    words: ['谁制作', '谁保存', '公开主体'],
    unless: ['审查', '保密'],
  },
  {
    old: 18,
    subject: '主动公开的期限',
    now: [26],
    seen: 'text',
    words: ['20个工作日', '二十个工作日', '公开时限', '公开期限'],
    unless: ['动态调整', '评估', '审查', '情势'],
  },
  {
    old: 19,
    subject: '公开指南和公开目录',
    now: [12],
    seen: 'text',
    words: ['公开指南', '公开目录', '指南和目录'],
    unless: ['主动公开', '公众', '广泛知晓'],
  },
  {
    old: 20,
    subject: '申请的方式和内容',
    now: [29],
    seen: 'text',
    words: ['书面申请', '书面形式', '口头提出', '申请方式'],
    unless: ['主动公开', '重点公开', '规范性文件', '行政许可', '行政处罚'],
  },
  {
    old: 21,
    subject: '答复的分类',
    now: [36, 30],
    seen: 'text',
    words: ['答复', '不予公开', '信息不存在', '补正'],
    unless: ['主动公开', '乡镇', '市政', '征收', '公共服务', '社会救助'],
  },
  {
    old: 22,
    subject: '区分处理',
    now: [37],
    seen: 'text',
    words: ['区分处理', '部分公开'],
    unless: ['主动公开', '具体内容'],
  },
  {
    old: 23,
    subject: '征求第三方意见',
    now: [32, 15],
    seen: 'text',
    words: ['第三方', '商业秘密', '个人隐私'],
    unless: ['公报', '网站', '新闻发布会', '途径', '主动公开', '发布机制'],
  },
  {
    old: 24,
    subject: '答复期限',
    now: [33],
    seen: 'text',
    words: ['答复', '延长'],
    unless: ['门户网站', '平台', '检索', '查阅', '下载'],
  },
  {
    old: 25,
    subject: '自身相关信息的申请和更正',
    now: [41, 29],
    seen: 'text',
    words: ['更正', '身份证件', '自身相关'],
    unless: ['档案馆', '图书馆', '查阅', '场所'],
  },
  {
    old: 26,
    subject: '提供的形式',
    now: [40],
    seen: 'text',
    words: ['适当形式', '提供形式', '复制件', '抄录'],
    unless: ['工作日', '主动公开', '期限'],
  },
  {
    old: 27,
    subject: '检索、复制、邮寄等成本费用',
    now: [42],
    seen: 'text',
    words: ['收费', '费用', '成本费'],
    unless: ['申请获取', '可以申请', '派出机构', '申请权'],
  },
  {
    old: 28,
    subject: '费用减免；对阅读困难者的帮助',
    now: [43, 42],
    seen: 'cited',
    words: ['减免', '经济困难', '视听障碍', '阅读困难'],
    unless: ['渠道'],
  },
  {
    old: 29,
    subject: '考核、社会评议、责任追究制度',
    now: [46],
    seen: 'inferred',
    words: ['工作考核', '考核制度', '社会评议', '责任追究'],
    unless: ['申请'],
  },
  {
    old: 30,
    subject: '主管部门和监察机关监督检查',
    now: [47],
    seen: 'inferred',
    words: ['监督检查', '监察'],
    unless: ['补正', '释明', '申请'],
  },
  {
    old: 31,
    subject: '年度报告的期限',
    now: [49],
    seen: 'inferred',
    words: ['年度报告', '年报'],
    unless: ['收到申请', '申请之日', '收到之日', '申请时间', '签收', '当面', '邮寄', '传真', '信函'],
  },
  {
    old: 32,
    subject: '年度报告的内容',
    now: [50],
    seen: 'cited',
    words: ['年度报告', '年报'],
    unless: ['第三方', '征求', '意见'],
  },
  {
    old: 33,
    subject: '举报、行政复议和行政诉讼',
    now: [51, 47],
    seen: 'text',
    words: ['举报', '行政复议', '行政诉讼'],
    unless: ['答复', '工作日', '延长', '期限'],
  },
  {
    old: 34,
    subject: '未建立保密审查机制的责任',
    now: [52],
    seen: 'text',
    words: ['保密审查'],
    unless: ['共同制作', '牵头', '征求'],
  },
  {
    old: 35,
    subject: '六种情形的法律责任',
    now: [53],
    seen: 'text',
    words: ['法律责任', '处分', '责令改正'],
    unless: ['数量', '频次', '大量', '合理', '理由'],
  },
  {
    old: 36,
    subject: '法律、法规授权的组织',
    now: [54],
    seen: 'text',
    words: ['授权的组织', '授权组织', '公共事务职能'],
    unless: ['答复', '告知', '申请'],
  },
  {
    old: 37,
    subject: '公共企事业单位',
    now: [55],
    seen: 'text',
    words: ['公共企事业单位', '企事业单位'],
    unless: ['区分', '部分公开'],
  },
  {
    old: 38,
    subject: '施行日期',
    now: [56],
    seen: 'cited',
    words: ['2008年5月1日', '施行'],
    unless: ['加工', '分析', '制作'],
  },
];

/** The old article of that number; `undefined` outside 1 to 38. */
export function findOldArticle(number: number): OldArticle | undefined {
  return oldArticles[number - 1];
}

/** Old articles whose matter is (partly) in that article of 2019, the principal ones first. */
export function oldArticlesOf(now: number): readonly OldArticle[] {
  const found = oldArticles.filter((article) => article.now.includes(now));
  return found.sort((a, b) => a.now.indexOf(now) - b.now.indexOf(now));
}

/**
 * The old article that a sentence means when its number fits the text of 2007 and not that of 2019:
 * 年度报告 with 第三十二条, now 第五十条. `sentence` is what stands around the citation. Silent where the
 * number kept its matter, and wherever a word of its present matter occurs.
 */
export function repealedNumber(article: number, sentence: string): OldArticle | undefined {
  const old = findOldArticle(article);
  if (old === undefined || old.now[0] === article) return undefined;
  if (!old.words.some((word) => sentence.includes(word))) return undefined;
  return old.unless.some((word) => sentence.includes(word)) ? undefined : old;
}

/** An article that kept its number and its matter. */
function same(number: number, subject: string, seen: OldArticle['seen']): OldArticle {
  return { old: number, subject, now: [number], seen, words: [], unless: [] };
}
