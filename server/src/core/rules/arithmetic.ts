import { type Change, diagnosisOf } from '../equations/diagnose.ts';
import { type Relation, type Term, termsOf } from '../equations/equation.ts';
import { type Sources, termValue } from '../equations/evaluate.ts';
import { difference, termNote } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { figureName } from '../forms/layout.ts';
import type { Figure, Report } from '../report/report.ts';
import { digitsSpan, readValue } from '../report/value.ts';
import { absolute, equal, formatDecimal, isZero, subtract } from '../text/decimal.ts';
import { cellEdit } from './cellEdit.ts';
import type { Arithmetic, Edit, Fix, Related } from './finding.ts';

/** More explanations than this are no help to anybody. */
const mostCandidates = 6;
/** Of more cells than this only those that are not zero are shown. */
const mostCells = 6;

/** An equation that fails, as it is seen from one of its figures. */
export interface Failing extends Entry {
  /** The figure, and its term in the equation. */
  readonly own: Term;
  readonly figure: Figure;
  /** What its side comes to, what it would have to, and how far off that is: `少 1`. */
  readonly actual: string;
  readonly expected: string;
  readonly off: string;
  /** The same as a number alone. */
  readonly by: string;
  readonly arithmetic: Arithmetic;
}

/** Seen from the first figure of a side; nothing where the equation does not fail. */
export function failing(entry: Entry, report: Report, side: 'left' | 'right' = 'left'): readonly Failing[] {
  const { equation, outcome } = entry;
  return equation[side].slice(0, 1).flatMap((own) => {
    const figure = report.figures.get(own.address);
    if (figure === undefined || outcome.kind !== 'fails') return [];
    const isLeft = side === 'left';
    const [actual, expected] = isLeft ? [outcome.left, outcome.right] : [outcome.right, outcome.left];
    const delta = subtract(actual, expected);
    const numbers = { expected: formatDecimal(expected), actual: formatDecimal(actual) };
    return {
      ...entry,
      ...numbers,
      own,
      figure,
      off: difference(actual, expected),
      by: formatDecimal(absolute(delta)),
      arithmetic: {
        figure: figure.address,
        equation: equation.id,
        ...numbers,
        delta: formatDecimal(delta),
      },
    };
  });
}

/** A failing equation for which there are several explanations, or none. */
export interface Mismatch extends Failing {
  /** The row or column that is off by as much in the other direction. */
  readonly other: Entry | undefined;
  /** None where there are too many. */
  readonly candidates: readonly (readonly Change[])[];
  /** All other cells; those that may be the wrong one say so. */
  readonly related: readonly Related[];
}

/** Those of one shape, each seen from the first figure of a side. */
export function mismatches(report: Report, shape: Relation['shape'], side?: 'right'): readonly Mismatch[] {
  return diagnosisOf(report).flatMap((diagnosis) => {
    if (diagnosis.kind !== 'mismatch' && diagnosis.kind !== 'moved') return [];
    const { entry } = diagnosis;
    if (entry.equation.shape !== shape) return [];
    const other = diagnosis.kind === 'moved' ? diagnosis.other : undefined;
    const candidates = diagnosis.candidates.length > mostCandidates ? [] : diagnosis.candidates;
    return failing(entry, report, side).map((found): Mismatch => {
      const entries = other === undefined ? [entry] : [entry, other];
      const related = entries.flatMap(({ equation, sources }) =>
        termsOf(equation)
          .filter((term) => term !== found.own)
          .flatMap((term) => likelyCell(term, sources, candidates.flat())),
      );
      return { ...found, other, candidates, related };
    });
  });
}

function likelyCell(term: Term, sources: Sources, changes: readonly Change[]): Related[] {
  const change = changes.findLast(({ figure }) => figure.address === term.address);
  const hint = change === undefined ? '' : `（可能填错的格：改为 ${formatDecimal(change.expected)}）`;
  return cellOf(term, sources).map((cell) => ({ ...cell, message: cell.message + hint }));
}

/** The cell of a term, named and with its value. */
export function cellOf(term: Term, sources: Sources): Related[] {
  const figure = (term.of === 'last' ? sources.last : sources.own)?.get(term.address);
  return figure === undefined ? [] : [{ anchor: figure.anchor, message: termNote(term, sources) }];
}

/** The terms that tell something: of many those that are not zero. */
export function tellingTerms(terms: readonly Term[], sources: Sources): readonly Term[] {
  if (terms.length <= mostCells) return terms;
  return terms.filter((term) => {
    const value = termValue(term, sources);
    return typeof value !== 'string' && !isZero(value);
  });
}

/** A fix for each explanation of a mismatch, by the names of its cells; preferred when there is no other. */
export function candidateFixes(candidates: readonly (readonly Change[])[], except?: Figure): Fix[] {
  return candidates
    .filter((changes) => changes.every(({ figure }) => figure !== except))
    .map((changes) => ({ ...changeFix(changes), preferred: candidates.length === 1 }));
}

/** Writes all new values. */
export function changeFix(changes: readonly Change[]): Fix {
  return {
    title: changes
      .map(({ figure, expected }) => `把${figureName(figure.form)}改为 ${formatDecimal(expected)}`)
      .join('，'),
    edits: changes.map(({ figure, expected }) => setFigure(figure, formatDecimal(expected))),
  };
}

/** Writes a number into a figure's cell; marks, units and notes beside the old digits stay. */
export function setFigure({ anchor, value }: Figure, text: string): Edit {
  const { block, start, end } = anchor;
  const source = block.source.slice(start, end);
  const digits = digitsSpan(source);
  const inside = readValue(source.slice(digits.start, digits.end));
  return value.kind === 'number' && inside.kind === 'number' && equal(inside.number, value.number)
    ? { anchor: { block, start: start + digits.start, end: start + digits.end }, newText: text }
    : cellEdit(anchor, text);
}
