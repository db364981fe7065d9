import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { inColumnUnit } from '../../../server/src/core/report/value.ts';
import { formatDecimal } from '../../../server/src/core/text/decimal.ts';
import { consistentFigures, distinctFigures, type FigureTexts } from '../../support/figures.ts';
import {
  cellLayouts,
  combined,
  type Layout,
  layouts,
  renderReport,
  tableLayouts,
  textLayouts,
} from '../../support/layouts.ts';
import { counted } from '../../support/soak.ts';

/** Reports to generate over all layouts. */
const reports = counted(200, 1000);

function valuesOf(analysis: Analysis): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [address, { value, form }] of analysis.report?.figures ?? []) {
    values[address] = value.kind === 'number' ? formatDecimal(inColumnUnit(value, form.kind)) : value.kind;
  }
  return values;
}

function complaints(analysis: Analysis, layout: Layout): string[] {
  return analysis.findings
    .filter(
      ({ rule, severity }) =>
        (severity === 'error' || severity === 'warning' || severity === 'information') &&
        !(layout.allows ?? []).includes(`${severity} ${rule}`),
    )
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

function expectRead(form: Form, figures: FigureTexts, layout: Layout): void {
  const text = renderReport(form, figures, layout);
  const analysis = analyze(text);
  expect(analysis.report?.form.version, text).toBe(form.version);
  expect(analysis.report?.sections.map(({ id }) => id)).toEqual(form.sections.map(({ id }) => id));
  expect(valuesOf(analysis), layout.name).toEqual(Object.fromEntries(figures));
  expect(complaints(analysis, layout), `${layout.name}\n${text}`).toEqual([]);
}

describe.each(forms.map((form) => [form.version, form] as const))('form %s', (_version, form) => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    'is read in the layout “%s”',
    (_name, layout) => {
      // Figures that differ from each other show any shift; their sums do not hold, which is not asked here.
      const distinct = distinctFigures(form);
      expect(valuesOf(analyze(renderReport(form, distinct, layout)))).toEqual(Object.fromEntries(distinct));
      fc.assert(
        fc.property(consistentFigures(form), (figures) => expectRead(form, figures, layout)),
        { numRuns: 2 },
      );
    },
  );

  it('is read in any mixture of layouts', () => {
    fc.assert(
      fc.property(
        consistentFigures(form),
        fc.constantFrom(...tableLayouts),
        fc.constantFrom(...cellLayouts),
        fc.constantFrom(...textLayouts),
        (figures, table, cell, text) => expectRead(form, figures, combined(table, cell, text)),
      ),
      { numRuns: Math.ceil(reports / forms.length) },
    );
  });
});
