/** A measure word found in a text: as written in general (人次 for 人（次）), and where it ends. */
export interface MeasureWord {
  readonly unit: string;
  readonly end: number;
}

/**
 * Measure words of reports, each with the characters that, right behind it, make another word of it:
 * 12部 is twelve 部, 12部门 is not. Words of several characters come before their first character alone.
 */
const words: Readonly<Record<string, string>> = {
  个工作日: '',
  个自然日: '',
  个百分点: '',
  个小时: '',
  个星期: '',
  个季度: '',
  个月: '',
  工作日: '',
  百分点: '',
  公里: '',
  公顷: '',
  公斤: '',
  平方米: '',
  平方公里: '',
  立方米: '',
  千米: '',
  千瓦: '',
  千克: '',
  千字: '',
  小时: '',
  分钟: '',
  方面: '',
  部分: '',
  批次: '',
  班次: '',
  车次: '',
  场次: '',
  课时: '',
  学时: '',
  户次: '',
  家次: '',
  条次: '',
  篇次: '',
  件次: '',
  项次: '',
  人次: '',
  条: '例款件理文目',
  件: '',
  篇: '章幅',
  次: '性要数级日年月序品生',
  份: '额量',
  宗: '旨教',
  期: '间限末满初待望',
  起: '草到来着点步始源用动伏码',
  例: '如外会行',
  项: '',
  个: '体别性',
  页: '面',
  种: '植子',
  场: '所地景馆合面',
  家: '庭长具园乡里属',
  户: '籍外主型',
  部: '门委署队级长位',
  本: '级年单机地行街镇局县市区报次系着人办身文部',
  册: '',
  张: '贴榜',
  幅: '度',
  类: '别型似',
  名: '称单录字义额誉片',
  位: '置于次居列',
  人: '员民大才社均事力口群物工文类生身选防居数为',
  批: '准复示评',
  块: '',
  台: '账帐湾',
  套: '',
  处: '理置罚室于分长级以在境方',
  间: '接断隔',
  所: '有在以需属长列示谓得',
  座: '谈位',
  支: '持付出部撑行配',
  组: '织长成建',
  轮: '流换',
  天: '津然气',
  日: '常报程益',
  周: '边年密期知',
  年: '龄级代',
  秒: '',
  分: '别为类级布公析管局离段享送发配期组批行支散之解工歧头',
  字: '样号',
  元: '旦素宵',
  万元: '',
  亿元: '',
  角: '度色落',
  倍: '',
  只: '有是能要会',
  辆: '',
  枚: '',
  面: '向对积临貌试',
  点: '击赞评',
  门: '户类槛诊',
  节: '约能日假点',
  课: '程题',
  版: '面本权',
  段: '落',
  集: '中体团合成',
  卷: '',
  副: '',
  封: '面闭',
  则: '',
  款: '项式',
  道: '路德',
  层: '面级次',
  股: '份',
  句: '',
  片: '区',
  亩: '',
  米: '',
  吨: '',
  克: '服',
  升: '级',
  桩: '',
  笔: '试录',
  单: '位独一元',
  票: '据',
  趟: '',
  遍: '',
  岁: '',
  队: '伍员长',
  口: '头径号',
  把: '手关握控',
  帧: '',
  刊: '物登发',
};

/** 人（次）, 件/次: two measure words in one, and what they come to. */
const compounds: readonly (readonly [string, string])[] = ['人', '件', '条', '篇', '户', '场', '批'].flatMap(
  (word) => [`${word}（次）`, `${word}(次)`, `${word}/次`].map((written) => [written, `${word}次`] as const),
);

const byFirst: ReadonlyMap<string, readonly string[]> = grouped([
  ...Object.keys(words),
  ...compounds.map(([written]) => written),
]);
const compoundUnits: ReadonlyMap<string, string> = new Map(compounds);

/** The longest measure word at `at`; `undefined` where none stands or the characters make another word. */
export function measureWordAt(text: string, at: number): MeasureWord | undefined {
  for (const word of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue;
    const end = at + word.length;
    const next = text.charAt(end);
    const blocked = next !== '' && (words[word] ?? '').includes(next);
    // 3起诉讼 are three lawsuits; 起诉 without 讼 is a verb.
    const verb = word === '起' && next === '诉' && text.charAt(end + 1) !== '讼';
    if (!blocked && !verb) return { unit: compoundUnits.get(word) ?? word, end };
  }
  return undefined;
}

function grouped(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of [...list].sort((a, b) => b.length - a.length)) {
    const group = groups.get(word.charAt(0));
    if (group === undefined) groups.set(word.charAt(0), [word]);
    else group.push(word);
  }
  return groups;
}
