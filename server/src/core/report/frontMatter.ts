import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { forms } from '../forms/forms.ts';
import { type Anchor, anchor, type Block } from '../outline/outline.ts';
import { matchesIn } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { frontMatterKeys, organKinds } from './frontMatterKeys.ts';
import type { FrontMatterProblem, FrontMatterValues } from './report.ts';

/** Beyond this the YAML parser would recurse without end; no front matter of a report comes near. */
const longest = 65_536;
const deepest = 16;

/** Reads a report's front matter. Unknown keys are other tools' business; unusable values are named. */
export function readFrontMatter(block: Block): FrontMatterValues {
  if (block.content.kind !== 'frontMatter') return { problems: [] };
  const { yaml } = block.content;
  const text = block.source.slice(yaml.start, yaml.end);
  const at = (range: Span): Anchor =>
    anchor(block, { start: yaml.start + range.start, end: yaml.start + range.end });
  const whole = at({ start: 0, end: text.length });
  if (text.length > longest || nesting(text) > deepest) {
    return { problems: [{ message: '文首的设置太长或嵌套太深，已忽略。', anchor: whole }] };
  }
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const error = document.errors[0];
  const problems = wideColons(text, at);
  if (error !== undefined && problems.length === 0) {
    problems.push({
      message: '文首的设置不是正确的写法，应每行一项，如“年度: 2025”。',
      anchor: at({ start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) }),
    });
  }
  const values: { -readonly [K in keyof FrontMatterValues]: FrontMatterValues[K] } = { problems };
  if (!isMap(document.contents)) return values;
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || value === null) continue;
    const node = value as Node;
    const [start = 0, end = 0] = node.range ?? [];
    const complain = (message: string) =>
      problems.push({ message, anchor: at({ start, end: Math.max(end, start + 1) }) });
    assign(values, String(key.value), node, complain);
  }
  return values;
}

/** A colon as a Chinese keyboard writes it makes one text of key and value, and often of all lines together. */
function wideColons(text: string, at: (range: Span) => Anchor): FrontMatterProblem[] {
  const keys: readonly string[] = frontMatterKeys;
  return matchesIn(text, keyWithWideColon).flatMap(({ 0: { length }, 1: key = '', index }) => {
    if (!keys.includes(key.trimEnd())) return [];
    const end = index + length;
    const isLast = /^(?:\r?\n|$)/.test(text.slice(end, end + 2));
    return [
      {
        message: `“${key.trimEnd()}”后面应是半角的冒号加一个空格，如“年度: 2025”；现在这一项不起作用。`,
        anchor: at({ start: index + key.length, end }),
        replacement: isLast ? ':' : ': ',
      },
    ];
  });
}

const keyWithWideColon = /^([^\s:：#]{1,8}[ \t]*)：[ \t]*/gm;

function assign(
  values: { -readonly [K in keyof FrontMatterValues]: FrontMatterValues[K] },
  key: string,
  node: Node,
  complain: (message: string) => void,
): void {
  const scalar = isScalar(node) && node.value !== null ? String(node.value) : undefined;
  switch (key) {
    case '年报':
      values.isReport = scalar === 'true' || scalar === '是';
      return;
    case '年度':
      if (scalar !== undefined && /^(?:19|20)\d\d$/.test(scalar)) values.year = Number(scalar);
      else complain('“年度”应写四位数的年份，如 2025。');
      return;
    case '机关':
      if (scalar !== undefined) values.organ = scalar;
      return;
    case '机关类型': {
      const kind = organKinds.find((known) => known === scalar);
      if (kind !== undefined) values.organKind = kind;
      else complain(`“机关类型”应为${organKinds.join('、')}之一。`);
      return;
    }
    case '格式':
      if (forms.some((form) => form.version === scalar)) values.form = scalar as string;
      else complain(`“格式”应为 ${forms.map((form) => form.version).join(' 或 ')}。`);
      return;
    case '上年报告':
      if (scalar !== undefined) values.last = scalar;
      return;
    case '下级报告':
      if (isSeq(node))
        values.children = node.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []));
      else if (scalar !== undefined) values.children = [scalar];
      return;
    default:
      return;
  }
}

/** The deepest nesting that brackets and indentation can give. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  let dashes = 0;
  for (const line of text.split('\n'))
    dashes = Math.max(dashes, (/^[ \-?:]*/.exec(line)?.[0].match(/[-?:]/g) ?? []).length);
  return Math.max(most, dashes);
}
