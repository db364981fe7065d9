import { readTitles } from '../laws/titleReader.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './passages.ts';
import type { Report } from './report.ts';
import { type YearMention, yearsIn } from './years.ts';

/**
 * Years in a passage that stand where the report's own year belongs (2024年，我局认真执行…; 现将2024年度…
 * 情况报告如下), and are another. Comparisons, plans, background, titles and dates are none: what may be
 * right is left out.
 */
export function foreignYears(passage: Passage, report: Report, own: number): readonly YearMention[] {
  const { text, section } = passage;
  const years = yearsIn(text);
  if (years.every(({ year }) => year === own)) return [];
  const titles = readTitles(text);
  const names = subjects(report);
  const hasOwn = years.some(({ year }) => year === own);
  const looksAhead = section?.id === 'problems' || section?.id === 'other' || section?.id === undefined;
  return sentencesIn(text).flatMap((sentence) =>
    years.filter((mention) => {
      if (mention.year === own || !within(mention.span, sentence)) return false;
      if (titles.some((title) => within(mention.span, title.span))) return false;
      const head = text.slice(sentence.start, mention.span.start);
      const tail = text.slice(mention.span.end, sentence.end);
      if (announces(head, tail)) return true;
      if (hasOwn || (mention.year > own && (looksAhead || plans.test(tail)))) return false;
      if (mention.year < own - 3 || background.test(head + tail)) return false;
      return opens(head, names) && speaksOfWork(tail, names);
    }),
  );
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** What the report calls its organ. */
function subjects({ organ }: Report): readonly string[] {
  return [
    ...(organ === undefined ? [] : [organ.value]),
    ...[
      '我局',
      '我委',
      '我镇',
      '我乡',
      '我街道',
      '我办',
      '我县',
      '我市',
      '我区',
      '我厅',
      '我院',
      '我处',
      '我中心',
    ],
    ...[
      '我部',
      '我省',
      '我单位',
      '我们',
      '本局',
      '本委',
      '本镇',
      '本乡',
      '本街道',
      '本机关',
      '本单位',
      '本部门',
    ],
    ...[
      '本办',
      '本级',
      '本行政机关',
      '本县',
      '本市',
      '本区',
      '全局',
      '全委',
      '全镇',
      '全乡',
      '全街道',
      '全县',
    ],
    ...['全市', '全区', '全省', '全系统', '各部门', '各级'],
  ];
}

/** 现将2024年度政府信息公开工作情况报告如下: the report itself, whatever else is said. */
function announces(head: string, tail: string): boolean {
  const starts = /(?:现将|现就|现对|现公布|现向社会公布|现报告|现发布|兹将)[^，。；《（(]{0,20}$/.test(head);
  const names = /^度?[^，。；《]{0,20}(?:信息公开|政务公开|工作情况|年度报告|年报)/.test(tail);
  return starts && names && !/通知|关于|要点|方案/.test(head);
}

/** Words of what is to be done. */
const plans = /将|继续|计划|下一步|拟|打算|争取|着力|目标|力争|进一步|推动|重点|要|确保|努力/;

/** Words that make an earlier year right: comparisons, history, other people's assessments. */
const background =
  /今年|本年|当年|同年|次年|翌年|目前|现已|如今|以来|连续|历年|历史|近年|整改|遗留|存在的|反馈|指出|规划|五年|考核|评估|评选|表彰|荣获|获评|被评|入选|试点|排名|上述|第三方|报告期|统计期限|结转|施行|修订|修正|颁布|实施|生效|成立|组建|挂牌|机构改革|开通|上线|建成/;

/** The year begins its sentence, behind nothing but a number, a label or the organ. */
function opens(head: string, names: readonly string[]): boolean {
  const rest = head
    .trim()
    .replace(
      /^(?:[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)、.．]|是[:：]?)|[^，。；：:]{1,12}[：:])[ \u3000]*/,
      '',
    );
  return rest === '' || rest === '在' || names.includes(rest);
}

const higher = /^(?:国务院|全国|中央|国家|党|省|市|自治区|财政部|司法部|县委|区委|上级|《)/;
const verbs = [
  ...[
    '主动公开',
    '公开',
    '发布',
    '收到',
    '受理',
    '新收',
    '制发',
    '办结',
    '答复',
    '办理',
    '召开',
    '开展',
    '举办',
  ],
  ...['组织', '更新', '公布', '报送', '处理', '认真', '严格', '深入', '扎实', '积极', '坚持', '持续', '全面'],
];

/** What follows the year is the organ's work of that year. */
function speaksOfWork(tail: string, names: readonly string[]): boolean {
  const rest = tail.replace(/^度/, '').replace(/^全年/, '');
  const comma = /^[，,]/.test(rest);
  const clause = (comma ? rest.slice(1) : rest).split(/[，,；;：:。]/)[0] ?? '';
  const own = names.find((name) => clause.startsWith(name));
  if (own === undefined && higher.test(clause)) return false;
  if (comma && own !== undefined) return true;
  const words = clause.slice(own?.length ?? 0).replace(/^(?:共|累计|共计|总共|全年|一共)+/, '');
  const verb = verbs.find((candidate) => words.startsWith(candidate));
  return verb !== undefined && !words.startsWith('的', verb.length);
}
