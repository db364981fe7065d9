import { expect, test } from 'vitest';
import { readClauses } from '../../../server/src/core/text/clauses.ts';

/** `depth/sentence text end`, one line for each clause. */
function shown(text: string): readonly string[] {
  return readClauses(text).map(
    ({ span, depth, sentence, end }) => `${depth}/${sentence} ${text.slice(span.start, span.end)} ${end}`,
  );
}

test.each<readonly [string, readonly string[]]>([
  ['', []],
  ['  ', []],
  ['收到申请12件', ['0/0 收到申请12件 end']],
  ['收到12件，办结11件。结转1件。', ['0/0 收到12件 ，', '0/0 办结11件 。', '0/1 结转1件 。']],
  [
    '总数106条：公开23条、解读1条；其他2条',
    ['0/0 总数106条 ：', '0/0 公开23条、解读1条 ；', '0/0 其他2条 end'],
  ],
  ['好！对吗？是', ['0/0 好 ！', '0/1 对吗 ？', '0/2 是 end']],
  [
    '收到9件（自然人7件，法人2件），办结9件。',
    ['0/0 收到9件（自然人7件，法人2件） ，', '1/0 自然人7件 ，', '1/0 法人2件 close', '0/0 办结9件 。'],
  ],
  [
    '根据《关于甲，乙的通知》，编制本报告。',
    ['0/0 根据《关于甲，乙的通知》 ，', '1/0 关于甲 ，', '1/0 乙的通知 close', '0/0 编制本报告 。'],
  ],
  [
    '坚持“谁公开，谁负责。”的原则',
    ['0/0 坚持“谁公开，谁负责。”的原则 end', '1/0 谁公开 ，', '1/0 谁负责 。'],
  ],
  [
    '甲（乙（丙，丁），戊）己',
    ['0/0 甲（乙（丙，丁），戊）己 end', '1/0 乙（丙，丁） ，', '2/0 丙 ，', '2/0 丁 close', '1/0 戊 close'],
  ],
  ['收到1,234件,办结1,200件;结转34件.', ['0/0 收到1,234件 ，', '0/0 办结1,200件 ；', '0/0 结转34件 。']],
  ['公开12，345条，解读3篇', ['0/0 公开12，345条 ，', '0/0 解读3篇 end']],
  ['时间9:00-17:00，下午14：30开会', ['0/0 时间9:00-17:00 ，', '0/0 下午14：30开会 end']],
  ['总数量：60，其中:甲', ['0/0 总数量 ：', '0/0 60 ，', '0/0 其中 ：', '0/0 甲 end']],
  [
    '网址http://www.example.cn/a?b=1;c,d，请查',
    ['0/0 网址http://www.example.cn/a?b=1;c,d ，', '0/0 请查 end'],
  ],
  ['占3.5%，为1.2万元', ['0/0 占3.5% ，', '0/0 为1.2万元 end']],
  ['1.加强领导.落实', ['0/0 1.加强领导 。', '0/1 落实 end']],
  ['一行\n两行', ['0/0 一行 line', '0/1 两行 end']],
  ['不成对（甲，乙', ['0/0 不成对（甲 ，', '0/0 乙 end']],
  ['不成对》甲，乙', ['0/0 不成对》甲 ，', '0/0 乙 end']],
  ['交错（甲《乙）丙》，丁', ['0/0 交错（甲《乙）丙》 ，', '1/0 甲《乙 close', '0/0 丁 end']],
  ['混用(甲，乙）丙', ['0/0 混用(甲，乙）丙 end', '1/0 甲 ，', '1/0 乙 close']],
  ['空（）括号', ['0/0 空（）括号 end']],
  ['，，。', []],
  [' 甲 ， 乙 ', ['0/0 甲 ，', '0/0 乙 end']],
])('%s', (text, clauses) => {
  expect(shown(text)).toEqual(clauses);
});

test('a clause in brackets knows the clause around it', () => {
  const clauses = readClauses('，收到9件（甲7件，《乙》2件）。');
  expect(clauses.map(({ parent, bracket }) => [parent, bracket])).toEqual([
    [undefined, undefined],
    [0, '（'],
    [0, '（'],
    [2, '《'],
  ]);
});
