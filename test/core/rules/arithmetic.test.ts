import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/edits.ts';
import { balanceMismatch } from '../../../server/src/core/rules/balance-mismatch.ts';
import { carryOverMismatch } from '../../../server/src/core/rules/carry-over-mismatch.ts';
import { impossibleStock } from '../../../server/src/core/rules/impossible-stock.ts';
import { rollUpMismatch } from '../../../server/src/core/rules/roll-up-mismatch.ts';
import type { Example, Rule } from '../../../server/src/core/rules/rule.ts';
import { renderExample } from '../../../server/src/core/rules/sample.ts';
import { stockMismatch } from '../../../server/src/core/rules/stock-mismatch.ts';
import { sumMismatch } from '../../../server/src/core/rules/sum-mismatch.ts';
import { suspectCell } from '../../../server/src/core/rules/suspect-cell.ts';
import { textTableMismatch } from '../../../server/src/core/rules/text-table-mismatch.ts';
import { yearMismatch } from '../../../server/src/core/rules/year-mismatch.ts';
import { heardAlone, inPlaceOfRequests } from '../../support/check.ts';
import { row } from '../equations/drafts.ts';

const messages = (rule: Rule, example: Example) =>
  heardAlone(rule, example).findings.map(({ message }) => message);

/** The cells that a finding rests on: where they are, and what is said of them. */
const cells = (rule: Rule, example: Example) =>
  heardAlone(rule, example).findings.map(({ related }) =>
    related.map(({ document, message }) => (document === undefined ? message : `${document}：${message}`)),
  );

/** What stands in the cells that the first finding rests on. */
const places = (rule: Rule, example: Example) =>
  heardAlone(rule, example).findings[0]?.related.map(({ anchor: { block, start, end } }) =>
    block.source.slice(start, end),
  );

/** The titles of the fixes of the first finding; `!` behind one that leaves no choice, `safe` behind one for fix-all. */
const titles = (rule: Rule, example: Example) =>
  heardAlone(rule, example)
    .findings[0]?.fixes()
    .map(({ title, preferred, safe }) => `${title}${preferred ? '!' : ''}${safe ? ' safe' : ''}`);

/** The practice report once the first fix of the only finding has been made. */
function repaired(rule: Rule, example: Example): string | undefined {
  const { findings, analysis } = heardAlone(rule, example);
  expect(findings).toHaveLength(1);
  const [fix] = findings[0]?.fixes() ?? [];
  return fix && applyFix(analysis, fix);
}

const at = (cell: string, text: string) => ({ [`applications/${cell}`]: text });

describe('a total that is not the sum of its parts', () => {
  const wrong = { figures: { 'proceedings/review/total': '3' } };

  it('is said with its parts, which may be wrong as well', () => {
    expect(messages(sumMismatch, wrong)).toEqual([
      '“行政复议”一组：总计应为 2（＝1＋0＋0＋1），现填 3，多 1。',
    ]);
    expect(cells(sumMismatch, wrong)).toEqual([
      [
        '结果维持 1（可能填错的格：改为 2）',
        '结果纠正 0（可能填错的格：改为 1）',
        '其他结果 0（可能填错的格：改为 1）',
        '尚未审结 1（可能填错的格：改为 2）',
      ],
    ]);
    expect(titles(sumMismatch, wrong)).toEqual([
      '把总计改为 2! safe',
      '把“行政复议—结果维持”改为 2',
      '把“行政复议—尚未审结”改为 2',
      '把“行政复议—结果纠正”改为 1',
      '把“行政复议—其他结果”改为 1',
    ]);
  });

  // 7 and 2 for 6 and 3; each of the columns in which 部分公开 has any may be the one.
  const two = { ...row('granted', 5, 1, 0, 0, 0, 0, 7), ...row('partial', 2, 0, 0, 0, 0, 1, 2) };
  const five = {
    ...row('received', 8, 2, 1, 1, 0, 3, 15),
    ...row('granted', 5, 1, 0, 0, 0, 0, 7),
    ...row('partial', 2, 1, 1, 1, 0, 1, 5),
    ...row('processed', 8, 2, 1, 1, 0, 2, 14),
  };
  const six = {
    ...row('received', 8, 2, 1, 1, 1, 3, 16),
    ...row('granted', 5, 1, 0, 0, 0, 0, 7),
    ...row('partial', 2, 1, 1, 1, 1, 1, 6),
    ...row('processed', 8, 2, 1, 1, 1, 2, 15),
  };

  it('is said together with the one that is off the other way round', () => {
    expect(messages(sumMismatch, { figures: two })).toEqual([
      '“予以公开”一行：总计应为 6（＝5＋1＋0＋0＋0＋0），现填 7，多 1；“部分公开”一行正好相反，而两者之和相等：1 件可能填错了行。请核对台账。',
    ]);
    expect(cells(sumMismatch, { figures: two })[0]).toEqual([
      ...['自然人 5（可能填错的格：改为 6）', '商业企业 1', '科研机构 0', '社会公益组织 0', '法律服务机构 0'],
      ...['其他 0（可能填错的格：改为 1）', '总计 2（可能填错的格：改为 3）'],
      ...['自然人 2（可能填错的格：改为 1）', '商业企业 0', '科研机构 0', '社会公益组织 0', '法律服务机构 0'],
      '其他 1（可能填错的格：改为 0）',
    ]);
    expect(titles(sumMismatch, { figures: two })).toEqual([
      '把总计改为 6! safe',
      '把“予以公开”行“自然人”列改为 6，把“部分公开”行“自然人”列改为 1',
      '把“予以公开”行“其他”列改为 1，把“部分公开”行“其他”列改为 0',
    ]);
  });

  it('has at most six explanations, the total being one', () => {
    expect(titles(sumMismatch, { figures: five })).toHaveLength(6);
    expect(cells(sumMismatch, { figures: five }).join()).toContain('可能填错的格');
    expect(titles(sumMismatch, { figures: six })).toEqual(['把总计改为 6! safe']);
    expect(cells(sumMismatch, { figures: six }).join()).not.toContain('可能填错的格');
  });

  it('is written anew beside another', () => {
    const { findings } = heardAlone(sumMismatch, {
      figures: { ...at('received/total', '13'), ...at('carriedOut/total', '3') },
    });
    expect(findings.map((finding) => finding.fixes().map(({ title }) => title))).toEqual([
      ['把总计改为 12'],
      ['把总计改为 2'],
    ]);
  });

  it('may have one explanation only', () => {
    expect(
      titles(sumMismatch, { figures: { ...at('partial/natural', '3'), ...at('partial/total', '') } }),
    ).toEqual(['把“部分公开”行“自然人”列改为 2!']);
  });

  it('may itself be one of the explanations', () => {
    const figures = { ...at('carriedIn/legal', '10'), ...at('carriedOut/total', '12') };
    expect(titles(sumMismatch, { figures })).toEqual([
      '把“上年结转政府信息公开申请数量”行“法律服务机构”列改为 0，把“结转下年度继续办理”行“总计”列改为 2',
      '把“上年结转政府信息公开申请数量”行“总计”列改为 11，把“结转下年度继续办理”行“法律服务机构”列改为 10',
    ]);
  });

  it('is not written anew where another equation would not have it', () => {
    const [, , example = {}] = sumMismatch.examples.bad;
    expect(messages(sumMismatch, example)[0]).toContain('2 件可能归错了申请人类别');
    expect(titles(sumMismatch, example)).toEqual([
      '把“予以公开”行“自然人”列改为 5，把“予以公开”行“商业企业”列改为 1',
      '把“部分公开”行“自然人”列改为 4，把“部分公开”行“商业企业”列改为 0',
    ]);
  });

  it.each([
    ['3', '2'],
    ['３', '2'],
    ['1,003', '2'],
    ['3件', '2件'],
    ['**3**', '**2**'],
    ['3[^1]', '2[^1]'],
    ['3（含转来1件）', '2（含转来1件）'],
    ['3 <!-- 待核 -->', '2 <!-- 待核 -->'],
    ['&#51;', '2'],
  ])('keeps what stands beside the number: %s', (written, expected) => {
    expect(repaired(sumMismatch, { figures: { 'proceedings/review/total': written } })).toBe(
      renderExample({ figures: { 'proceedings/review/total': expected } }).text,
    );
  });
});

describe('a column that does not balance', () => {
  it('is said with both sides', () => {
    const figures = { ...at('carriedOut/natural', '2'), ...at('carriedOut/total', '3') };
    expect(messages(balanceMismatch, { figures })).toEqual([
      '“自然人”一列不平：新收 8＋上年结转 1＝9，办理总计 8＋结转下年 2＝10，相差 1。请核对台账。',
    ]);
    expect(cells(balanceMismatch, { figures })).toEqual([
      [
        '新收 8（可能填错的格：改为 9）',
        '上年结转 1（可能填错的格：改为 2）',
        '结转下年 2（可能填错的格：改为 1）',
      ],
    ]);
    expect(titles(balanceMismatch, { figures })).toEqual([
      '把“本年新收政府信息公开申请数量”行“自然人”列改为 9，把“本年新收政府信息公开申请数量”行“总计”列改为 13',
      '把“上年结转政府信息公开申请数量”行“自然人”列改为 2，把“上年结转政府信息公开申请数量”行“总计”列改为 2',
      '把“结转下年度继续办理”行“自然人”列改为 1，把“结转下年度继续办理”行“总计”列改为 2',
    ]);
  });

  it('is said together with the one that is off the other way round', () => {
    const figures = {
      ...row('carriedIn', 1, 2, 0, 0, 0, 0, 3),
      ...row('carriedOut', 1, 2, 0, 0, 0, 1, 4),
      ...row('received', 6, 3),
    };
    expect(messages(balanceMismatch, { figures })).toEqual([
      '“自然人”一列不平：新收 6＋上年结转 1＝7，办理总计 8＋结转下年 1＝9；“商业企业”一列正好相反，而总计相等：2 件可能归错了申请人类别。请核对台账。',
    ]);
    expect(cells(balanceMismatch, { figures })[0]).toHaveLength(7);
  });

  it('is not said of what one wrong cell explains, nor twice of one total', () => {
    expect(messages(balanceMismatch, { figures: at('received/natural', '80') })).toEqual([]);
    expect(messages(balanceMismatch, { figures: { 'proceedings/review/total': '3' } })).toEqual([]);
    expect(messages(sumMismatch, balanceMismatch.examples.bad[0] ?? {})).toEqual([]);
  });
});

describe('a cell that alone explains what fails', () => {
  it.each<[string, Example['figures'], string]>([
    ['an input', at('granted/natural', '15'), '此格疑有误：改为 5，可使 2 条勾稽关系同时成立（现填 15）。'],
    ['a blank', at('partial/otherOrg', ''), '此格疑有误：改为 1，可使 2 条勾稽关系同时成立（现填 空）。'],
    [
      'one of two that explain a row together',
      row('received', 1, 8),
      '此格疑有误：改为 8，连同其他疑误一并改正，可使 2 条勾稽关系同时成立（现填 1）。',
    ],
    [
      'the first of a row that stands one column too far right',
      row('received', 0, 8, 1, 0, 0, 0, 12),
      '“本年新收政府信息公开申请数量”一行疑有错位：自“自然人”起应向左移一列（改为 8、1、0、3），可使 5 条勾稽关系同时成立。',
    ],
    [
      'the first of a row that stands one column too far left',
      row('received', 1, 0, 0, 0, 3, 0, 12),
      '“本年新收政府信息公开申请数量”一行疑有错位：自“自然人”起应向右移一列（改为 8、1、0、3），可使 5 条勾稽关系同时成立。',
    ],
  ])('is %s', (_what, figures = {}, expected) => {
    expect(messages(suspectCell, { figures })[0]).toBe(expected);
  });

  it.each<[string, Example['figures'], readonly string[]]>([
    ['an input', at('granted/natural', '15'), ['把“予以公开”行“自然人”列改为 5!']],
    ['a total', at('processed/total', '110'), ['把“总计”行“总计”列改为 11! safe']],
    [
      'one of several explanations',
      {
        ...row('received', 8, 6, 0, 0, 0, 3, 17),
        ...row('carriedIn', 0, 5, 0, 0, 0, 0, 5),
        ...row('granted', 9, 6, 0, 0, 0, 0, 15),
        ...row('processed', 12, 6, 0, 0, 0, 2, 20),
      },
      ['把“上年结转政府信息公开申请数量”行“自然人”列改为 5'],
    ],
    [
      'a row one column aside',
      row('granted', 0, 5, 1, 0, 0, 0, 6),
      ['把“予以公开”行“自然人”列改为 5，把“予以公开”行“商业企业”列改为 1，把“予以公开”行“科研机构”列改为 0!'],
    ],
  ])('is put right: %s', (_what, figures = {}, expected) => {
    expect(titles(suspectCell, { figures })).toEqual(expected);
  });

  it('is marked, and so are all cells of a row that stands one column aside', () => {
    const { findings, analysis } = heardAlone(suspectCell, {
      figures: row('received', 0, 8, 1, 0, 0, 0, 12),
    });
    expect(findings.map(({ span }) => analysis.text.slice(span.start, span.end))).toEqual([
      '0 | 8 | 1 | 0 | 0 | 0',
    ]);
  });

  it.each([
    ['', '1'],
    ['/', '1'],
    ['〔待填〕', '1'],
    ['<!-- 1 -->', '1 <!-- 1 -->'],
  ])('is filled in where it is %j', (written, expected) => {
    expect(repaired(suspectCell, { figures: at('partial/otherOrg', written) })).toBe(
      renderExample({ figures: at('partial/otherOrg', expected) }).text,
    );
  });

  it('is filled in without a blank where a mark stood', () => {
    const line = (cell: string) => ['| 2 | 0 | 0 | 0 | 0 | 1 | 3 |', `|2|0|0|0|0|${cell}|3|`] as const;
    expect(repaired(suspectCell, { replace: [line('/')] })).toBe(
      renderExample({ replace: [line('1')] }).text,
    );
  });

  it('is shown with the other cells of its equations, each once, of long ones those that are not zero', () => {
    expect(cells(suspectCell, { figures: at('processed/total', '110') })).toEqual([
      [
        ...['自然人 8', '商业企业 1', '科研机构 0', '社会公益组织 0', '法律服务机构 0', '其他 2'],
        ...['予以公开 6', '部分公开 3', '本机关不掌握相关政府信息 2'],
        ...['新收 12', '上年结转 1', '结转下年 2'],
      ],
    ]);
    const figures = { ...at('granted/natural', '15'), ...at('denied.query/natural', '') };
    expect(cells(suspectCell, { figures })[0]).not.toContain('属于行政查询事项（空）');
    // 总计 of the row and 办理总计 are zero as well.
    expect(cells(suspectCell, { figures: at('denied.query/legal', '3') })).toEqual([
      ['总计 0', '自然人 0', '商业企业 0', '科研机构 0', '社会公益组织 0', '其他 0'],
    ]);
  });
});

describe('last year’s report', () => {
  const last = {
    figures: {
      ...row('carriedOut', 1, 0, 0, 0, 0, 0, 1),
      'disclosure/documents/inForce': '8',
    },
  };

  it('has carried over what this year’s begins with', () => {
    const example = { figures: row('carriedIn', 2, 0, 0, 0, 0, 0, 2), last };
    expect(messages(carryOverMismatch, example)).toEqual([
      '“自然人”一列：“上年结转政府信息公开申请数量”应为 1（上年报告的“结转下年度继续办理”），现填 2，多 1。请核对。',
    ]);
    expect(cells(carryOverMismatch, example)).toEqual([['上年.md：上年报告：结转下年 1']]);
    expect(places(carryOverMismatch, example)).toEqual(['1']);
    expect(messages(stockMismatch, example)).toEqual([]);
  });

  it('has the stock that this year’s goes on from', () => {
    const example = { figures: { 'disclosure/documents/inForce': '7' }, last };
    expect(messages(stockMismatch, example)).toEqual([
      '“行政规范性文件”一行：现行有效件数应为 9（＝上年的现行有效件数 8＋本年制发件数 2－本年废止件数 1），现填 7，少 2。如因失效、清理或机构改革，请核实并在正文中说明。',
    ]);
    expect(cells(stockMismatch, example)).toEqual([
      ['上年.md：上年现行有效件数 8', '本年制发件数 2', '本年废止件数 1'],
    ]);
    expect(places(stockMismatch, example)).toEqual(['8', '2', '1']);
    expect(messages(carryOverMismatch, example)).toEqual([]);
  });

  it('is not asked for a stock that cannot be', () => {
    const example = { figures: { 'disclosure/documents/inForce': '0' }, last };
    expect(messages(stockMismatch, example)).toEqual([]);
    expect(messages(impossibleStock, example)).toEqual([
      '“行政规范性文件”一行：现行有效件数 0－本年制发件数 2＋本年废止件数 1＝-1，上年末的现行有效件数不可能是负数。请核对这几个数。',
    ]);
    expect(cells(impossibleStock, example)).toEqual([['本年制发件数 2', '本年废止件数 1']]);
  });

  it('need not be there', () => {
    const figures = { 'disclosure/documents/inForce': '12', ...row('carriedIn', 2, 0, 0, 0, 0, 0, 2) };
    expect(messages(stockMismatch, { figures })).toEqual([]);
    expect(messages(carryOverMismatch, { figures })).toEqual([]);
  });
});

it.each<[Rule, Example, object]>([
  [
    sumMismatch,
    { figures: { 'proceedings/review/total': '3' } },
    {
      figure: 'proceedings/review/total',
      equation: 'proceedings/review: total',
      expected: '2',
      actual: '3',
      delta: '1',
    },
  ],
  [
    balanceMismatch,
    { figures: { ...at('carriedOut/natural', '0'), ...at('carriedOut/total', '1') } },
    {
      figure: 'applications/processed/natural',
      equation: 'applications/natural: balance',
      expected: '9',
      actual: '8',
      delta: '-1',
    },
  ],
  [
    suspectCell,
    { figures: at('granted/natural', '15') },
    {
      figure: 'applications/granted/natural',
      equation: 'applications/granted: total',
      expected: '5',
      actual: '15',
      delta: '10',
    },
  ],
  [
    suspectCell,
    { figures: at('partial/otherOrg', '') },
    {
      figure: 'applications/partial/otherOrg',
      equation: 'applications/partial: total',
      expected: '1',
      actual: '空',
      delta: '-1',
    },
  ],
  [
    carryOverMismatch,
    {
      figures: row('carriedIn', 0, 0, 0, 0, 0, 0, 0),
      last: { figures: row('carriedOut', 1, 0, 0, 0, 0, 0, 1) },
    },
    {
      figure: 'applications/carriedIn/natural',
      equation: 'applications/natural: carried in',
      expected: '1',
      actual: '0',
      delta: '-1',
    },
  ],
  [
    stockMismatch,
    { last: { figures: { 'disclosure/documents/inForce': '9' } } },
    {
      figure: 'disclosure/documents/inForce',
      equation: 'disclosure/documents: stock',
      expected: '10',
      actual: '9',
      delta: '-1',
    },
  ],
  [
    rollUpMismatch,
    { figures: { 'disclosure/penalty/decisions': '15' }, children: [{}] },
    {
      figure: 'disclosure/penalty/decisions',
      equation: 'disclosure/penalty/decisions: roll-up',
      expected: '14',
      actual: '15',
      delta: '1',
    },
  ],
])('$id gives its numbers to programs', (rule, example, expected) => {
  expect(heardAlone(rule, example).findings.map(({ arithmetic }) => arithmetic)).toEqual([expected]);
});

describe('a sentence that the tables refute', () => {
  const said = (sentence: string, figures: Example['figures'] = {}) =>
    cells(textTableMismatch, { figures, replace: [inPlaceOfRequests(sentence)] });

  it('is shown with the cells that it adds up', () => {
    expect(said('答复政府信息公开申请11件：予以公开6件，部分公开3件，无法提供3件。')).toEqual([
      ['本机关不掌握相关政府信息 2', '没有现成信息需要另行制作 0', '补正后申请内容仍不明确 0'],
    ]);
  });

  it('is shown with those of many that are not zero, if there are any', () => {
    const denied = '答复政府信息公开申请11件：予以公开6件，部分公开3件，不予公开4件。';
    expect(said(denied)[0]).toHaveLength(8);
    expect(said(denied, row('denied.process', 1, 0, 0, 0, 0, 0, 1))).toEqual([['属于四类过程性信息 1']]);
  });
});

describe('another year', () => {
  const found = (...replace: (readonly [from: string, to: string])[]) => {
    const { findings, analysis } = heardAlone(yearMismatch, { replace });
    return findings.map(({ span }) => analysis.text.slice(span.start, span.end));
  };

  it.each([
    ['主动公开方面，', '2024年主动公开信息120条。', ['2024年']],
    ['主动公开方面，', '二〇二四年主动公开信息120条。', ['二〇二四年']],
    // Other rules look at headings and at the date of the signature.
    ['存在的主要问题：', '### 2024年主动公开信息120条\n\n存在的主要问题：', []],
    ['2026年1月15日', '2024年1月15日', []],
  ])('in place of “%s”: “%s”', (from, to, expected) => {
    expect(found([from, to])).toEqual(expected);
  });

  it('in a title of two is not judged', () => {
    const front = (title: string) =>
      found(['# 示例县自然资源局2025年', `---\n年度: 2025\n---\n\n# ${title}`]);
    expect(front('示例县自然资源局2024年')).toEqual(['2024年']);
    expect(front('示例县自然资源局2024年、2023年')).toEqual([]);
  });

  it('is not known where the report has none of its own', () => {
    const { text } = renderExample({});
    const whole = text
      .replace('自然资源局2025年政府', '自然资源局政府')
      .replace(/本报告所列数据.*/, '')
      .replace('主动公开方面，', '2024年主动公开信息120条。');
    expect(whole).toContain('2025年，示例县');
    expect(messages(yearMismatch, { whole })).toEqual([]);
  });

  it('is put right in the digits that it has', () => {
    const fix = (year: string) =>
      repaired(yearMismatch, { replace: [['2025年，示例县', `${year}，示例县`]] });
    expect(fix('2024年')).toBe(renderExample({}).text);
    expect(fix('二〇二四年')).toContain('\n二〇二五年，示例县');
  });
});
