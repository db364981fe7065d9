import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mostForSegment, readingCost } from '../../../server/src/core/outline/limits.ts';
import { readPlain } from '../../../server/src/core/outline/plain.ts';
import { readOutline, readOutlineWhole } from '../../../server/src/core/outline/read.ts';

const report = readFileSync(new URL('../../../samples/practice.md', import.meta.url), 'utf8');

describe('plain blocks are read without remark', () => {
  const plain = [
    '# 标题',
    '##  标题\n### 又一个\n',
    '第一行\n第二行\n　　第三行',
    '一、总体情况 2025年，收到申请12件：办结率100%（见下）。',
    '1.属于国家秘密',
    '**总体情况**\n正文',
    '**一、情况：**正文**“重点”**，又',
    '商业<br>企业',
    '正文<!-- 说明 -->又',
    '网址：http://www.example.gov.cn/，邮箱a@example.gov.cn',
    '<!-- 说明 -->\n# 标题',
    '| a | b |\n|:-:|--|\n| 1 | |\n|| **2** |\n| 1 | 2 | 3 |',
    '- 甲\n- 乙\n\n- 丙',
    '1. 甲\n2. 乙',
    '```js\n# 甲\n\n',
    '正文\n```\n码\n```\n正文',
    'a\r\n\r\n| a |\r\n|---|\r\n| 1 |\r\n',
  ];
  it.each(plain)('%j', (text) => {
    expect(readPlain(text)).toBeDefined();
    expect(readOutline(text)).toEqual(readOutlineWhole(text));
  });

  it('every block of the practice report', () => {
    expect(readOutline(report)).toEqual(readOutlineWhole(report));
    for (const block of readOutline(report).blocks) expect(readPlain(block.source)).toBeDefined();
  });
});

describe('what is not surely plain is left to remark', () => {
  const marked = [
    'a  ',
    'a_b',
    '*a*',
    '[a]',
    'a `b`',
    'a &amp; b',
    '~a~',
    'a\\b',
    'a\tb',
    'a\0',
    'a\rb',
    'a\n---',
    'a\n===',
    'a\n- b',
    ' a',
    '> a',
    '- a\n  b',
    '- [ ] a',
    '- a\nb',
    '# a #',
    '| a |\n| b |',
    '| a |\n|---|\nb',
    '| a | b |\n|---|',
    '<div>',
    '**a**𠮷',
    'www.a.cn**b**',
    '\ufeffa',
  ];
  it.each(marked)('%j', (text) => {
    expect(readPlain(text)).toBeUndefined();
    expect(readOutline(text)).toEqual(readOutlineWhole(text));
  });
});

describe('with an earlier outline', () => {
  it('unchanged blocks are the same objects', () => {
    const before = readOutline(report);
    const after = readOutline(report.replace('| 8 | 1 | 0 |', '| 80 | 1 | 0 |'), before);
    const changed = after.blocks.filter((block) => !before.blocks.includes(block));
    expect(changed.map((block) => block.content.kind)).toEqual(['table']);
    expect(after.blocks).toHaveLength(before.blocks.length);
  });

  it('blocks are kept when blocks before them come, go or change their place', () => {
    const before = readOutline('# 甲\n\n乙\n\n*丙*\n\n[丁]');
    const after = readOutline('戊\n\n[丁]\n\n# 甲\n\n*丙*\n\n乙', before);
    expect(after.blocks.filter((block) => before.blocks.includes(block))).toHaveLength(4);
  });

  it('blocks are kept in a segment that changes, and when a definition comes that they do not use', () => {
    const before = readOutline('# 甲\n*乙*\n丙\n\n[文]');
    const after = readOutline('# 甲\n*乙*\n丁\n\n[文]\n\n[别]: /x', before);
    expect(after.blocks[0]).toBe(before.blocks[0]);
    expect(after.blocks[2]).toBe(before.blocks[2]);
  });

  it('equal blocks stay different objects', () => {
    const before = readOutline('无\n\n无\n\n[无]\n\n[无]');
    const after = readOutline('无\n\n无\n\n无\n\n[无]\n\n[无]\n\n[无]\n\n[无]: /x', before);
    expect(new Set(after.blocks).size).toBe(7);
  });

  it('the same text gives the same outline', () => {
    const before = readOutline(report);
    expect(readOutline(`${report}`, before)).toBe(before);
  });
});

describe('limits', () => {
  it.each(['> '.repeat(100), '['.repeat(20_000), '*a '.repeat(8000)])(
    'leave hostile segments unread',
    (hostile) => {
      const outline = readOutline(`# 标题\n\n${hostile}\n\n正文`);
      expect(
        outline.blocks.map(({ content }) => (content.kind === 'opaque' ? content.what : content.kind)),
      ).toEqual(['heading', 'tooDeep', 'paragraph']);
      expect(outline.blocks[1]?.source).toBe(hostile.trimEnd());
    },
  );

  it('are far from what reports hold', () => {
    const row = `| ${'**12** |'.repeat(10)}\n`;
    const markedTable = `| a |${' b |'.repeat(9)}\n|${'---|'.repeat(10)}\n${row.repeat(100)}`;
    const webTable = `<table>\n${'<tr><td style="width: 1px"><p><span>12</span></p></td></tr>\n'.repeat(600)}</table>`;
    const links = '[文](http://www.example.gov.cn/a.html)，'.repeat(60);
    for (const text of [report, markedTable, webTable, links])
      expect(readingCost(text)).toBeLessThan(mostForSegment / 2);
  });
});

describe('prose', () => {
  it('has \\n for every kind of line break', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { content } = readOutline(`*a*${end}b`).blocks[0] ?? {};
      expect(content).toMatchObject({ kind: 'paragraph', prose: { text: 'a\nb' } });
    }
  });
});
