import type { Figure } from '../report/report.ts';
import type { Decimal } from '../text/decimal.ts';
import { termsOf } from './equation.ts';
import { termValue } from './evaluate.ts';
import type { Entry } from './ledger.ts';

/**
 * The equations that can be told in one part of a table, as integers: `Σ coefficient × value` of each is its
 * residual, 0 where it holds. What is unknown is left out: no change can break or mend it.
 */
export interface System {
  readonly cells: readonly SystemCell[];
  readonly equations: readonly SystemEquation[];
  /** One for each equation. */
  readonly residuals: readonly number[];
  /** Decimal places by which every value is shifted: 0 in a table of counts. */
  readonly scale: number;
}

export interface SystemCell {
  readonly figure: Figure;
  readonly value: number;
  readonly blank: boolean;
  readonly uses: readonly { readonly equation: number; readonly coefficient: 1 | -1 }[];
  /** The cells to its left and right in the same row. */
  readonly before: number | undefined;
  readonly behind: number | undefined;
}

export interface SystemEquation {
  readonly entry: Entry;
  readonly cells: readonly number[];
}

/** Beyond this, sums of a table's figures are no longer exact in a `number`; no report comes near it. */
const largest = 1e12;

/**
 * The connected parts of a table's equations that contain a failing one; no two of them share a figure.
 * None when a number is too large to be searched for.
 */
export function failingSystems(entries: readonly Entry[]): readonly System[] {
  if (!entries.some(({ outcome }) => outcome.kind === 'fails')) return [];
  const known = entries.filter(({ outcome }) => outcome.kind !== 'unknown');
  return componentsOf(known).flatMap((component) =>
    component.some(({ outcome }) => outcome.kind === 'fails') ? (systemOf(component) ?? []) : [],
  );
}

/** A value that a cell may hold: what the equations of one table add up are counts. */
export function isLegal(value: number, scale: number): boolean {
  return value >= 0 && value % 10 ** scale === 0;
}

export function cellAt({ cells }: System, index: number): SystemCell {
  return cells[index] as SystemCell;
}

/** Takes a change of one cell's value into the residuals of its equations. */
export function change(residuals: number[], { uses }: SystemCell, by: number): void {
  for (const { equation, coefficient } of uses)
    residuals[equation] = (residuals[equation] ?? 0) + coefficient * by;
}

export function toDecimal(value: number, scale: number): Decimal {
  let units = value;
  let places = scale;
  while (places > 0 && units % 10 === 0) {
    units /= 10;
    places--;
  }
  return { units: BigInt(units), scale: places };
}

function componentsOf(entries: readonly Entry[]): Entry[][] {
  const users = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const { address } of termsOf(entry.equation)) {
      const known = users.get(address);
      if (known === undefined) users.set(address, [entry]);
      else known.push(entry);
    }
  }
  const left = new Set(entries);
  const components: Entry[][] = [];
  for (const first of entries) {
    if (!left.delete(first)) continue;
    const group = new Set([first]);
    for (const entry of group) {
      for (const { address } of termsOf(entry.equation)) {
        for (const other of users.get(address) ?? []) if (left.delete(other)) group.add(other);
      }
    }
    components.push(entries.filter((entry) => group.has(entry)));
  }
  return components;
}

function systemOf(entries: readonly Entry[]): System | undefined {
  const terms = entries.map(({ equation, sources }) =>
    termsOf(equation).map((term) => {
      const value = termValue(term, sources);
      return {
        term,
        value: typeof value === 'string' ? undefined : value,
        left: equation.left.includes(term),
      };
    }),
  );
  const scale = Math.max(0, ...terms.flat().map(({ value }) => value?.scale ?? 0));
  const indexes = new Map<string, number>();
  const cells: Draft[] = [];
  const residuals = entries.map(() => 0);
  const equations: SystemEquation[] = [];
  for (const [equation, entry] of entries.entries()) {
    const own: number[] = [];
    for (const { term, value, left } of terms[equation] as (typeof terms)[number]) {
      const figure = entry.sources.own.get(term.address);
      if (figure === undefined) return undefined;
      const number = value === undefined ? 0 : Number(value.units) * 10 ** (scale - value.scale);
      if (!(Math.abs(number) <= largest)) return undefined;
      const index = indexes.get(term.address) ?? cells.length;
      if (index === cells.length) {
        indexes.set(term.address, index);
        const blank = value === undefined;
        cells.push({ figure, value: number, blank, uses: [], before: undefined, behind: undefined });
      }
      const coefficient = (left ? term.sign : -term.sign) as 1 | -1;
      (cells[index] as Draft).uses.push({ equation, coefficient });
      residuals[equation] = (residuals[equation] ?? 0) + coefficient * number;
      own.push(index);
    }
    equations.push({ entry, cells: own });
  }
  setNeighbours(cells);
  return { cells, equations, residuals, scale };
}

type Draft = { -readonly [Key in keyof SystemCell]: SystemCell[Key] } & {
  readonly uses: SystemCell['uses'][number][];
};

function setNeighbours(cells: readonly Draft[]): void {
  const rows = new Map<unknown, Map<number, number>>();
  for (const [index, { figure }] of cells.entries()) {
    const row = rows.get(figure.form.row) ?? new Map<number, number>();
    rows.set(figure.form.row, row.set(figure.form.column.index, index));
  }
  for (const cell of cells) {
    const { row, column } = cell.figure.form;
    cell.before = rows.get(row)?.get(column.index - 1);
    cell.behind = rows.get(row)?.get(column.index + 1);
  }
}
