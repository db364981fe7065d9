import { equationsOf, termsOf } from '../equations/equation.ts';
import { namedSum, writtenEquation, writtenSum } from '../equations/explain.ts';
import { type Entry, ledgerOf } from '../equations/ledger.ts';
import type { FormSection } from '../forms/form.ts';
import { figureName, type Leaf } from '../forms/layout.ts';
import { provisionsUnder } from '../laws/articles.ts';
import { readCitations } from '../laws/citations.ts';
import { formatCitation } from '../laws/numerals.ts';
import { readTitles } from '../laws/titleReader.ts';
import { findTitle } from '../laws/titles.ts';
import { commentsIn } from '../outline/outline.ts';
import type { BoundTable, Figure, Report } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { formatDecimal } from '../text/decimal.ts';
import { type Span, touches } from '../text/span.ts';
import {
  blockAt,
  type Draft,
  escapeMarkdown,
  figureAt,
  labelAt,
  proseAt,
  sectionHeadingAt,
} from './draft.ts';
import { articlePath, provisionText, rulePage, titleText } from './pages.ts';

export interface Hover {
  readonly span: Span;
  /** Markdown; text of the draft in it is escaped. */
  readonly markdown: string;
}

/** What there is to say about the thing at an offset. `last` is last year's report, when it is known. */
export function hover(draft: Draft, offset: number, last?: Report): Hover | undefined {
  const { report } = draft;
  if (report === undefined) return undefined;
  return (
    figureHover(draft, offset, last) ??
    citationHover(draft, offset) ??
    labelHover(draft, offset) ??
    sectionHover(draft, offset) ??
    ruleHover(draft, offset)
  );
}

function figureHover(draft: Draft, offset: number, last: Report | undefined): Hover | undefined {
  const found = figureAt(draft, offset);
  if (found === undefined || draft.report === undefined) return undefined;
  const { figure, table } = found;
  const lines = [
    `**${escapeMarkdown(figureName(figure.form))}**　${table.layout.form.version}年格式 ${table.layout.table.name}`,
    ...countedThere(figure.form.row, table, figure.form.column),
    ...equationLines(draft.report, table, figure),
    ...lastYear(figure, last),
  ];
  return { span: draft.place(figure.anchor), markdown: lines.join('\n\n') };
}

function countedThere(row: Leaf, table: BoundTable, column?: Leaf): string[] {
  const counts = row.node.counts ?? column?.node.counts;
  const provisions = row.id === undefined ? [] : provisionsUnder(`${table.id}/${row.id}`);
  const links = provisions.map(
    (provision) => `[《条例》${formatCitation(provision)}](gouji:${articlePath(provision.article)})`,
  );
  const basis = links.length > 0 ? links.join('、') : row.node.basis;
  return [
    ...(counts === undefined ? [] : [counts]),
    ...(basis === undefined ? [] : [`依据（推定）：${basis}`]),
  ];
}

/** Each equation with the values that stand there now. */
function equationLines(report: Report, table: BoundTable, figure: Figure): string[] {
  const entries = ledgerOf(report).ofTable.get(table) ?? [];
  return entries
    .filter(({ equation }) => termsOf(equation).some(({ address }) => address === figure.address))
    .map(equationLine);
}

function equationLine({ equation, outcome, sources }: Entry): string {
  const right =
    equation.right.length > 6
      ? writtenSum(equation.right, sources)
      : `＝${namedSum(equation.right, sources)}`;
  const written = namedSum(equation.left, sources) + right;
  switch (outcome.kind) {
    case 'holds':
      return `✓ ${written}`;
    case 'fails':
      return `✗ ${written}（左边 ${formatDecimal(outcome.left)}，右边 ${formatDecimal(outcome.right)}，不等）`;
    case 'unknown':
      return `？ ${written}（还没有填全，无法核对）`;
  }
}

function lastYear(figure: Figure, last: Report | undefined): string[] {
  const before = last?.figures.get(figure.address);
  if (before === undefined || before.value.kind !== 'number') return [];
  return [`上年报告：${formatDecimal(inColumnUnit(before.value, before.form.kind))}`];
}

function labelHover(draft: Draft, offset: number): Hover | undefined {
  const found = labelAt(draft, offset);
  if (found === undefined) return undefined;
  const leaf = found.row?.leaf ?? found.column?.leaf;
  if (leaf === undefined) return undefined;
  const { table } = found;
  const sums = equationsOf(table.layout).own.filter(
    (equation) =>
      equation.pattern.each === (found.row === undefined ? 'row' : 'column') && equation.shape === 'sum',
  );
  const example = sums.find((equation) =>
    termsOf(equation).some(
      (term) => (found.row === undefined ? term.figure.column : term.figure.row) === leaf,
    ),
  );
  const lines = [
    `**${escapeMarkdown(leaf.path.join(' › '))}**　${table.layout.form.version}年格式 ${table.layout.table.name}`,
    ...countedThere(leaf, table),
    ...(example === undefined || example.right.length > 8 ? [] : [`勾稽：${writtenEquation(example)}`]),
  ];
  return { span: draft.place(found.anchor), markdown: lines.join('\n\n') };
}

function citationHover(draft: Draft, offset: number): Hover | undefined {
  const prose = proseAt(draft, offset);
  if (prose === undefined) return undefined;
  const citation = readCitations(prose.text).find(
    ({ span, law }) => touches(span, prose.offset) && law.kind !== 'other',
  );
  if (citation !== undefined) {
    if (citation.law.kind === 'regulation' && citation.law.edition !== 2019) return undefined;
    const text = provisionText(citation);
    return text === undefined ? undefined : { span: prose.place(citation.span), markdown: text };
  }
  const title = readTitles(prose.text).find(({ span }) => touches(span, prose.offset));
  if (title === undefined) return undefined;
  const match = findTitle(title.name);
  return match.kind === 'unknown'
    ? undefined
    : { span: prose.place(title.span), markdown: titleText(match.law) };
}

const sectionMatter: Readonly<Record<FormSection['id'], string>> = {
  overview:
    '概述一年的工作：主动公开、依申请公开、政府信息管理、平台建设、监督保障。各级政府还要写工作考核、社会评议和责任追究结果。原则上不超过一千字。',
  disclosure:
    '按《条例》第二十条填写统计表。行政许可、行政处罚、行政强制填本年全部处理决定数，包括依法不公开的；数据截至12月31日。',
  applications: '按申请人类别和最终处理结果填写统计表。每一列：新收＋上年结转＝办理结果总计＋结转下年度。',
  proceedings:
    '因政府信息公开工作被申请行政复议、提起行政诉讼的件数，按结果填写。复议机关作共同被告的，只由原行为机关计一件。',
  problems: '写明本年工作中存在的主要问题，以及改进的情况。两方面都要有具体内容。',
  other: '需要报告的其他事项，如收取信息处理费的情况。没有的写“无”。',
};

function sectionHover(draft: Draft, offset: number): Hover | undefined {
  const section = sectionHeadingAt(draft, offset);
  const form = draft.report?.form.sections.find(({ id }) => id === section?.id);
  if (section === undefined || form === undefined) return undefined;
  return {
    span: draft.place(section.heading),
    markdown: `**${form.numeral}、${form.title}**\n\n${sectionMatter[form.id]}\n\n依据：[《条例》第五十条](gouji:${articlePath(50)})`,
  };
}

/** On the rule's id in an ignore comment. */
function ruleHover(draft: Draft, offset: number): Hover | undefined {
  const at = blockAt(draft, offset);
  if (at === undefined) return undefined;
  const comment = commentsIn(at.block.content).find(({ span }) => touches(span, offset - at.start));
  const match = comment === undefined ? null : /gouji-ignore(?:-file)?[ \t]+([a-z-]+)/.exec(comment.text);
  const id = match?.[1];
  const text = id === undefined ? undefined : rulePage(id);
  if (comment === undefined || id === undefined || text === undefined) return undefined;
  const start = draft.text.indexOf(id, at.start + comment.span.start);
  return { span: { start, end: start + id.length }, markdown: text };
}
