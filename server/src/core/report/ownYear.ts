import { readTitles, type TitleMention } from '../laws/titleReader.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { ownNames } from './ownNames.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { Report, SectionHead } from './report.ts';
import { type YearMention, yearsIn } from './years.ts';

/**
 * Years in a passage that stand where the report's own year belongs (2024年，我局认真执行…; 现将2024年度…
 * 情况报告如下), and are another. Comparisons, plans, background, titles and dates are none: what may be
 * right is left out.
 */
export function foreignYears(passage: Passage, report: Report, own: number): readonly YearMention[] {
  const { text } = passage;
  const years = yearsIn(text);
  if (years.every(({ year }) => year === own)) return [];
  const titles = readTitles(text).filter(({ nested }) => !nested);
  const place: Place = {
    own,
    names: ownNames(report),
    contrasts: years.some(({ year }) => year === own),
    ...standing(passage, report),
  };
  const found: YearMention[] = [];
  let next = 0;
  let titleIndex = 0;
  for (const sentence of sentencesIn(text)) {
    const words = withoutTitles(text.slice(sentence.start, sentence.end));
    const past = background.test(words);
    for (; next < years.length && (years[next] as YearMention).span.end <= sentence.end; next++) {
      const mention = years[next] as YearMention;
      if (mention.year === own) continue;
      while ((titles[titleIndex]?.span.end ?? text.length) < mention.span.end) titleIndex++;
      const title = titles[titleIndex];
      if (title !== undefined && title.span.start < mention.span.start) {
        if (passage.kind === 'opening' && isOwnTitle(text, title)) found.push(mention);
      } else if (isOwnPlace(text, sentence, mention, past, place)) found.push(mention);
    }
  }
  return found;
}

interface Place {
  readonly own: number;
  readonly names: readonly string[];
  /** The passage names the report's year as well: it may set the years side by side. */
  readonly contrasts: boolean;
  /** The passage speaks of what is to come. */
  readonly looksAhead: boolean;
  /** The first paragraph of 总体情况. */
  readonly leads: boolean;
}

function standing({ kind, section, text }: Passage, report: Report): Pick<Place, 'looksAhead' | 'leads'> {
  const first = section?.id === 'overview' ? leadPassage(report, section) : undefined;
  const looksAhead =
    kind !== 'opening' && !['overview', 'disclosure', 'applications'].includes(section?.id ?? '');
  return { looksAhead, leads: first?.text === text };
}

function leadPassage(report: Report, section: SectionHead): Passage | undefined {
  return passagesOf(report).find((other) => other.section === section && other.kind === 'body');
}

/** Sentences are looked at from here on both sides of the year. */
const reach = 80;

function isOwnPlace(
  text: string,
  sentence: Span,
  mention: YearMention,
  past: boolean,
  place: Place,
): boolean {
  const { start, end } = mention.span;
  const head = text.slice(Math.max(sentence.start, start - reach), start);
  const tail = text.slice(end, Math.min(sentence.end, end + reach));
  if (announces(head, tail)) return true;
  if (place.contrasts || past || mention.year < place.own - 3) return false;
  if (place.leads && start === 0)
    return leadsOff(tail) && !(mention.year > place.own && firmPlans.test(tail));
  if (mention.year > place.own && (place.looksAhead || plans.test(tail))) return false;
  return opens(head, place.names)
    ? speaksOfWork(tail, place.names)
    : /[，,]$/.test(head) && !comparisons.test(head + tail) && tellsOfOrgan(tail, place.names);
}

/** 编制了《示例镇2024年政府信息公开工作年度报告》: the report named by its own title. */
function isOwnTitle(text: string, { span, name }: TitleMention): boolean {
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  const made = /(?:编制|编写|撰写|形成|公布|发布)(?:了|成|完成)?$/.test(before);
  return made && name.includes('政府信息公开') && /(?:年度报告|年报)$/.test(name);
}

/** 现将2024年度政府信息公开工作情况报告如下: the report itself, whatever else is said. */
function announces(head: string, tail: string): boolean {
  const starts =
    /(?:现将|现就|现对|现公布|现公开|社会公布|社会公开|现报告|现发布|兹将)[^，。；《（(]{0,20}$/.test(head);
  const names = /^度?[^，。；《]{0,20}(?:信息公开|政务公开|工作情况|年度报告|年报)/.test(tail);
  const asFollows = /^度?[^，。；《]{0,12}(?:工作|情况)[^，。；]{0,6}如下/.test(tail);
  const words = head.slice(head.lastIndexOf('》') + 1) + tail.slice(0, 30);
  return ((starts && names) || asFollows) && !/通知|关于|要点|方案/.test(words);
}

/** 2024年，…: what a first paragraph sets out with; not 2024年以来, 2024年度报告. */
function leadsOff(tail: string): boolean {
  const rest = tail.replace(/^度/, '').trimStart();
  return /^[，,]/.test(rest) && !higher.test(rest.slice(1));
}

/** Words of what is to be done. */
const plans = /将|继续|计划|下一步|拟|打算|争取|着力|目标|力争|进一步|推动|重点|要|确保|努力/;
const firmPlans = /将|计划|下一步|打算|力争/;
const comparisons = /较|比|同期|增|减|上升|下降|而|分别/;

/** Words that make an earlier year right: comparisons, history, other people's assessments. */
const background =
  /今年|本年|当年|同年|次年|翌年|目前|至今|现已|如今|以来|连续|历年|历史|近年|整改|遗留|存在的|反馈|指出|规划|五年|考核|评估|评选|表彰|荣获|获评|被评|入选|试点|排名|上述|第三方|报告期|统计期限|起施行|修订施行|修订实施|起实施|颁布|生效|成立|组建|挂牌|机构改革|开通|上线|建成/;

function withoutTitles(text: string): string {
  return text.replace(/《[^《》]*》/g, '');
}

/** The year begins its sentence, behind nothing but a number, a label or the organ. */
function opens(head: string, names: readonly string[]): boolean {
  const rest = head
    .trim()
    .replace(/^(?:[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)、.．]|是[:：]?))[ \u3000]*/, '');
  const label = /^[^，。；：:]{1,12}[：:][ \u3000]*/.exec(rest)?.[0] ?? '';
  const subject = rest.slice(label.length).replace(/在$/, '');
  return subject === '' || names.includes(subject);
}

/** What follows the year is the organ's work of that year. */
function speaksOfWork(tail: string, names: readonly string[]): boolean {
  const { comma, clause } = clauseBehind(tail);
  const own = names.find((name) => clause.startsWith(name));
  if (own === undefined && higher.test(clause)) return false;
  if (comma && own !== undefined) return true;
  return beginsWithVerb(clause.slice(own?.length ?? 0));
}

/** …，2024年我镇主动公开信息76条: behind a comma only with the organ and its deed. */
function tellsOfOrgan(tail: string, names: readonly string[]): boolean {
  const { clause } = clauseBehind(tail);
  const own = names.find((name) => clause.startsWith(name));
  return own !== undefined && beginsWithVerb(clause.slice(own.length));
}

function clauseBehind(tail: string): { readonly comma: boolean; readonly clause: string } {
  const rest = tail.replace(/^度/, '').replace(/^全年/, '');
  const comma = /^[，,]/.test(rest);
  return { comma, clause: (comma ? rest.slice(1) : rest).split(/[，,；;：:。]/)[0] ?? '' };
}

/** 共收到…, 主动公开…; not 收到的…, which is said of something else. */
function beginsWithVerb(clause: string): boolean {
  const words = clause.replace(/^(?:共|累计|共计|总共|全年|一共)+/, '');
  const verb = verbs.find((candidate) => words.startsWith(candidate));
  return verb !== undefined && !words.slice(verb.length, verb.length + 4).includes('的');
}

const verbs =
  '主动公开 公开 发布 收到 受理 新收 制发 办结 答复 办理 召开 开展 举办 组织 更新 公布 报送 处理 接收 认真 严格 深入 扎实 积极 坚持 持续 全面 未 没有 暂未 无 通过 依托 主动 依法 累计 切实 不断 进一步 在市委 在县委 在区委 在省委 在党委'.split(
    ' ',
  );

const higher = /^(?:国务院|全国|中央|国家|党|省|市|自治区|财政部|司法部|县委|区委|上级|《)/;
