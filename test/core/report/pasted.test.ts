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

  it('has five names or more that no other table has', () => {
    expect(said(names.join('\n\n'))).toEqual(first);
    expect(said([...names.slice(1), '总计'].join('\n\n'))).toEqual([]);
    // A row and a column of one table may have the same name.
    const applications = ['（一）予以公开', '（三）不予公开', '1.属于国家秘密', '商业企业', '其他'];
    expect(said(applications.join('\n\n'))).toEqual(['表三 一格一行: （一）予以公开']);
  });

  it.each([
    ['in lines of one paragraph', names.join('\n'), first],
    ['in lines of Windows', names.join('\r\n'), first],
    ['with pipes and blanks behind the cells', names.join(' |\t\n'), first],
    ['with its figures', names.join('\n\n1\n\n'), first],
    ['behind what is none of its cells', ['见下表。', '单位：件', ...names].join('\n\n'), first],
    ['beside long lines', [...names, '件'.repeat(61)].join('\n\n'), first],
    ['with a name that ends in 。', names.join('\n\n').replace('尚未审结', '尚未审结。'), []],
    ['with names that end in 。 and pipes behind', names.join('。 |\n'), []],
    ['with lines of nothing but pipes', names.join('\n| |\n'), first],
    [
      'with a name that has a ， inside',
      [
        ...['三、本年度办理结果', '（一）予以公开', '（三）不予公开', '1.属于国家秘密'],
        '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      ].join('\n\n'),
      ['表三 一格一行: 三、本年度办理结果'],
    ],
    ['with a name that ends in ；', names.join('；\n\n'), []],
    ['with four names', names.slice(1).join('\n\n'), []],
    ['with four names, one of them twice', [...names.slice(1), '结果纠正'].join('\n\n'), []],
    ['in a list', names.map((name) => `- ${name}`).join('\n'), []],
    ['in a table of its own', `| ${names.join(' | ')} |\n|${'---|'.repeat(5)}\n| 0 | 0 | 0 | 0 | 0 |`, []],
  ])('%s', (_how, pasted, expected) => {
    expect(said(pasted)).toEqual(expected);
  });
});

it('is not said to be pasted cell by cell where it is a table as well, or is one to the eye', () => {
  const names = ['结果维持', '结果纠正', '其他结果', '尚未审结', '复议后起诉'].join('\n\n');
  const cells = ['行政复议', '行政诉讼', '总计', '结果维持', '结果纠正'];
  const table = `| ${cells.join(' | ')} |\n|---|---|---|---|---|\n| 0 | 0 | 0 | 0 | 0 |`;
  expect(said(`${table}\n\n${names}`)).toEqual([]);
  expect(said(`${table.replaceAll('|', '｜')}\n\n${names}`)).toEqual([
    `表四 没有成为: ｜ ${cells.join(' ｜ ')} ｜`,
  ]);
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
    ['a cell with a dash', parted('\t', ...lines, '规章;—;0;—'), table(...lines, '规章;—;0;—')],
    ['dashes behind words', parted('\t', ...lines, '甲—;—;—;—'), table(...lines, '甲—;—;—;—')],
    ['dashes before words', parted('\t', ...lines, '—甲;—;—;—'), table(...lines, '—甲;—;—;—')],
    ['blanks behind the last line', `${parted('\t', ...lines)}  `, `${good}  `],
    ['an indent', parted(' | ', ...lines).replace(/^(.*)$/gm, '  | $1 | '), `  ${good} `],
    ['text of two cells behind', parted('\t', ...lines, '姓名;电话'), `${good}\n\n姓名\t电话`],
    ['a name alone behind', parted('\t', ...lines, '行政许可'), `${good}\n\n行政许可`],
    ['a tag around', `<div>\n${parted('\t', ...lines)}\n</div>`, '0 found'],
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
      'a row of one name between others',
      parted('\t', ...lines, '第二十条第（五）项', '信息内容;本年处理决定数量', '行政许可;120'),
      table(...lines, '第二十条第（五）项;;;', '信息内容;本年处理决定数量;;', '行政许可;120;;'),
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

  it('is told of at its first line, even before the first section', () => {
    const title = '# 示例县2025年政府信息公开工作年度报告';
    const pasted = parted('\t', ...lines).replace('\n', '  \n');
    const { analysis, findings } = heardAlone(unreadTable, {
      whole: draft('无。').replace(title, `${title}\n\n${pasted}`),
    });
    expect(findings.map(({ span }) => analysis.text.slice(span.start, span.end))).toEqual([
      lines[0].replaceAll(';', '\t'),
    ]);
  });
});

describe('a table as a browser copies it', () => {
  const heads = [
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况',
    '自然人\t法人或其他组织\t总计',
    '商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他',
  ];
  const received = '一、本年新收政府信息公开申请数量\t8\t1\t0\t0\t0\t3\t12';
  const total = '（七）总计\t8\t1\t0\t0\t0\t2\t11';
  const widths = (rows: readonly string[]) => rows.map((row) => row.split('\t').length);
  /** The rows of the table, its cells parted by tabs, once it has been repaired; that of dashes left out. */
  const repaired = (rows: readonly string[], part = '三、收到和处理政府信息公开申请情况') => {
    const whole = draft(rows.join('\n')).replace(/## 四、.*/, `## ${part}`);
    const { analysis, findings } = heardAlone(unreadTable, { whole });
    const [fix] = findings.flatMap(({ fixes }) => fixes());
    const written = fix === undefined ? '' : (applyFix(analysis, fix).split('情况\n\n')[1] ?? '');
    return written
      .slice(0, written.indexOf('\n\n'))
      .split('\n')
      .toSpliced(1, 1)
      .map((line) => line.replace(/^\| ?| ?\|$/g, '').replaceAll(/ ?\| ?/g, '\t'));
  };

  it.each<[string, string, string]>([
    ['of its own', received, received.replace('\t', '\t\t\t')],
    ['of the last group', total, total.replace('\t', '\t\t\t')],
    [
      'behind the name of its group',
      '三、本年度办理结果\t（一）予以公开\t6\t0\t0\t0\t0\t0\t6',
      '三、本年度办理结果\t（一）予以公开\t\t6\t0\t0\t0\t0\t0\t6',
    ],
    [
      'behind the names of both groups',
      '三、本年度办理结果\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0',
      '三、本年度办理结果\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0',
    ],
    ['filled up with blanks', `${received}\t\t\t`, received.replace('\t', '\t\t\t')],
    ['of a group alone', `三、本年度办理结果${'\t'.repeat(7)}`, `三、本年度办理结果${'\t'.repeat(9)}`],
    [
      'of two groups alone',
      '三、本年度办理结果\t（三）不予公开',
      `三、本年度办理结果\t（三）不予公开${'\t'.repeat(8)}`,
    ],
  ])('has its figures in their columns: a row %s', (_what, row, expected) => {
    const rows = repaired([...heads, row, total]);
    expect(widths(rows)).toEqual(Array(5).fill(10));
    expect(rows[3]).toBe(expected);
  });

  it('has heads that are filled up with blanks', () => {
    expect(widths(repaired([...heads.map((row) => `${row}\t\t`), total]))).toEqual(Array(4).fill(10));
  });

  it.each<[string, readonly string[]]>([
    ['a name of a column is missing', [heads[0] ?? '', '自然人\t法人或其他组织', heads[2] ?? '', total]],
    ['the names stand in their columns', [...heads.map((row) => `\t${row}`), total]],
    ['a row has more names', [...heads, `甲\t乙\t丙\t${total}`]],
    ['a row has more figures', [...heads, `${received}\t12`]],
    ['a row has less', [...heads, '（七）总计\t8\t1\t11']],
    ['a row is none of the form', [...heads, '（八）其他情形\t8\t1\t0\t0\t0\t2\t11']],
    ['a row has no name', [...heads, '8\t1\t0\t0\t0\t2\t11']],
    ['a group has figures', [...heads, '三、本年度办理结果\t8\t1\t0\t0\t0\t2\t11']],
    ['a group has a figure and blanks', [...heads, '三、本年度办理结果\t8\t\t\t\t\t\t']],
  ])('is left as it is where %s', (_why, rows) => {
    const made = repaired(rows);
    expect(made.map((row) => row.trimEnd())).toEqual(rows.map((row) => row.trimEnd()));
  });

  it('has no names of rows in 表四', () => {
    const five = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计';
    const figures = '1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0';
    const rows = repaired(
      ['行政复议\t行政诉讼', `${five}\t未经复议直接起诉\t复议后起诉`, `${five}\t${five}`, figures],
      '四、政府信息公开行政复议、行政诉讼情况',
    );
    expect(widths(rows)).toEqual(Array(4).fill(15));
    expect(rows[3]).toBe(figures);
    expect(rows[2]).toBe(`\t\t\t\t\t\t${five}\t${five}`.slice(1));
  });
});
