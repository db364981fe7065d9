import { expect, it } from 'vitest';
import { attempt, driven, mayPause, pieceOfWork } from '../../../server/src/core/text/pause.ts';

it('work that is never due is done at once', () => {
  expect(
    attempt(
      () => false,
      () => {
        mayPause();
        return 12;
      },
    ),
  ).toEqual({ value: 12 });
});

it('work is thrown away at the first pause that is due', () => {
  const seen: string[] = [];
  const due = () => seen.length === 2;
  const work = () => {
    for (const step of ['甲', '乙', '丙']) {
      seen.push(step);
      mayPause();
    }
  };
  expect(attempt(due, work)).toBeUndefined();
  expect(seen).toEqual(['甲', '乙']);
});

it('work without an attempt around it is not interrupted, nor is work behind one', () => {
  mayPause();
  expect(attempt(() => true, mayPause)).toBeUndefined();
  mayPause();
  expect(() =>
    attempt(
      () => true,
      () => {
        throw new RangeError('甲');
      },
    ),
  ).toThrow(new RangeError('甲'));
  mayPause();
});

it('inside of a piece nothing is interrupted, behind it is', () => {
  const seen: string[] = [];
  const sum = (a: number, b: number) => {
    mayPause();
    pieceOfWork(mayPause);
    mayPause();
    return a + b;
  };
  const result = attempt(
    () => true,
    () => {
      seen.push(`${pieceOfWork(sum, 3, 4)}`);
      mayPause();
      seen.push('not reached');
    },
  );
  expect(result).toBeUndefined();
  expect(seen).toEqual(['7']);
});

it('a piece that fails is no piece any more', () => {
  const broken = () => {
    throw new RangeError('甲');
  };
  expect(() => pieceOfWork(broken)).toThrow(RangeError);
  expect(attempt(() => true, mayPause)).toBeUndefined();
});

it('steps that are interrupted go on where they were', () => {
  const seen: number[] = [];
  function* steps(): Generator<void, string> {
    for (let i = 1; i <= 3; i++) {
      seen.push(i);
      yield;
    }
    return '完';
  }
  const course = steps();
  const work = () => driven(course);
  expect(attempt(() => true, work)).toBeUndefined();
  expect(seen).toEqual([1]);
  expect(attempt(() => true, work)).toBeUndefined();
  expect(seen).toEqual([1, 2]);
  expect(driven(course)).toBe('完');
  expect(seen).toEqual([1, 2, 3]);
});
