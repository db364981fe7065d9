import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import { equationsOf, termsOf } from '../../../server/src/core/equations/equation.ts';
import type { Form, FormTable } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { layoutOf, layoutsOf, type TableLayout } from '../../../server/src/core/forms/layout.ts';
import { blankSection, tableGrid, tableMarkdown } from '../../../server/src/core/forms/markdown.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';
import { consistentFigures, evenFigures, type FigureTexts, figuresOf } from '../../support/figures.ts';
import { renderReport } from '../../support/layouts.ts';

/** Counted in the official documents: rows and columns of figures of 表三, figures of 表二, 表四 and the report. */
const official: Readonly<
  Record<string, { rows: number; columns: number; disclosure: number; proceedings: number; all: number }>
> = {
  '2019': { rows: 23, columns: 7, disclosure: 22, proceedings: 15, all: 198 },
  '2021': { rows: 25, columns: 7, disclosure: 10, proceedings: 15, all: 200 },
};

const serious = (analysis: Analysis) =>
  analysis.findings
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);

const tableOf = (form: Form, id: string) => form.tables.find((table) => table.id === id) as FormTable;

describe.each(forms.map((form) => [form.version, form] as const))('form %s', (version, form) => {
  it('has the rows, columns and figures of the official document', () => {
    const counts = official[version];
    const applications = layoutOf(form, tableOf(form, 'applications'));
    const figures = (id: string) => layoutOf(form, tableOf(form, id)).figures.length;
    expect({
      rows: applications.rows.length,
      columns: applications.blocks[0]?.columns.length,
      disclosure: figures('disclosure'),
      proceedings: figures('proceedings'),
      all: figuresOf(form).length,
    }).toEqual(counts);
  });

  it('has six sections in the order of article 50, and a section for each table', () => {
    expect(form.sections.map(({ numeral }) => numeral).join('')).toBe('一二三四五六');
    for (const table of form.tables)
      expect(form.sections.find(({ id }) => id === table.section)?.table).toBe(table.id);
  });

  it('gives every figure an address of its own', () => {
    const addresses = figuresOf(form).map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^[a-z]+\/[A-Za-z.]+\/[A-Za-z]+$/);
  });

  it('names only existing figures in its equations, each once', () => {
    for (const layout of layoutsOf(form)) {
      const addresses = new Set(layout.figures.map(({ address }) => address));
      const { own, years } = equationsOf(layout);
      for (const equation of [...own, ...years]) {
        const named = termsOf(equation).map(({ address, of }) => `${of} ${address}`);
        expect(new Set(named).size, equation.id).toBe(named.length);
        for (const term of termsOf(equation)) expect(addresses).toContain(term.address);
      }
    }
  });

  it.each(form.tables.map((table) => [table.name, table] as const))(
    'binds the blank %s completely',
    (_name, table) => {
      const layout = layoutOf(form, table);
      for (const style of ['compact', 'aligned'] as const) {
        const bound = analyze(
          sampleReport(form).replace(tableOfSample(layout), () => tableMarkdown(layout, () => '', style)),
        ).report?.tables.find(({ id }) => id === table.id);
        expect(bound?.layout).toBe(layout);
        expect(bound?.missingRows.map(({ label }) => label)).toEqual([]);
        expect(bound?.missingColumns.map(({ label }) => label)).toEqual([]);
        expect(bound?.unknownRows).toEqual([]);
        expect(bound?.unknownColumns).toEqual([]);
        expect(
          bound?.rows.filter((row) => row.flaw !== undefined || row.label.how !== 'exact' || row.outOfOrder),
        ).toEqual([]);
        expect(bound?.columnLabels.filter(({ how }) => how !== 'exact')).toEqual([]);
        expect(bound?.rows.flatMap((row) => row.figures.map(({ address }) => address))).toEqual(
          layout.figures.map(({ address }) => address),
        );
        expect(bound?.rows.every((row) => row.figures.every(({ value }) => value.kind === 'blank'))).toBe(
          true,
        );
      }
      /** The sample's own table, as it stands in its text. */
      function tableOfSample(of: TableLayout): string {
        const first = tableGrid(of, () => '')[0]?.find((cell) => cell !== '') ?? '';
        const text = sampleReport(form);
        const start = text.lastIndexOf('\n\n', text.indexOf(first)) + 2;
        return text.slice(start, text.indexOf('\n\n', start));
      }
    },
  );

  it('finds nothing worse than blanks in a report made of its own blanks', () => {
    const text = `# 示例市人民政府${form.years.to ?? 2025}年政府信息公开工作年度报告\n\n${form.sections
      .map((section) => blankSection(form, section))
      .join('\n')}`;
    const analysis = analyze(text);
    expect(analysis.report?.form).toBe(form);
    expect(
      analysis.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ).toEqual([]);
    expect(analysis.report?.figures.size).toBe(figuresOf(form).length);
  });

  it('finds nothing in zeros', () => {
    expect(serious(analyze(renderReport(form, evenFigures(form, '0'))))).toEqual([]);
  });

  it('finds nothing in random consistent figures', () => {
    fc.assert(
      fc.property(consistentFigures(form), (figures) => {
        expect(serious(analyze(renderReport(form, figures)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('finds any single figure of 表三 and 表四 that is changed', () => {
    const inSums = figuresOf(form).filter(({ table }) => table.id !== 'disclosure');
    fc.assert(
      fc.property(
        consistentFigures(form),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(22),
        (figures, by, from) => {
          // Some of the figures in each run; all of them are changed below.
          for (let index = from; index < inSums.length; index += 23)
            expectFound(form, figures, inSums[index]?.address as string, by);
        },
      ),
      { numRuns: 3 },
    );
    for (const { address } of inSums) expectFound(form, evenFigures(form, '0'), address, 1);
  });

  it('has the labels of the official document, to the letter', () => {
    const path = new URL(`../../../../shared/forms/form-${version}.json`, import.meta.url);
    if (!existsSync(path)) return;
    const facts = JSON.parse(readFileSync(path, 'utf8')) as Facts;
    expect(form.sections.map(({ numeral, title }) => `${numeral}、${title}`)).toEqual(facts.section_titles);
    expect(form.number).toBe(facts.number ?? form.number);
    const [disclosure, applications, proceedings] = layoutsOf(form) as [
      TableLayout,
      TableLayout,
      TableLayout,
    ];
    expect(
      disclosure.blocks.map(({ form: block, columns, rows }) => ({
        title_row: block.title,
        header: [block.corner, ...columns.map(({ label }) => label)],
        rows: rows.map(({ label }) => label),
      })),
    ).toEqual(
      facts.tables.二.subtables.map(({ title_row, header, rows }) => ({
        title_row,
        header: header.map(({ text }) => text),
        rows,
      })),
    );
    expect(applications.rows.map(({ path: labels }) => labels)).toEqual(
      facts.tables.三.rows.map(({ group, subgroup, label }) =>
        [group, subgroup, label].filter((part) => part !== null),
      ),
    );
    expect(headerOf(applications)).toEqual(
      facts.tables.三.header_rows.map((row) => row.map(({ text }) => text)),
    );
    expect(headerOf(proceedings)).toEqual(
      facts.tables.四.header_rows.map((row) => row.map(({ text }) => text)),
    );
  });
});

it('covers every year since 2019 with exactly one form', () => {
  for (let year = 2019; year < 2100; year++)
    expect(forms.filter(({ years: { from, to } }) => from <= year && year <= (to ?? year))).toHaveLength(1);
});

it('keeps the same address for the same meaning in both forms', () => {
  const [before, after] = forms.map(
    (form) => new Map(figuresOf(form).map((figure) => [figure.address, figure])),
  );
  const shared = [...(before?.keys() ?? [])].filter((address) => after?.has(address));
  // 表三 but the rows of （六）, 表四, and in 表二 what both ask for: 制发件数 of rules and documents, three kinds of decisions.
  expect(shared).toHaveLength(22 * 7 + 15 + 2 + 3);
});

interface Facts {
  readonly section_titles: readonly string[];
  readonly number?: string;
  readonly tables: {
    readonly 二: {
      readonly subtables: readonly {
        readonly title_row: string;
        readonly header: readonly { readonly text: string }[];
        readonly rows: readonly string[];
      }[];
    };
    readonly 三: {
      readonly header_rows: readonly (readonly { readonly text: string }[])[];
      readonly rows: readonly {
        readonly group: string | null;
        readonly subgroup: string | null;
        readonly label: string;
      }[];
    };
    readonly 四: { readonly header_rows: readonly (readonly { readonly text: string }[])[] };
  };
}

/** The texts of the canonical layout's header rows. */
function headerOf(layout: TableLayout): string[][] {
  const grid = tableGrid(layout, () => '0');
  return grid.slice(0, grid.length - layout.rows.length).map((row) => row.filter((cell) => cell !== ''));
}

/** One figure raised: an arithmetic finding points at it, or rests on it. */
function expectFound(form: Form, figures: FigureTexts, address: string, by: number): void {
  const changed = new Map(figures).set(address, String(Number(figures.get(address)) + by));
  const analysis = analyze(renderReport(form, changed));
  const cell = analysis.report?.figures.get(address)?.anchor;
  const arithmetic = analysis.findings.filter((finding) => finding.arithmetic !== undefined);
  const touching = arithmetic.filter((finding) =>
    [finding, ...finding.related].some(
      ({ anchor }) => anchor.block === cell?.block && anchor.start === cell.start,
    ),
  );
  expect(touching.length, `${address} raised by ${by}`).toBeGreaterThan(0);
}
