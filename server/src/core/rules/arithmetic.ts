import type { Change } from '../equations/diagnose.ts';
import { type Term, termsOf } from '../equations/equation.ts';
import { termNote } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { figureName } from '../forms/layout.ts';
import type { Figure, Report } from '../report/report.ts';
import { digitsSpan, readValue } from '../report/value.ts';
import { equal, formatDecimal } from '../text/decimal.ts';
import type { Edit, Fix, Related } from './finding.ts';

/** More explanations than this are no help to anybody. */
const mostCandidates = 6;

/** Every other cell of the equation, named and with its value; those that may be the wrong one say so. */
export function relatedCells(
  entry: Entry,
  report: Report,
  except: Term | undefined,
  candidates: readonly (readonly Change[])[] = [],
): Related[] {
  const likely = new Map(
    shown(candidates)
      .flat()
      .map(({ figure, expected }) => [figure, formatDecimal(expected)]),
  );
  return termsOf(entry.equation).flatMap((term) => {
    const figure = term.of === 'this' ? report.figures.get(term.address) : undefined;
    if (figure === undefined || term === except) return [];
    const expected = likely.get(figure);
    const hint = expected === undefined ? '' : `（可能填错的格：改为 ${expected}）`;
    return [{ anchor: figure.anchor, message: termNote(term, entry.sources) + hint }];
  });
}

/** A fix for each explanation of a mismatch, by the names of its cells; preferred when there is no other. */
export function candidateFixes(candidates: readonly (readonly Change[])[], except?: Figure): Fix[] {
  return shown(candidates).flatMap((changes): Fix[] => {
    if (changes.some(({ figure }) => figure === except)) return [];
    const fix = changeFix(changes);
    return fix === undefined ? [] : [{ ...fix, preferred: candidates.length === 1 }];
  });
}

/** Writes all new values; `undefined` where a figure is the sum of several cells. */
export function changeFix(changes: readonly Change[]): Fix | undefined {
  if (changes.some(({ figure }) => figure.cells.length > 1)) return undefined;
  return {
    title: changes
      .map(({ figure, expected }) => `把${figureName(figure.form)}改为 ${formatDecimal(expected)}`)
      .join('，'),
    edits: changes.map(({ figure, expected }) => setFigure(figure, formatDecimal(expected))),
  };
}

/** Writes a number into a figure's cell; marks, units and notes beside the old digits stay. */
export function setFigure(figure: Figure, text: string): Edit {
  const { block, start, end } = figure.anchor;
  const source = block.source.slice(start, end);
  const digits = digitsSpan(source);
  const inside = readValue(source.slice(digits.start, digits.end));
  const { value } = figure;
  return value.kind === 'number' && inside.kind === 'number' && equal(inside.number, value.number)
    ? { anchor: { block, start: start + digits.start, end: start + digits.end }, newText: text }
    : { anchor: figure.anchor, newText: text };
}

function shown(candidates: readonly (readonly Change[])[]): readonly (readonly Change[])[] {
  return candidates.length > mostCandidates ? [] : candidates;
}
