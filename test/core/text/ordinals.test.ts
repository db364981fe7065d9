import { describe, expect, it } from 'vitest';
import {
  readDocumentNumber,
  readFurtherOrdinal,
  readOrdinal,
} from '../../../server/src/core/text/ordinals.ts';
import type { Quantity } from '../../../server/src/core/text/quantity.ts';
import { describeQuantity } from './describeQuantity.ts';

const shown = (item: Quantity | undefined) =>
  item === undefined
    ? 'none'
    : `${item.kind === 'enumerator' ? 'opens ' : ''}${describeQuantity(item)} ${item.span.start}-${item.span.end}`;

describe('第 before a number and what it counts off', () => {
  it.each<[string, number, string]>([
    ['第二十条', 0, 'ordinal 20条 0-4'],
    ['第20条', 0, 'ordinal 20条 0-4'],
    ['第 3 次', 0, 'ordinal 3次 0-5'],
    ['第3 次', 0, 'ordinal 3次 0-4'],
    ['第(六)项', 0, 'ordinal 6项 0-5'],
    ['第（六）项', 0, 'ordinal 6项 0-5'],
    ['第（六项', 0, 'none'],
    ['第（6)款', 0, 'ordinal 6款 0-5'],
    ['第（六', 0, 'none'],
    ['第（甲）', 0, 'none'],
    ['第甲', 0, 'none'],
    ['第', 0, 'none'],
    ['第3万条', 0, 'none'],
    ['第3.5条', 0, 'ordinal 3.5条 0-5'],
    ['第百条', 0, 'none'],
    ['第二', 0, 'ordinal 2 0-2'],
    ['第2', 0, 'ordinal 2 0-2'],
    ['第二甲', 0, 'ordinal 2 0-2'],
    ['第二十一', 0, 'ordinal 21 0-4'],
    ['第二批次', 0, 'ordinal 2批次 0-4'],
    ['第一个五年', 0, 'ordinal 1个五年 0-5'],
    ['甲第二条', 1, 'ordinal 2条 1-4'],
    ['第2季度', 0, 'ordinal 2季度 0-4'],
    ['第2阶段', 0, 'ordinal 2阶段 0-4'],
    ['第2批次', 0, 'ordinal 2批次 0-4'],
    ['第2产业', 0, 'ordinal 2产业 0-4'],
    ['第2位次', 0, 'ordinal 2位次 0-4'],
    ['第2部分', 0, 'ordinal 2部分 0-4'],
    ['第2方面', 0, 'ordinal 2方面 0-4'],
    ['第2小组', 0, 'ordinal 2小组 0-4'],
    ['第2工作日', 0, 'ordinal 2工作日 0-5'],
    ['第2个五年', 0, 'ordinal 2个五年 0-5'],
    ['第2世纪', 0, 'ordinal 2世纪 0-4'],
    ['第2条', 0, 'ordinal 2条 0-3'],
    ['第2款', 0, 'ordinal 2款 0-3'],
    ['第2项', 0, 'ordinal 2项 0-3'],
    ['第2章', 0, 'ordinal 2章 0-3'],
    ['第2节', 0, 'ordinal 2节 0-3'],
    ['第2编', 0, 'ordinal 2编 0-3'],
    ['第2目', 0, 'ordinal 2目 0-3'],
    ['第2次', 0, 'ordinal 2次 0-3'],
    ['第2届', 0, 'ordinal 2届 0-3'],
    ['第2批', 0, 'ordinal 2批 0-3'],
    ['第2期', 0, 'ordinal 2期 0-3'],
    ['第2号', 0, 'ordinal 2号 0-3'],
    ['第2位', 0, 'ordinal 2位 0-3'],
    ['第2名', 0, 'ordinal 2名 0-3'],
    ['第2版', 0, 'ordinal 2版 0-3'],
    ['第2轮', 0, 'ordinal 2轮 0-3'],
    ['第2个', 0, 'ordinal 2个 0-3'],
    ['第2页', 0, 'ordinal 2页 0-3'],
    ['第2类', 0, 'ordinal 2类 0-3'],
    ['第2天', 0, 'ordinal 2天 0-3'],
    ['第2年', 0, 'ordinal 2年 0-3'],
    ['第2步', 0, 'ordinal 2步 0-3'],
    ['第2场', 0, 'ordinal 2场 0-3'],
    ['第2站', 0, 'ordinal 2站 0-3'],
    ['第2课', 0, 'ordinal 2课 0-3'],
    ['第2级', 0, 'ordinal 2级 0-3'],
    ['第2集', 0, 'ordinal 2集 0-3'],
    ['第2卷', 0, 'ordinal 2卷 0-3'],
    ['第2册', 0, 'ordinal 2册 0-3'],
    ['第2组', 0, 'ordinal 2组 0-3'],
    ['第2篇', 0, 'ordinal 2篇 0-3'],
    ['第2份', 0, 'ordinal 2份 0-3'],
    ['第2件', 0, 'ordinal 2件 0-3'],
    ['第2周', 0, 'ordinal 2周 0-3'],
    ['第2月', 0, 'ordinal 2月 0-3'],
    ['第2日', 0, 'ordinal 2日 0-3'],
    ['第2家', 0, 'ordinal 2家 0-3'],
    ['第2任', 0, 'ordinal 2任 0-3'],
  ])('%s at %d: %s', (text, at, expected) => {
    expect(shown(readOrdinal(text, at))).toBe(expected);
  });
});

describe('第一 that opens what follows', () => {
  it.each<[string, number, string]>([
    ['第一，加强', 0, 'opens ordinal 1 0-2'],
    ['第一,加强', 0, 'opens ordinal 1 0-2'],
    ['第一、加强', 0, 'opens ordinal 1 0-2'],
    ['第一：加强', 0, 'opens ordinal 1 0-2'],
    ['第一:加强', 0, 'opens ordinal 1 0-2'],
    ['第一是加强', 0, 'opens ordinal 1 0-2'],
    ['。第二，加强', 1, 'opens ordinal 2 1-3'],
    ['，第二，加强', 1, 'opens ordinal 2 1-3'],
    ['甲第二，加强', 1, 'ordinal 2 1-3'],
    ['位列第二，', 2, 'ordinal 2 2-4'],
    ['第二十，加强', 0, 'opens ordinal 20 0-3'],
    ['第二十一，加强', 0, 'ordinal 21 0-4'],
    ['第一、二条', 0, 'ordinal 1 0-2'],
    ['第一、2条', 0, 'ordinal 1 0-2'],
    ['第一。', 0, 'ordinal 1 0-2'],
    ['第一', 0, 'ordinal 1 0-2'],
    ['第（一）、加强', 0, 'opens ordinal 1 0-4'],
    ['第1，加强', 0, 'opens ordinal 1 0-2'],
    ['第一，二是', 0, 'ordinal 1 0-2'],
  ])('%s at %d: %s', (text, at, expected) => {
    expect(shown(readOrdinal(text, at))).toBe(expected);
  });
});

describe('第 and 令', () => {
  it.each<[string, number, string]>([
    ['令第711号', 1, 'document * 1-6'],
    ['第711号令', 0, 'document * 0-5'],
    ['第711号', 0, 'ordinal 711号 0-5'],
    ['令第711条', 1, 'ordinal 711条 1-6'],
    ['第2批令', 0, 'ordinal 2批 0-3'],
    ['甲第711号', 1, 'ordinal 711号 1-6'],
  ])('%s at %d: %s', (text, at, expected) => {
    expect(shown(readOrdinal(text, at))).toBe(expected);
  });
});

describe('a further number behind an ordinal', () => {
  it.each<[string, number, number, string | undefined, string]>([
    ['第二十条、二十一条', 5, 4, '条', 'ordinal 21条 5-9'],
    ['第二十、二十一条', 4, 3, undefined, 'ordinal 21条 4-8'],
    ['第二十、二十一', 4, 3, undefined, 'ordinal 21 4-7'],
    ['第二十条、二十一', 5, 4, '条', 'none'],
    ['第20条至25条', 5, 4, '条', 'ordinal 25条 5-8'],
    ['第20条-25条', 5, 4, '条', 'ordinal 25条 5-8'],
    ['第20条和25条', 5, 4, '条', 'ordinal 25条 5-8'],
    ['第20条及25条', 5, 4, '条', 'ordinal 25条 5-8'],
    ['第20条与25条', 5, 4, '条', 'ordinal 25条 5-8'],
    ['第20条，25条', 5, 4, '条', 'none'],
    ['第20条、25款', 5, 4, '条', 'none'],
    ['第20、25款', 4, 3, undefined, 'ordinal 25款 4-7'],
    ['第20条、3万条', 5, 4, '条', 'none'],
    ['第20条、甲', 5, 4, '条', 'none'],
    ['第20条甲、25条', 6, 4, '条', 'none'],
    ['36条、37条', 4, 3, '条', 'ordinal 37条 4-7'],
    ['36条甲37条', 4, 3, '条', 'none'],
    ['第20条25条', 4, 4, '条', 'none'],
    ['三级、四级', 3, 2, '级', 'ordinal 4级 3-5'],
  ])('%s at %d, behind what ends at %d and counts off %s: %s', (text, at, end, unit, expected) => {
    const previous: Quantity = {
      kind: 'ordinal',
      span: { start: 0, end },
      value: '20',
      number: 20,
      ...(unit === undefined ? {} : { unit }),
    };
    expect(shown(readFurtherOrdinal(text, at, previous))).toBe(expected);
  });

  it('is none behind anything else', () => {
    expect(readFurtherOrdinal('第20条、25条', 5, undefined)).toBeUndefined();
    const name: Quantity = { kind: 'name', span: { start: 0, end: 4 } };
    expect(readFurtherOrdinal('第20条、25条', 5, name)).toBeUndefined();
  });
});

describe('document numbers', () => {
  it.each<[string, number, string]>([
    ['〔2016〕80号', 0, 'document 2016 0-9'],
    ['〔2016〕第80号', 0, 'document 2016 0-10'],
    ['〔2016〕 80 号', 0, 'document 2016 0-11'],
    ['〔 2016 〕80号', 0, 'document 2016 0-11'],
    ['〔2016年〕80号', 0, 'document 2016 0-10'],
    ['〔2016 年〕80号', 0, 'document 2016 0-11'],
    ['[2021]3号', 0, 'document 2021 0-8'],
    ['（2021）第3号', 0, 'document 2021 0-9'],
    ['(2021)3号', 0, 'document 2021 0-8'],
    ['［2021］3号', 0, 'document 2021 0-8'],
    ['【2021】3号', 0, 'document 2021 0-8'],
    ['〔2021〕3', 0, 'document 2021 0-7'],
    ['〔2021〕3，', 0, 'document 2021 0-7'],
    ['［2021］3', 0, 'none'],
    ['（2021）3', 0, 'none'],
    ['[2021]3件', 0, 'none'],
    ['〔2021〕', 0, 'none'],
    ['〔2021〕甲', 0, 'none'],
    ['〔2021〕第', 0, 'none'],
    ['〔1949〕3号', 0, 'document 1949 0-8'],
    ['〔1948〕3号', 0, 'none'],
    ['〔2099〕3号', 0, 'document 2099 0-8'],
    ['〔2100〕3号', 0, 'none'],
    ['〔201〕3号', 0, 'none'],
    ['〔20161〕3号', 0, 'none'],
    ['〔甲016〕3号', 0, 'none'],
    ['〔201甲〕3号', 0, 'none'],
    ['〔2016甲3号', 0, 'none'],
    ['〔2016', 0, 'none'],
    ['〔2016〕123456号', 0, 'document 2016 0-13'],
    ['〔2016〕1234567号', 0, 'document 2016 0-12'],
    ['（2016）1234567号', 0, 'none'],
    ['〔2016〕1234567', 0, 'document 2016 0-12'],
    ['甲〔2016〕80号', 1, 'document 2016 1-10'],
    ['〔２０１６〕８０号', 0, 'document 2016 0-9'],
    ['〔二〇一六〕80号', 0, 'none'],
    ['〔2016〕80 号', 0, 'document 2016 0-10'],
    ['〔2016）80号', 0, 'document 2016 0-9'],
  ])('%s at %d: %s', (text, at, expected) => {
    expect(shown(readDocumentNumber(text, at))).toBe(expected);
  });
});
