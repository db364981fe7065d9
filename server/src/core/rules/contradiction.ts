import { isElsewhere, type ReadPassage, readPassages } from '../report/claims.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal, isZero } from '../text/decimal.ts';
import type { Found } from './rule.ts';
import { defineRule } from './rule.ts';
import { claimedCells, sumOf } from './statedFigures.ts';

const suits = ['proceedings/direct/total', 'proceedings/after/total'];
const carriedOut = ['applications/carriedOut/total'];

/** Ways to say that there was none, with the figures that must then be zero. */
const denials: readonly {
  readonly words: readonly string[];
  readonly about: RegExp;
  readonly figures: readonly string[];
  readonly name: string;
}[] = [
  {
    words: ['未收到', '没有收到', '未接到', '没有接到', '未受理', '没有受理'],
    about:
      /(?:未|没有)(?:收到|接到|受理)(?:任何|任何形式的|过|到)?(?:政府|公民|法人|有关|相关)?[^，。；、]{0,12}?申请/,
    figures: ['applications/received/total'],
    name: '本年新收',
  },
  {
    words: ['复议'],
    about: /(?:未发生|没有发生|未引起|没有引起|未出现|没有|无)(?:因?政府?信息公开)?[^，。；、]{0,10}行政复议/,
    figures: ['proceedings/review/total'],
    name: '行政复议总计',
  },
  {
    words: ['诉讼'],
    about: /(?:未发生|没有发生|未引起|没有引起|未出现|没有|无)(?:因?政府?信息公开)?[^，。；]{0,14}行政诉讼/,
    figures: suits,
    name: '行政诉讼总计',
  },
];

const allDone =
  /全部(?:按时|按期|依法|及时)?(?:办结|办理完毕)|办结率(?:为|达|达到)?(?:100%|百分之百|１００％)/;

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
    good: [{ replace: [['办结11件', '均依法答复']] }],
    bad: [
      { replace: [['全年收到申请12件，办结11件', '全年⟦未收到政府信息公开申请⟧']] },
      { replace: [['办结11件', '申请⟦全部办结⟧']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究，⟦未发生行政复议⟧。']] },
    ],
  },
  *check(report, _context, say) {
    for (const read of readPassages(report)) {
      for (const { about, figures, name, words } of denials) {
        if (!words.some((word) => read.passage.text.includes(word))) continue;
        yield* denied(read, report, about, figures, (quoted, number) => say.notNone(quoted, name, number));
      }
      if (/办结|办理完毕/.test(read.passage.text) && read.passage.text.includes('申请'))
        yield* denied(read, report, allDone, carriedOut, say.notAll);
    }
  },
});

function* denied(
  { passage, clauses, quantities }: ReadPassage,
  report: Report,
  about: RegExp,
  figures: readonly string[],
  message: (quoted: string, number: string) => string,
): Iterable<Found> {
  const sum = sumOf(report, figures);
  if (sum === undefined || isZero(sum)) return;
  for (const clause of clauses) {
    if (clause.depth > 0) continue;
    const text = passage.text.slice(clause.span.start, clause.span.end);
    const match = about.exec(text);
    const inside = quantities.filter(
      ({ span }) => span.start >= clause.span.start && span.end <= clause.span.end,
    );
    if (
      match === null ||
      isElsewhere(text, report, inside) ||
      /超期|逾期|超时|不服|投诉|败诉|纠正/.test(text)
    )
      continue;
    const start = clause.span.start + match.index;
    yield {
      at: passage.place({ start, end: start + match[0].length }),
      message: message(match[0], formatDecimal(sum)),
      related: claimedCells(report, figures),
    };
  }
}
