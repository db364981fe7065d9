import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import { applyFix } from '../../../server/src/core/edits.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { gridMarkdown, tableGrid, tableMarkdown } from '../../../server/src/core/forms/markdown.ts';
import { formatDecimal } from '../../../server/src/core/text/decimal.ts';
import { distinctFigures } from '../../support/figures.ts';
import { renderReport } from '../../support/layouts.ts';
import { cellsOf, compact, type TableWriter } from '../../support/tables.ts';

/** What makes a table of Markdown a table to the eye only. */
const spoilt: Readonly<Record<string, (lines: readonly string[]) => readonly string[]>> = {
  'tabs, as from Word': (lines) => withoutRule(lines).map((line) => cellsOf(line).join('\t')),
  'no rule under the first row': withoutRule,
  'a rule that is too short': ([head = '', , ...rest]) => [head, '|---|', ...rest],
  'a rule of dashes': ([head = '', rule = '', ...rest]) => [head, rule.replace(/:?-+:?/g, '—'), ...rest],
  'wide strokes': (lines) => lines.map((line) => line.replaceAll('|', '｜')),
  'a blank line in the middle': (lines) => [...lines.slice(0, 12), '', ...lines.slice(12)],
};

function withoutRule([head = '', , ...rest]: readonly string[]): readonly string[] {
  return [head, ...rest];
}

/** As a browser copies it: cells that merged ones cover are left out, so that rows differ in length. */
const packedRows: (...args: Parameters<TableWriter>) => readonly (readonly string[])[] = (layout, text) =>
  layout.blocks.flatMap((block) => {
    const mine = { ...layout, blocks: [block], rows: block.rows };
    const labels = layout.table.labelColumns;
    return tableGrid(mine, text).map((row) => {
      const isData = row.slice(labels).some((cell) => /\d/.test(cell));
      const front = (isData ? row.slice(0, labels) : row).filter((cell) => cell !== '');
      return isData ? [...front, ...row.slice(labels, labels + block.columns.length)] : front;
    });
  });

const packed: Readonly<Record<string, (row: readonly string[], width: number) => string>> = {
  'tabs between the cells': (row) => row.join('\t'),
  'strokes behind the cells': (row) => `${row.join(' | ')} |`,
  'strokes around, and a row filled up': (row, width) =>
    `| ${row.join(' | ')} |${'|'.repeat(Math.max(0, width - row.length))}`,
};

const spoil =
  (change: (lines: readonly string[]) => readonly string[], tables: readonly string[]): TableWriter =>
  (layout, text) => {
    const written = compact(layout, text);
    return tables.includes(layout.table.id) ? change(written.split('\n')).join('\n') : written;
  };

function values({ report }: Analysis): Record<string, string> {
  return Object.fromEntries(
    [...(report?.figures ?? [])].map(([address, { value }]) => [
      address,
      value.kind === 'number' ? formatDecimal(value.number) : value.kind,
    ]),
  );
}

function repaired(analysis: Analysis): Analysis {
  const [fix] = analysis.findings.find(({ rule }) => rule === 'unread-table')?.fixes() ?? [];
  return fix === undefined ? analysis : analyze(applyFix(analysis, fix));
}

describe.each(forms.map((form) => [form.version, form] as const))('form %s', (_version, form) => {
  const figures = distinctFigures(form);

  it.each(Object.entries(spoilt))('says that a table is none: %s', (_name, change) => {
    for (const { id } of form.tables) {
      if (id === 'proceedings' && change === spoilt['a blank line in the middle']) continue;
      const draft = analyze(renderReport(form, figures, { name: '', table: spoil(change, [id]) }));
      const own = draft.findings.filter(({ rule }) => rule === 'unread-table');
      expect(own, draft.text).toHaveLength(1);
      expect(draft.findings.filter(({ rule }) => rule.startsWith('missing-'))).toEqual([]);
      const read = values(draft);
      for (const [address, value] of Object.entries(read)) expect(value).toBe(figures.get(address));
      expect(values(repaired(draft)), draft.text).toEqual(Object.fromEntries(figures));
    }
  });

  it.each(Object.entries(packed))(
    'reads a table as a browser copies it, once it is one: %s',
    (_name, write) => {
      for (const { id } of form.tables) {
        const table: TableWriter = (layout, text) => {
          if (layout.table.id !== id) return compact(layout, text);
          const rows = packedRows(layout, text);
          const width = Math.max(...rows.map((row) => row.length));
          return rows.map((row) => write(row, width)).join('\n');
        };
        const draft = analyze(renderReport(form, figures, { name: '', table }));
        expect(draft.findings.filter(({ rule }) => rule === 'unread-table')).toHaveLength(1);
        expect(values(repaired(draft)), draft.text).toEqual(Object.fromEntries(figures));
      }
    },
  );

  it('places no figure of a copied table whose rows lack cells', () => {
    const table: TableWriter = (layout, text) => {
      if (layout.table.id !== 'applications') return compact(layout, text);
      return packedRows(layout, text)
        .map((row) => (/\d/.test(row.at(-1) ?? '') ? [...row.slice(0, -7), row.at(-1)] : row).join('\t'))
        .join('\n');
    };
    const read = values(repaired(analyze(renderReport(form, figures, { name: '', table }))));
    expect(Object.keys(read).filter((address) => address.startsWith('applications/'))).toEqual([]);
  });

  it('places no figure of rows that all lack cells, not even in the last', () => {
    const table: TableWriter = (layout, text) => {
      const written = compact(layout, text).split('\n');
      if (layout.table.id !== 'applications') return written.join('\n');
      return written
        .map((line) => (/\d \|$/.test(line) ? line.replace(/(?: \S+ \|){6}( \S+ \|)$/, '$1') : line))
        .join('\n');
    };
    const read = values(analyze(renderReport(form, figures, { name: '', table })));
    expect(Object.keys(read).filter((address) => address.startsWith('applications/'))).toEqual([]);
  });

  it('finds nothing wrong with names of columns that have slipped to the left of their figures', () => {
    const table: TableWriter = (layout, text) => {
      if (layout.table.id !== 'proceedings') return compact(layout, text);
      const rows = packedRows(layout, text);
      const wide = rows.map((row) => Array.from({ length: 15 }, (_, at) => row[at] ?? ''));
      return gridMarkdown(wide.slice(1), () => '---', 'compact');
    };
    const draft = analyze(renderReport(form, figures, { name: '', table }));
    expect(draft.findings.filter(({ rule }) => rule === 'row-label')).toEqual([]);
    expect(values(draft)).toEqual(Object.fromEntries(figures));
  });

  it('says that a table stands cell by cell on lines, and does not call it missing', () => {
    for (const { id } of form.tables) {
      const table: TableWriter = (layout, text) =>
        layout.table.id === id ? packedRows(layout, text).flat().join('\n\n') : compact(layout, text);
      const draft = analyze(renderReport(form, figures, { name: '', table }));
      const said = draft.findings.filter(({ rule }) => /table|section|row/.test(rule));
      expect(
        said.map(({ rule }) => rule),
        draft.text,
      ).toEqual(['unread-table']);
      expect(said[0]?.message).toContain('一格一行');
      expect(said[0]?.fixes()).toEqual([]);
    }
  });

  it('says that rows and columns have changed places, and reads none of it', () => {
    const swapped: TableWriter = (layout, text) => {
      const [block] = layout.blocks;
      if (block === undefined || layout.table.id !== 'applications') return compact(layout, text);
      const head = ['项目', ...layout.rows.map(({ label }) => label)];
      const body = block.columns.map(({ label }, index) => [
        label,
        ...layout.rows.map((_, at) => `${at}${index}`),
      ]);
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
    };
    const draft = analyze(renderReport(form, figures, { name: '', table: swapped }));
    expect(Object.keys(values(draft)).filter((address) => address.startsWith('applications/'))).toEqual([]);
    const said = draft.findings.filter(({ message }) => message.includes('表三'));
    expect(said.map(({ rule }) => rule)).toEqual(['missing-row']);
    expect(said[0]?.message).toContain('行和列对调');
  });
});

it('takes lines of a header that are filled up with zeros for no rows and columns that have changed places', () => {
  const filled: TableWriter = (layout, text) => {
    if (layout.table.id !== 'proceedings') return compact(layout, text);
    const [first = '', strokes = '', ...rest] = tableMarkdown(layout, () => '').split('\n');
    return [
      first,
      strokes,
      ...rest.slice(0, -1).map((line) => line.replaceAll(/\|(?= \|)/g, '| 0')),
      rest.at(-1),
    ].join('\n');
  };
  for (const form of forms) {
    const draft = analyze(renderReport(form, distinctFigures(form), { name: '', table: filled }));
    const said = draft.findings.map(({ message }) => message).join('\n');
    expect(said, draft.text).toContain('表四');
    expect(said).not.toContain('对调');
  }
});
