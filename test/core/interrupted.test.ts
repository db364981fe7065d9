import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { attempt } from '../../server/src/core/text/pause.ts';
import { longReport } from '../support/long.ts';

/** All that an analysis says, read at one go. */
const said = ({ report, findings, ignored }: Analysis) => ({
  tables: report?.tables.map(({ id, rows }) => [id, rows.map(({ figures }) => figures)]),
  findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() })),
  ignored: ignored.length,
});

/** Reads it with a pause at every so many places where one may be made; how often it was begun. */
function interrupted(analysis: Analysis, every: number) {
  let places = 0;
  for (let attempts = 1; ; attempts++) {
    const done = attempt(
      () => ++places % every === 0,
      () => said(analysis),
    );
    if (done !== undefined) return { attempts, value: done.value };
  }
}

describe('an analysis that is interrupted again and again', () => {
  it.each([1, 2, 7, 100])('says the same, paused at every place (%d)', (every) => {
    const text = longReport(20_000, `甲${every}`);
    const { attempts, value } = interrupted(analyze(text), every);
    expect(attempts).toBeGreaterThan(100 / every);
    expect(value).toEqual(said(analyze(`${text}`)));
  });

  it('says the same after an edit, and keeps what was read before', () => {
    const text = longReport(20_000, '乙');
    const kept = analyze(text);
    const first = interrupted(kept, 1);
    const edited = text.replace('| 1 | 0 | 0 | 1 | 3 |', '| 1 | 0 | 0 | 1 | 2 |').replace('乙7。', '乙八。');
    const second = interrupted(analyze(edited, {}, kept), 1);
    expect(second.value).toEqual(said(analyze(edited)));
    expect(second.attempts).toBeLessThan(first.attempts);
  });

  it('goes on after another error as if nothing had been', () => {
    expect(() =>
      attempt(
        () => true,
        () => {
          throw new RangeError('甲');
        },
      ),
    ).toThrow(RangeError);
    const text = longReport(3000, '丙');
    expect(said(analyze(text)).findings).toHaveLength(1);
  });
});
