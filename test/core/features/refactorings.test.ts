import { expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { applyEdits } from '../../../server/src/core/edits.ts';
import { type Refactoring, refactorings } from '../../../server/src/core/features/refactorings.ts';
import { formOfVersion } from '../../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';

const form = formOfVersion('2021');
if (form === undefined) throw new Error('no form');
const report = sampleReport(form);

/** A line of the practice report, written otherwise, as it is once its table has been worked on. */
function worked(id: Refactoring['id'], line: string, written: string): readonly string[] {
  expect(report).toContain(line);
  const draft = analyze(report.replace(line, written));
  return (draft.report?.tables ?? [])
    .flatMap((table) => refactorings(draft, table))
    .filter((found) => found.id === id)
    .flatMap(({ edits }) => applyEdits(draft, edits).split('\n'))
    .filter((other) => other.startsWith(line.slice(0, 8)));
}

it('an empty cell that is filled with 0 keeps off its stroke', () => {
  expect(worked('fillZero', '| 行政强制 | 0 | | |', '| 行政强制 || | |')).toEqual(['| 行政强制 |0 | | |']);
  expect(worked('fillZero', '| 行政强制 | 0 | | |', '| 行政强制 | | | |')).toEqual(['| 行政强制 | 0 | | |']);
});

it('a total that is computed anew keeps the marks around its number', () => {
  const line = '| 1 | 0 | 0 | 1 | 2 |';
  expect(worked('recalculate', line, '| 1 | 0 | 0 | 1 | **3** |')[0]).toContain('| 1 | 0 | 0 | 1 | **2** |');
});

it('a table is not written anew where a number stands in a label', () => {
  const line = '| 行政强制 | 0 | | |';
  expect(worked('tidy', line, '| 行政強制 | 0 | | |')).toEqual([line]);
  expect(worked('tidy', line, '| 行政強制3 | 0 | | |')).toEqual([]);
});
