import { equationsOf, termsOf } from '../equations/equation.ts';
import { writtenEquation } from '../equations/explain.ts';
import type { FormNode, FormSection } from '../forms/form.ts';
import { type FigureForm, figureName, type Leaf, shortLabel, type TableLayout } from '../forms/layout.ts';
import { provisionsUnder } from '../laws/articles.ts';
import { formatCitation } from '../laws/numerals.ts';
import { readLabel } from '../report/label.ts';
import { memoByIdentity } from '../text/memo.ts';
import { escapeMarkdown } from './draft.ts';
import { articlePath } from './pages.ts';

/** A label printed over several rows or columns. */
export interface Group {
  readonly label: string;
  /** Printed labels from the outermost group to this one. */
  readonly path: readonly string[];
  readonly members: readonly string[];
}

/** What a form says of a figure: its name, what is counted there, on what article. Markdown. */
export function figureText(figure: FigureForm, layout: TableLayout): string {
  return [
    heading(figureName(figure), layout),
    ...countedThere(layout, figure.row, figure.row.node.counts ?? figure.column.node.counts),
  ].join('\n\n');
}

/** What a form says of a row or a column. */
export function leafText(leaf: Leaf, side: 'row' | 'column', layout: TableLayout): string {
  const sum = equationsOf(layout).own.find(
    (equation) =>
      equation.shape === 'sum' &&
      equation.pattern.each !== side &&
      equation.right.length <= 8 &&
      termsOf(equation).some(({ figure }) => figure[side] === leaf),
  );
  return [
    heading(leaf.path.join(' › '), layout),
    ...countedThere(layout, leaf, leaf.node.counts),
    ...(sum === undefined ? [] : [`勾稽：${writtenEquation(sum)}`]),
  ].join('\n\n');
}

export function groupText(group: Group, layout: TableLayout): string {
  const members = group.members.map((label) => escapeMarkdown(shortLabel(label)));
  return `${heading(group.path.join(' › '), layout)}\n\n包括：${members.join('、')}`;
}

/** The rows, columns and groups of a table that are called so, told by what counts in a label. */
export function labelTexts(label: string, layout: TableLayout): readonly string[] {
  const wanted = readLabel(label).core;
  const named = (text: string) => [text, shortLabel(text)].some((one) => readLabel(one).core === wanted);
  if (wanted === '') return [];
  const columns = layout.blocks.flatMap((block) => block.columns);
  return [
    ...groupsOf(layout)
      .filter((group) => named(group.label))
      .map((group) => groupText(group, layout)),
    ...layout.rows.filter((leaf) => named(leaf.label)).map((leaf) => leafText(leaf, 'row', layout)),
    ...columns.filter((leaf) => named(leaf.label)).map((leaf) => leafText(leaf, 'column', layout)),
  ];
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

/** What a section must contain. */
export function sectionText(section: FormSection): string {
  return `**${section.numeral}、${section.title}**\n\n${sectionMatter[section.id]}\n\n依据：[《条例》第五十条](gouji:${articlePath(50)})`;
}

function heading(name: string, { form, table }: TableLayout): string {
  return `**${escapeMarkdown(name)}**　${form.version}年格式 ${table.name}`;
}

function countedThere({ table }: TableLayout, row: Leaf, counts: string | undefined): string[] {
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

/** The labels over rows and columns of a table, in printed order, computed once. */
export const groupsOf = memoByIdentity((layout: TableLayout): readonly Group[] => {
  const made: Group[] = [];
  const visit = (nodes: readonly FormNode[], above: readonly string[]) => {
    for (const { label, children } of nodes) {
      if (children === undefined) continue;
      const path = [...above, label];
      made.push({ label, path, members: children.map((child) => child.label) });
      visit(children, path);
    }
  };
  for (const { form } of layout.blocks) {
    visit(form.rows, []);
    visit(form.columns, []);
  }
  return made;
});
