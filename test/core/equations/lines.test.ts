import { describe, expect, it } from 'vitest';
import { equationsOf, type Term, termsOf } from '../../../server/src/core/equations/equation.ts';
import type { Outcome } from '../../../server/src/core/equations/evaluate.ts';
import { type Entry, ledgerOf } from '../../../server/src/core/equations/ledger.ts';
import { isImplied, isSum, sibling, totalLines } from '../../../server/src/core/equations/lines.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { layoutsOf } from '../../../server/src/core/forms/layout.ts';
import { zero } from '../../../server/src/core/text/decimal.ts';
import { reportOf } from './drafts.ts';

const fails: Outcome = { kind: 'fails', left: zero, right: zero, delta: zero };
const unknown: Outcome = { kind: 'unknown', because: 'blank' };

/** The equations of the practice report, all holding but those that are named. */
function entriesWith(outcomes: Readonly<Record<string, Outcome>>): readonly Entry[] {
  return ledgerOf(reportOf()).entries.map((entry) => {
    const outcome = outcomes[entry.equation.id.replace('applications/', '')];
    return outcome === undefined ? entry : { ...entry, outcome };
  });
}

function entryOf(id: string, entries: readonly Entry[]): Entry {
  return entries.find(({ equation }) => equation.id === `applications/${id}`) as Entry;
}

it('the equations of one table add up counts, and take none away', () => {
  const terms = forms.flatMap((form) =>
    layoutsOf(form).flatMap((layout) => equationsOf(layout).own.flatMap(termsOf)),
  );
  expect(terms.length).toBeGreaterThan(500);
  expect(new Set(terms.map(({ sign, figure }) => `${sign} ${figure.kind}`))).toEqual(new Set(['1 count']));
});

describe('a line of totals', () => {
  it('of a column’s equation is the column of the totals of the rows', () => {
    const entries = entriesWith({});
    const [line, ...more] = totalLines(entryOf('natural: balance', entries).equation, entries);
    expect(more).toEqual([]);
    expect(line?.total).toBe('total');
    expect(line?.parts).toEqual(['natural', 'enterprise', 'research', 'nonprofit', 'legal', 'otherOrg']);
    const ids = line?.sums.map(({ equation }) => equation.id) ?? [];
    expect(ids).toHaveLength(25);
    expect(ids.every((id) => /^applications\/.*: total$/.test(id))).toBe(true);
  });

  it('of a row’s equation is the row （七）, not the balance', () => {
    const entries = entriesWith({});
    const lines = totalLines(entryOf('received: total', entries).equation, entries);
    expect(lines.map(({ total, sums }) => [total, sums.length])).toEqual([['processed', 7]]);
  });

  it('has the same equation in every other line', () => {
    const entries = entriesWith({});
    const { equation } = entryOf('natural: balance', entries);
    expect(sibling(equation, 'legal', entries)?.equation.id).toBe('applications/legal: balance');
    expect(sibling(equation, 'no-such', entries)).toBeUndefined();
  });
});

describe('an equation between totals', () => {
  const all = () => true;
  const implied = (
    outcomes: Readonly<Record<string, Outcome>>,
    holds: (term: Term) => boolean = all,
    id = 'total: balance',
  ) => {
    const entries = entriesWith(outcomes);
    return isImplied(entryOf(id, entries), entries, holds);
  };

  it('fails because that of a column does', () => {
    expect(implied({ 'total: balance': fails, 'natural: balance': fails })).toBe(true);
    expect(implied({ 'processed: total': fails, 'granted: total': fails }, all, 'processed: total')).toBe(
      true,
    );
  });

  it('fails by itself where all others hold, or one cannot be told', () => {
    expect(implied({ 'total: balance': fails })).toBe(false);
    expect(implied({ 'total: balance': fails, 'natural: balance': fails, 'legal: balance': unknown })).toBe(
      false,
    );
  });

  it('fails by itself where another line has no such equation', () => {
    const entries = entriesWith({ 'total: balance': fails, 'natural: balance': fails });
    const fewer = entries.filter(({ equation }) => equation.id !== 'applications/legal: balance');
    expect(isImplied(entryOf('total: balance', fewer), fewer, all)).toBe(false);
  });

  it('fails by itself where one of its figures is not the sum of its line', () => {
    const outcomes = { 'total: balance': fails, 'natural: balance': fails };
    expect(implied(outcomes, ({ address }) => address !== 'applications/carriedIn/total')).toBe(false);
    expect(implied(outcomes, () => false)).toBe(false);
  });

  it('is asked for its own line’s sums', () => {
    const entries = entriesWith({ 'total: balance': fails, 'natural: balance': fails });
    const asked: string[][] = [];
    isImplied(entryOf('total: balance', entries), entries, (_term, sums) => {
      asked.push(sums.map(({ equation }) => equation.pattern.id));
      return true;
    });
    expect(asked.map((patterns) => [patterns.length, ...new Set(patterns)])).toEqual(
      Array.from({ length: 4 }, () => [25, 'total']),
    );
  });

  it('is not one where it is about a part', () => {
    expect(
      implied({ 'natural: balance': fails, 'enterprise: balance': fails }, all, 'natural: balance'),
    ).toBe(false);
  });
});

describe('a figure', () => {
  it('is a sum where its own sum holds', () => {
    const entries = entriesWith({ 'received: total': fails }).filter(
      ({ equation }) => equation.shape === 'sum',
    );
    const [received, carried] = ['received: total', 'carriedIn: total'].map(
      (id) => entryOf(id, entries).equation.left[0] as Term,
    );
    expect(isSum(carried as Term, entries)).toBe(true);
    expect(isSum(received as Term, entries)).toBe(false);
    const part = entryOf('received: total', entries).equation.right[0] as Term;
    expect(isSum(part, entries)).toBe(false);
    expect(isSum(carried as Term, [])).toBe(false);
  });
});
