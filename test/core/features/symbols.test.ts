import { expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { folds, type OutlineEntry, symbols } from '../../../server/src/core/features/symbols.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { distinctFigures } from '../../support/figures.ts';
import { layouts, renderReport } from '../../support/layouts.ts';

const form = forms[forms.length - 1] as Form;

function expectInside(entry: OutlineEntry, text: string): void {
  expect(entry.name).not.toBe('');
  expect(entry.selection.start).toBeGreaterThanOrEqual(entry.span.start);
  expect(entry.selection.end).toBeLessThanOrEqual(entry.span.end);
  expect(entry.span.end).toBeLessThanOrEqual(text.length);
  for (const child of entry.children) {
    expect(child.span.start).toBeGreaterThanOrEqual(entry.span.start);
    expect(child.span.end).toBeLessThanOrEqual(entry.span.end);
    expectInside(child, text);
  }
}

it.each(layouts)('six sections, three tables, every row, each inside its parent: $name', (layout) => {
  const text = renderReport(form, distinctFigures(form), layout);
  const found = symbols(analyze(text));
  expect(found).toHaveLength(6);
  for (const section of found) expectInside(section, text);
  const tables = found.flatMap(({ children }) => children);
  expect(tables.map(({ name }) => name)).toEqual(['表二', '表三', '表四']);
  expect(tables[1]?.children).toHaveLength(25);
  expect(folds(analyze(text))).toHaveLength(9);
});

it.each([
  ['## 六、其他需要报告的事项*', /^## 六[\s\S]*/m],
  ['## 六、其他需要报告的事项 #\\#', /^## 六[\s\S]*/m],
  ['| **行政强制**', /^\| 行政强制.*$/m],
  ['| **行政强制** | **1009**', /^\| 行政强制.*$/m],
  ['|  ', /^\| 行政强制.*$/m],
])('marks at an end stay inside: %s', (written, place) => {
  const text = renderReport(form, distinctFigures(form)).replace(place, written);
  expect(text).toContain(written);
  const found = symbols(analyze(text));
  expect(found).toHaveLength(6);
  for (const section of found) expectInside(section, text);
});
