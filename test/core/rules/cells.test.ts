import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/edits.ts';
import { amountUnit } from '../../../server/src/core/rules/amount-unit.ts';
import { blankCell } from '../../../server/src/core/rules/blank-cell.ts';
import { fractionalCount } from '../../../server/src/core/rules/fractional-count.ts';
import { negativeCount } from '../../../server/src/core/rules/negative-count.ts';
import { noRulemakingPower } from '../../../server/src/core/rules/no-rulemaking-power.ts';
import { notANumber } from '../../../server/src/core/rules/not-a-number.ts';
import { numberFormat } from '../../../server/src/core/rules/number-format.ts';
import type { Example, Rule } from '../../../server/src/core/rules/rule.ts';
import { renderExample } from '../../../server/src/core/rules/sample.ts';
import { suspectCell } from '../../../server/src/core/rules/suspect-cell.ts';
import { unitInCell } from '../../../server/src/core/rules/unit-in-cell.ts';
import { heardAlone } from '../../support/check.ts';
import { row } from '../equations/drafts.ts';

/** What a rule says of the practice report with other figures. */
const said = (rule: Rule, figures: Example['figures'] = {}) =>
  heardAlone(rule, { figures })
    .findings.map(({ message }) => message)
    .join('') || 'nothing';

/** The titles of all fixes; `!` behind one that leaves no choice, `safe` behind one for fix-all. */
const titles = (rule: Rule, figures: Example['figures'] = {}) =>
  heardAlone(rule, { figures }).findings.flatMap((finding) =>
    finding
      .fixes()
      .map(({ title, preferred, safe }) => `${title}${preferred ? '!' : ''}${safe ? ' safe' : ''}`),
  );

const fees = (text: string) => ({ 'disclosure/fees/amount': text });
const penalties = (text: string) => ({ 'disclosure/penalty/decisions': text });

describe('an amount of a million or more', () => {
  it.each([
    [
      '1000000',
      '“行政事业性收费”行“本年收费金额”列填了 1000000 万元，疑以元为单位：1000000 元应写 100。请核对。',
    ],
    [
      '1365050',
      '“行政事业性收费”行“本年收费金额”列填了 1365050 万元，疑以元为单位：1365050 元应写 136.505。请核对。',
    ],
    ['999999', 'nothing'],
    ['1000000.5', 'nothing'],
    // A unit says itself what is meant.
    ['1365000元', 'nothing'],
    ['/', 'nothing'],
    ['见附件', 'nothing'],
  ])('%s', (text, expected) => {
    expect(said(amountUnit, fees(text))).toBe(expected);
  });

  it('may be a count', () => {
    expect(said(amountUnit, penalties('1365000'))).toBe('nothing');
  });
});

describe('how a number is written', () => {
  const name = '“行政处罚”行“本年处理决定数量”列写作';

  it.each([
    ['１４', `${name}“１４”（全角数字），请写 14。`],
    ['1,400', `${name}“1,400”（千位分隔符），请写 1400。`],
    ['1 400', `${name}“1 400”（空格），请写 1400。`],
    ['014', `${name}“014”（多余的 0），请写 14。`],
    ['１，４００', `${name}“１，４００”（全角数字、千位分隔符），请写 1400。`],
    ['14（含罚款9件）', `${name}“14（含罚款9件）”（附注），请写 14。`],
    ['14', 'nothing'],
    ['/', 'nothing'],
    ['十四', 'nothing'],
    // With a unit it is another fault.
    ['１４件', 'nothing'],
  ])('%s', (text, expected) => {
    expect(said(numberFormat, penalties(text))).toBe(expected);
  });

  it('is put right by all at once where nothing is lost', () => {
    expect(titles(numberFormat, penalties('１４'))).toEqual(['改为 14! safe']);
    expect(titles(numberFormat, penalties('14（含罚款9件）'))).toEqual(['改为 14']);
    expect(titles(unitInCell, penalties('１４件'))).toEqual(['改为 14! safe']);
  });
});

it.each([
  ['约十四', '约十四'],
  ['1 4', '1 4'],
  ['14 15', '14 15'],
  [`14件${'，其中当场处罚3件'.repeat(5)}`, `14件${'，其中当场处罚3件'.repeat(5)}`.slice(0, 40)],
])('what is no number is shown, at most 40 characters of it: %s', (text, shown) => {
  expect(said(notANumber, penalties(text))).toBe(
    `“行政处罚”行“本年处理决定数量”列应填数字，现在写的是“${shown}”。`,
  );
});

describe('a count that cannot be', () => {
  it.each([
    [negativeCount, '-3', '“行政处罚”行“本年处理决定数量”列是 -3，件数和金额不能是负数。'],
    [negativeCount, '0', 'nothing'],
    [negativeCount, '/', 'nothing'],
    [fractionalCount, '14.5', '“行政处罚”行“本年处理决定数量”列是 14.5，件数必须是整数。'],
    [fractionalCount, '14.0', 'nothing'],
    [fractionalCount, '/', 'nothing'],
  ] as const)('$id: %s', (rule, text, expected) => {
    expect(said(rule, penalties(text))).toBe(expected);
  });

  it('is an amount below zero, too, but none with decimals', () => {
    expect(said(negativeCount, fees('-0.5'))).toContain('是 -0.5');
    expect(said(fractionalCount, fees('0.5'))).toBe('nothing');
  });

  it('is not said of a cell that is known to be wrong', () => {
    expect(said(negativeCount, { 'applications/granted/natural': '-5' })).toBe('nothing');
    expect(said(fractionalCount, { 'applications/granted/natural': '5.5' })).toBe('nothing');
    // Here nothing tells which it is.
    expect(said(fractionalCount, { 'proceedings/review/upheld': '1.5' })).toContain('是 1.5');
  });
});

describe('blank cells', () => {
  it.each<[string, Example['figures']]>([
    ['nothing', {}],
    ['表三有 1 格没有填数字（科研机构）。没有发生的请填 0。', row('received', 8, 1, '/', 0, 0, 3, 12)],
    [
      '表三有 3 格没有填数字（科研机构、法律服务机构）。没有发生的请填 0。',
      { ...row('granted', 5, 1, '', 0, '无'), ...row('partial', 2, 0, '') },
    ],
    // What is filled in alone gives a sum, and what does not is counted with the rest.
    [
      '“本年新收政府信息公开申请数量”行“总计”列没有填。按各项相加应为 12。',
      row('received', 8, 1, 0, 0, 0, 3, ''),
    ],
    ['表三有 2 格没有填数字（科研机构、总计）。没有发生的请填 0。', row('received', 8, 1, '', 0, 0, 3, '')],
    // The row does not tell, the column does.
    [
      '“总计”行“科研机构”列没有填。按各项相加应为 0。“总计”行“总计”列没有填。按各项相加应为 11。',
      row('processed', 8, 1, '', 0, 0, 2, ''),
    ],
    // That one is known to be wrong.
    ['nothing', { 'applications/granted/natural': '' }],
  ])('%s', (expected, figures) => {
    expect(said(blankCell, figures)).toBe(expected);
  });

  it.each<[readonly string[], Example['figures']]>([
    [['把 3 个空格填为 0（总计不填）'], row('denied.query', '', '', '', 0, 0, 0, '')],
    [['填入 12! safe'], row('received', 8, 1, 0, 0, 0, 3, '')],
    [[], { ...row('received', 8, '约1', 0, 0, 0, 3, ''), ...row('carriedOut', 1, 0, 0, 0, 0, 1, '约2') }],
    // The other cells of the column would have it otherwise.
    [['填入 12'], { ...row('received', 8, 1, 0, 0, 0, 3, ''), ...row('carriedIn', '约1', 0, 0, 0, 0, 0, 5) }],
  ])('may be filled in: %j', (expected, figures) => {
    expect(titles(blankCell, figures)).toEqual(expected);
  });

  it('are filled in between blanks', () => {
    const { analysis, findings } = heardAlone(blankCell, { figures: row('denied.query', '', '', '/', 0) });
    const [fix] = findings[0]?.fixes() ?? [];
    expect(fix && applyFix(analysis, fix)).toBe(renderExample({}).text);
  });
});

describe('what stands in a cell besides its number', () => {
  const partial = (text: string) => ({ 'applications/partial/otherOrg': text });

  it.each<[Rule, Readonly<Record<string, string>>, string]>([
    [suspectCell, partial('<!-- 待核 -->'), '| 1 <!-- 待核 --> |'],
    [suspectCell, partial('/ <!-- 待核 --><!-- 王 -->'), '| 1 <!-- 待核 --> <!-- 王 --> |'],
    [blankCell, row('denied.query', '<!-- [^1] -->'), '| 0 <!-- [^1] --> | 0 |'],
    [numberFormat, penalties('1,200 <!-- 台账 -->'), '| 1200 <!-- 台账 --> |'],
    [numberFormat, penalties('1,200<sup>①</sup>'), '| 1200 <sup>①</sup> |'],
    [unitInCell, fees('36.5万元![章](a.png)'), '| 36.5 ![章](a.png) |'],
    [numberFormat, penalties('1,200<sup>①</sup>![章](a.png)'), '| 1200 <sup>①</sup> ![章](a.png) |'],
    [
      numberFormat,
      { ...penalties('1,200'), 'disclosure/licence/decisions': '120 <!-- 台账 -->' },
      '| 行政处罚 | 1200 |',
    ],
  ])('is kept: %#', (rule, figures, expected) => {
    const { analysis, findings } = heardAlone(rule, { figures });
    const [fix] = findings[0]?.fixes() ?? [];
    expect(fix && applyFix(analysis, fix)).toContain(expected);
  });
});

describe('the power to make 规章', () => {
  const rules = { 'disclosure/rules/inForce': '2' };
  const of = (organ: string, front = '') =>
    heardAlone(noRulemakingPower, {
      figures: rules,
      replace: [
        ['# 示例县自然资源局', `${front}# ${organ}`],
        ['示例县自然资源局认真', '我单位认真'],
        ['\n示例县自然资源局\n', '\n'],
      ],
    }).findings.map(({ message }) => message.replace(/^.*而(.*)没有规章制定权.*$/, '$1'));

  it.each([
    ['示例县自然资源局', true],
    ['示例县人民政府', true],
    ['示例自治县教育局', true],
    ['示例市示例区教育局', true],
    ['示例旗教育局', true],
    ['示例镇人民政府', true],
    ['示例市示例街道办事处', true],
    // Of a 市 the name does not tell whether it has 区.
    ['示例市人民政府', false],
    ['示例市教育局', false],
    ['示例省自然资源厅', false],
    ['示例自治区自然资源厅', false],
    ['示例特区教育局', false],
    ['示例省社区工作局', false],
  ])('of %s: none is %s', (organ, isNone) => {
    expect(of(organ)).toEqual(isNone ? [organ] : []);
  });

  it('is told by the kind that the draft states', () => {
    const township = '---\n年度: 2025\n机关类型: 乡镇街道\n---\n\n';
    expect(of('示例管理处', township)).toEqual(['示例管理处']);
    expect(of('', township)).toEqual(['乡镇街道']);
    expect(of('', '---\n年度: 2025\n---\n\n')).toEqual([]);
  });

  it.each(['0', '/', '无', '见附件'])('may leave %j where there is none', (text) => {
    expect(said(noRulemakingPower, { 'disclosure/rules/inForce': text })).toBe('nothing');
  });
});
