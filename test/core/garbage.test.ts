import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';

setFlagsFromString('--expose-gc');
// V8 may decide, as its first collections happen to fall, that what we make is old from the start.
setFlagsFromString('--no-allocation-site-pretenuring');
const collect = runInNewContext('gc') as () => void;

const report = sampleReport(forms[forms.length - 1] as Form);
const analyse = (from: number, to: number) => {
  for (let number = from; number < to; number++)
    expect(analyze(report.replaceAll('示例县', `示例${number}县`)).findings).toEqual([]);
};
const oldBytes = () =>
  getHeapSpaceStatistics().find((space) => space.space_name === 'old_space')?.space_used_size ?? Number.NaN;

it('an analysis that is done with is freed by the next minor collection', () => {
  analyse(100, 150);
  collect();
  const before = oldBytes();
  analyse(200, 260);
  const kept = (oldBytes() - before) / 60 / 1024;
  console.log(`of an analysis, ${kept.toFixed(0)} kB live on until a full collection`);
  // Some 40; with what weak maps hold, or literals with getters, some 300.
  expect(kept).toBeLessThan(150);
});
