import { describe, expect, it } from 'vitest';
import { sentenceAt, sentencesIn } from '../../../server/src/core/text/sentences.ts';

describe('sentencesIn', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['收到申请', ['收到申请']],
    ['收到。办结！结转？', ['收到。', '办结！', '结转？']],
    ['收到。办结', ['收到。', '办结']],
    ['真的吗?好!行', ['真的吗?', '好!', '行']],
    ['怎么办？！办结。', ['怎么办？！', '办结。']],
    ['坚持“谁公开，谁负责。”办结。', ['坚持“谁公开，谁负责。”', '办结。']],
    ['（已办结。）另有', ['（已办结。）', '另有']],
    ['(done!)另', ['(done!)', '另']],
    [
      '见《办法！》和‘甲。’、"乙。"、「丙。」、『丁。』完',
      ['见《办法！》', '和‘甲。’', '、"乙。"', '、「丙。」', '、『丁。』', '完'],
    ],
    ['占3.5%，1.总体；甲，乙：丙', ['占3.5%，1.总体；甲，乙：丙']],
  ])('%s', (text, sentences) => {
    const found = sentencesIn(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
    expect(found.map(({ start }) => start)).toEqual(
      [0, ...found.map(({ end }) => end)].slice(0, found.length),
    );
  });
});

it.each<[number, number, number]>([
  [0, 0, 3],
  [2, 0, 3],
  [3, 3, 6],
  [5, 3, 6],
  [6, 6, 8],
  [7, 6, 8],
  [8, 0, 8],
])('the sentence of 收到。办结。结转 at %d goes from %d to %d', (offset, start, end) => {
  expect(sentenceAt('收到。办结。结转', offset)).toEqual({ start, end });
});
