import { type Change, type Diagnosis, diagnosisOf } from '../equations/diagnose.ts';
import { termsOf } from '../equations/equation.ts';
import type { Entry } from '../equations/ledger.ts';
import { recalculate } from '../equations/recalculate.ts';
import type { FigureAddress } from '../forms/form.ts';
import { plainLabel } from '../forms/layout.ts';
import type { Report } from '../report/report.ts';
import { type Decimal, formatDecimal, subtract, zero } from '../text/decimal.ts';
import { quoted } from '../text/quoted.ts';
import { cellOf, changeFix, tellingTerms } from './arithmetic.ts';
import type { Related } from './finding.ts';
import { defineRule, type Found } from './rule.ts';

const messages = {
  one: (expected: string, count: number, actual: string) =>
    `此格疑有误：改为 ${expected}，可使 ${count} 条勾稽关系同时成立（现填 ${actual}）。`,
  several: (expected: string, count: number, actual: string) =>
    `此格疑有误：改为 ${expected}，连同其他疑误一并改正，可使 ${count} 条勾稽关系同时成立（现填 ${actual}）。`,
  shifted: (row: string, column: string, toward: 'left' | 'right', values: string, count: number) =>
    `${row}一行疑有错位：自“${column}”起应向${toward === 'left' ? '左' : '右'}移一列（改为 ${values}），可使 ${count} 条勾稽关系同时成立。`,
};

export const suspectCell = defineRule({
  id: 'suspect-cell',
  group: 'arithmetic',
  severity: 'error',
  title: '这一格疑填错',
  why: '改动这一格，所有不平的勾稽关系就同时成立，而没有别的格能做到。数字仍以台账为准：请核对后再改。',
  messages,
  examples: {
    good: [
      {},
      // One equation does not tell which of its cells is wrong.
      { figures: { 'proceedings/review/upheld': '11' }, also: ['sum-mismatch'] },
    ],
    bad: [
      { figures: { 'applications/granted/natural': '⟦15⟧' } },
      { figures: { 'applications/received/natural': '⟦80⟧' } },
      { figures: { 'applications/processed/natural': '⟦9⟧' } },
      { figures: { 'applications/partial/otherOrg': '⟦⟧' } },
      {
        figures: {
          'applications/granted/natural': '⟦15⟧',
          'applications/carriedOut/otherOrg': '⟦4⟧',
          'applications/processed/total': '⟦110⟧',
        },
      },
    ],
  },
  *check(report, _context, say) {
    for (const diagnosis of diagnosisOf(report)) {
      if (diagnosis.kind === 'cell') yield cellFound(diagnosis, report, say);
      else if (diagnosis.kind === 'shift') yield* shiftFound(diagnosis, say);
    }
  },
});

type Say = typeof messages;

function cellFound(
  { change, repairs, shared, only }: Extract<Diagnosis, { kind: 'cell' }>,
  report: Report,
  say: Say,
): Found {
  const { figure } = change;
  const broken = [...repairs, ...shared];
  const message = shared.length === 0 ? say.one : say.several;
  const agreed = recalculate(report).some((total) => total.figure === figure);
  return {
    ...found(change, broken),
    message: message(formatDecimal(change.expected), broken.length, written(change.actual)),
    fixes: () => [{ ...changeFix([change]), preferred: only, safe: agreed }],
  };
}

function* shiftFound(
  { changes, toward, repairs }: Extract<Diagnosis, { kind: 'shift' }>,
  say: Say,
): Iterable<Found> {
  const [first] = changes;
  if (first === undefined) return;
  const { anchor, form } = first.figure;
  yield {
    ...found(first, repairs),
    at: { ...anchor, end: Math.max(...changes.map(({ figure }) => figure.anchor.end)) },
    message: say.shifted(
      quoted(plainLabel(form.row.label)),
      plainLabel(form.column.label),
      toward,
      changes.map(({ expected }) => formatDecimal(expected)).join('、'),
      repairs.length,
    ),
    fixes: () => [{ ...changeFix(changes), preferred: true }],
  };
}

/** What there is to show of a wrong cell and the equations that it breaks: their other cells, each once. */
function found({ figure, actual, expected }: Change, broken: readonly Entry[]) {
  const { address, anchor } = figure;
  const cells = new Map<FigureAddress, readonly Related[]>();
  for (const { equation, sources } of broken) {
    const others = termsOf(equation).filter((term) => term.address !== address && !cells.has(term.address));
    for (const term of tellingTerms(others, sources)) cells.set(term.address, cellOf(term, sources));
  }
  const [first] = broken;
  return {
    at: anchor,
    related: [...cells.values()].flat(),
    arithmetic: {
      figure: address,
      ...(first && { equation: first.equation.id }),
      expected: formatDecimal(expected),
      actual: written(actual),
      delta: formatDecimal(subtract(actual ?? zero, expected)),
    },
  };
}

function written(value: Decimal | undefined): string {
  return value === undefined ? '空' : formatDecimal(value);
}
