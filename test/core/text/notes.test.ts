import { expect, it } from 'vitest';
import { Notes, notesOf } from '../../../server/src/core/text/notes.ts';

it('the notes beside a value are its own, and stay', () => {
  const [a, b] = [{ name: '甲' }, { name: '甲' }];
  notesOf(a).set('key', 1);
  expect(notesOf(a)).toBe(notesOf(a));
  expect([...notesOf(a)]).toEqual([['key', 1]]);
  expect([...notesOf(b)]).toEqual([]);
});

it('notes are no part of the value', () => {
  const value = Object.freeze({ name: '甲' });
  notesOf(value).set('key', 1);
  expect(Reflect.ownKeys(value)).toEqual(['name']);
  expect(value).toStrictEqual({ name: '甲' });
  expect(notesOf({ ...value }).size).toBe(0);
});

it('of each kind the last note counts', () => {
  const value = {};
  const [lengths, names] = [new Notes<object, number>(), new Notes<object, string>()];
  expect(lengths.get(value)).toBeUndefined();
  lengths.set(value, 3);
  names.set(value, '甲');
  lengths.set(value, 4);
  expect([lengths.get(value), names.get(value)]).toEqual([4, '甲']);
  expect(lengths.get({})).toBeUndefined();
});

it('a note is made once, and not at all when that is interrupted', () => {
  const kind = new Notes<{ name: string }, string[]>();
  const value = { name: '甲' };
  const fail = () => {
    throw new Error('paused');
  };
  expect(() => kind.of(value, fail)).toThrow('paused');
  expect(kind.get(value)).toBeUndefined();
  const made = kind.of(value, ({ name }) => [name]);
  expect(made).toEqual(['甲']);
  expect(kind.of(value, fail)).toBe(made);
});
