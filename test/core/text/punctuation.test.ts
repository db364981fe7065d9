import { describe, expect, it } from 'vitest';
import { punctuationFaultsIn } from '../../../server/src/core/text/punctuation.ts';

const read = (text: string) =>
  punctuationFaultsIn(text).map(
    ({ kind, span, right }) => `${kind} ${span.start}-${span.end} ${right ?? '?'}`,
  );

describe('doubled marks, and what belongs there', () => {
  it.each<[string, readonly string[]]>([
    ['收到12件，，办结11件。', ['doubled 5-7 ，']],
    ['办结。。', ['doubled 2-4 。']],
    ['甲；；；乙', ['doubled 1-4 ；']],
    ['甲、，乙', ['doubled 1-3 ?']],
    ['甲。，乙', ['doubled 1-3 ?']],
    ['甲、、、乙', ['doubled 1-4 、']],
    ['甲：：乙', ['doubled 1-3 ：']],
    ['甲，乙。', []],
    ['甲！！乙', []],
    ['甲……乙', []],
    ['甲，。', ['doubled 1-3 ?']],
    ['甲，.乙', []],
    ['甲，,乙', []],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('a half-width comma between Chinese characters', () => {
  it.each<[string, readonly string[]]>([
    ['收到申请,办结', ['half 4-5 ，']],
    ['收到12件,办结', ['half 5-6 ，']],
    ['收到,12件', []],
    ['《条例》,办结', ['half 4-5 ，']],
    ['“三公”,办结', ['half 4-5 ，']],
    ['（含结转）,办结', ['half 5-6 ，']],
    ['〔甲〕,办结', ['half 3-4 ，']],
    ['甲,《条例》', ['half 1-2 ，']],
    ['甲,“三公”', ['half 1-2 ，']],
    ['甲,（含', ['half 1-2 ，']],
    ['甲,〔含', ['half 1-2 ，']],
    ['A,乙', []],
    ['甲,B', []],
    ['甲, 乙', []],
    ['甲,', []],
    [',甲', []],
    ['甲(乙),丙', []],
    ['一,二', ['half 1-2 ，']],
    ['鿿,一', ['half 1-2 ，']],
    ['甲《,乙', []],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('a half-width full stop between Chinese characters or at the end', () => {
  it.each<[string, readonly string[]]>([
    ['工作稳步推进.下一步加强', ['half 6-7 。']],
    ['工作稳步推进.', ['half 6-7 。']],
    ['工作稳步推进.”', ['half 6-7 。']],
    ['工作稳步推进.）', ['half 6-7 。']],
    ['工作稳步推进.》', ['half 6-7 。']],
    ['工作稳步推进.。', []],
    ['工作稳步推进.a', []],
    ['占3.5%', []],
    ['《条例》.下一步', ['half 4-5 。']],
    ['稳步.《条例》', ['half 2-3 。']],
    ['稳步. 下一步', []],
    ['A.乙', []],
    ['.甲', []],
    ['稳步推进.”下', []],
    ['稳步.“下一步”', ['half 2-3 。']],
    ['稳步.（下一步）', ['half 2-3 。']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('no fault: domains', () => {
  it.each<[string, readonly string[]]>([
    ['示例.中国', []],
    ['示例.公司', []],
    ['示例.网络', []],
    ['示例.政务', []],
    ['示例.公益', []],
    ['示例.网址', []],
    ['示例.商标', []],
    ['示例.在线', []],
    ['示例.公开', ['half 2-3 。']],
    ['示例.公中国', ['half 2-3 。']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('no fault: item numbers', () => {
  it.each<[string, readonly string[]]>([
    ['一.总体情况', []],
    ['十二.总体', []],
    ['（一）.总体', []],
    ['第一.加强', []],
    ['附表一.各县', []],
    ['图一.示意', []],
    ['其一.学习', []],
    ['甲，二.加强', []],
    ['甲。三.加强', []],
    ['甲；四.加强', []],
    ['甲：五.加强', []],
    ['甲、六.加强', []],
    ['甲 七.加强', []],
    ['甲\u3000八.加强', []],
    ['甲九.加强', ['half 2-3 。']],
    ['（十一）.总体', []],
    ['一二三四五.总体', ['half 5-6 。']],
    ['附表三四.总体', []],
    ['第二十三.总体', []],
    ['表.总体', []],
    ['六.加强', []],
    ['七.加', []],
    ['八.加', []],
    ['九.加', []],
    ['十.加', []],
    ['三.加', []],
    ['四.加', []],
    ['五.加', []],
    ['二.加', []],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('no fault: names in transcription', () => {
  it.each<[string, readonly string[]]>([
    ['买买提.吐尔逊', []],
    ['阿卜杜.热合曼', []],
    ['木依.江丽', []],
    ['买提.公开', ['half 2-3 。']],
    ['公开.买提', ['half 2-3 。']],
    ['阿公.买提', []],
    ['吐尔.公逊', []],
    ['提.吐尔', []],
    ['买提.吐公', []],
    ['公买.公提', ['half 2-3 。']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});
