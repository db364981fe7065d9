import { describe, expect, test } from 'vitest';
import { numberBehind, readDocumentNumbers } from '../../../server/src/core/laws/documentNumbers.ts';
import { readTitles } from '../../../server/src/core/laws/titleReader.ts';
import { countSteps } from '../text/countSteps.ts';

/** `written → normal form (faults)` for every number in the text. */
const shown = (text: string): string[] =>
  readDocumentNumbers(text).map(({ span, normalized, faults }) => {
    const written = text.slice(span.start, span.end);
    return `${written} → ${normalized}${faults.length === 0 ? '' : ` (${[...faults].sort().join(' ')})`}`;
  });

describe('document numbers', () => {
  test.each([
    ['国办发〔2016〕80号', '国办发〔2016〕80号 → 国办发〔2016〕80号'],
    ['按照国办公开办函〔2021〕30号要求', '国办公开办函〔2021〕30号 → 国办公开办函〔2021〕30号'],
    ['根据国办发[2016]80号', '国办发[2016]80号 → 国办发〔2016〕80号 (brackets)'],
    ['（国办发（2016）80号）', '国办发（2016）80号 → 国办发〔2016〕80号 (brackets)'],
    ['国办发(2016)80号', '国办发(2016)80号 → 国办发〔2016〕80号 (brackets)'],
    ['国办发【2016】80号', '国办发【2016】80号 → 国办发〔2016〕80号 (brackets)'],
    ['国办发〔2016]80号', '国办发〔2016]80号 → 国办发〔2016〕80号 (brackets)'],
    ['国办发［2016］80号', '国办发［2016］80号 → 国办发〔2016〕80号 (brackets)'],
    ['国办发〔2016〕第80号', '国办发〔2016〕第80号 → 国办发〔2016〕80号 (ordinal)'],
    ['国办发〔2016〕080号', '国办发〔2016〕080号 → 国办发〔2016〕80号 (leadingZero)'],
    ['国办发〔２０１６〕８０号', '国办发〔２０１６〕８０号 → 国办发〔2016〕80号 (fullWidth)'],
    ['国办发〔2016〕 80 号', '国办发〔2016〕 80 号 → 国办发〔2016〕80号 (blank)'],
    ['国办发 〔2016〕80号', '国办发 〔2016〕80号 → 国办发〔2016〕80号 (blank)'],
    ['国办发〔2016年〕80号', '国办发〔2016年〕80号 → 国办发〔2016〕80号 (year)'],
    ['国办函[2020]第0109号', '国办函[2020]第0109号 → 国办函〔2020〕109号 (brackets leadingZero ordinal)'],
    ['依据渝府办发〔2021〕3号', '渝府办发〔2021〕3号 → 渝府办发〔2021〕3号'],
    ['《某通知》（皖政务办秘〔2023〕1号）', '皖政务办秘〔2023〕1号 → 皖政务办秘〔2023〕1号'],
    ['将政办发〔2021〕9号', '将政办发〔2021〕9号 → 将政办发〔2021〕9号'],
    ['法释〔2011〕17号', '法释〔2011〕17号 → 法释〔2011〕17号'],
    ['国务院令第711号', '国务院令第711号 → 国务院令第711号'],
    ['（中华人民共和国国务院令第711号）', '中华人民共和国国务院令第711号 → 国务院令第711号'],
    ['国务院令711号', '国务院令711号 → 国务院令第711号 (noOrdinal)'],
    ['国务院令 第 711 号', '国务院令 第 711 号 → 国务院令第711号 (blank)'],
    ['国务院第711号令', '国务院第711号令 → 国务院令第711号'],
    ['中华人民共和国国务院第711号令', '中华人民共和国国务院第711号令 → 国务院令第711号'],
    ['第711号国务院令', '第711号国务院令 → 国务院令第711号'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  test('several in one sentence', () => {
    expect(shown('国办发〔2016〕80号和国办函[2020]109号、国务院令第711号')).toEqual([
      '国办发〔2016〕80号 → 国办发〔2016〕80号',
      '国办函[2020]109号 → 国办函〔2020〕109号 (brackets)',
      '国务院令第711号 → 国务院令第711号',
    ]);
  });

  test.each([
    '1号楼',
    '人民路（2020）3号楼',
    '12345号',
    '〔2016〕号',
    '命令第3号',
    '（2020）3号',
    '第5号',
    '2020年1月1号',
    '国办发〔0216〕80号',
    '国办发〔2016〕80',
    '国办发〔2016〕1234567号',
    '',
  ])('none in: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  test('the number in brackets behind a title', () => {
    const behind = (text: string) =>
      numberBehind(text, readTitles(text)[0]?.span ?? { start: 0, end: 0 }, readDocumentNumbers(text))
        ?.normalized;
    expect(behind('《中华人民共和国政府信息公开条例》（国务院令第771号）')).toBe('国务院令第771号');
    expect(behind('《政府信息公开条例》 ( 国务院令第711号，以下简称《条例》)')).toBe('国务院令第711号');
    expect(behind('《条例》和国办发〔2016〕80号')).toBeUndefined();
  });

  test('time is linear', () => {
    for (const shape of [
      '号',
      '1号',
      '第1号',
      '〔2016〕80号',
      '国'.repeat(20),
      '发〔2016〕80 号',
      '令第',
      '（2016）',
      ' 1 号',
    ]) {
      const steps = (length: number) =>
        countSteps(() => readDocumentNumbers(shape.repeat(length / shape.length)));
      expect(steps(40_000) / Math.max(steps(10_000), 1), shape).toBeLessThan(6);
    }
  });
});
