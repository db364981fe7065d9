import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import { applyEdits } from '../../../server/src/core/edits.ts';
import { formatTables } from '../../../server/src/core/features/format.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';
import { displayWidth } from '../../../server/src/core/text/width.ts';
import { distinctFigures } from '../../support/figures.ts';
import {
  cellLayouts,
  combined,
  type Layout,
  renderReport,
  tableLayouts,
  textLayouts,
} from '../../support/layouts.ts';
import { counted } from '../../support/soak.ts';

const form = forms[forms.length - 1] as Form;
const sound = sampleReport(form);
const styles = ['compact', 'aligned'] as const;
const documents = counted(12, 40_000);

const format = (analysis: Analysis, style: (typeof styles)[number]) =>
  applyEdits(analysis, formatTables(analysis, style));

/** All that formatting may not touch: everything but blanks and the dashes of delimiter rows. */
const kept = (text: string) =>
  text
    .replace(/^[ \t|:-]+$/gm, (line) => line.replace(/-+/g, '-'))
    .replace(/[^\S\r\n]|[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g) ?? [];
const figures = ({ report }: Analysis) =>
  [...(report?.figures ?? [])].map(([address, { value }]) => [address, value]);
const rules = ({ findings }: Analysis) => findings.map(({ rule }) => rule);

function expectOnlyPaddingToChange(text: string): void {
  const analysis = analyze(text);
  expect(analysis.report).toBeDefined();
  for (const style of styles) {
    const once = format(analysis, style);
    expect(kept(once)).toBe(kept(text));
    expect(lineEnds(once)).toEqual(lineEnds(text));
    const again = analyze(once);
    expect(formatTables(again, style)).toEqual([]);
    expect(figures(again)).toEqual(figures(analysis));
    expect(rules(again)).toEqual(rules(analysis));
  }
}

describe('over every way of writing a report', () => {
  const plain = { name: 'plain' } satisfies Layout;
  it.each([...tableLayouts, ...cellLayouts, ...textLayouts])('$name', (layout) => {
    expectOnlyPaddingToChange(renderReport(form, distinctFigures(form), layout));
  });

  it(`in any combination, with any padding: ${documents} documents`, () => {
    const pick = (layouts: readonly Layout[]) => fc.constantFrom(plain, ...layouts);
    const blanks = fc.array(fc.constantFrom('', ' ', '   ', '\t', '　', '\u00a0'), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        pick(tableLayouts),
        pick(cellLayouts),
        pick(textLayouts),
        blanks,
        (table, cell, text, pads) => {
          const written = renderReport(form, distinctFigures(form), combined(table, cell, text));
          let next = 0;
          // Blanks beside a pipe are padding, wherever the line has another one.
          const padded = written.replace(/\| (?=[^|\r\n]+\|)/g, () => `|${pads[next++ % pads.length]}`);
          expectOnlyPaddingToChange(padded);
        },
      ),
      { numRuns: documents },
    );
  });
});

describe('compact and aligned', () => {
  const aligned = format(analyze(sound), 'aligned');

  it('go back and forth', () => {
    expect(format(analyze(aligned), 'compact')).toBe(sound);
    expect(format(analyze(sound), 'compact')).toBe(sound);
  });

  it('line up by display width', () => {
    const tables = aligned.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables).toHaveLength(3);
    for (const table of tables) expect(new Set(table.split('\n').map(displayWidth)).size).toBe(1);
  });

  it('keep a table within another line’s indentation and the mixed line ends of its lines', () => {
    const text = aligned.replace(/\n(?=\|)/g, (_, offset: number) => (offset % 2 === 0 ? '\r\n  ' : '\n'));
    expectOnlyPaddingToChange(text);
  });
});

describe('what is asked for', () => {
  it('formats only the tables that the range touches', () => {
    const analysis = analyze(format(analyze(sound), 'aligned'));
    const offset = analysis.text.indexOf('予以公开');
    const edits = formatTables(analysis, 'compact', { start: offset, end: offset });
    expect(edits.length).toBeGreaterThan(20);
    expect(new Set(edits.map(({ anchor }) => anchor.block)).size).toBe(1);
  });

  it('leaves a file that is no report alone', () => {
    expect(formatTables(analyze('# 说明\n\n|a|b|\n|-|-|\n|1|2|\n'), 'compact')).toEqual([]);
  });
});
