import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

const report = sampleReport(forms[forms.length - 1] as Form);
const analyse = (from: number, to: number) => {
  for (let number = from; number < to; number++)
    expect(analyze(report.replaceAll('示例县', `示例${number}县`)).findings).toEqual([]);
};

it('an analysis that is done with is freed at once, not only by a full collection', () => {
  analyse(100, 150);
  // What V8 compiles and sets aside meanwhile counts, too: the best of some rounds tells.
  const shares = [1, 2, 3, 4, 5, 6].map((round) => {
    collect();
    const before = process.memoryUsage().heapUsed;
    analyse(200 + 5 * round, 205 + 5 * round);
    const made = process.memoryUsage().heapUsed - before;
    collect({ type: 'minor' });
    return (process.memoryUsage().heapUsed - before) / made;
  });
  console.log(`left after a minor collection: ${shares.map((share) => share.toFixed(2)).join(', ')}`);
  // What weak maps and literals with getters hold would stay: more than a quarter each time.
  expect(Math.min(...shares)).toBeLessThan(1 / 6);
});
