import { describe, expect, it } from 'vitest';
import {
  betweenPauses,
  inTurn,
  keptFor,
  memoByIdentity,
  memoByText,
} from '../../../server/src/core/text/memo.ts';
import { attempt } from '../../../server/src/core/text/pause.ts';

describe('keptFor', () => {
  it('makes a thing once for each value and key, of both', () => {
    const calls: string[] = [];
    const work = (value: { readonly name: string }, key: string) => {
      calls.push(value.name + key);
      return { made: value.name + key };
    };
    const [a, b] = [{ name: '甲' }, { name: '乙' }];
    const first = keptFor(a, '1', work);
    expect(first).toEqual({ made: '甲1' });
    expect(keptFor(a, '1', work)).toBe(first);
    expect(keptFor(a, '2', work)).toEqual({ made: '甲2' });
    expect(keptFor(b, '1', work)).toEqual({ made: '乙1' });
    expect(keptFor(a, '1', work)).toBe(first);
    expect(calls).toEqual(['甲1', '甲2', '乙1']);
  });

  it('keeps that there is nothing, too', () => {
    let calls = 0;
    const value = {};
    const nothing = () => {
      calls++;
      return undefined;
    };
    expect([keptFor(value, 0, nothing), keptFor(value, 0, nothing), calls]).toEqual([
      undefined,
      undefined,
      1,
    ]);
  });

  it('is interrupted behind what it keeps, and not while it makes it', () => {
    const value = {};
    const calls: string[] = [];
    const inner = () => {
      calls.push('inner');
      return 1;
    };
    const outer = () => keptFor(value, 'inner', inner) + 1;
    const work = () => keptFor(value, 'outer', outer);
    expect(attempt(() => true, work)).toBeUndefined();
    expect(attempt(() => true, work)).toEqual({ value: 2 });
    expect(calls).toEqual(['inner']);
  });
});

it('a function of a value is called once for each, beside another of the same value', () => {
  const calls: string[] = [];
  const length = memoByIdentity((list: readonly number[]) => {
    calls.push('length');
    return list.length;
  });
  const sum = memoByIdentity((list: readonly number[]) => {
    calls.push('sum');
    return list.reduce((total, entry) => total + entry, 0);
  });
  const list = [3, 4];
  expect([length(list), sum(list), length(list), sum(list), length([3, 4])]).toEqual([2, 7, 2, 7, 2]);
  expect(calls).toEqual(['length', 'sum', 'length']);
});

describe('memoByText', () => {
  const counted = () => {
    const calls = new Map<string, number>();
    const read = memoByText((text: string) => {
      calls.set(text, (calls.get(text) ?? 0) + 1);
      return text === '' ? undefined : text.length;
    });
    return { calls, read };
  };

  it('reads a short text once, also where nothing comes of it', () => {
    const { calls, read } = counted();
    const longest = '甲'.repeat(80);
    expect(['甲乙', '', longest, '甲乙', '', longest].map(read)).toEqual([
      2,
      undefined,
      80,
      2,
      undefined,
      80,
    ]);
    expect([...calls.values()]).toEqual([1, 1, 1]);
  });

  it('reads a long one each time', () => {
    const { calls, read } = counted();
    const long = '甲'.repeat(81);
    expect([read(long), read(long), calls.get(long)]).toEqual([81, 81, 2]);
  });

  it('begins anew when it remembers five thousand', () => {
    const { calls, read } = counted();
    for (let i = 0; i < 5000; i++) read(`${i}`);
    read('0');
    expect(calls.get('0')).toBe(1);
    read('the next');
    read('0');
    read('the next');
    expect([calls.get('0'), calls.get('the next')]).toEqual([2, 1]);
  });
});

describe('inTurn', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

  it('puts together what is found in each value, with its place, once', () => {
    const owner = {};
    const calls: number[] = [];
    const read = () =>
      inTurn(
        owner,
        'key',
        () => ['甲', '乙', '丙'],
        () => (value, index) => {
          calls.push(index);
          return value === '乙' ? [] : [value, `${value}${index}`];
        },
      );
    expect(read()).toEqual(['甲', '甲0', '丙', '丙2']);
    expect(read()).toBe(read());
    expect(calls).toEqual([0, 1, 2]);
  });

  it('finds nothing in no values', () => {
    expect(
      inTurn(
        {},
        'key',
        () => [],
        () => () => [1],
      ),
    ).toEqual([]);
  });

  it('goes on behind the values that were read, prepared once', () => {
    const owner = {};
    const read: number[] = [];
    let prepared = 0;
    const work = () =>
      inTurn(
        owner,
        'key',
        () => numbers(betweenPauses * 2 + 3),
        () => {
          prepared++;
          return (value: number, index: number) => {
            expect(value).toBe(index);
            read.push(value);
            return [value * 2];
          };
        },
      );
    // The first pause is before any value: that there is a course at all is kept.
    const after: number[] = [];
    let result: { readonly value: readonly number[] } | undefined;
    while (result === undefined) {
      result = attempt(() => true, work);
      after.push(read.length);
    }
    expect(after).toEqual([
      0,
      betweenPauses,
      betweenPauses * 2,
      betweenPauses * 2 + 3,
      betweenPauses * 2 + 3,
    ]);
    expect(result.value).toEqual(numbers(betweenPauses * 2 + 3).map((value) => value * 2));
    expect(read).toEqual(numbers(betweenPauses * 2 + 3));
    expect(prepared).toBe(1);
  });

  it('asks for the values no more when all is done', () => {
    const owner = {};
    let asked = 0;
    const values = () => {
      asked++;
      return [1, 2];
    };
    const read = () => inTurn(owner, 'key', values, () => (value: number) => [value]);
    expect([read(), read(), asked]).toEqual([[1, 2], [1, 2], 1]);
  });
});
