import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { applyFix } from '../../../server/src/core/edits.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { formOfVersion } from '../../../server/src/core/forms/forms.ts';
import { layoutsOf, type TableLayout } from '../../../server/src/core/forms/layout.ts';
import { cellCount } from '../../../server/src/core/rules/cell-count.ts';
import { duplicateTable } from '../../../server/src/core/rules/duplicate-table.ts';
import { missingColumn } from '../../../server/src/core/rules/missing-column.ts';
import { missingRow } from '../../../server/src/core/rules/missing-row.ts';
import { missingTable } from '../../../server/src/core/rules/missing-table.ts';
import { rowLabel } from '../../../server/src/core/rules/row-label.ts';
import { rowOrder } from '../../../server/src/core/rules/row-order.ts';
import type { Rule } from '../../../server/src/core/rules/rule.ts';
import { onlyHeard, renderExample } from '../../../server/src/core/rules/sample.ts';
import { tableInWrongSection } from '../../../server/src/core/rules/table-in-wrong-section.ts';
import { unknownRow } from '../../../server/src/core/rules/unknown-row.ts';
import { unreadBlock } from '../../../server/src/core/rules/unread-block.ts';
import { unreadTable } from '../../../server/src/core/rules/unread-table.ts';
import { heardAlone } from '../../support/check.ts';
import { broken, cellsOf, html } from '../../support/tables.ts';

type Replacement = readonly [from: string, to: string];

const practice = renderExample({}).text;

/** What stands between two texts of a report, the first included. */
const between = (text: string, start: string, end: string) =>
  text.slice(text.indexOf(start), text.indexOf(end, text.indexOf(start))).trim();

const applications = between(practice, '| （本列数据', '## 四');
const proceedings = between(practice, '| 行政复议', '## 五');
const layout = layoutsOf(formOfVersion('2021') as Form)[1] as TableLayout;
const fourth = '## 四、政府信息公开行政复议、行政诉讼情况\n\n';

/** A table line by line: all of 表三 is in three rows of headings, of which strokes follow the first, and 25 of figures. */
const lines = applications.split('\n');
const [, strokes = ''] = lines;
const lineOf = (words: string) => lines.find((line) => line.includes(words)) as string;

/** For an example: 表三 made of other lines. */
const made = (...from: readonly string[]): Replacement => [applications, from.join('\n')];
const without = (...words: readonly string[]) =>
  made(...lines.filter((line) => !words.some((word) => line.includes(word))));
const moved = (words: string, before: string) =>
  made(
    ...lines.flatMap((line) =>
      line.includes(words) ? [] : line.includes(before) ? [lineOf(words), line] : [line],
    ),
  );

/** A table without a column, its first being 0. */
const withoutColumn = (table: string, column: number) =>
  table
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .toSpliced(column + 1, 1)
        .join('|'),
    )
    .join('\n');

/** A table with one more column. */
const withColumn = (table: string, cellOf: (row: number) => string) =>
  table
    .split('\n')
    .map((line, row) => `${line} ${row === 1 ? '---' : cellOf(row)} |`)
    .join('\n');

/** A table as a member of a list. */
const listed = (table: string) => `- 附表：\n\n  ${table.replaceAll('\n', '\n  ')}\n`;

/** What a rule says of the practice report with changes. */
function said(rule: Rule, replace: readonly Replacement[], form = '2021'): string {
  const { findings } = heardAlone(rule, { form, replace });
  return findings.map(({ message }) => message).join('') || 'nothing';
}

/** The practice report with changes once the only thing that is found has been repaired. */
function repaired(rule: Rule, ...replace: readonly Replacement[]): string {
  const { findings, analysis } = heardAlone(rule, { replace });
  const fixes = findings.flatMap((finding) => finding.fixes());
  return fixes.length === 1 ? fixes.map((fix) => applyFix(analysis, fix)).join('') : `${fixes.length} fixes`;
}

describe('a missing table', () => {
  const bare = '四、政府信息公开行政复议、行政诉讼情况';

  it.each([
    [`## ${bare}`],
    [`## ${bare} ##`],
    [`## ${bare} <!-- 待核 -->`],
    [`## **${bare}**`],
    [`${bare}\n---`],
    [`**${bare}**`],
    [`**${bare}。** 本年没有发生。`],
    [bare],
    [`${bare}：本年没有发生。`],
  ])('is put behind %j', (heading) => {
    expect(repaired(missingTable, [fourth + proceedings, heading])).toContain(`\n${heading}\n\n| 行政复议 |`);
  });

  it('is put before what stands in the next line', () => {
    expect(repaired(missingTable, [fourth + proceedings, `${bare}\n本年没有发生。`])).toMatch(
      /情况\n\n\| 行政复议 (?:.*\|\n)+\n本年没有发生。\n/,
    );
  });

  it.each<[string, readonly Replacement[]]>([
    ['its section is missing, too', [[fourth + proceedings, '']]],
    ['it is a table to the eye only', [[`\n|${'--:|'.repeat(15)}`, '']]],
    ['part of the draft is unread', [[proceedings, '['.repeat(40_000)]]],
  ])('is not said to be missing where %s', (_why, replace) => {
    expect(said(missingTable, replace)).toBe('nothing');
  });
});

describe('missing columns', () => {
  it.each<[string, Replacement]>([
    ['表三缺少 1 列：科研机构。', [applications, withoutColumn(applications, 5)]],
    [
      '表三缺少 2 列：科研机构、法律服务机构。',
      [applications, withoutColumn(withoutColumn(applications, 7), 5)],
    ],
    // 表四 has three columns of every name.
    ['表四缺少 1 列：行政复议—尚未审结。', [proceedings, withoutColumn(proceedings, 3)]],
    ['表四缺少 1 列：复议后起诉—总计。', [proceedings, withoutColumn(proceedings, 14)]],
  ])('%s', (expected, replace) => {
    expect(said(missingColumn, [replace])).toBe(`${expected}请按格式补齐。`);
  });

  it('are named once where several parts of a table lack them', () => {
    const table = between(renderExample({ form: '2019' }).text, '| 第二十条第（一）项', '## 三');
    expect(said(missingColumn, [[table, withoutColumn(table, 2)]], '2019')).toBe(
      '表二缺少 3 列：本年新公开数量、本年增/减、采购总金额。请按格式补齐。',
    );
  });
});

describe('missing rows', () => {
  const figures = '| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';

  it.each<[string, Replacement]>([
    ['表三缺少 1 行：一、本年新收政府信息公开申请数量。', without('一、本年新收')],
    ['表三缺少 1 行：（二）部分公开。', without('（二）部分公开')],
    [
      '表三缺少 2 行：（三）不予公开7.属于行政执法案卷、（五）不予处理2.重复申请。',
      without('7.属于', '2.重复申请'),
    ],
    ['表二缺少 1 行：第二十条第（六）项行政强制。', ['| 行政强制 | 0 | | |\n', '']],
    ['表四只有表头，没有填数字的一行。', [`\n${figures}`, '']],
  ])('%s', (expected, replace) => {
    expect(said(missingRow, [replace])).toBe(`${expected}没有发生的也要保留并填 0。`);
  });

  it('are not said to be missing where a part of the table is one to the eye only', () => {
    const [from, to] = [lineOf('7.属于'), `\n${lineOf('7.属于')}`];
    expect(said(missingRow, [[from, to]])).toBe('nothing');
    // In another table they are.
    expect(
      said(missingRow, [
        [from, to],
        ['| 行政强制 | 0 | | |\n', ''],
      ]),
    ).toContain('行政强制');
  });

  const blank = (line: string) => line.replace(/ \d+ \|/g, ' |');
  const withBlank = (...words: readonly string[]) =>
    words.reduce((text, word) => text.replace(lineOf(word), blank), practice);

  it.each([
    [['一、本年新收']],
    [['（二）部分公开']],
    [['7.属于']],
    [['四、结转']],
    [['7.属于', '8.属于', '（七）总计']],
    [lines.slice(4)],
  ])('are put where the form prints them: %j', (words) => {
    expect(repaired(missingRow, without(...words))).toBe(withBlank(...words));
  });

  it('is put into 表四, too', () => {
    expect(repaired(missingRow, [`\n${figures}`, ''])).toBe(practice.replace(figures, blank(figures)));
  });

  it('are put into a table that has no headings', () => {
    const rows = lines.slice(4).filter((line) => !line.includes('7.属于'));
    const [first = '', ...others] = rows;
    const text = repaired(missingRow, made(first, strokes, ...others));
    expect(text).toContain(`\n${blank(lineOf('7.属于'))}\n${lineOf('8.属于')}`);
  });

  it.each<[string, string]>([
    ['in pieces', broken(2, 'repeated')(layout, () => '0')],
    ['of HTML', html('dense')(layout, () => '0')],
    ['in a list', listed(applications)],
    ['of another width', withoutColumn(applications, 1)],
  ])('are not put into a table %s', (_where, table) => {
    const replace = [applications, table.replace(/.*7\.属于.*\n/, '')] as const;
    expect(said(missingRow, [replace])).toContain('7.属于行政执法案卷');
    expect(repaired(missingRow, replace)).toBe('0 fixes');
  });

  /** 表二 from one line to another. */
  const stretch = (from: string, to: string) => practice.slice(practice.indexOf(from), practice.indexOf(to));

  it.each([
    ['a first row', '| 规章', '| 行政规范性文件'],
    ['a last row', '| 行政强制', '| 第二十条第（八）项'],
    ['all rows of a part', '| 行政处罚', '| 第二十条第（八）项'],
    ['a part with its headings', '| 第二十条第（六）项', '| 第二十条第（八）项'],
    ['two parts', '| 第二十条第（五）项', '| 第二十条第（八）项'],
    ['the last part', '| 第二十条第（八）项', '\n## 三、'],
  ])('are put into 表二: %s', (_what, from, to) => {
    const gone = stretch(from, to);
    const there = gone.replace(/ [\d.]+(?:万元)? \|/g, ' |');
    expect(repaired(missingRow, [gone, ''])).toBe(practice.replace(gone, there));
  });

  it('are not put into 表二 where no heading shows which part begins behind them', () => {
    const headings = ['六', '八'].map((number) => `| 第二十条第（${number}）项 | | | |\n`);
    const replace = [...headings, '| 行政许可 | 120 | | |\n'].map((line) => [line, ''] as const);
    expect(said(missingRow, replace)).toContain('行政许可');
    expect(repaired(missingRow, ...replace)).toBe('0 fixes');
  });

  it('are not put above the first line of a table', () => {
    const replace = made(lineOf('二、上年'), strokes, ...lines.slice(6));
    expect(said(missingRow, [replace])).toContain('一、本年新收');
    expect(repaired(missingRow, replace)).toBe('0 fixes');
  });
});

describe('rows in another order', () => {
  /** Which rows are found, and where they should be. */
  const order = (replace: Replacement) =>
    said(rowOrder, [replace]).replace(
      /“(.*?)”这一行应(?:紧接在“(.*?)”之后|在表格(最前面))。请按格式的次序排列。/g,
      '$1 > $2$3',
    );

  it.each<[string, Replacement]>([
    ['nothing', made(...lines)],
    ['2.重复申请 > 1.信访举报投诉类申请', moved('2.重复申请', '2.没有现成')],
    ['（七）总计 > 3.其他', moved('（七）总计', '（五）不予处理')],
    // Which of two is in the wrong place cannot be told: the former is.
    ['8.属于行政查询事项 > 7.属于行政执法案卷', moved('8.属于', '7.属于')],
    ['一、本年新收政府信息公开申请数量 > 最前面', moved('一、本年新收', '四、结转')],
  ])('%s', (expected, replace) => {
    expect(order(replace)).toBe(expected);
  });

  it.each([
    ['8.属于', '7.属于'],
    ['2.重复申请', '2.没有现成'],
    ['（七）总计', '（五）不予处理'],
    ['二、上年结转', '一、本年新收'],
    ['二、上年结转', '四、结转'],
  ])('are put right: %s before %s', (words, before) => {
    expect(repaired(rowOrder, moved(words, before))).toBe(practice);
    const [from, to] = moved(words, before);
    const windows = analyze(practice.replace(from, to).replaceAll('\n', '\r\n'), {
      levels: onlyHeard((rule) => rule === rowOrder),
    });
    expect(
      windows.findings.flatMap((finding) => finding.fixes().map((fix) => applyFix(windows, fix))),
    ).toEqual([practice.replaceAll('\n', '\r\n')]);
  });

  const indented = (table: string) => table.replace(/^/gm, '  ');

  it.each<[string, Replacement]>([
    ['carry the name of their group', moved('1.本机关不掌握', '（五）不予处理')],
    ['have none to go behind', moved('一、本年新收', '四、结转')],
    [
      'would come above the strokes',
      made(lineOf('一、本年'), strokes, ...lines.slice(6, -1), lineOf('二、上年'), lineOf('四、结转')),
    ],
    [
      'are the first line themselves',
      made(lineOf('二、上年'), strokes, lineOf('一、本年'), ...lines.slice(6)),
    ],
    ['are indented', [applications, indented(moved('8.属于', '7.属于')[1])]],
    [
      'are in another piece of the table',
      [
        applications,
        broken(2, 'repeated')(layout, () => '0').replace(/(.*8\.属于.*\n)([\s\S]*3\.补正.*\n)/, '$2$1'),
      ],
    ],
  ])('are left where they %s', (_why, replace) => {
    expect(order(replace)).toContain(' > ');
    expect(repaired(rowOrder, replace)).toBe('0 fixes');
  });
});

describe('the name of a row or column', () => {
  it.each<[string, string, readonly Replacement[]]>([
    [
      'a row in other words',
      '“规范性文件”在本格式中印作“行政规范性文件”。',
      [['| 行政规范性文件 |', '| 规范性文件 |']],
    ],
    [
      'a row without its remark',
      '“（二）部分公开”在本格式中印作“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”。',
      [['（区分处理的，只计这一情形，不计其他情形）', '']],
    ],
    [
      'a row misspelt',
      '“5.属于三类内部事物信息”与格式规定的名称不一致，应为“5.属于三类内部事务信息”。',
      [['内部事务', '内部事物']],
    ],
    [
      'a row overwritten',
      '这里应是“行政强制”，现在写的是“无”。按前后行的位置认定，请核对。',
      [['| 行政强制 |', '| 无 |']],
    ],
    ['a row lost', '这一行的名称缺失，按前后行的位置应为“行政强制”。请核对。', [['| 行政强制 |', '|  |']]],
    [
      'a column in other words',
      '“合计”在本格式中印作“总计”。',
      [['| 法人或其他组织 | | | | | 总计 |', '| 法人或其他组织 | | | | | 合计 |']],
    ],
    [
      'a column without its unit',
      '“本年收费金额”在本格式中印作“本年收费金额（单位：万元）”。',
      [['（单位：万元）', '']],
    ],
    [
      'a column misspelt',
      '“社会公益组积”与格式规定的名称不一致，应为“社会公益组织”。',
      [['社会公益组织', '社会公益组积']],
    ],
    [
      'a column overwritten',
      '这里应是“科研机构”，现在写的是“媒体”。按前后列的位置认定，请核对。',
      [['科研机构', '媒体']],
    ],
    [
      'a column between blanks',
      '“科研机勾”与格式规定的名称不一致，应为“科研机构”。',
      [['| 科研机构 |', '| 　科研机勾　 |']],
    ],
    [
      'a row with a comment that does not end',
      '“行政规范性文 <!--”与格式规定的名称不一致，应为“行政规范性文件”。',
      [['| 行政规范性文件 |', '| 行政规范性文 <!-- |']],
    ],
  ])('%s is put right', (_what, expected, replace) => {
    expect(said(rowLabel, replace)).toBe(expected);
    expect(repaired(rowLabel, ...replace)).toBe(practice);
  });

  it('is told of every column under the header of another version, and not changed in bulk', () => {
    const { findings } = heardAlone(rowLabel, {
      replace: [
        [
          '| 本年制发件数 | 本年废止件数 | 现行有效件数 |',
          '| 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |',
        ],
      ],
    });
    expect(findings.map(({ message }) => message.replace(/按前后.*/, ''))).toEqual([
      '这里应是“本年制发件数”，现在写的是“本年新制作数量”。',
      '这里应是“本年废止件数”，现在写的是“本年新公开数量”。',
      '这里应是“现行有效件数”，现在写的是“对外公开总数量”。',
    ]);
    expect(findings.flatMap(({ fixes }) => fixes()).map(({ safe }) => safe)).toEqual([false, false, false]);
  });

  it('is put right in bulk where words tell which column it is', () => {
    const replace: Replacement[] = [['科研机构', '科研机勾']];
    const [finding] = heardAlone(rowLabel, { replace }).findings;
    expect(finding?.fixes().map(({ safe }) => safe)).toEqual([true]);
  });

  it.each<[string, Replacement]>([
    [
      'with a remark of its own',
      ['| 法人或其他组织 | | | | | 总计 |', '| 法人或其他组织 | | | | | 总计（件） |'],
    ],
    [
      'that has slipped from its place',
      [
        proceedings,
        [
          `| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |${' |'.repeat(8)}`,
          `|${'---|'.repeat(15)}`,
          `|${' 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |'.repeat(2)}${' |'.repeat(5)}`,
          proceedings.split('\n').at(-1),
        ].join('\n'),
      ],
    ],
  ])('is no other one for a column %s', (_what, replace) => {
    expect(said(rowLabel, [replace])).toBe('nothing');
  });

  it('is only named as missing where there is no cell for it', () => {
    const replace = [lineOf('7.属于'), '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |'] as const;
    expect(said(rowLabel, [replace])).toBe(
      '这一行的名称缺失，按前后行的位置应为“7.属于行政执法案卷”。请核对。',
    );
    expect(repaired(rowLabel, replace)).toBe('0 fixes');
  });

  it.each<[string, Replacement, readonly (boolean | undefined)[]]>([
    ['with wide strokes', [lineOf('2.重复'), lineOf('2.重复').replaceAll('|', '｜')], []],
    ['with a stroke left out', ['2.重复申请 | 0', '2.重复申请 0'], []],
    ['that is but a figure, a cell being lost', ['| | | 7.属于行政执法案卷 | 0 |', '| | | 0 |'], []],
    ['with a figure of its own', ['行政规范性文件', '行政规范性文本3'], [false]],
    ['numbered otherwise', ['5.属于三类内部事务信息', '6.属于三类内部事物信息'], [true]],
    ['that is but a figure', ['7.属于行政执法案卷', '0'], [true]],
  ])('%s is not changed where figures would go with it', (_what, replace, safe) => {
    const { findings } = heardAlone(rowLabel, { replace: [replace] });
    expect(findings).toHaveLength(1);
    expect(findings.flatMap(({ fixes }) => fixes()).map((fix) => fix.safe)).toEqual(safe);
  });

  it.each([
    ['规范性文件', 'information'],
    ['行政规范性文本', 'warning'],
  ])('“%s” is worth a finding: %s', (written, severity) => {
    const { findings } = heardAlone(rowLabel, { replace: [['| 行政规范性文件 |', `| ${written} |`]] });
    expect(findings.map((finding) => finding.severity)).toEqual([severity]);
  });
});

describe('the cells of a row', () => {
  const sum = (cells: string): Replacement => [lineOf('（七）总计'), cells];
  const own = '| 1 | 0 | 0 | 1 | 2 |';

  it.each<[string, Replacement]>([
    [
      '“（七）总计”一行少 1 格，右边的数字可能缺失或错列。请对照原表补齐。',
      sum('| | （七）总计 | 8 | 1 | 0 | 0 | 0 | 2 | 11 |'),
    ],
    [
      '“（七）总计”一行多 1 格，右边多出的数字没有对应的列。请核对。',
      sum('| | （七）总计 | | 8 | 1 | 0 | 0 | 0 | 2 | 11 | 11 |'),
    ],
    [
      '“（七）总计”一行的数字向左错了 1 列。请移到“自然人”至“总计”各列下。',
      sum('| | （七）总计 | 8 | 1 | 0 | 0 | 0 | 2 | 11 | |'),
    ],
    [
      '“（七）总计”一行的数字向右错了 1 列。请对照表头核对。',
      sum('| | （七）总计 | | | 8 | 1 | 0 | 0 | 0 | 2 | 11 |'),
    ],
    ['“行政许可”一行的数字向右错了 1 列。请对照表头核对。', ['| 行政许可 | 120 | |', '| 行政许可 | | 120 |']],
    [
      '“（七）总计”一行的数字与表头的列对不上，没有读入。请对照原表核对。',
      sum('| | （七）总计 | 8 | 1 | 0 | 0 | 0 | 2 | | 11 |'),
    ],
    // The row of 表四 has no name.
    ['“表四”一行少 1 格，右边的数字可能缺失或错列。请对照原表补齐。', [own, '| 1 | 0 | 1 | 2 |']],
    ['“表四”一行多 1 格，右边多出的数字没有对应的列。请核对。', [own, `${own} 0 |`]],
  ])('%s', (expected, replace) => {
    expect(said(cellCount, [replace])).toBe(expected);
  });

  it.each([
    ['| | （七）总计 | 8 | 1 | 0 | 0 | 0 | 2 | 11 | |', '| | （七）总计 | | 8 | 1 | 0 | 0 | 0 | 2 | 11 |'],
    ['| （七）总计 | 8 | 1 | 0 | 0 | 0 | 2 | 11 | | |', '| （七）总计 | | | 8 | 1 | 0 | 0 | 0 | 2 | 11 |'],
    [
      '| （七）总计 | | 8 | 1 | 0 | 0 | 0 | 2 | 11 | / |',
      '| （七）总计 | | / | 8 | 1 | 0 | 0 | 0 | 2 | 11 |',
    ],
  ])('are moved right where all figures are there: %s', (written, expected) => {
    expect(repaired(cellCount, sum(written))).toBe(practice.replace(lineOf('（七）总计'), expected));
  });

  it.each([
    ['too few', sum('| | （七）总计 | 8 | 1 | 0 | 0 | 0 | 2 | 11 |')],
    ['too many', sum('| | （七）总计 | | 8 | 1 | 0 | 0 | 0 | 2 | 11 | 11 |')],
    ['too far right', sum('| | （七）总计 | | | 8 | 1 | 0 | 0 | 0 | 2 | 11 |')],
    [
      'of HTML',
      [
        applications,
        html('dense')(layout, () => '1').replace(
          /colspan="2">(（七）总计<\/td>)((?:<td>1<\/td>){7})/,
          '>$1$2<td></td>',
        ),
      ],
    ],
  ] as const)('are not moved where they are %s', (_what, replace) => {
    expect(said(cellCount, [replace])).toContain('“（七）总计”一行');
    expect(repaired(cellCount, replace)).toBe('0 fixes');
  });
});

describe('more than the form has', () => {
  const long =
    '通过门户网站、政务新媒体、政府公报、新闻发布会等各种渠道主动公开的全部政府信息的数量，含转载的上级文件以及动态信息';

  it.each<[string, Replacement]>([
    [
      '“其中：转载”不是表二规定的行。请把内容写进正文，删去这一行。',
      ['| 行政强制 | 0 | | |', '| 行政强制 | 0 | | |\n| 其中：转载 | 60 | | |'],
    ],
    [
      '表二中这一行没有可以辨认的名称，数字没有读入。请对照原表核对。',
      ['| 行政强制 | 0 | | |', '| 行政强制 | 0 | | |\n| 1 | 2 | | |'],
    ],
    [
      '“备注数”不是表三规定的列。请把内容写进正文，删去这一列。',
      [applications, withColumn(applications, (row) => (row === 3 ? '备注数' : '1'))],
    ],
    [
      '表三多出一列数字，表头没有它的名称。请对照原表核对后删去。',
      [applications, withColumn(applications, (row) => (row < 4 ? '' : '1'))],
    ],
  ])('%s', (expected, replace) => {
    expect(said(unknownRow, [replace])).toBe(expected);
  });

  it('is named by the first 60 characters', () => {
    expect(
      said(unknownRow, [['| 行政强制 | 0 | | |', `| 行政强制 | 0 | | |\n| ${long.repeat(2)} | 60 | | |`]]),
    ).toContain(`“${long.repeat(2).slice(0, 60)}”`);
    expect(
      said(unknownRow, [
        [applications, withColumn(applications, (row) => (row === 3 ? long.repeat(2) : '1'))],
      ]),
    ).toContain(`“${long.repeat(2).slice(0, 60)}”`);
  });
});

describe('a table that is there twice', () => {
  const again = (table: string): Replacement => ['## 五、', `${table}\n\n## 五、`];

  it('is said to be, beside the one before it', () => {
    const [finding, ...others] = heardAlone(duplicateTable, { replace: [again(proceedings)] }).findings;
    expect(others).toEqual([]);
    expect(finding?.message).toBe('表四出现了两次，只核对前一张。请核对后删去其中一张。');
    expect(finding?.related.map(({ message }) => message)).toEqual(['前一张表四']);
    expect(finding?.related[0]?.anchor.start).toBeLessThan(finding?.span.start ?? 0);
    expect(finding?.fixes().map(({ title }) => title)).toEqual(['删去重复的表四']);
  });

  it('is taken away as a copy only', () => {
    const once = (text: string) => text.replace(/\n{3,}/g, '\n\n');
    expect(once(repaired(duplicateTable, again(proceedings)))).toBe(practice);
    expect(once(repaired(duplicateTable, again(`\n${proceedings}  `)))).toBe(practice);
    expect(once(repaired(duplicateTable, [proceedings, `${proceedings}  \n\n${proceedings}`]))).toBe(
      practice.replace(proceedings, `${proceedings}  `),
    );
    expect(repaired(duplicateTable, again(proceedings.replace('| 2 |', '| 3 |')))).toBe('0 fixes');
    expect(repaired(duplicateTable, again(listed(proceedings)))).toBe('0 fixes');
  });

  it('is said for each of them, and for no piece of a broken one', () => {
    const twice = again(`${proceedings}\n\n${applications}`);
    expect(said(duplicateTable, [twice])).toMatch(/^表四.*表三/);
    expect(said(duplicateTable, [[applications, broken(2, 'repeated')(layout, () => '0')]])).toBe('nothing');
  });
});

describe('a table in the wrong section', () => {
  const movedTo = (place: string, table = proceedings): readonly Replacement[] => [
    [proceedings, '见表四。'],
    [place, `${table}\n\n${place}`],
  ];

  it.each([
    ['根据《中华', '第一部分之前'],
    ['## 三、', '“主动公开政府信息情况”之下'],
    ['存在的主要问题：', '“存在的主要问题及改进情况”之下'],
  ])('before “%s” is %s', (place, here) => {
    expect(said(tableInWrongSection, movedTo(place))).toBe(
      `表四应在“政府信息公开行政复议、行政诉讼情况”之下，现在${here}。请移回原处。`,
    );
    expect(repaired(tableInWrongSection, ...movedTo(place))).toContain(`\n\n见表四。\n\n${proceedings}\n\n`);
  });

  it.each([
    ['in pieces', '存在的主要问题：', broken(2, 'repeated')(layout, () => '0')],
    ['in a list', '存在的主要问题：', listed(applications)],
  ])('is left there %s', (_how, place, table) => {
    const replace: Replacement[] = [
      [applications, '见下表。'],
      [place, `${table}\n\n${place}`],
    ];
    expect(said(tableInWrongSection, replace)).toContain('表三应在');
    expect(repaired(tableInWrongSection, ...replace)).toBe('0 fixes');
  });

  it('is none where the right one is missing, or where it stands behind what else there is', () => {
    expect(said(tableInWrongSection, [[fourth, '']])).toBe('nothing');
    expect(said(tableInWrongSection, [[proceedings, `情况如下。\n\n${proceedings}`]])).toBe('nothing');
  });
});

describe("a table of the draft's own, of words of the form", () => {
  const put = (table: string): readonly Replacement[] => [
    ['平台建设方面，', `\n\n${table}\n\n平台建设方面，`],
  ];
  const found = (replace: readonly Replacement[]) =>
    analyze(renderExample({ replace }).text).findings.map(({ message }) => message);
  const grid = (...rows: readonly (readonly string[])[]) =>
    rows
      .map((row) => `| ${row.join(' | ')} |`)
      .toSpliced(1, 0, `|${'---|'.repeat(rows[0]?.length ?? 0)}`)
      .join('\n');
  const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

  it.each([
    [
      'of outcomes',
      grid(
        ['办理结果', '件数', '占比'],
        ['予以公开', '6', '54.5%'],
        ['部分公开', '3', '27.3%'],
        ['总计', '11', '100%'],
      ),
    ],
    [
      'of kinds of applicants',
      grid(['申请人', ...applicants.slice(0, 6)], ['件数', '8', '1', '0', '0', '0', '3']),
    ],
    [
      'of two of the rows',
      grid(
        ['', ...applicants],
        ['本年新收', '8', '1', '0', '0', '0', '3', '12'],
        ['上年结转', '1', '0', '0', '0', '0', '0', '1'],
      ),
    ],
    ['of decisions', grid(['行政处罚', '行政许可', '行政强制'], ['14', '120', '0'])],
    ['of what was published', grid(['信息内容', '公开条数'], ['行政许可', '98'], ['行政处罚', '12'])],
    [
      'of cases',
      grid(
        ['', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
        ['行政复议', '1', '0', '0', '1', '2'],
      ),
    ],
    ['of years', grid(['年度', '新收', '办结', '结转'], ['2024', '10', '9', '1'], ['2025', '12', '11', '2'])],
  ])('%s is neither misplaced nor a piece of that of the form', (_what, table) => {
    expect(found(put(table))).toEqual([]);
  });

  it('does not stand for that of the form where there is none', () => {
    const outcomes = grid(['办理结果', '件数'], ['予以公开', '6'], ['部分公开', '3'], ['无法提供', '2']);
    expect(said(missingTable, [...put(outcomes), [applications, '见上表。']])).toContain('表三');
    expect(said(tableInWrongSection, [...put(outcomes), [applications, '见上表。']])).toBe('nothing');
  });

  it('is a copy where it has most of the rows, and a piece where it goes on with them', () => {
    expect(said(duplicateTable, put(applications))).toContain('表三');
    const [first = '', second = ''] = broken(2, 'repeated')(layout, () => '0').split('\n\n');
    const parted: readonly Replacement[] = [
      [applications, first],
      [proceedings, `${proceedings}\n\n${second}`],
    ];
    expect(said(missingRow, parted)).toBe('nothing');
  });
});

describe('a table to the eye only', () => {
  const disclosure = between(practice, '| 第二十条第（一）项', '## 三');
  const rowsOf = (table: string) => table.split('\n').filter((line) => !line.startsWith('|-'));
  const joined = (table: string, separator: string) =>
    rowsOf(table)
      .map((line) => cellsOf(line).join(separator))
      .join('\n');
  const unread = (name: string) => `这里像是${name}，但没有成为表格，其中的数字没有核对。`;

  it.each([
    ['表二', disclosure, '全角的“｜”', '｜'],
    ['表三', applications, '制表符', '\t'],
  ])('is %s, its cells parted', (name, table, what, separator) => {
    const replace = [table, joined(table, separator)] as const;
    expect(said(unreadTable, [replace])).toBe(
      `${unread(name)}现在各格之间是${what}，应写成 Markdown 表格：每格之间用“|”，第一行下面有一行“|---|”。`,
    );
    const [first, rule = '', ...rows] = table.split('\n');
    const plain = [first, rule.replaceAll('--:', '---'), ...rows].join('\n');
    expect(repaired(unreadTable, replace)).toBe(practice.replace(table, plain));
  });

  it('has no strokes', () => {
    expect(said(unreadTable, [[disclosure, rowsOf(disclosure).join('\n')]])).toBe(
      `${unread('表二')}第一行下面应有一行“|---|”，格数与第一行相同；表格中间不要空行。`,
    );
  });

  it('is said once, though an indent has made it code', () => {
    const code: Replacement = [disclosure, joined(disclosure, '\t').replace(/^/gm, '\t')];
    expect(said(unreadTable, [code])).toContain('表二');
    expect(said(unreadBlock, [code])).toBe('nothing');
    const other: Replacement = ['存在的主要问题：', '    存在的主要问题：'];
    expect(said(unreadBlock, [code, other])).toContain('成了代码');
  });
});

it('a paragraph that its indent has made code has blanks of full width instead', () => {
  const code: Replacement = ['存在的主要问题：公开内容', '    存在的主要问题：\n\t公开  内容'];
  expect(repaired(unreadBlock, code)).toContain('\n\n　　存在的主要问题：\n　　公开  内容还不够细致');
});
