import { statedEntry } from '../equations/stated.ts';
import { isElsewhere, type Stretch } from '../report/claimScope.ts';
import { ownNames } from '../report/ownNames.ts';
import { isPlain } from '../report/plainMatter.ts';
import { quantitiesWithin, type ReadPassage, readPassages } from '../report/readPassages.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal, zero } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import { defineRule, type Found } from './rule.ts';
import { statedCells } from './statedFigures.ts';

/** What may be denied, with the figures that must then be zero. */
interface Denied {
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
];
const denials: readonly Denied[] = [
  {
    nouns: ['公开申请', '申请公开', '依申请公开', '申请'],
    negations: [
      ...['未收到', '没有收到', '未新收到', '未接到', '没有接到', '未接收', '未受理', '没有受理', '未收'],
      ...['没有新收', '未新收', '没有', '无'],
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

const carriedOut = ['applications/carriedOut/total'];
const allDone =
  /(?:全部|均已?|都已)(?:按时|按期|依法|及时|依规)*(?:办结|办理完毕|办理完结)|(?:^|[^时期])办结率(?:均?为|均?达到?|均)?(?:100%|百分之百|１００％)/;

export const contradiction = defineRule({
  id: 'contradiction',
  group: 'text',
  severity: 'warning',
  title: '正文的说法与表格矛盾',
  why: '正文说没有，表格里却有；正文说全部办结，表格里却有结转下年度的。读者一眼就会看出来。',
  messages: {
    notNone: (quoted: string, name: string, number: string) =>
      `正文写“${quoted}”，表格“${name}”却是 ${number}。请核对，改正其中一处。`,
    notAll: (quoted: string, number: string) =>
      `正文写“${quoted}”，表格“结转下年度继续办理”却有 ${number} 件。请核对。`,
  },
  examples: {
    good: [
      { replace: [['办结11件', '均依法答复']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究，无一起政府信息公开行政复议被纠正。']] },
    ],
    bad: [
      { replace: [['全年收到申请12件，办结11件', '全年⟦未收到政府信息公开申请⟧']] },
      { replace: [['办结11件', '申请⟦全部办结⟧']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究，⟦未发生行政复议⟧。']] },
    ],
  },
  *check(report, _context, say) {
    for (const read of readPassages(report)) {
      for (const denied of denials) yield* found(read, report, denied, say.notNone);
      if (read.passage.text.includes('申请')) yield* places(read, report, carriedOut, matchOf, say.notAll);
    }
  },
});

function found(
  read: ReadPassage,
  report: Report,
  denied: Denied,
  message: (quoted: string, name: string, number: string) => string,
): Iterable<Found> {
  if (!denied.nouns.some((noun) => read.passage.text.includes(noun))) return [];
  const names = ownNames(report);
  return places(
    read,
    report,
    denied.figures,
    (stretch) => denialIn(stretch, denied, names),
    (quoted, number) => message(quoted, denied.name, number),
  );
}

/** Clauses in which something is said that cannot be, the figures being what they are. */
function* places(
  { passage, sentences }: ReadPassage,
  report: Report,
  figures: readonly string[],
  find: (stretch: Stretch) => Span | undefined,
  message: (quoted: string, number: string) => string,
): Iterable<Found> {
  const entry = statedEntry(report, figures, zero);
  if (entry?.outcome.kind !== 'fails') return;
  const number = formatDecimal(entry.outcome.right);
  for (const { clauses, quantities } of sentences) {
    for (const { span, depth } of clauses) {
      const text = passage.text.slice(span.start, span.end);
      const stretch = { text, start: span.start, quantities: quantitiesWithin(quantities, span) };
      const place = depth > 0 ? undefined : find(stretch);
      if (place === undefined || isElsewhere(stretch, report)) continue;
      yield {
        at: passage.place({ start: span.start + place.start, end: span.start + place.end }),
        message: message(text.slice(place.start, place.end), number),
        related: statedCells(report, entry),
      };
    }
  }
}

const tails =
  /^(?:案件|事项|情况|情形|的发生|发生|件|(?:、|和|及|或|以及)(?:被)?(?:提起)?(?:行政)?(?:诉讼|复议))+/;

/** A negation and what it denies, with nothing but plain words between, before and behind: 无超期的申请 denies none. */
function denialIn(
  { text, start: offset, quantities }: Stretch,
  { nouns, negations }: Denied,
  names: readonly string[],
): Span | undefined {
  const times = quantities.flatMap(({ kind, span }) =>
    kind === 'year' || kind === 'date' ? [{ start: span.start - offset, end: span.end - offset }] : [],
  );
  const plain = (start: number, end: number) => isPlain(text, { start, end }, names, times);
  for (const negation of negations) {
    const start = text.indexOf(negation);
    if (start < 0) continue;
    const from = start + negation.length;
    const end = Math.max(
      ...nouns.map((noun) => {
        const at = text.lastIndexOf(noun);
        return at < from ? -1 : at + noun.length;
      }),
    );
    const tail = text.slice(end).replace(tails, '');
    if (end > from && plain(0, start) && plain(from, end) && tail === '') return { start, end };
  }
  return undefined;
}

/** Said of requests, and of all of them: not 全部按时办结的信访. */
function matchOf({ text }: Stretch): Span | undefined {
  const match = allDone.exec(text);
  if (match === null || /超期|逾期|超时|不服|投诉|信访|建议|提案|热线/.test(text)) return undefined;
  // The character before 办结率 that tells it from 按时办结率 is not part of it.
  const start = match.index + (/^[^全均都办]/.test(match[0]) ? 1 : 0);
  return { start, end: match.index + match[0].length };
}
