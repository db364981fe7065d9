import { forms } from '../forms/forms.ts';
import type { Leaf } from '../forms/layout.ts';
import { sectionHeading } from '../forms/markdown.ts';
import { articles } from '../laws/articles.ts';
import { chineseNumber } from '../laws/numerals.ts';
import { shortTitle, titles } from '../laws/titles.ts';
import { frontMatterKeys, organKinds } from '../report/frontMatterKeys.ts';
import { headingLike } from '../report/headingLike.ts';
import type { BoundTable, Report } from '../report/report.ts';
import { groupTitles } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import { type Span, touches } from '../text/span.ts';
import { blockAt, type Draft } from './draft.ts';
import { type Snippet, snippets } from './snippets.ts';

export interface Completion {
  readonly label: string;
  readonly kind: 'section' | 'row' | 'article' | 'law' | 'key' | 'value' | 'rule' | 'snippet';
  readonly detail: string;
  /** What is replaced, and by what; `snippet` text has tab stops. */
  readonly span: Span;
  readonly newText: string;
  readonly snippet: boolean;
  /** What the editor compares with what was typed. */
  readonly filter: string;
}

export interface CompletionOptions {
  /** The editor offers the static copies of the snippets itself. */
  readonly staticSnippets?: boolean;
}

/** Characters that ask for completions by themselves. */
export const triggerCharacters = ['第', '《', '|', '#', ':', '：'] as const;

/** What may be written at an offset. A file that is no report gets nothing. */
export function completions(
  draft: Draft,
  offset: number,
  options: CompletionOptions = {},
): readonly Completion[] {
  const { report } = draft;
  if (report === undefined) return [];
  const lineStart = draft.text.lastIndexOf('\n', offset - 1) + 1;
  const before = draft.text.slice(lineStart, offset);
  const block = blockAt(draft, offset)?.block;
  if (block?.content.kind === 'frontMatter') return frontMatter(before, offset, block.source);
  if (block?.content.kind === 'opaque' && block.content.what === 'code') return [];
  return (
    ignoreComment(before, offset) ??
    article(before, offset) ??
    law(before, offset) ??
    rowLabels(draft, report, before, offset) ??
    lineStarts(report, before, offset, options)
  );
}

function frontMatter(before: string, offset: number, source: string): Completion[] {
  const value = /^(年报|机关类型|格式)[ \t]*([:：][ \t]*)(\S*)$/.exec(before);
  if (value !== null) {
    const [, key, colon = '', typed = ''] = value;
    const values =
      key === '年报' ? ['true'] : key === '格式' ? forms.map(({ version }) => version) : organKinds;
    // Settings have the narrow colon: a wide one, as a Chinese keyboard writes it, is replaced with the value.
    const wide = colon.startsWith('：') ? colon : '';
    return values.map((text) => ({
      ...item(
        text,
        'value',
        key ?? '',
        offset - typed.length - wide.length,
        offset,
        wide === '' ? text : `: ${text}`,
      ),
      filter: wide + text,
    }));
  }
  if (!/^\S*$/.test(before)) return [];
  const written = new Set(
    source.split('\n').flatMap((line) => (line.includes(':') ? [line.split(':', 1)[0]?.trimEnd()] : [])),
  );
  return frontMatterKeys
    .filter((key) => !written.has(key))
    .map((key) => item(key, 'key', '年报设置', offset - before.length, offset, `${key}: `));
}

function ignoreComment(before: string, offset: number): Completion[] | undefined {
  const match = /<!--[ \t]*(gouji-ignore(?:-file)?)[ \t]+([a-z-]*)$/.exec(before);
  if (match !== null) {
    const typed = match[2] ?? '';
    return rules.map((rule) =>
      item(
        rule.id,
        'rule',
        `${groupTitles[rule.group]}：${rule.title}`,
        offset - typed.length,
        offset,
        `${rule.id} `,
      ),
    );
  }
  const open = /<!--[ \t]*([a-z-]*)$/.exec(before);
  if (open === null) return undefined;
  const typed = open[1] ?? '';
  return ['gouji-ignore', 'gouji-ignore-file'].map((word) =>
    item(word, 'rule', '不检查某条规则，须写理由', offset - typed.length, offset, `${word} `),
  );
}

function article(before: string, offset: number): Completion[] | undefined {
  const match = /第([0-9一二三四五六七八九十]{0,4})$/.exec(before);
  if (match === null) return undefined;
  const start = offset - match[0].length;
  return articles.map(({ number, subject }) => {
    const label = `第${chineseNumber(number)}条`;
    return {
      ...item(label, 'article', subject, start, offset, label),
      filter: `${label} 第${number}条 ${subject}`,
    };
  });
}

function law(before: string, offset: number): Completion[] | undefined {
  const open = before.lastIndexOf('《');
  if (open < 0 || before.indexOf('》', open) >= 0 || before.length - open > 40) return undefined;
  const start = offset - (before.length - open);
  return titles
    .filter((title) => title.until === undefined && title.confidence !== 'C')
    .map((title) => ({
      ...item(title.title, 'law', title.number ?? '', start, offset, `《${title.title}》`),
      filter: `《${title.title} ${shortTitle(title.title)}`,
    }));
}

/** In the first cells of a row of a standard table: the row it stands for, then those that the table lacks. */
function rowLabels(draft: Draft, report: Report, before: string, offset: number): Completion[] | undefined {
  if (!before.trimStart().startsWith('|')) return undefined;
  const block = blockAt(draft, offset)?.block;
  const table = report.tables.find(({ parts }) => parts.some((part) => part.block === block));
  if (table === undefined) return [];
  const cell = before.lastIndexOf('|') + 1;
  if (before.split('|').length - 2 >= Math.max(1, table.layout.table.labelColumns)) return [];
  const typed = before.slice(cell).trimStart();
  const own = ownRow(draft, table, offset);
  return [...own, ...table.missingRows.filter((leaf) => !own.includes(leaf))].map((leaf) =>
    item(leaf.label, 'row', leaf.path.slice(0, -1).join(' › '), offset - typed.length, offset, leaf.label),
  );
}

/** The row that the line at an offset stands for by its place or by words not yet the form's own. */
function ownRow(draft: Draft, table: BoundTable, offset: number): readonly Leaf[] {
  return table.rows
    .filter(
      ({ block, row, label }) =>
        label.how !== 'exact' && touches(draft.place({ block, ...row.span }), offset),
    )
    .map(({ leaf }) => leaf);
}

/** At the start of a line: section headings that are missing, and the standard tables. */
function lineStarts(
  report: Report,
  before: string,
  offset: number,
  options: CompletionOptions,
): Completion[] {
  if (!/^(?:#{0,6}[ \t]*)?\S{0,16}$/.test(before)) return [];
  const start = offset - before.length;
  const depth = /^#*/.exec(before)?.[0].length ?? 0;
  const present = new Set(report.sections.map(({ id }) => id));
  const headings = report.form.sections
    .filter(({ id }) => !present.has(id))
    .map((section) =>
      item(
        `${section.numeral}、${section.title}`,
        'section',
        '规定的部分',
        start,
        offset,
        depth === 0 ? headingLike(section, report.sections[0]) : sectionHeading(section, depth),
      ),
    );
  if (before.startsWith('#')) return headings;
  return [...headings, ...snippetItems(report, before, start, offset, options)];
}

/** The snippets, with the organ and the year of the draft in them. */
function snippetItems(
  report: Report,
  before: string,
  start: number,
  offset: number,
  { staticSnippets }: CompletionOptions,
): Completion[] {
  const facts = {
    ...(report.year === undefined ? {} : { year: report.year.value }),
    ...(report.organ === undefined ? {} : { organ: report.organ.value }),
  };
  // Where the editor has the static copies, only what differs from them is worth offering.
  const copies = new Set(staticSnippets === true ? snippets().map(({ body }) => body) : []);
  return snippets(facts)
    .filter(({ body }) => !copies.has(body))
    .map((snippet) => ({
      ...item(snippet.name, 'snippet', snippet.description, start, offset, snippet.body),
      snippet: true,
      filter: filterOf(snippet, before),
    }));
}

/** Editors that compare from the first letter on need the prefix that is being typed, Chinese or pinyin, first. */
function filterOf({ prefixes }: Snippet, before: string): string {
  return (/^[a-z]/i.test(before) ? [...prefixes].reverse() : prefixes).join(' ');
}

function item(
  label: string,
  kind: Completion['kind'],
  detail: string,
  start: number,
  end: number,
  newText: string,
): Completion {
  return { label, kind, detail, span: { start, end }, newText, snippet: false, filter: label };
}
