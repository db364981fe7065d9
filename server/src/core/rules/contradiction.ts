import { statedEntry, statedOnceRight } from '../equations/stated.ts';
import { isElsewhere, type Stretch } from '../report/claimScope.ts';
import { ownNames } from '../report/ownNames.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import { isPlain } from '../report/plainMatter.ts';
import { quantitiesWithin, type ReadPassage, readPassage } from '../report/readPassages.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal, zero } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import { defineRule, type Found } from './rule.ts';
import { allDoneIn, answered, type Denied, denialIn, denials, type Neighbours, timesIn } from './sayings.ts';
import { statedCells } from './statedFigures.ts';

const carriedOut = ['applications/carriedOut/total'];

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
    notAny: (quoted: string) =>
      `正文写“${quoted}”，表格“本年新收”和“上年结转”却都是 0。没有收到申请的，请照实写。`,
  },
  examples: {
    good: [
      { replace: [['办结11件', '均依法答复']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究，无一起政府信息公开行政复议被纠正。']] },
      {
        figures: {
          'applications/received/natural': '7',
          'applications/received/otherOrg': '2',
          'applications/received/total': '10',
          'applications/carriedOut/natural': '0',
          'applications/carriedOut/otherOrg': '0',
          'applications/carriedOut/total': '1',
        },
        replace: [['收到申请12件，办结11件', '收到申请10件，申请全部办结']],
        also: ['suspect-cell'],
      },
    ],
    bad: [
      { replace: [['全年收到申请12件，办结11件', '全年⟦未收到政府信息公开申请⟧']] },
      { replace: [['办结11件', '申请⟦全部办结⟧']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究，⟦未发生行政复议⟧。']] },
    ],
  },
  *check(report, _context, say) {
    const names = ownNames(report);
    for (const denied of denials)
      yield* sayings(
        report,
        denied.figures,
        (quoted, number) => say.notNone(quoted, denied.name, number),
        (stretch) => denialIn(stretch, denied, names),
      );
    yield* sayings(report, carriedOut, say.notAll, (stretch, around) => allDoneIn(stretch, around, names));
    yield* answeredNone(report, names, say.notAny);
  },
});

const requests = ['applications/received/total', 'applications/carriedIn/total'];
/** 收到的申请均已答复, where there were none: boilerplate from a report that had some. */
function* answeredNone(
  report: Report,
  names: readonly string[],
  message: (quoted: string) => string,
): Iterable<Found> {
  const entry = statedEntry(report, requests, zero);
  if (entry?.outcome.kind !== 'holds') return;
  for (const { passage, sentences } of inPassages(report, sweeping)) {
    for (const { text, span, quantities } of sentences) {
      const match = answered.exec(text);
      if (match === null || isElsewhere({ text, start: span.start, quantities }, report)) continue;
      // 乡镇收到的申请: not the report's own.
      const clause = { start: text.lastIndexOf('，', match.index) + 1, end: match.index };
      if (!isPlain(text, clause, names, timesIn(span.start, quantities))) continue;
      const start = span.start + match.index;
      yield {
        at: passage.place({ start, end: start + match[0].length }),
        severity: 'information',
        message: message(match[0]),
        related: statedCells(entry),
      };
    }
  }
}

/** Passages with a word that denies, or speaks of all: few are. */
function sweeping(passage: Passage): readonly ReadPassage[] {
  return /未|没有|无|零|全部|均|都|办结率/.test(passage.text) ? readPassage(passage) : [];
}

/** Clauses in which something is said that cannot be, the figures being what they are. */
function* sayings(
  report: Report,
  figures: Denied['figures'],
  message: (quoted: string, number: string) => string,
  find: (stretch: Stretch, around: Neighbours) => Span | undefined,
): Iterable<Found> {
  const entry = statedEntry(report, figures, zero);
  if (entry?.outcome.kind !== 'fails') return;
  // A cell that is wrong by its own table may be nought, and the saying right.
  if (statedOnceRight(report, figures, zero)?.outcome.kind !== 'fails') return;
  const number = formatDecimal(entry.outcome.right);
  for (const { passage, sentences } of inPassages(report, sweeping)) {
    for (const { clauses, quantities, span: sentence } of sentences) {
      for (const { span, depth } of clauses) {
        const text = passage.text.slice(span.start, span.end);
        const stretch = { text, start: span.start, quantities: quantitiesWithin(quantities, span) };
        const around = {
          before: passage.text.slice(sentence.start, span.start),
          behind: passage.text.slice(span.end, sentence.end),
        };
        const place = depth > 0 ? undefined : find(stretch, around);
        if (place === undefined || isElsewhere(stretch, report)) continue;
        yield {
          at: passage.place({ start: span.start + place.start, end: span.start + place.end }),
          message: message(text.slice(place.start, place.end), number),
          related: statedCells(entry),
        };
      }
    }
  }
}
