import type { Span } from '../text/span.ts';

/**
 * Words that change nothing about what a sentence counts: when, that it is all, by whom requests come, and
 * the subject of the report itself. Whatever else stands beside a number may make it another number.
 */
const words = [
  ...['大约', '约', '将近', '接近', '近', '超过', '超', '逾', '不足', '不到', '至少', '达到了'],
  ...[
    '全年度',
    '全年',
    '本年度',
    '本年',
    '年度',
    '年内',
    '今年',
    '当年',
    '一年来',
    '报告期内',
    '年底',
    '期末',
  ],
  ...['截至', '截止', '目前', '到', '至', '底', '日', '度', '期间', '总共', '一共', '累计', '总计', '合计'],
  ...[
    '共计',
    '共有',
    '共',
    '计',
    '总数',
    '总量',
    '数量',
    '件数',
    '宗数',
    '总',
    '数',
    '量',
    '达到',
    '达',
    '为',
  ],
  ...[
    '依法依规',
    '依法',
    '依规',
    '依照规定',
    '按照规定',
    '按规定',
    '按时',
    '按期',
    '及时',
    '如期',
    '均',
    '全部',
  ],
  ...[
    '已经',
    '已',
    '都',
    '其中',
    '其他',
    '另有',
    '另外',
    '另',
    '还',
    '有',
    '新',
    '又',
    '则',
    '的',
    '了',
    '过',
  ],
  ...['是', '且', '并', '分别', '实际', '登记', '中', '方面', '情况', '工作', '在', '由', '对', '提出'],
  ...[
    '提交',
    '递交',
    '各类',
    '各种',
    '所有',
    '任何',
    '形式',
    '书面',
    '事项',
    '案件',
    '案',
    '类',
    '因',
    '引起',
  ],
  ...[
    '引发',
    '产生',
    '导致',
    '被',
    '提起',
    '发生',
    '申请',
    '政府信息',
    '政务信息',
    '政府信息公开',
    '信息公开',
  ],
  ...['政务公开', '依申请公开', '依申请', '公开', '信息', '相关', '有关', '关于', '公民', '法人', '其他组织'],
  ...['自然人', '申请人', '社会公众', '公众', '群众', '单位', '个人', '社会各界', '社会', '组织', '和', '及'],
  ...[
    '以及',
    '与',
    '或者',
    '或',
    '从',
    '按',
    '分',
    '类型',
    '来看',
    '看',
    '加上',
    '加',
    '主体',
    '结果',
    '办理',
    '行政复议',
    '行政诉讼',
    '复议',
  ],
  ...['诉讼', '行政', '规范性文件', '规章', '正', '尚', '仍', '继续', '法定期限内', '期限内'],
  ...[
    '、',
    '，',
    ',',
    '：',
    ':',
    '（',
    '）',
    '(',
    ')',
    '“',
    '”',
    '；',
    ' ',
    '\u3000',
    '*',
    '—',
    '-',
    '一是',
    '二是',
  ],
].sort((a, b) => b.length - a.length);

const byFirst = new Map<string, string[]>();
for (const word of words) byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);

/** True when nothing in the range is of weight: plain words, the organ's own names, and the spans to skip. */
export function isPlain(
  text: string,
  { start, end }: Span,
  names: readonly string[],
  skip: readonly Span[] = [],
): boolean {
  let at = start;
  while (at < end) {
    const length = plainLength(text, at, names, skip);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** How long the plain word at an offset is; 0 where none begins. */
export function plainLength(
  text: string,
  at: number,
  names: readonly string[],
  skip: readonly Span[] = [],
): number {
  const skipped = skip.find((span) => span.start === at);
  if (skipped !== undefined) return skipped.end - at;
  const starts = (word: string) => text.startsWith(word, at);
  return (names.find(starts) ?? byFirst.get(text.charAt(at))?.find(starts) ?? '').length;
}
