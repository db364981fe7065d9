import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { layoutOf, type TableLayout } from '../../../server/src/core/forms/layout.ts';
import type { BoundTable } from '../../../server/src/core/report/report.ts';
import { formatDecimal } from '../../../server/src/core/text/decimal.ts';
import { distinctFigures } from '../../support/figures.ts';
import { renderReport } from '../../support/layouts.ts';
import { counted } from '../../support/soak.ts';
import {
  cellsOf,
  compact,
  flat,
  groupsMissing,
  groupsRepeated,
  labelled,
  labelsAtRight,
  oneColumn,
  type TableWriter,
  twoColumns,
} from '../../support/tables.ts';

const runs = counted(50, 500);

/** Layouts in which a row is a line and a figure keeps its column: what damage is done to. */
const writers: Readonly<Record<string, TableWriter>> = {
  canonical: compact,
  'groups repeated': flat(groupsRepeated),
  'groups missing': flat(groupsMissing),
  'two label columns': flat(twoColumns),
  'one label column': flat(oneColumn),
  'labels at right': labelsAtRight,
  'no header': flat(groupsRepeated, 'none'),
  'no header, one label column': flat(oneColumn, 'none'),
  'other numbers': labelled((label) => label.replace(/^(\d)\./, '（$1）')),
};

/** A table as cells; lines with figures apart from header lines. The rule line is left out. */
type Grid = readonly (readonly string[])[];

const isFigure = (cell: string) => /^\d{4}$/.test(cell);
const isData = (row: readonly string[]) => row.some(isFigure);

function gridOf(text: string): string[][] {
  const [head = '', , ...body] = text.split('\n');
  return [head, ...body].map(cellsOf);
}

function markdownOf(grid: Grid): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = grid;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** The report with one table's grid changed; every figure has a value of its own. */
function damaged(form: Form, id: string, writer: TableWriter, change: (grid: string[][]) => Grid): Analysis {
  const figures = distinctFigures(form);
  const table: TableWriter = (layout, text) => {
    const written = writer(layout, text);
    return layout.table.id === id ? markdownOf(change(gridOf(written))) : written;
  };
  return analyze(renderReport(form, figures, { name: 'damaged', table }));
}

/** Every figure that has a number has its own: none is shifted. Gives back the table. */
function expectUnshifted(form: Form, id: string, analysis: Analysis): BoundTable | undefined {
  const own = distinctFigures(form);
  const wrong = [...(analysis.report?.figures ?? [])].flatMap(([address, { value }]) => {
    const number = value.kind === 'number' ? formatDecimal(value.number) : undefined;
    // A table whose words are the other version's is read as that, and said to be.
    if (!own.has(address) && analysis.findings.some(({ rule }) => rule === 'form-version')) return [];
    return number === undefined || number === own.get(address)
      ? []
      : [`${address}: ${number}, not ${own.get(address)}`];
  });
  expect(wrong, analysis.text).toEqual([]);
  return analysis.report?.tables.find((table) => table.id === id);
}

const illegible = '若干';

/** One thing done to a table's rows, told by numbers so that it can be shrunk. */
const damages: Readonly<Record<string, (grid: string[][], a: number, b: number) => string[][]>> = {
  'a row deleted': (grid, a) => grid.filter((row) => row !== pickData(grid, a)),
  'a label lost': (grid, a) => onLabel(grid, a, () => ''),
  'a label overwritten by 0': (grid, a) => onLabel(grid, a, () => '0'),
  'a character wrong': (grid, a, b) => onLabel(grid, a, (label) => replaceAt(label, b, '某')),
  'a character missing': (grid, a, b) => onLabel(grid, a, (label) => replaceAt(label, b, '')),
  'a label cut to its number': (grid, a) => onLabel(grid, a, (label) => label.slice(0, 2)),
  'a cell missing': (grid, a, b) =>
    onRow(grid, a, (row, isLast) => (isLast ? row : row.filter((_, index) => index !== b % row.length))),
  'the last cell missing': (grid, a) => onRow(grid, a, (row) => row.slice(0, -1)),
  'a blank cell too many': (grid, a, b) => onRow(grid, a, (row) => inserted(row, b, '')),
  'a number too many': (grid, a, b) => onRow(grid, a, (row) => inserted(row, b, '7')),
  'figures shifted left over a blank': (grid, a) => onRow(grid, a, shiftedLeft),
  'two rows exchanged': (grid, a, b) => {
    const [one, other] = [pickData(grid, a), pickData(grid, b)];
    return grid.map((row) => (row === one ? other : row === other ? one : row)) as string[][];
  },
  'a row twice': (grid, a) => grid.flatMap((row) => (row === pickData(grid, a) ? [row, [...row]] : [row])),
  'a figure illegible': (grid, a, b) =>
    onRow(grid, a, (row) => {
      const columns = row.flatMap((cell, index) => (isFigure(cell) ? [index] : []));
      return row.map((cell, index) => (index === columns[b % columns.length] ? illegible : cell));
    }),
  'a figure blank': (grid, a, b) =>
    onRow(grid, a, (row) =>
      row.map((cell, index) => (isFigure(cell) && index === b % row.length ? '' : cell)),
    ),
  'a column deleted': (grid, _, b) => {
    const width = Math.max(...grid.map((row) => row.length));
    return grid.map((row) => row.filter((_cell, index) => index !== b % width));
  },
  'a heading lost': (grid, a, b) => onHeading(grid, a, b, ''),
  'a heading foreign': (grid, a, b) => onHeading(grid, a, b, '备注'),
  'a heading cell missing': (grid, a, b) => {
    const heads = grid.filter((row) => !isData(row));
    const head = heads[a % heads.length];
    return grid.map((row) =>
      row === head && row !== grid[0] ? row.filter((_, index) => index !== b % row.length) : row,
    );
  },
  'the top cut off': (grid, a) => grid.slice(a % (grid.length - 1)),
  'the end cut off': (grid, a) => grid.slice(0, 1 + (a % (grid.length - 1))),
};

/** Two of these make up for each other. */
const reshaping = /cell|column|too many|exchanged|end cut off/;

function pickData(grid: Grid, index: number): readonly string[] | undefined {
  const rows = grid.filter(isData);
  return rows[index % Math.max(1, rows.length)];
}

function onRow(
  grid: string[][],
  index: number,
  change: (row: readonly string[], isLast: boolean) => readonly string[],
): string[][] {
  const chosen = pickData(grid, index);
  // Cut off at its end and short by a cell in the middle look alike in the last row, which is read as the former.
  const isLast = grid.filter(isData).at(-1) === chosen;
  return grid.map((row) => (row === chosen ? [...change(row, isLast)] : row));
}

/** The row's own label: the last text before its figures. */
function onLabel(grid: string[][], index: number, change: (label: string) => string): string[][] {
  return onRow(grid, index, (row) => {
    const first = row.findIndex(isFigure);
    // A figure that another damage made illegible is no label.
    const own = row.findLastIndex((cell, column) => column < first && cell !== '' && cell !== illegible);
    return row.map((cell, column) => (column === own ? change(cell) : cell));
  });
}

function onHeading(grid: string[][], a: number, b: number, text: string): string[][] {
  const heads = grid.filter((row) => !isData(row));
  const head = heads[a % Math.max(1, heads.length)];
  return grid.map((row) =>
    row === head ? row.map((cell, index) => (index === b % row.length ? text : cell)) : row,
  );
}

function replaceAt(label: string, at: number, text: string): string {
  const index = at % Math.max(1, label.length);
  return label.slice(0, index) + text + label.slice(index + 1);
}

function inserted(row: readonly string[], at: number, text: string): string[] {
  const index = at % (row.length + 1);
  return [...row.slice(0, index), text, ...row.slice(index)];
}

function shiftedLeft(row: readonly string[]): readonly string[] {
  const blank = row.findLastIndex((cell, index) => cell === '' && index < row.findIndex(isFigure));
  return blank < 0 ? row : [...row.filter((_, index) => index !== blank), ''];
}

const numbers = fc.nat(999);

describe.each(forms.map((form) => [form.version, form] as const))('form %s', (_version, form) => {
  const layout = (id: string): TableLayout =>
    layoutOf(form, form.tables.find((table) => table.id === id) as Form['tables'][number]);

  it.each(Object.entries(damages))('no figure is shifted by %s', (_name, damage) => {
    fc.assert(
      fc.property(
        fc.constantFrom('disclosure', 'applications', 'proceedings'),
        fc.constantFrom(...Object.entries(writers)),
        numbers,
        numbers,
        (id, [, writer], a, b) => {
          expectUnshifted(
            form,
            id,
            damaged(form, id, writer, (grid) => damage(grid, a, b)),
          );
        },
      ),
      { numRuns: runs },
    );
  });

  it('no figure is shifted by two damages, of which one changes the length of rows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(writers)),
        fc.tuple(
          fc.tuple(fc.constantFrom(...Object.entries(damages)), numbers, numbers),
          // A cell too many and a cell too few in one row would make up for each other, and nobody could tell.
          fc.tuple(
            fc.constantFrom(...Object.entries(damages).filter(([name]) => !reshaping.test(name))),
            numbers,
            numbers,
          ),
        ),
        (writer, done) => {
          const analysis = damaged(form, 'applications', writer[1], (grid) =>
            done.reduce((changed, [[, damage], a, b]) => damage(changed, a, b), grid),
          );
          expectUnshifted(form, 'applications', analysis);
        },
      ),
      { numRuns: 1, seed: -1073970415, path: '6:0:19' },
    );
  });

  it('names exactly the rows of 表三 that are deleted', () => {
    const { rows } = layout('applications');
    fc.assert(
      fc.property(
        fc.subarray([...rows.keys()], { minLength: 1, maxLength: rows.length - 8 }),
        fc.constantFrom(...Object.values(writers)),
        (gone, writer) => {
          const analysis = damaged(form, 'applications', writer, (grid) => {
            const data = grid.filter(isData);
            return grid.filter((row) => !gone.includes(data.indexOf(row)));
          });
          const table = expectUnshifted(form, 'applications', analysis);
          expect(table?.missingRows.map((leaf) => leaf.index)).toEqual(gone);
          expect(analysis.report?.figures.size).toBe(distinctFigures(form).size - 7 * gone.length);
          expect(analysis.findings.filter(({ rule }) => rule === 'missing-row')).toHaveLength(1);
        },
      ),
      { numRuns: runs },
    );
  });

  it('binds rows of 表三 whose labels are lost by their place, and reports each label', () => {
    const { rows } = layout('applications');
    fc.assert(
      fc.property(
        fc.subarray([...rows.keys()], { minLength: 1, maxLength: rows.length - 4 }),
        fc.constantFrom('', '0'),
        (lost, mark) => {
          const analysis = damaged(form, 'applications', compact, (grid) =>
            lost.reduce((changed, index) => onLabel(changed, index, () => mark), grid),
          );
          const table = expectUnshifted(form, 'applications', analysis);
          expect(table?.missingRows).toEqual([]);
          expect(analysis.report?.figures.size).toBe(distinctFigures(form).size);
          expect(
            table?.rows.filter(({ label }) => label.how === 'position').map(({ leaf }) => leaf.index),
          ).toEqual(lost);
          expect(analysis.findings.filter(({ rule }) => rule === 'row-label')).toHaveLength(lost.length);
        },
      ),
      { numRuns: runs },
    );
  });

  it.each(['某', ''])('binds every row of 表二 and 表三 with one character become “%s”', (text) => {
    for (const id of ['disclosure', 'applications']) {
      for (const [index, row] of layout(id).rows.entries()) {
        const words = row.label.replace(/^(?:[一二三四]、|（.）|\d\.)/, '');
        // A character, not a mark: punctuation in labels never counts.
        const middle = Math.floor(words.length / 2);
        const at =
          row.label.length -
          words.length +
          (/[\u4e00-\u9fff]/.test(words[middle] ?? '') ? middle : middle + 1);
        const analysis = damaged(form, id, compact, (grid) =>
          onLabel(grid, index, (label) => replaceAt(label, at, text)),
        );
        const table = expectUnshifted(form, id, analysis);
        expect(table?.missingRows, row.label).toEqual([]);
        const spoilt = table?.rows[index];
        expect(spoilt?.leaf.index).toBe(index);
        expect(spoilt?.label.how, row.label).toMatch(/similar|alias|position/);
        const [finding, ...others] = analysis.findings.filter(({ rule }) => rule === 'row-label');
        expect(others).toEqual([]);
        expect(finding === undefined ? '' : analysis.text.slice(finding.span.start, finding.span.end)).toBe(
          replaceAt(row.label, at, text),
        );
      }
    }
  });

  it('reports a table that stands there twice, and reads the first', () => {
    for (const id of ['disclosure', 'applications', 'proceedings']) {
      const figures = distinctFigures(form);
      const twice: TableWriter = (of, text) =>
        of.table.id === id
          ? `${compact(of, text)}\n\n第二次：\n\n${compact(of, () => '9999')}`
          : compact(of, text);
      const analysis = analyze(renderReport(form, figures, { name: 'twice', table: twice }));
      expectUnshifted(form, id, analysis);
      expect(analysis.report?.figures.size).toBe(figures.size);
      expect(analysis.report?.duplicates.map((table) => table.id)).toEqual([id]);
    }
  });

  it('names the column of 表三 that is missing', () => {
    const columns = layout('applications').blocks[0]?.columns ?? [];
    for (const [index, column] of columns.entries()) {
      const analysis = damaged(form, 'applications', compact, (grid) =>
        grid.map((row) => row.filter((_, at) => at !== 3 + index)),
      );
      const table = expectUnshifted(form, 'applications', analysis);
      expect(table?.missingColumns.map(({ label }) => label)).toEqual([column.label]);
      expect(analysis.findings.filter(({ rule }) => rule === 'missing-column')).toHaveLength(1);
    }
  });
});
