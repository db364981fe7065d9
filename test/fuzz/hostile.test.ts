import { expect, it } from 'vitest';
import { importHtml } from '../../server/src/convert/importHtml.ts';
import { importText } from '../../server/src/convert/importText.ts';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { applyEdits } from '../../server/src/core/edits.ts';
import { quickFixes, refactoringsAt, safeEdits } from '../../server/src/core/features/actions.ts';
import { checklist } from '../../server/src/core/features/checklist.ts';
import { completions } from '../../server/src/core/features/completion.ts';
import { definition, references } from '../../server/src/core/features/definition.ts';
import { formatTables } from '../../server/src/core/features/format.ts';
import { hints } from '../../server/src/core/features/hints.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { lenses } from '../../server/src/core/features/lenses.ts';
import { previewTables } from '../../server/src/core/features/preview.ts';
import { folds, symbols } from '../../server/src/core/features/symbols.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { counted } from '../support/soak.ts';
import { hostileProse } from './hostileProse.ts';
import { hostileTexts } from './hostileTexts.ts';

/** Hostile text inside of a report, where all of the rules and features meet it; and as something to import. */

const report = sampleReport(forms[forms.length - 1] as Form, { 'proceedings/review/total': '3' });
const second = report.indexOf('## 二');
const kilobytes = counted(2, 32);
const sizes = [kilobytes * 1024, 4 * kilobytes * 1024];

const tasks: Readonly<Record<string, (text: string, analysis: Analysis) => unknown>> = {
  rules: (_text, analysis) => [analysis.findings, analysis.ignored],
  fixes: (text, analysis) => [
    quickFixes(analysis, { start: 0, end: text.length }),
    applyEdits(analysis, safeEdits(analysis)),
    applyEdits(analysis, formatTables(analysis, 'aligned')),
  ],
  'at a place': (text, analysis) =>
    [0, second + 5, (second + text.length) >> 1, text.length].map((offset) => [
      hover(analysis, offset),
      completions(analysis, offset, { staticSnippets: false }),
      definition(analysis, offset),
      references(analysis, offset, true),
      refactoringsAt(analysis, offset),
    ]),
  lists: (_text, analysis) => [
    symbols(analysis),
    folds(analysis),
    lenses(analysis),
    hints(analysis),
    previewTables(analysis),
    checklist(analysis, undefined),
  ],
  'import of text': (text) => importText(text),
  'import of a page': (text) => importHtml(`<html><body><p>${text}`),
};

it.each(Object.entries({ ...hostileTexts, ...hostileProse }))('%s', (name, make) => {
  const times = sizes.map((size) => {
    const text = `${report.slice(0, second)}${make(size)}\n\n${report.slice(second)}`;
    const analysis = analyze(text);
    return Object.entries(tasks).map(([task, run]) => {
      const began = performance.now();
      expect(() => run(text, analysis), task).not.toThrow();
      return performance.now() - began;
    });
  });
  const columns = Object.keys(tasks).map((task, index) => {
    const [small = 0, large = 0] = times.map((own) => own[index]);
    return `${task} ${small.toFixed(0)} → ${large.toFixed(0)}`;
  });
  console.log(`${name.padEnd(28)} ${columns.join('; ')} ms`);
});
