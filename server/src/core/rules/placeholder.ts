import { type Anchor, anchor, type Block, type Content, type Prose, sourceSpan } from '../outline/outline.ts';
import { inBlocks } from '../outline/pages.ts';
import { matchesIn } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './rule.ts';

export const placeholder = defineRule({
  id: 'placeholder',
  group: 'structure',
  severity: 'hint',
  title: '还有没填的地方',
  why: '模板里留的“〔待填〕”“××”“20XX年”，从上年结转来的“〔待更新〕”，都要在定稿前全部填好。',
  messages: {
    left: (text: string) => `“${text}”还没有填。`,
    number: (text: string) => `“${text}”中间缺少数字。请补填。`,
  },
  examples: {
    good: [
      {},
      { replace: [['更新门户网站专栏', '更新“138××××0000”脱敏后的专栏，字号为XXL']] },
      { replace: [['更新门户网站专栏', '更新门户网站的滚动信息条、公开条目，方便某某企业查询××政策']] },
      { replace: [['更新门户网站专栏', '更新政策16条、今日头条、三公经费5条']] },
    ],
    bad: [
      { replace: [['更新门户网站专栏', '更新⟦〔待填：平台名称〕⟧']] },
      { replace: [['主动公开方面', '⟦〔待更新〕⟧主动公开方面']] },
      { replace: [['示例县自然资源局认真', '⟦××⟧县自然资源局认真']] },
      { replace: [['2025年，示例县', '⟦20XX年⟧，示例县']] },
      { replace: [['更新门户网站专栏', '主动⟦公开条⟧，更新门户网站专栏']] },
      { replace: [['更新门户网站专栏', '更新政策16条、⟦预决算条⟧、三公经费5条']] },
    ],
  },
  *check(report, _context, say) {
    for (const { at, text } of inBlocks(report.outline, placeholders))
      yield { at, message: text.endsWith(counted) ? say.number(text) : say.left(text) };
  },
});

interface Placeholder {
  readonly at: Anchor;
  readonly text: string;
}

function placeholders(block: Block): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const inProse = (prose: Prose) => {
    for (const range of [...placeholdersIn(prose.text), ...missingNumbersIn(prose.text)])
      found.push({
        at: anchor(block, sourceSpan(prose, range)),
        text: prose.text.slice(range.start, range.end),
      });
  };
  eachProse(block.content, inProse);
  return found;
}

function eachProse(content: Content, look: (prose: Prose) => void): void {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      look(content.prose);
      return;
    case 'list':
      for (const item of content.items) for (const inner of item.content) eachProse(inner, look);
      return;
    case 'table':
      for (const row of content.rows) for (const cell of row.cells) look(cell.prose);
  }
}

const brackets: Readonly<Record<string, string>> = { '〔': '〕', '【': '】', '（': '）', '[': ']' };
const notes = ['待填', '待更新', '待补充', '待定', '请填写'];
const longestNote = 60;
/** An opening bracket, or crosses. */
const suspects = /[〔【（[]|[×XＸ✕]+/g;

/** 〔待填…〕, runs of two or more × or capital X that are no part of a word or of a masked number, and 20XX年. */
export function placeholdersIn(text: string): Span[] {
  const found: Span[] = [];
  let behind = 0;
  for (const { 0: suspect, index } of matchesIn(text, suspects)) {
    if (index < behind) continue;
    const closing = brackets[suspect];
    const range =
      closing === undefined ? crosses(text, index, index + suspect.length) : note(text, index, closing);
    if (range === undefined) continue;
    found.push(range);
    behind = range.end;
  }
  return found;
}

const counted = '条';
/** A measure word right behind what it counts, and no number between: 主动公开条，; 滚动信息条 is a thing. */
const withoutNumber = /(?<!滚动|提示|弹出)(?:信息|公开|发布)(?:共计|总计|合计|累计|共)?条(?=[，、。；,;])/g;

/** 16条、财政预决算条、三公经费5条: the same in the middle of a list of numbers; 头条 is a thing. */
const withoutItsNumber =
  /(?<=[0-9]条[、，])[\u4e00-\u9fff]{1,12}(?<![头链面线路])条(?=[、，][^，、。；0-9]{1,15}[0-9]{1,6}条)/g;

function missingNumbersIn(text: string): Span[] {
  return [withoutNumber, withoutItsNumber].flatMap((pattern) =>
    matchesIn(text, pattern).map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
}

function note(text: string, start: number, closing: string): Span | undefined {
  if (!notes.some((words) => text.startsWith(words, start + 1))) return undefined;
  const length = text.slice(start, start + longestNote + 1).indexOf(closing) + 1;
  return length === 0 ? undefined : { start, end: start + length };
}

function crosses(text: string, start: number, end: number): Span | undefined {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (/[0-9]/.test(before)) {
    const isYear =
      text.slice(start - 2, start) === '20' && !/[0-9]/.test(text.charAt(start - 3)) && after === '年';
    return isYear ? { start: start - 2, end: end + 1 } : undefined;
  }
  // 某某企业申请享受××政策: both leave a name out on purpose.
  if (text.slice(Math.max(0, start - 40), end + 40).includes('某')) return undefined;
  if (end - start < 2 || /[A-Za-z0-9]/.test(before) || /[A-Za-z0-9]/.test(after)) return undefined;
  return { start, end };
}
