import { type FigureAddress, splitAddress } from '../forms/address.ts';
import type { EquationPattern, TableId } from '../forms/form.ts';
import { type FigureForm, leafName, plainLabel, type TableLayout } from '../forms/layout.ts';
import type { Decimal } from '../text/decimal.ts';
import { memoByIdentity } from '../text/memo.ts';
import { quoted } from '../text/quoted.ts';

/** One figure in an equation: its address, its sign, and whose report it is in. */
export interface Term {
  readonly address: FigureAddress;
  readonly sign: 1 | -1;
  readonly of: 'this' | 'last';
  readonly figure: FigureForm;
  /** How it is called in a sum: 新收, 予以公开. */
  readonly name: string;
}

/** The sum of `left`, or the number that the text states, equals the sum of `right`. */
export interface Relation {
  /** `applications/received: total`, `applications/received/total: stated`. */
  readonly id: string;
  readonly table: TableId;
  readonly shape: 'sum' | 'balance';
  /** What stands on the left where the source of the relation is a sentence; it has no terms there. */
  readonly stated?: Decimal;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

/** A relation that a form asks for. */
export interface Equation extends Relation {
  readonly pattern: EquationPattern;
  /** The id of the row or column it is about. */
  readonly line: string;
  /** `“自然人”一列`: the row or column it is about. */
  readonly subject: string;
}

/** The equations of a table: those inside one report, and those that look at last year's. */
export interface TableEquations {
  readonly own: readonly Equation[];
  readonly years: readonly Equation[];
  /** Figures that some sum computes: never blank for 0, and the only ones a bulk fix may change. */
  readonly totals: ReadonlySet<FigureAddress>;
}

export const equationsOf = memoByIdentity((layout: TableLayout): TableEquations => {
  const equations = layout.form.equations
    .filter((pattern) => pattern.table === layout.table.id)
    .flatMap((pattern) => instances(pattern, layout));
  const own = equations.filter((equation) =>
    [...equation.left, ...equation.right].every((term) => term.of === 'this'),
  );
  return {
    own,
    years: equations.filter((equation) => !own.includes(equation)),
    totals: new Set(
      own.flatMap((equation) => (equation.shape === 'sum' ? equation.left.map((term) => term.address) : [])),
    ),
  };
});

export function termsOf(equation: Relation): readonly Term[] {
  return [...equation.left, ...equation.right];
}

function instances(pattern: EquationPattern, layout: TableLayout): Equation[] {
  const lines = new Map<string, Map<string, FigureForm>>();
  for (const figure of layout.figures) {
    const { row, column } = splitAddress(figure.address);
    const [line, name] = pattern.each === 'row' ? [row, column] : [column, row];
    if (pattern.only !== undefined && !pattern.only.includes(line)) continue;
    const figures = lines.get(line) ?? new Map<string, FigureForm>();
    lines.set(line, figures.set(name, figure));
  }
  return [...lines].map(([line, figures]) => {
    const terms = (side: readonly string[]) => side.map((name) => termOf(name, figures, pattern));
    const left = terms(pattern.left);
    return {
      id: `${pattern.table}/${line}: ${pattern.id}`,
      table: pattern.table,
      pattern,
      line,
      shape: pattern.shape,
      subject: subjectOf(pattern, (left[0] as Term).figure),
      left,
      right: terms(pattern.right),
    };
  });
}

function termOf(name: string, figures: ReadonlyMap<string, FigureForm>, pattern: EquationPattern): Term {
  const sign = name.startsWith('-') ? -1 : 1;
  const of = name.startsWith('last:') ? 'last' : 'this';
  const figure = figures.get(name.replace(/^-|^last:/, ''));
  if (figure === undefined)
    throw new Error(`equation ${pattern.table}: ${pattern.id} names ${name}, which the form does not have`);
  const leaf = pattern.each === 'row' ? figure.column : figure.row;
  return { address: figure.address, sign, of, figure, name: leafName(leaf) };
}

function subjectOf(pattern: EquationPattern, figure: FigureForm): string {
  if (pattern.each === 'column') return `${quoted(plainLabel(figure.column.label))}一列`;
  if (figure.row.label !== '') return `${quoted(plainLabel(figure.row.label))}一行`;
  return `${quoted(figure.column.path[figure.column.path.length - 2] ?? '')}一组`;
}
