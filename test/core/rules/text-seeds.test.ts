import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importText } from '../../../server/src/convert/importText.ts';
import { analyze } from '../../../server/src/core/analysis.ts';
import { ruleById } from '../../../server/src/core/rules/rules.ts';

const folder = new URL('../../../../shared/corpus/seeds/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.log('跳过五份真实年报的文字：找不到 ../shared/corpus/seeds');

/** All that the rules on text and the numbering find in the prose of five real reports, in order. */
const expected: readonly (readonly [file: string, findings: readonly string[]])[] = [
  ['000-guixi.txt', ['parts-mismatch 106条']],
  ['001-guoyuan.txt', ['report-period', 'numbering 一是', 'punctuation ,', 'signing-date 2020年12月25日']],
  ['002-wuyang.txt', ['report-period', 'punctuation ,', 'signing-date 2021114']],
  ['003-wangou.txt', ['report-period', 'law-name 中华人民共和国保密法']],
  ['004-xiaoqiao.txt', ['report-period', 'numbering 5']],
];

describe.runIf(isThere)('the prose of five real reports', () => {
  it.each(expected)('%s: its faults are found, and nothing else', (file, findings) => {
    const { markdown } = importText(readFileSync(new URL(file, folder), 'utf8'));
    const analysis = analyze(markdown);
    const own = analysis.findings.filter(
      ({ rule }) => ruleById(rule)?.group === 'text' || rule === 'numbering',
    );
    console.log(
      [`${file}：正文 ${own.length} 处`, ...own.map(({ rule, message }) => `  ${rule} ${message}`)].join(
        '\n',
      ),
    );
    // What is missing altogether is said at the title; the rest at the words themselves.
    const said = own.map(({ rule, span }) =>
      rule === 'report-period' ? rule : `${rule} ${analysis.text.slice(span.start, span.end)}`,
    );
    expect(said).toEqual(findings);
  });
});
