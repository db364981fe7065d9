import { describe, expect, it } from 'vitest';
import { unpairedMarksIn } from '../../../server/src/core/text/pairs.ts';

const read = (text: string) =>
  unpairedMarksIn(text).map(({ kind, span, partner }) => `${kind} ${span.start}-${span.end} ${partner}`);

describe('marks that stand alone', () => {
  it.each<[string, readonly string[]]>([
    ['公开（含结转', ['alone 2-3 ）']],
    ['公开含结转）', ['alone 5-6 （']],
    ['《条例', ['alone 0-1 》']],
    ['条例》', ['alone 2-3 《']],
    ['【公开', ['alone 0-1 】']],
    ['“三公', ['alone 0-1 ”']],
    ['三公”', ['alone 2-3 “']],
    ['《规范（试行》的通知', ['alone 3-4 ）']],
    ['听得懂”“好明白”', ['alone 3-4 “']],
    ['（（含）', ['alone 0-1 ）']],
    ['（含））', ['alone 3-4 （']],
    ['“公开（含“三公”', ['alone 0-1 ”', 'alone 3-4 ）']],
    ['甲（乙《丙“丁）', ['alone 3-4 》', 'alone 5-6 ”']],
    ['甲)乙(', ['alone 1-2 （', 'alone 3-4 ）']],
    ['共12)', ['alone 3-4 （']],
    ['共1234）', ['alone 5-6 （']],
    ['1234）', ['alone 4-5 （']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('pairs, and numbers of items', () => {
  it.each([
    '',
    '公开（含结转）12件',
    '公开（含结转)12件',
    '公开(含结转）12件',
    '《关于印发《规范》的通知》',
    '“关于“三公”经费的通知”',
    '（一）公开',
    '1）公开；2）回应',
    '一是公开，a)目录 B）指南',
    '①）公开。十二）回应：100）监督、3)其他',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('an opening quote where the closing one belongs', () => {
  it.each<[string, readonly string[]]>([
    ['“互联网+“公开', ['turned 5-6 ”']],
    ['“甲“、“乙“、“丙”', ['turned 2-3 ”', 'turned 6-7 ”']],
    ['（“甲“）', ['turned 3-4 ”']],
    ['“甲（乙“丙', ['alone 2-3 ）', 'turned 4-5 ”']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});
