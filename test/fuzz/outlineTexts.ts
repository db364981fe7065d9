/** Generators of nasty Markdown and of edits to it. The same seed gives the same texts. */

export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

const plainLines = [
  '围绕群众关心的事项，逐项核对公开目录。',
  '2025年收到申请12件',
  '一、总体情况',
  '（一）主动公开',
  '1.属于国家秘密',
  '# 年度报告',
  '## 二、主动公开政府信息情况',
  '### a b',
  '#',
  '##',
  '#无空格',
  '  ',
  '　　首行缩进',
  '　',
  '无',
  'a',
  'abc def',
  '**总体情况**',
  '**一、情况：**正文',
  '正文**重点**正文',
  '正文**“重点”**正文**又**。',
  '**a **b** c**',
  '**',
  '商业<br>企业',
  '正文<!-- 说明 -->',
  '| a | b |',
  '|---|---|',
  '|---|--:|',
  '| 1 | 2 |',
  '| **12** | 0<br>1 |',
  '|| 5 |',
  '|  |',
  '| x | <!-- c --> |',
  '| a | b | c |',
  '<!-- 说明 -->',
  '<!-- gouji-disable -->',
  '- 甲',
  '- 乙',
  '1. 甲',
  '2. 乙',
  '* 丙',
  '+ 丁',
  '12. 项',
  '1) 项',
  '```',
  '~~~',
  '```js',
  '````',
];

const nastyLines = [
  '---',
  '===',
  '***',
  '* * *',
  '- - -',
  '_ _ _',
  '-',
  '*',
  '1.',
  '- [ ] 待办',
  '- # 标题',
  '- ```',
  '- <div>',
  '- > 引',
  '> 引用',
  '> - 列表',
  '> ```',
  '>',
  '    缩进',
  '      更深',
  '\t制表',
  ' \t x',
  '- a\tb',
  '<div>',
  '</div>',
  '<table>',
  '<table><tr><td>1</td></tr></table>',
  '<tr><td rowspan="2">1</td>',
  '</table>',
  '<TABLE>',
  '<a href="x">',
  '<b>粗</b>',
  '<br>',
  '<!-- 开',
  '关 -->',
  '<!-->',
  '<!--->',
  '<!-- a -- b -->',
  '<!-- a --> b',
  '--->',
  '<pre>',
  '</pre>',
  '<script>',
  '<style>',
  '<?php',
  '?>',
  '<!DOCTYPE html>',
  '<![CDATA[',
  ']]]>',
  ']]>',
  '[a]: /url',
  '[a]: /url "标题',
  '"',
  '[^1]: 注',
  '[^1]:',
  '[',
  '^1]: 注',
  '[a]',
  '文[^1]',
  '[文][a]',
  '[文](http://x "t")',
  '![图](a.png)',
  '`代码`',
  '``',
  '`',
  'a_b_c',
  '*强调*',
  '***三***',
  '~~删~~',
  '~一~',
  '\\*',
  '\\',
  '&amp;',
  '&nbsp;',
  '&',
  'www.a.cn',
  'http://a.cn',
  'a@b.cn',
  'a  ',
  'a ',
  '\ufeff',
  '\ufeff# 标题',
  '\0',
  'a\0b',
  '\ud83d\ude00表情',
  '**\ud83d\ude00**文',
  '\ud83d',
  '𠮷',
  '\u00a0',
  '\f',
  '\u2028',
  'a | b',
  '--- | ---',
  ':-:',
  '|',
  '| a',
  '| a \\| b | c |',
  '| `a|b` | c |',
  ' | a | b |',
  '> | a |',
  '# a #',
  '# a ',
  '#\ta',
  '####### 七',
  ' # 缩进标题',
  'Setext\n===',
  'Setext\n---',
  '- a\n\n  b',
  '- a\n\n      code',
  '- a\n- b\n\n- c',
  '1. a\n\n\n2. b',
  '- ```\n  x\n\n  y',
  '[^1]: 注\n\n    续',
  '- a\n   \n',
  '> a\nlazy',
  '- a\nlazy',
  '- a\n  b\n    - c',
  '```\n围栏\n\n内\n```',
  '<table>\n\n<tr>\n\n</tr>\n\n</table>',
  '<!-- 多\n\n行 -->',
];

const plainChars = ['文', 'a', '1', ' ', '\n', '\n\n', '|', '#', '*', '**', '。', '0', '：'];
const nastyChars = [
  '\r',
  '\r\n',
  '\t',
  '`',
  '```',
  '>',
  '-',
  '+',
  '.',
  '[',
  ']',
  ']:',
  '(',
  ')',
  '<',
  '!',
  '_',
  '~',
  '\\',
  '&',
  ':',
  '/',
  'w',
  '@',
  '=',
  '\0',
  '\ufeff',
  '\u3000',
  '\ud83d',
  '\ude00',
  '"',
  '^',
  '    ',
  '  ',
  '\n- ',
  '\n12. ',
  '\n\n- ',
  '\n\n    ',
  '<!--',
  '-->',
  '<table>',
  '</table>',
];

export type Taste = 'report' | 'mixed' | 'nasty' | 'tables' | 'endings';

export const tastes: readonly Taste[] = ['report', 'mixed', 'nasty', 'tables', 'endings'];

function line(random: Random, taste: Taste): string {
  const share = taste === 'report' ? 0.04 : taste === 'tables' ? 0.08 : taste === 'mixed' ? 0.3 : 0.7;
  if (taste === 'tables' && random() < 0.6) return tableLines(random);
  let text = pick(random, random() < share ? nastyLines : plainLines);
  if (random() < share / 3) text = pick(random, [' ', '  ', '   ', '    ', '- ', '> ', '1. ', '\t']) + text;
  if (random() < share / 4) text += pick(random, [' ', '  ', '\t', '\\', '\u3000', ...nastyLines]);
  return text;
}

function tableLines(random: Random): string {
  const width = 1 + Math.floor(random() * 4);
  const cells = [
    '0',
    '12',
    '',
    ' ',
    '  ',
    '**3**',
    '（一）予以公开',
    'a<br>b',
    '<!-- c -->',
    '1,234',
    '/',
    '　',
    'a `b`',
  ];
  const row = (count: number) => {
    let text = '|';
    for (let i = 0; i < count; i++)
      text += `${random() < 0.9 ? ' ' : ''}${pick(random, cells)}${random() < 0.9 ? ' ' : ''}|`;
    return text;
  };
  const rows = [row(width), `|${pick(random, ['---|', ' --- |', ':-:|', '--:|', '-|']).repeat(width)}`];
  for (let i = Math.floor(random() * 4); i > 0; i--) rows.push(row(random() < 0.8 ? width : width + 1));
  return rows.join('\n');
}

export function randomText(random: Random, taste: Taste, size: number): string {
  const ending = pick(random, taste === 'endings' ? ['\r\n', '\r', '\n'] : ['\n', '\n', '\n', '\r\n']);
  let text = random() < 0.06 ? `---\n年报: true\n${random() < 0.8 ? '---\n' : ''}` : '';
  const count = 1 + Math.floor(random() * size);
  for (let i = 0; i < count; i++) {
    text += line(random, taste);
    text +=
      random() < 0.5
        ? '\n\n'
        : random() < 0.9
          ? '\n'
          : pick(random, ['\n\n\n', '\n  \n', '', '\n\t\n', '\n　\n']);
  }
  text = text.replaceAll('\n', ending);
  return random() < 0.7 ? text.trimEnd() : text;
}

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function randomEdit(random: Random, text: string, taste: Taste): TextEdit {
  const start = Math.floor(random() * (text.length + 1));
  const kind = random();
  const deleted = kind < 0.35 ? 0 : kind < 0.6 ? 1 : Math.floor(random() * random() * 40);
  const end = Math.min(text.length, start + deleted);
  const share = taste === 'report' ? 0.1 : 0.5;
  if (kind >= 0.35 && kind < 0.5) return { start, end, text: '' };
  const form = random();
  if (form < 0.75) return { start, end, text: pick(random, random() < share ? nastyChars : plainChars) };
  if (form < 0.9) return { start, end, text: `\n\n${line(random, taste)}\n\n` };
  if (form < 0.95) return { start, end, text: line(random, taste) };
  const from = Math.floor(random() * text.length);
  return { start, end, text: text.slice(from, from + Math.floor(random() * 60)) };
}

export function withEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}
