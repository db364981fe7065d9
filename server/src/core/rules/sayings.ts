import type { Stretch } from '../report/claimScope.ts';
import { isPlain } from '../report/plainMatter.ts';
import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';

/** What may be denied, with the figures that must then be zero. */
export interface Denied {
  readonly nouns: readonly string[];
  readonly negations: readonly string[];
  readonly figures: readonly string[];
  readonly name: string;
}

const none = [
  '未发生',
  '没有发生',
  '未引起',
  '没有引起',
  '未引发',
  '没有引发',
  '未出现',
  '没有出现',
  '没有',
  '无',
  '零',
];
export const denials: readonly Denied[] = [
  {
    nouns: ['公开申请', '申请公开政府信息', '申请公开', '依申请公开', '申请'],
    negations: [
      ...['未收到', '没有收到', '未新收到', '未接到', '没有接到', '未接收', '未受理', '没有受理', '未收'],
      ...['没有新收', '未新收', '没有', '无', '零'],
    ],
    figures: ['applications/received/total'],
    name: '本年新收',
  },
  {
    nouns: ['行政复议'],
    negations: [...none, '未被申请', '没有被申请', '未被提起', '没有被提起'],
    figures: ['proceedings/review/total'],
    name: '行政复议总计',
  },
  {
    nouns: ['行政诉讼'],
    negations: [...none, '未被提起', '没有被提起', '未被起诉'],
    figures: ['proceedings/direct/total', 'proceedings/after/total'],
    name: '行政诉讼总计',
  },
];

const tails =
  /^(?:案件|事项|情况|情形|的发生|发生|件|(?:、|和|及|或|以及)(?:被)?(?:提起)?(?:行政)?(?:诉讼|复议))+/;

/** A negation and what it denies, or what there were none of, with nothing but plain words between, before and behind: 无超期的申请 denies none. */
export function denialIn(
  { text, start: offset, quantities }: Stretch,
  { nouns, negations }: Denied,
  names: readonly string[],
): Span | undefined {
  const times = timesIn(offset, quantities);
  const plain = (start: number, end: number) => isPlain(text, { start, end }, names, times);
  for (const negation of negations) {
    const start = text.indexOf(negation);
    if (start < 0) continue;
    const from = start + negation.length;
    for (const noun of nouns) {
      const at = text.lastIndexOf(noun);
      const end = at + noun.length;
      const tail = text.slice(end).replace(tails, '');
      if (at >= from && tail === '' && plain(0, start) && plain(from, end)) return { start, end };
    }
  }
  const nil = text.search(nilReport);
  const isOfThese = nouns.some((noun) => {
    const at = text.indexOf(noun);
    return at >= 0 && at + noun.length <= nil && plain(0, at) && plain(at + noun.length, nil);
  });
  return isOfThese ? { start: 0, end: text.length } : undefined;
}

/** 政府信息公开申请零报告, 行政复议零发生. */
const nilReport = /零(?:报告|发生|申请|受理)$/;

const received = ['收到', '受理', '接到', '新收', '接收'];
const allDone = /(?:全部|均已?|都已)(?:按时|按期|依法|及时|依规)?(?:办结|办理完毕|办理完结)/;
/** Not 按时办结率, which says when. */
const rateOfAll = /(?:^|[^时期])(办结率(?:均?为|均?达到?|均)?(?:100%|百分之百|１００％))/;

/** The sentence around a clause. */
export interface Neighbours {
  readonly before: string;
  readonly behind: string;
}

/**
 * Said of requests, and of all of them: plain words before it, and requests named in the clause or right
 * before it. Not 上年结转的全部办结, 工单全部办结; nor 全部办结11件，结转2件, which says how many are left.
 */
export function allDoneIn(
  { text, start: offset, quantities }: Stretch,
  { before, behind }: Neighbours,
  names: readonly string[],
): Span | undefined {
  const said = allDone.exec(text)?.[0] ?? rateOfAll.exec(text)?.[1];
  if (said === undefined) return undefined;
  const start = text.indexOf(said);
  const end = start + said.length;
  const head = text.slice(0, start);
  const named = head.includes('申请') || (/^(?:目前|年内|均|都|已)*$/.test(head) && before.includes('申请'));
  const counted = quantities.some(
    ({ kind, span }) =>
      kind === 'quantity' && text.slice(end, Math.max(end, span.start - offset)).trim() === '',
  );
  return named &&
    !(counted && leaves.test(behind)) &&
    isPlain(text, { start: 0, end: start }, [...names, ...received], timesIn(offset, quantities))
    ? { start, end }
    : undefined;
}

/** 结转下年度2件, 剩余2件: a number of those that are left. */
const leaves =
  /(?:结转|转入|转至|顺延|剩余|其余|余下|尚有)[^，。；]{0,14}[1-9１-９一二两三四五六七八九十]|[件宗份]结转/;

/** Years and dates, as ranges of a stretch that begins at an offset. */
export function timesIn(offset: number, quantities: readonly Quantity[]): readonly Span[] {
  return quantities.flatMap(({ kind, span }) =>
    kind === 'year' || kind === 'date' ? [{ start: span.start - offset, end: span.end - offset }] : [],
  );
}

/** 收到的申请均已答复: said of requests that there must have been. */
export const answered =
  /(?:收到|受理|办理)的(?:政府信息公开|信息公开|依申请公开)?申请(?:均已?|都已?|已?全部)(?:按时|按期|依法|及时|依规)?(?:答复|办结)/;
