/** What a number in the text may count. */
export type Subject = 'applications' | 'review' | 'litigation' | 'both' | 'disclosure';

/** Words that, beside a number, say which figures it is. Measured on real reports: see narrative.md. */
export interface Phrase {
  readonly subject: Subject;
  readonly words: readonly string[];
  /** How the figure is called in messages. */
  readonly name: string;
  /** Alternatives, each a sum; a `*` stands for the rest of a row's id. */
  readonly meanings: readonly (readonly string[])[];
  /** Counts only when it stands before its number. */
  readonly onlyBefore?: true;
  /**
   * Gives way to a narrower phrase before it: 复议后起诉的行政诉讼3件; or to one only that speaks of what is
   * carried over: 转下年度办理2件.
   */
  readonly general?: true | 'carried';
  /** That phrase speaks of what is carried over from one year to another. */
  readonly carried?: true;
  /** What the number is where the sentence says that last year's are among them: 收到13件（含上年结转1件）. */
  readonly withCarried?: Pick<Phrase, 'name' | 'meanings'>;
  /** Counts only where the sentence has said this before: 收到12件，上年结转1件，共13件. */
  readonly behind?: (before: string) => boolean;
  /** Known to mean none of the figures. */
  readonly silent?: true;
}

const received = ['applications/received/total'];
const receivedAndCarried = ['applications/received/total', 'applications/carriedIn/total'];
const processed = ['applications/processed/total'];

/** Requests are told apart by applicant for what came in, and rarely for what was answered. */
function ofApplicants(columns: readonly string[]): readonly (readonly string[])[] {
  const of = (row: string) => columns.map((column) => `applications/${row}/${column}`);
  return [of('received'), [...of('received'), ...of('carriedIn')], of('processed')];
}

const organisations = ['enterprise', 'research', 'nonprofit', 'legal', 'otherOrg'];
const suits = (outcome: string) => [`proceedings/direct/${outcome}`, `proceedings/after/${outcome}`];

const made = /(?:制发|制定|印发|出台)(?:行政|税务)?规范性文件/;

/** 制发规范性文件2件，…: what follows goes on with them; not where they are gone through, which may be those of many years. */
export function madeDocuments(before: string): boolean {
  const at = before.search(made);
  return at >= 0 && !before.includes('清', at);
}

export const phrases: readonly Phrase[] = [
  {
    subject: 'applications',
    words: ['新收', '收到', '接到', '接收', '受理', '收取'],
    name: '本年新收',
    meanings: [received, receivedAndCarried],
    onlyBefore: true,
    withCarried: { name: '新收与上年结转之和', meanings: [receivedAndCarried] },
  },
  {
    subject: 'applications',
    words: ['共处理', '收办', '共办理', '共需办理', '需办理', '合计', '共计'],
    name: '新收与上年结转之和',
    general: true,
    meanings: [receivedAndCarried, processed, received],
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['共'],
    name: '新收与上年结转之和',
    general: true,
    meanings: [receivedAndCarried, processed, received],
    onlyBefore: true,
    behind: (before) => before.includes('结转'),
  },
  {
    subject: 'applications',
    words: ['办理', '处理'],
    name: '办理',
    general: 'carried',
    meanings: [processed, receivedAndCarried, received],
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['答复', '办结', '办理完毕', '办理完结'],
    name: '办理结果（七）总计',
    meanings: [processed],
  },
  {
    subject: 'applications',
    words: [
      '结转下年度',
      '结转下一年度',
      '结转下年',
      '结转下一年',
      '转下年度',
      '转下一年度',
      '转下年',
      '转下一年',
      '转入下年度',
      '转入下一年度',
      '顺延',
      '结转至下年度',
      '结转至下一年度',
      '结转到下年度',
      '结转到下一年度',
      '结转至',
      '结转到',
      '转入',
      '转至',
      '尚在办理',
      '正在办理',
      '继续办理',
      '剩余',
      '其余',
    ],
    name: '结转下年度继续办理',
    carried: true,
    meanings: [['applications/carriedOut/total']],
  },
  {
    subject: 'applications',
    words: ['上年结转', '上年度结转', '上一年结转', '上一年度结转', '结转上年', '上年转入', '去年结转'],
    name: '上年结转',
    carried: true,
    meanings: [['applications/carriedIn/total']],
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['结转'],
    name: '结转下年度继续办理',
    carried: true,
    meanings: [['applications/carriedOut/total'], ['applications/carriedIn/total']],
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['未办结', '未答复', '未能办结', '未及答复'],
    name: '',
    meanings: [],
    silent: true,
  },
  {
    subject: 'applications',
    words: ['予以公开', '全部公开', '同意公开'],
    name: '予以公开',
    meanings: [['applications/granted/total']],
  },
  {
    subject: 'applications',
    words: ['部分公开'],
    name: '部分公开',
    meanings: [['applications/partial/total']],
  },
  {
    subject: 'applications',
    words: ['不予公开'],
    name: '不予公开',
    meanings: [['applications/denied.*/total']],
  },
  {
    subject: 'applications',
    words: ['无法提供'],
    name: '无法提供',
    meanings: [['applications/unavailable.*/total']],
  },
  {
    subject: 'applications',
    words: ['不予处理'],
    name: '不予处理',
    meanings: [['applications/refused.*/total']],
  },
  {
    subject: 'applications',
    words: ['其他处理'],
    name: '其他处理',
    meanings: [['applications/other*/total']],
  },
  {
    subject: 'applications',
    words: ['自然人'],
    name: '自然人',
    meanings: ofApplicants(['natural']),
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['法人或其他组织', '法人和其他组织', '法人及其他组织', '法人或者其他组织'],
    name: '法人或其他组织',
    meanings: ofApplicants(organisations),
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['商业企业'],
    name: '商业企业',
    meanings: ofApplicants(['enterprise']),
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['科研机构'],
    name: '科研机构',
    meanings: ofApplicants(['research']),
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['社会公益组织'],
    name: '社会公益组织',
    meanings: ofApplicants(['nonprofit']),
    onlyBefore: true,
  },
  {
    subject: 'applications',
    words: ['法律服务机构'],
    name: '法律服务机构',
    meanings: ofApplicants(['legal']),
    onlyBefore: true,
  },
  {
    subject: 'review',
    words: ['结果维持', '维持'],
    name: '行政复议结果维持',
    meanings: [['proceedings/review/upheld']],
  },
  {
    subject: 'review',
    words: ['结果纠正', '纠正'],
    name: '行政复议结果纠正',
    meanings: [['proceedings/review/corrected']],
  },
  {
    subject: 'review',
    words: ['其他结果'],
    name: '行政复议其他结果',
    meanings: [['proceedings/review/other']],
  },
  {
    subject: 'review',
    words: ['尚未审结', '未审结'],
    name: '行政复议尚未审结',
    meanings: [['proceedings/review/pending']],
  },
  {
    subject: 'review',
    words: ['行政复议', '复议案件', '复议申请', '复议'],
    name: '行政复议总计',
    general: true,
    meanings: [['proceedings/review/total']],
    onlyBefore: true,
  },
  {
    subject: 'litigation',
    words: ['结果维持', '维持'],
    name: '行政诉讼结果维持',
    meanings: [suits('upheld')],
  },
  {
    subject: 'litigation',
    words: ['结果纠正', '纠正'],
    name: '行政诉讼结果纠正',
    meanings: [suits('corrected')],
  },
  { subject: 'litigation', words: ['其他结果'], name: '行政诉讼其他结果', meanings: [suits('other')] },
  {
    subject: 'litigation',
    words: ['尚未审结', '未审结'],
    name: '行政诉讼尚未审结',
    meanings: [suits('pending')],
  },
  {
    subject: 'litigation',
    words: ['未经复议直接起诉'],
    name: '未经复议直接起诉总计',
    meanings: [['proceedings/direct/total']],
  },
  {
    subject: 'litigation',
    words: ['复议后起诉'],
    name: '复议后起诉总计',
    meanings: [['proceedings/after/total']],
  },
  { subject: 'litigation', words: ['胜诉', '败诉', '驳回'], name: '', meanings: [], silent: true },
  {
    subject: 'litigation',
    words: ['行政诉讼', '诉讼案件', '诉讼', '应诉'],
    name: '行政诉讼总计',
    general: true,
    meanings: [suits('total')],
    onlyBefore: true,
  },
  {
    subject: 'both',
    words: ['行政复议', '行政诉讼', '复议', '诉讼'],
    name: '行政复议与行政诉讼之和',
    meanings: [['proceedings/review/total', ...suits('total')]],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: [
      '制发规范性文件',
      '制发行政规范性文件',
      '制定规范性文件',
      '制定行政规范性文件',
      '印发规范性文件',
      '印发行政规范性文件',
      '出台规范性文件',
      '出台行政规范性文件',
      '制发税务规范性文件',
      '制定税务规范性文件',
    ],
    name: '规范性文件本年制发',
    meanings: [['disclosure/documents/made']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: ['废止规范性文件', '废止行政规范性文件', '废止税务规范性文件'],
    name: '规范性文件本年废止',
    meanings: [['disclosure/documents/repealed']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: [
      '现行有效规范性文件',
      '现行有效的规范性文件',
      '现行有效行政规范性文件',
      '现行有效的行政规范性文件',
      '现行有效税务规范性文件',
      '现行有效的税务规范性文件',
    ],
    name: '规范性文件现行有效',
    meanings: [['disclosure/documents/inForce']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: ['废止'],
    name: '规范性文件本年废止',
    meanings: [['disclosure/documents/repealed']],
    onlyBefore: true,
    behind: madeDocuments,
  },
  {
    subject: 'disclosure',
    words: ['现行有效'],
    name: '规范性文件现行有效',
    meanings: [['disclosure/documents/inForce']],
    onlyBefore: true,
    behind: madeDocuments,
  },
  {
    subject: 'disclosure',
    words: ['作出行政许可决定', '作出行政许可处理决定', '作出行政许可', '办理行政许可决定'],
    name: '行政许可本年处理决定数量',
    meanings: [['disclosure/licence/decisions']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: ['作出行政处罚决定', '作出行政处罚处理决定', '作出行政处罚'],
    name: '行政处罚本年处理决定数量',
    meanings: [['disclosure/penalty/decisions']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: ['作出行政强制决定', '作出行政强制处理决定', '作出行政强制'],
    name: '行政强制本年处理决定数量',
    meanings: [['disclosure/coercion/decisions']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: ['制发规章', '制定规章'],
    name: '规章本年制发',
    meanings: [['disclosure/rules/made']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: ['废止规章'],
    name: '规章本年废止',
    meanings: [['disclosure/rules/repealed']],
    onlyBefore: true,
  },
  {
    subject: 'disclosure',
    words: ['现行有效规章', '现行有效的规章'],
    name: '规章现行有效',
    meanings: [['disclosure/rules/inForce']],
    onlyBefore: true,
  },
];
