import { type Change, type Diagnosis, diagnosisOf } from '../equations/diagnose.ts';
import { termsOf } from '../equations/equation.ts';
import type { Entry } from '../equations/ledger.ts';
import { recalculate } from '../equations/recalculate.ts';
import { plainLabel } from '../forms/layout.ts';
import type { Report } from '../report/report.ts';
import { type Decimal, formatDecimal, isZero, subtract, zero } from '../text/decimal.ts';
import { changeFix, relatedCells } from './arithmetic.ts';
import type { Related } from './finding.ts';
import { defineRule, type Found } from './rule.ts';

/** Sums with more terms than this show their non-zero cells only. */
const longSum = 8;

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
      else if (diagnosis.kind === 'shift') yield* shiftFound(diagnosis, report, say);
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
  const expected = formatDecimal(change.expected);
  const broken = [...repairs, ...shared];
  const message = shared.length === 0 ? say.one : say.several;
  const agreed = recalculate(report).some((total) => total.figure === figure);
  const fix = changeFix([change]);
  return {
    at: figure.anchor,
    message: message(expected, broken.length, written(change.actual)),
    related: brokenCells(broken, report, change),
    arithmetic: arithmeticOf(change, broken),
    fixes: () => (fix === undefined ? [] : [{ ...fix, preferred: only, safe: agreed }]),
  };
}

function* shiftFound(
  { changes, toward, repairs }: Extract<Diagnosis, { kind: 'shift' }>,
  report: Report,
  say: Say,
): Iterable<Found> {
  const [first] = changes;
  const last = changes[changes.length - 1];
  if (first === undefined || last === undefined) return;
  const { anchor, form } = first.figure;
  const end = last.figure.anchor.block === anchor.block ? last.figure.anchor.end : anchor.end;
  const fix = changeFix(changes);
  yield {
    at: { ...anchor, end },
    message: say.shifted(
      `“${plainLabel(form.row.label)}”`,
      plainLabel(form.column.label),
      toward,
      changes.map(({ expected }) => formatDecimal(expected)).join('、'),
      repairs.length,
    ),
    related: brokenCells(repairs, report, first),
    arithmetic: arithmeticOf(first, repairs),
    fixes: () => (fix === undefined ? [] : [{ ...fix, preferred: true }]),
  };
}

/** The other cells of the broken equations, each once. */
function brokenCells(broken: readonly Entry[], report: Report, { figure }: Change): Related[] {
  const places = broken.flatMap((entry) => {
    const own = termsOf(entry.equation).find(({ address }) => address === figure.address);
    const long = termsOf(entry.equation).length > longSum;
    return relatedCells(entry, report, own).filter(({ message }) => !long || !/ 0$/.test(message));
  });
  return places.filter(
    ({ anchor }, index) =>
      places.findIndex(
        ({ anchor: other }) => other.block === anchor.block && other.start === anchor.start,
      ) === index,
  );
}

function arithmeticOf({ figure, actual, expected }: Change, broken: readonly Entry[]) {
  const delta = subtract(actual ?? zero, expected);
  const equation = broken[0]?.equation.id;
  return {
    figure: figure.address,
    ...(equation === undefined ? {} : { equation }),
    expected: formatDecimal(expected),
    actual: written(actual),
    delta: isZero(delta) ? '0' : formatDecimal(delta),
  };
}

function written(value: Decimal | undefined): string {
  return value === undefined ? '空' : formatDecimal(value);
}
