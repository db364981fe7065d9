import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseMarkdown } from '../../server/src/convert/escape.ts';
import { importHtml } from '../../server/src/convert/importHtml.ts';
import { importText } from '../../server/src/convert/importText.ts';
import type { Note } from '../../server/src/convert/note.ts';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { type Leaf, layoutsOf, type TableLayout } from '../../server/src/core/forms/layout.ts';
import { sectionHeading, tableMarkdown } from '../../server/src/core/forms/markdown.ts';
import { readOutline } from '../../server/src/core/outline/read.ts';
import {
  asBlankRows,
  asCellsAndStrokes,
  asFilledPipes,
  asIndentedLines,
  asLines,
  asPipes,
  asPipesBehind,
  asRowsOfLines,
  asStrokedLines,
  asTabRows,
  asTabs,
  type CellText,
  copiedRows,
  type Damage,
  dumpRows,
  figuresIn,
  visibleIn,
} from './sources.ts';

type Setting = (rows: readonly (readonly string[])[]) => string;

const settings: Readonly<Record<string, Setting>> = {
  'cells led by tabs': asTabs,
  'one cell a line': asLines,
  'rows with tabs': asTabRows,
  'rows with blanks': asBlankRows,
  'rows with pipes': asPipes,
};

/** Of rows that differ in length. */
const copies: Readonly<Record<string, Setting>> = {
  'rows with tabs': asTabRows,
  'pipes behind the cells': asPipesBehind,
  'rows filled up with pipes': asFilledPipes,
  'a cell and a pipe a line': asStrokedLines,
  'a pipe below each cell': asCellsAndStrokes,
  'indents, and blank lines between the cells': asIndentedLines,
  'a pipe ahead of each row': asRowsOfLines,
};

const title = (form: Form) => `示例县${form.years.to ?? form.years.from}年政府信息公开工作年度报告`;

/** A report in plain text with its tables set in some way. */
function reportText(form: Form, table: (layout: TableLayout) => string): string {
  const parts = form.sections.map((section) => {
    const layout = layoutsOf(form).find((entry) => entry.table.id === section.table);
    const body = layout === undefined ? '　　本年度按照要求开展各项工作。\n\n' : table(layout);
    return `${section.numeral}、${section.title}\n${body}`;
  });
  return `${title(form)}\n\n${parts.join('')}示例县人民政府\n2021年1月20日\n`;
}

/** A number of its own for every figure, so that none can be taken for another. */
function numbered(form: Form, start: number): { text: CellText; figures: Record<string, string> } {
  const figures: Record<string, string> = {};
  let next = start;
  for (const layout of layoutsOf(form))
    for (const { address } of layout.figures) figures[address] = String(next++);
  return { text: ({ address }) => figures[address] ?? '', figures };
}

const messages = (notes: readonly Note[], kind: Note['kind']) =>
  notes.filter((note) => note.kind === kind).map(({ message }) => message);

/** The rows of a form that have a label, by their ids. */
const rowIds = (form: Form) =>
  layoutsOf(form).flatMap((layout) =>
    layout.rows.flatMap(({ label, id }) => (label === '' ? [] : [id ?? ''])),
  );
const isAmong = (ids: readonly string[], leaf: Leaf) => ids.includes(leaf.id ?? '?');

describe.each(forms.map((form) => [form.version, form] as const))('form %s', (_, form) => {
  describe.each(Object.entries(settings))('%s', (name, setting) => {
    it('gives every figure its place', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 9000 }), (start) => {
          const { text, figures } = numbered(form, start);
          const { markdown, notes } = importText(
            reportText(form, (layout) => setting(dumpRows(layout, text))),
          );
          expect(figuresIn(markdown)).toEqual(figures);
          expect(messages(notes, 'inferred')).toEqual([]);
          expect(messages(notes, 'missing')).toEqual([]);
          expect(messages(notes, 'kept')).toEqual([]);
          expect(messages(notes, 'dropped')).toEqual([]);
        }),
        { numRuns: 10 },
      );
    });

    it('restores lost labels from their place', () => {
      fc.assert(
        fc.property(fc.subarray(rowIds(form), { maxLength: 8 }), (lost) => {
          const { text, figures } = numbered(form, 100);
          const damage: Damage = { label: (leaf: Leaf) => (isAmong(lost, leaf) ? '' : undefined) };
          const source = reportText(form, (layout) => setting(dumpRows(layout, text, damage)));
          const { markdown, notes } = importText(source);
          expect(figuresIn(markdown)).toEqual(figures);
          expect(messages(notes, 'inferred')).toHaveLength(lost.length);
        }),
        { numRuns: 60 },
      );
    });

    it('restores lost column names from their place', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2 ** 20 }), (seed) => {
          const { text, figures } = numbered(form, 100);
          // Blank rows would not be told from blank figures where nothing marks the cells.
          const damage: Damage = {
            column: (leaf: Leaf) => ((seed >> (leaf.index % 20)) & 1 ? '' : undefined),
          };
          const { markdown } = importText(
            reportText(form, (layout) => setting(dumpRows(layout, text, damage))),
          );
          expect(figuresIn(markdown)).toEqual(figures);
        }),
        { numRuns: 60 },
      );
    });

    it('leaves missing rows missing', () => {
      fc.assert(
        fc.property(fc.subarray(rowIds(form), { maxLength: 10 }), (gone) => {
          const { text, figures } = numbered(form, 100);
          const damage: Damage = { row: (leaf: Leaf) => !isAmong(gone, leaf) };
          const { markdown, notes } = importText(
            reportText(form, (layout) => setting(dumpRows(layout, text, damage))),
          );
          const left = Object.fromEntries(
            layoutsOf(form).flatMap((layout) =>
              layout.figures
                .filter(({ row }) => !isAmong(gone, row))
                .map(({ address }) => [address, figures[address]]),
            ),
          );
          expect(figuresIn(markdown)).toEqual(left);
          if (gone.length > 0) expect(messages(notes, 'missing').join()).toContain('没有');
        }),
        { numRuns: 60 },
      );
    });

    if (name === 'cells led by tabs' || name === 'rows with tabs')
      it('keeps blank figures blank', () => {
        fc.assert(
          fc.property(fc.integer({ min: 1, max: 7 }), (modulus) => {
            const { figures } = numbered(form, 100);
            const addresses = Object.keys(figures);
            const sparse = Object.fromEntries(
              addresses.map((address, index) => [
                address,
                index % modulus === 0 ? (figures[address] ?? '') : '',
              ]),
            );
            const source = reportText(form, (layout) =>
              setting(dumpRows(layout, ({ address }) => sparse[address] ?? '')),
            );
            expect(figuresIn(importText(source).markdown)).toEqual(sparse);
          }),
          { numRuns: 7 },
        );
      });
  });

  it.each(Object.entries(copies))('reads what a browser copies: %s', (_name, setting) => {
    for (const modulus of [1, 2, 3, 7]) {
      const { figures } = numbered(form, 100);
      const sparse: Record<string, string> = {};
      Object.entries(figures).forEach(([address, text], index) => {
        sparse[address] = index % modulus === 0 ? text : '';
      });
      const source = reportText(form, (layout) =>
        setting(copiedRows(layout, ({ address }) => sparse[address] ?? '')),
      );
      const read = figuresIn(importText(source).markdown);
      for (const [address, text] of Object.entries(read)) expect(text, address).toBe(sparse[address]);
      if (modulus === 1) expect(read).toEqual(figures);
    }
  });

  it('drops digits that overwrote labels, and lists them', () => {
    fc.assert(
      fc.property(fc.subarray(rowIds(form), { maxLength: 12 }), (lost) => {
        const { text, figures } = numbered(form, 100);
        const damage: Damage = { label: (leaf: Leaf) => (isAmong(lost, leaf) ? '0' : undefined) };
        const { markdown, notes } = importText(
          reportText(form, (layout) => asTabs(dumpRows(layout, text, damage))),
        );
        expect(figuresIn(markdown)).toEqual(figures);
        expect(messages(notes, 'inferred').filter((message) => message.includes('被“0”占去'))).toHaveLength(
          lost.length,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing in a clean draft', () => {
    const { text } = numbered(form, 1);
    const body = reportText(form, (layout) => `\n${tableMarkdown(layout, text)}\n\n`)
      .replace(title(form), `# ${title(form)}`)
      .replace(/^　　/gm, '');
    const clean = form.sections.reduce(
      (draft, section) =>
        draft.replace(`\n${section.numeral}、${section.title}\n`, `\n${sectionHeading(section)}\n\n`),
      body,
    );
    const once = importText(clean);
    expect(figuresIn(once.markdown)).toEqual(figuresIn(clean));
    expect(importText(once.markdown).markdown).toBe(once.markdown);
    expect(once.notes.filter(({ kind }) => kind !== 'recognised')).toEqual([]);
  });
});

describe('text', () => {
  it('shows exactly what the source says', () => {
    const unit = fc.constantFrom(...'一二年0129.、 *_#`|~[]()<>!&;\\-+=:"\'{}$@%^/aB公开。');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (line) => {
        const shown = readOutline(proseMarkdown(line)).blocks;
        const text = line.trim();
        expect(
          shown.map(({ content }) => (content.kind === 'paragraph' ? content.prose.text : content.kind)),
        ).toEqual(text === '' ? [] : [text]);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every line of a report, lists and marks too', () => {
    const source = [
      '示例镇2020年政府信息公开工作年度报告',
      '一、总体情况',
      '　　1. 公开 *重点* 领域信息；# 不是标题',
      '- 不是列表',
      '    四个空格不是代码',
      '二、主动公开政府信息情况',
      '1) 见〔2020〕3号 [说明](附件)',
      '六、其他需要报告的事项',
      '无',
      '示例镇人民政府',
      '2021年1月20日',
    ].join('\n');
    const { markdown } = importText(source);
    expect(visibleIn(markdown)).toEqual(source.split('\n').map((line) => line.trim()));
    expect(markdown).toContain('## 六、其他需要报告的事项');
  });

  it('parts a heading from the sentence glued to it', () => {
    const { markdown } = importText(
      '示例局2020年政府信息公开工作年度报告\n一、总体情况 2020年，我局公开信息3条。\n五、存在的主要问题及改进情况\n无。',
    );
    expect(markdown).toContain('## 一、总体情况\n\n2020年，我局公开信息3条。');
  });

  it('joins a title that runs over two lines, and leaves a 文号 out of it', () => {
    const { markdown } = importText(
      '示例县〔2021〕3号\n示例县人民政府办公室\n2020年政府信息公开工作年度报告\n一、总体情况\n无。',
    );
    expect(markdown).toMatch(/^示例县〔2021〕3号\n\n# 示例县人民政府办公室2020年政府信息公开工作年度报告\n/);
  });

  it.each(['\t', '\n'])('leaves a table of the office’s own in its place, parted by %j', (separator) => {
    const own = [
      ['序号', '信息类别', '数量', '占比'],
      ['1', '住房保障', '146', '66.4%'],
      ['2', '其他', '74', '33.6%'],
      ['', '合计', '220', '100%'],
    ];
    const lines = own.map((row) => row.join(separator)).join('\n');
    const text = `一、总体情况\n\n按类别统计如下：\n\n${lines}\n\n二、主动公开政府信息情况\n`;
    const { report } = analyze(importText(text).markdown);
    expect(report?.tables ?? []).toEqual([]);
    const { markdown } = importText(text);
    expect(markdown.indexOf('住房保障')).toBeGreaterThan(markdown.indexOf('按类别统计'));
    expect(markdown).not.toContain('申请人情况');
  });

  it('does not take a date or a list of numbers for a table', () => {
    const source =
      '示例局2020年政府信息公开工作年度报告\n一、总体情况\n公开信息\n12\n条。\n2021 1 14\n六、其他需要报告的事项\n无';
    expect(visibleIn(importText(source).markdown)).toEqual(source.split('\n'));
  });

  it('never fails on any text', () => {
    const unit = fc.constantFrom(
      '\t',
      '\n',
      '\n',
      '|',
      '0',
      '12',
      '总计',
      '规章',
      '一、',
      '总体情况',
      '（三）不予公开',
      '---',
      '<table>',
      '<td>',
      '其他',
      ' ',
      '。',
      '# ',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        expect(typeof importText(text).markdown).toBe('string');
        expect(typeof importHtml(text).markdown).toBe('string');
      }),
      { numRuns: 1500 },
    );
  });
});

describe('what does not belong', () => {
  const around = (head: string, tail: string) =>
    `${head}示例县2020年政府信息公开工作年度报告\n日期：2021-01-20\n一、总体情况\n日期：不是网页文字。\n六、其他需要报告的事项\n无\n${tail}`;

  it('drops what a web page leaves, and lists it', () => {
    const head = '示例省政府网|示例县政府网|登录\n您当前的位置：首页>政务公开>年报\n政务公开\n';
    const tail =
      '扫一扫在手机打开当前页\n【打印本页】【关闭窗口】 分享到：\n上一篇：示例镇年报\n主办：示例县人民政府办公室\n';
    const { markdown, notes } = importText(around(head, tail));
    expect(visibleIn(markdown)).toEqual([
      '示例县2020年政府信息公开工作年度报告',
      '一、总体情况',
      '日期：不是网页文字。',
      '六、其他需要报告的事项',
      '无',
    ]);
    expect(messages(notes, 'dropped')).toHaveLength(8);
    expect(notes.find(({ kind }) => kind === 'dropped')?.line).toBe(1);
  });

  it('keeps the date that the report itself ends with', () => {
    const { markdown, notes } = importText(
      around('', '示例县人民政府\n日期：2021年1月20日\n来源：示例县政府网\n'),
    );
    expect(markdown).toContain('\n日期：2021年1月20日\n');
    expect(messages(notes, 'dropped')).toEqual(['“日期：2021-01-20”', '“来源：示例县政府网”']);
  });

  it('drops bookmarks and keeps the text around them', () => {
    const { markdown, notes } = importText(around('', '[bookmark: _GoBack]示例县人民政府\n'));
    expect(markdown).toContain('\n示例县人民政府\n');
    expect(messages(notes, 'dropped')).toContain('“[bookmark: _GoBack]”');
  });

  it('keeps a row and a column that the form does not have', () => {
    const [form] = forms as [Form];
    const { text, figures } = numbered(form, 10);
    const source = reportText(form, (layout) => {
      const rows = dumpRows(layout, text);
      if (layout.table.id === 'disclosure') rows.push(['本镇发布信息总数', '60']);
      if (layout.table.id === 'proceedings') rows[rows.length - 1]?.push('777');
      return asTabs(rows);
    });
    const { markdown, notes } = importText(source);
    expect(figuresIn(markdown)).toEqual(figures);
    expect(markdown).toContain('| 本镇发布信息总数 | 60 |');
    expect(markdown).toMatch(/\| 777 \|\n/);
    expect(messages(notes, 'kept').join()).toContain('本镇发布信息总数');
  });

  it('keeps sub-rows under their row, and the figures as they were written', () => {
    const source = [
      ['第二十条第（五）项'],
      ['信息内容', '上一年项目数量', '本年增/', '处理决定数量'],
      ['行政许可', '12件', '+10', '1,234'],
      ['其他对外管理服务事项', '行政检查', '1', '2', '3'],
      ['', '行政确认', '4', '5', '6'],
      ['第二十条第（九）项'],
      ['信息内容', '采购项目数量', '采购总金额（万元，保留四位小数）'],
      ['政府集中采购', '3', '75.058万元'],
    ];
    for (const setting of [asTabs, asLines]) {
      const { markdown, notes } = importText(`二、主动公开政府信息情况\n${setting(source)}`);
      expect(markdown).toContain('| 行政许可 | | 12件 | +10 | 1,234 |');
      expect(markdown).toContain(
        '| 其他对外管理服务事项 | 行政检查 | 1 | 2 | 3 |\n| | 行政确认 | 4 | 5 | 6 |',
      );
      expect(markdown).toContain('| 政府集中采购 | | 3 | 75.058万元 | |');
      expect(markdown).toContain('采购总金额（万元，保留四位小数）');
      expect(messages(notes, 'inferred').join()).toContain('“本年增/”');
    }
  });

  it('reads a page in HTML with merged cells, navigation and scripts', () => {
    const page = `<!DOCTYPE html><html><head><title>示例县政府网</title><script>var a = 1;</script></head><body>
      <div class="nav"><a href="/">首页</a><a href="/x">政务公开</a></div><h1>示例县2020年政府信息公开工作年度报告</h1>
      <p>发布日期：2021-01-20</p><table><tr><td><p>一、总体情况</p><p>公开&nbsp;信息 <b>3</b> 条。<br>另有说明。</p>
      <p>四、政府信息公开行政复议、行政诉讼情况</p>
      <table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
      <tr>${['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((word) => `<td rowspan="2">${word}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      <tr>${['结果维持', '结果纠正', '其他结果', '尚未审结', '总计', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((word) => `<td>${word}</td>`).join('')}</tr>
      <tr>${Array.from({ length: 15 }, (_, index) => `<td><p>${index}</p></td>`).join('')}</tr></table>
      <p>六、其他需要报告的事项</p><p>无。</p></td></tr></table><a href="#">相关阅读一</a></body></html>`;
    const { markdown, notes } = importText(page);
    expect(figuresIn(markdown)['proceedings/after/total']).toBe('14');
    expect(Object.keys(figuresIn(markdown))).toHaveLength(15);
    expect(markdown).toContain(
      '# 示例县2020年政府信息公开工作年度报告\n\n## 一、总体情况\n\n公开\u00a0信息 3 条。\n\n另有说明。',
    );
    expect(messages(notes, 'dropped')).toHaveLength(3);
    expect(markdown).not.toContain('首页');
  });

  it('reads a broken Markdown table, its pieces and shifted rows', () => {
    const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
    const rule = `|${'---|'.repeat(10)}`;
    const source = [
      '## 三、收到和处理政府信息公开申请情况\n',
      row(...Array(10).fill('')),
      rule,
      row('一、本年新收政府信息公开申请数量', '', '', '1', '2', '3', '4', '5', '6', '21'),
      `${row('二、上年结转政府信息公开申请数量', '', '', '0', '0', '0')}\n`,
      row('', '（六）其他处理', '', '1', '2', '3', '4', '5', '6', '21'),
      rule,
      row('（七）总计', '1', '2', '3', '4', '5', '6', '21', '', ''),
      row('四、结转下年度继续办理', '', '', '0', '0', '0', '0', '0', '0', '0'),
    ].join('\n');
    const { markdown, notes } = importText(source);
    const figures = figuresIn(`年度: 2020\n\n# 示例县2020年政府信息公开工作年度报告\n\n${markdown}`);
    expect(figures['applications/processed/total']).toBe('21');
    expect(markdown).toContain('\n| 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 |\n');
    expect(messages(notes, 'inferred').join()).toContain('归位');
    expect(messages(notes, 'kept').join()).toContain('对不上');
  });
});
