import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { checkRecord } from '../../../server/src/core/features/record.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { readOutline } from '../../../server/src/core/outline/read.ts';
import { buildReport } from '../../../server/src/core/report/build.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { checkReport, type RulesRun } from '../../../server/src/core/rules/check.ts';
import { defaultSettings } from '../../../server/src/core/rules/rule.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { onlyHeard, sampleReport } from '../../../server/src/core/rules/sample.ts';
import { sumMismatch } from '../../../server/src/core/rules/sum-mismatch.ts';

const form = forms[forms.length - 1] as Form;
const sentence = '对公开目录逐条核对。';
const wrongReview = sampleReport(form, { 'proceedings/review/total': '3' });

/** Those that are ignored below; the prose of the practice report would speak of its changed figures. */
const ignoring = onlyHeard(({ id }) =>
  ['sum-mismatch', 'balance-mismatch', 'unit-in-cell', 'doubled-word', 'unused-ignore'].includes(id),
);

const found = (text: string, levels = {}) =>
  analyze(text, { levels: { ...ignoring, ...levels } }).findings.map(({ rule }) => rule);

describe('ignore comments', () => {
  it('silence the block behind them, and no other', () => {
    const comment = '<!-- gouji-ignore sum-mismatch 含一件转来的案件 -->\n\n';
    expect(found(wrongReview)).toEqual(['sum-mismatch']);
    expect(found(wrongReview.replace('| 行政复议 |', `${comment}| 行政复议 |`))).toEqual([]);
    expect(found(wrongReview.replace('## 三、', `${comment}## 三、`))).toEqual([
      'unused-ignore',
      'sum-mismatch',
    ]);
  });

  it('stand close to the block behind them, too, and one above the other', () => {
    const both =
      '<!-- gouji-ignore sum-mismatch 台账如此 -->\n<!-- gouji-ignore balance-mismatch 台账如此 -->\n';
    expect(found(wrongReview.replace('| 行政复议 |', `${both}| 行政复议 |`))).toEqual(['unused-ignore']);
  });

  it('on the line of a row hold for that row alone', () => {
    const cells = '| 三、本年度办理结果 | （一）予以公开 | |';
    const text = sampleReport(form)
      .replace(`${cells} 5 |`, `${cells} 5件 |`)
      .replace('| 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '| 1件 | 0 | 0 | 0 | 0 | 0 | 1 |');
    expect(found(text)).toEqual(['unit-in-cell', 'unit-in-cell']);
    const ignored = text.replace('5件', '5件 <!-- gouji-ignore unit-in-cell 上级要求带单位 -->');
    expect(
      analyze(ignored, { levels: ignoring }).findings.map(({ rule, span }) => [
        rule,
        ignored.slice(span.start, span.end),
      ]),
    ).toEqual([['unit-in-cell', '1件']]);
    // Of a row that stands before it, and of one behind it.
    const other = text.replace('| 1件', '| 1件 <!-- gouji-ignore unit-in-cell 上级要求带单位 -->');
    expect(
      analyze(other, { levels: ignoring }).findings.map(({ span }) => other.slice(span.start, span.end)),
    ).toEqual(['5件']);
  });

  it('on the line of a row hold for what is said of the row as a whole', () => {
    const comment = ' <!-- gouji-ignore cell-count 原表如此 -->';
    const short = sampleReport(form).replace('| 1 | 0 | 0 | 1 | 2 |', `| 1 | 0 | 1 | 2${comment} |`);
    const levels = onlyHeard(({ id }) => ['cell-count', 'unused-ignore'].includes(id));
    expect(analyze(short.replace(comment, ''), { levels }).findings).toHaveLength(1);
    expect(analyze(short, { levels }).findings).toEqual([]);
  });

  it('for the file hold everywhere', () => {
    const text = sampleReport(form).replace(sentence, `${sentence}更新的的目录。\n\n公开的的内容。`);
    expect(found(text)).toEqual(['doubled-word', 'doubled-word']);
    expect(found(`<!-- gouji-ignore-file doubled-word 系统名称原文如此 -->\n\n${text}`)).toEqual([]);
  });

  it('need a reason before arithmetic is ignored', () => {
    const text = wrongReview.replace('| 行政复议 |', '<!-- gouji-ignore sum-mismatch -->\n\n| 行政复议 |');
    expect(found(text)).toEqual(['unused-ignore', 'sum-mismatch']);
    const { findings } = analyze(text, { levels: ignoring });
    expect(findings[0]?.message).toContain('必须写明理由');
  });

  it('are not called useless for a rule that is switched off', () => {
    const text = sampleReport(form).replace(
      sentence,
      `${sentence}<!-- gouji-ignore doubled-word 原文如此 -->`,
    );
    expect(found(text)).toEqual(['unused-ignore']);
    expect(found(text, { 'doubled-word': 'off' })).toEqual([]);
    expect(found(text, { 'structure/*': 'off' })).toEqual([]);
  });

  it('count for nothing in code, in a quote, and when they are no comments of ours', () => {
    for (const other of [
      '```\n<!-- gouji-ignore x y -->\n```',
      '> <!-- gouji-ignore x y -->',
      '<!-- gouji-ignored -->',
      '<!-- 请领导过目 -->',
    ])
      expect(found(sampleReport(form).replace('## 二、', `${other}\n\n## 二、`)), other).toEqual([]);
  });

  it('may have wide gaps between their words', () => {
    const comment = '<!--  gouji-ignore   sum-mismatch  含一件  转来的案件 -->\n\n';
    const { findings, ignored } = analyze(wrongReview.replace('| 行政复议 |', `${comment}| 行政复议 |`), {
      levels: ignoring,
    });
    expect(findings).toEqual([]);
    expect(ignored.map(({ reason }) => reason)).toEqual(['含一件 转来的案件']);
  });

  it('at the end of the draft stand before nothing', () => {
    expect(found(`${wrongReview}\n<!-- gouji-ignore sum-mismatch 台账如此 -->\n`)).toEqual([
      'sum-mismatch',
      'unused-ignore',
    ]);
  });

  it('appear in the 校核记录 with their reasons', () => {
    const text = wrongReview.replace(
      '| 行政复议 |',
      '<!-- gouji-ignore sum-mismatch 含一件转来的案件 -->\n\n| 行政复议 |',
    );
    const draft = analyze(text, { levels: ignoring });
    const record = checkRecord(draft, {
      path: 'a.md',
      sha256: '',
      line: (offset) => draft.lines.position(offset).line + 1,
    });
    expect(record?.ignored).toEqual([
      {
        place: expect.stringMatching(/^第 \d+ 行$/),
        message: expect.stringContaining('现填 3'),
        reason: '含一件转来的案件',
      },
    ]);
    expect(record?.findings.map(({ rule }) => rule)).not.toContain('sum-mismatch');
    expect(record?.equations.some(({ outcome }) => outcome === '不等')).toBe(true);
  });

  it('name any rule', () => {
    for (const { id } of rules) {
      const text = `<!-- gouji-ignore-file ${id} 试一试 -->\n\n${sampleReport(form)}`;
      expect(
        analyze(text, { levels: onlyHeard((rule) => [id, 'unused-ignore'].includes(rule.id)) }).findings.map(
          ({ message }) => message,
        ),
        id,
      ).toEqual([`这里没有“${id}”的问题，这个说明已经没有用处。请删去。`]);
    }
  });
});

describe('the level of a rule', () => {
  it.each([
    [{}, ['error']],
    [{ 'sum-mismatch': 'hint' }, ['hint']],
    [{ 'arithmetic/*': 'hint' }, ['hint']],
    [{ '*': 'hint' }, ['hint']],
    [{ '*': 'off', 'arithmetic/*': 'hint' }, ['hint']],
    [{ 'arithmetic/*': 'off', 'sum-mismatch': 'hint' }, ['hint']],
    [{ '*': 'hint', 'sum-mismatch': 'off' }, []],
    [{ 'cells/*': 'off' }, ['error']],
  ] as const)('of its own wins over its group’s, and that over all: %j', (levels, expected) => {
    const { findings } = analyze(wrongReview, { levels });
    expect(findings.filter(({ rule }) => rule === 'sum-mismatch').map(({ severity }) => severity)).toEqual(
      expected,
    );
  });
});

it('a check that was interrupted keeps what it has found', () => {
  const report = buildReport(readOutline(wrongReview)) as Report;
  const context = { settings: defaultSettings };
  const rulesIn = (done?: RulesRun) =>
    checkReport(report, context, ignoring, done).findings.map(({ rule }) => rule);
  expect(rulesIn()).toEqual(['sum-mismatch']);
  expect(rulesIn(new Map([[sumMismatch, []]]))).toEqual([]);
});
