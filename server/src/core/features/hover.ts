import { termsOf } from '../equations/equation.ts';
import type { Outcome } from '../equations/evaluate.ts';
import { equationWithValues, rightSideWithValues } from '../equations/explain.ts';
import { type Entry, ledgerOf } from '../equations/ledger.ts';
import { type StatedClaim, statedClaims } from '../equations/stated.ts';
import { readCitations } from '../laws/citations.ts';
import { commentsIn } from '../outline/outline.ts';
import { readLabel } from '../report/label.ts';
import type { BoundTable, Figure, Report } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { formatDecimal } from '../text/decimal.ts';
import { type Span, touches } from '../text/span.ts';
import { citationAt, lawAt } from './cited.ts';
import { claimSpan, statedAt } from './definition.ts';
import {
  blockAt,
  type Draft,
  escapeMarkdown,
  figureAt,
  labelAt,
  proseAt,
  sectionHeadingAt,
} from './draft.ts';
import { figureText, groupsOf, groupText, leafText, sectionText } from './formText.ts';
import { oldArticleText, provisionText, rulePage, titleText } from './pages.ts';

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
    figureHover(draft, report, offset, last) ??
    statedHover(draft, offset) ??
    citationHover(draft, offset) ??
    labelHover(draft, offset) ??
    sectionHover(draft, offset) ??
    ruleHover(draft, offset)
  );
}

function figureHover(draft: Draft, report: Report, offset: number, last?: Report): Hover | undefined {
  const found = figureAt(draft, offset);
  if (found === undefined) return undefined;
  const { figure, table } = found;
  const lines = [
    figureText(figure.form, table.layout),
    ...equationLines(report, table, figure),
    ...statedClaims(report)
      .filter(({ equation }) => termsOf(equation).some(({ address }) => address === figure.address))
      .map(statedLine),
    ...lastYear(figure, last),
  ];
  return { span: draft.place(figure.anchor), markdown: lines.join('\n\n') };
}

/** Each equation with the values that stand there now. */
function equationLines(report: Report, table: BoundTable, figure: Figure): string[] {
  const entries = ledgerOf(report).ofTable.get(table) ?? [];
  return entries
    .filter(({ equation }) => termsOf(equation).some(({ address }) => address === figure.address))
    .map(equationLine);
}

function equationLine({ equation, outcome, sources }: Entry): string {
  return judged(equationWithValues(equation, sources), outcome);
}

/** What a sentence says, against the figures. */
function statedLine({ claim, equation, outcome, sources }: StatedClaim): string {
  return judged(`正文“${escapeMarkdown(claim.quoted)}”${rightSideWithValues(equation, sources)}`, outcome);
}

function judged(written: string, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'holds':
      return `✓ ${written}`;
    case 'fails':
      return `✗ ${written}（左边 ${formatDecimal(outcome.left)}，右边 ${formatDecimal(outcome.right)}，不等）`;
    case 'unknown':
      return outcome.because === 'rough'
        ? `？ ${written}（约数，不核对）`
        : `？ ${written}（还没有填全，无法核对）`;
  }
}

/** On a number of the prose that speaks of figures. */
function statedHover(draft: Draft, offset: number): Hover | undefined {
  const stated = statedAt(draft, offset);
  if (stated === undefined) return undefined;
  const { claim } = stated;
  return {
    span: claimSpan(draft, claim),
    markdown: [`**${escapeMarkdown(claim.phrase.name)}**`, statedLine(stated)].join('\n\n'),
  };
}

function lastYear(figure: Figure, last: Report | undefined): string[] {
  const before = last?.figures.get(figure.address);
  if (before === undefined || before.value.kind !== 'number') return [];
  return [`上年报告：${formatDecimal(inColumnUnit(before.value, before.form.kind))}`];
}

/** On an article, narrowed to the 款 or 项 that is cited; on a law's title or number. */
function citationHover(draft: Draft, offset: number): Hover | undefined {
  const cited = citationAt(draft, offset);
  if (cited !== undefined && cited.citation.law.kind !== 'other') {
    const { law, article } = cited.citation;
    const old = law.kind === 'regulation' && law.edition === 2007;
    const markdown = old ? oldArticleText(article) : provisionText(cited.citation);
    return markdown === undefined ? undefined : { span: cited.span, markdown };
  }
  const named = lawAt(draft, offset);
  return named === undefined ? undefined : { span: named.span, markdown: titleText(named.law) };
}

function labelHover(draft: Draft, offset: number): Hover | undefined {
  const found = labelAt(draft, offset);
  if (found === undefined) return groupHover(draft, offset);
  const span = draft.place(found.anchor);
  const { layout } = found.table;
  if (found.row !== undefined) return { span, markdown: leafText(found.row.leaf, 'row', layout) };
  return found.column === undefined
    ? undefined
    : { span, markdown: leafText(found.column.leaf, 'column', layout) };
}

/** On a label that stands over several rows or columns, or on the article that a part of the table is about. */
function groupHover(draft: Draft, offset: number): Hover | undefined {
  const at = blockAt(draft, offset);
  const table = draft.report?.tables.find(({ parts }) => parts.some(({ block }) => block === at?.block));
  const prose = table === undefined ? undefined : proseAt(draft, offset);
  if (table === undefined || prose === undefined) return undefined;
  const { core } = readLabel(prose.text);
  const isNamed = (label: string) => readLabel(label).core === core;
  const group = groupsOf(table.layout).find(({ label }) => isNamed(label));
  const markdown = group === undefined ? blockTitleText(table, isNamed) : groupText(group, table.layout);
  return markdown === undefined
    ? undefined
    : { span: prose.place({ start: 0, end: prose.text.length }), markdown };
}

/** 第二十条第（五）项, over the rows that rest on it. */
function blockTitleText({ layout }: BoundTable, isNamed: (label: string) => boolean): string | undefined {
  const title = layout.blocks
    .map(({ form }) => form.title)
    .find((text) => text !== undefined && isNamed(text));
  const [citation] = title === undefined ? [] : readCitations(title);
  return citation && provisionText(citation);
}

function sectionHover(draft: Draft, offset: number): Hover | undefined {
  const section = sectionHeadingAt(draft, offset);
  const form = draft.report?.form.sections.find(({ id }) => id === section?.id);
  if (section === undefined || form === undefined) return undefined;
  return { span: draft.place(section.heading), markdown: sectionText(form) };
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
