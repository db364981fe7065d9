import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/edits.ts';
import { unreadTable } from '../../../server/src/core/rules/unread-table.ts';
import { heardAlone } from '../../support/check.ts';

/** A short draft with something pasted in the part on reviews and suits. */
const draft = (pasted: string) =>
  `# 示例县2025年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n${pasted}\n\n## 五、存在的主要问题及改进情况\n\n无。\n`;

/** What is said of it: where, and the first words behind the name of the table. */
const said = (pasted: string) => {
  const { analysis, findings } = heardAlone(unreadTable, { whole: draft(pasted) });
  return findings.map(({ span, message }) => {
    const [, name, why] = /^这里像是(表.)，但(.{4})/.exec(message) ?? [];
    return `${name} ${why}: ${analysis.text.slice(span.start, span.end)}`;
  });
};

describe('a table pasted cell by cell', () => {
  const names = ['结果维持', '结果纠正', '其他结果', '尚未审结', '复议后起诉'];
  const first = ['表四 一格一行: 结果维持'];

  it.each([
    ['in paragraphs', names.join('\n\n'), first],
    ['in lines of one paragraph', names.join('\n'), first],
    ['in lines of Windows', names.join('\r\n'), first],
    ['with pipes and blanks behind the cells', names.join(' |\t\n'), first],
    ['with its figures', names.join('\n\n1\n\n'), first],
    ['behind what is none of its cells', ['见下表。', '单位：件', ...names].join('\n\n'), first],
    ['beside long lines', [...names, '件'.repeat(61)].join('\n\n'), first],
    ['with a name that ends in 。', names.join('\n\n').replace('尚未审结', '尚未审结。'), []],
    ['with a name that ends in ；', names.join('；\n\n'), []],
    ['with four names', names.slice(1).join('\n\n'), []],
    ['with four names, one of them twice', [...names.slice(1), '结果纠正'].join('\n\n'), []],
    ['with four names and one that other tables have, too', [...names.slice(1), '总计'].join('\n\n'), []],
    ['in a list', names.map((name) => `- ${name}`).join('\n'), []],
    ['in a table of its own', `| ${names.join(' | ')} |\n|${'---|'.repeat(5)}\n| 0 | 0 | 0 | 0 | 0 |`, []],
  ])('%s', (_how, pasted, expected) => {
    expect(said(pasted)).toEqual(expected);
  });
});

describe('a table to the eye only', () => {
  const lines: [string, ...string[]] = [
    '信息内容;本年制发件数;本年废止件数;现行有效件数',
    '规章;0;0;0',
    '行政规范性文件;2;1;9',
  ];
  const parted = (separator: string, ...rows: readonly string[]) =>
    rows.map((row) => row.replaceAll(';', separator)).join('\n');
  const whole = (pasted: string) => draft(pasted).replace(/## 四、.*/, '## 二、主动公开政府信息情况');
  /** What stands in the part once what is found has been repaired, one after the other. */
  const repaired = (pasted: string) => {
    const { analysis, findings } = heardAlone(unreadTable, { whole: whole(pasted) });
    const [fix, ...others] = findings.flatMap(({ fixes }) => fixes());
    if (fix === undefined || others.length > 0) return `${findings.length} found`;
    return applyFix(analysis, fix).split('情况\n\n')[1]?.split('\n\n## 五')[0];
  };
  const row = (cells: string) => `| ${cells.replaceAll(';', ' | ')} |`.replaceAll('  ', ' ');
  const table = (head: string, ...rows: readonly string[]) =>
    [row(head), '|---|---|---|---|', ...rows.map(row)].join('\n');
  const good = table(...lines);

  it.each([
    ['tabs', parted('\t', ...lines), good],
    ['wide strokes', parted('｜', ...lines), good],
    ['strokes', parted('|', ...lines), good],
    ['strokes around', parted(' | ', ...lines).replace(/^(.*)$/gm, '| $1 |'), good],
    ['strokes before', parted('|', ...lines).replace(/^/gm, '|'), good],
    ['strokes behind', parted('|', ...lines).replace(/$/gm, '|'), good],
    ['blanks behind the lines', parted('\t', ...lines).replaceAll('\n', '  \n'), good],
    ['a line of dashes', parted('\t', lines[0], '—;—;—;—', ...lines.slice(1)), good],
    ['a line of = and :', parted('|', lines[0], '==;:-:;：－：;_', ...lines.slice(1)), good],
    ['text before', `见下表：\n${parted('\t', ...lines)}`, `见下表：\n\n${good}`],
    ['text behind', `${parted('\t', ...lines)}\n特此说明。`, `${good}\n\n特此说明。`],
    ['rows of other strokes', parted('\t', ...lines, '规章｜0｜0｜0'), `${good}\n\n规章｜0｜0｜0`],
    [
      'two rows of other strokes before',
      `${parted('｜', '规章;甲;乙', '文件;甲;乙')}\n${parted('\t', ...lines)}`,
      '2 found',
    ],
    [
      'a row of one name',
      parted('\t', '第二十条第（一）项', ...lines),
      table('第二十条第（一）项;;;', ...lines),
    ],
    [
      'a row of a name and a figure',
      parted('\t', ...lines, '行政许可;120'),
      table(...lines, '行政许可;120;;'),
    ],
    [
      'strokes in cells between tabs',
      parted('\t', ...lines, '备注;甲|乙;甲\\|乙;0'),
      table(...lines, '备注;甲\\|乙;甲\\|乙;0'),
    ],
    [
      'strokes in cells between strokes',
      parted('|', ...lines, '备注;甲\\|乙;0;甲\\|'),
      table(...lines, '备注;甲\\|乙;0;甲\\|'),
    ],
    ['a row alone', parted('\t', lines[0]), '0 found'],
    ['rows of two cells', parted('|', '信息内容;本年处理决定数量', '行政许可;120', '行政处罚;14'), '0 found'],
    ['a fence', `\`\`\`\n${parted('\t', ...lines)}\n\`\`\``, '0 found'],
    ['a fence of ~', `  ~~~\n${parted('\t', ...lines)}\n~~~`, '0 found'],
    ['words of no form', parted('\t', '姓名;电话;地址', '甲;乙;丙'), '0 found'],
  ])('with %s', (_how, pasted, expected) => {
    expect(repaired(pasted)).toBe(expected);
  });
});
