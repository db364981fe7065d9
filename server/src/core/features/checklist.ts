import type { Outcome } from '../equations/evaluate.ts';
import { ledgerOf } from '../equations/ledger.ts';
import { yearEntries } from '../equations/years.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';

/** One thing to be in order before the report is handed in. */
export interface ChecklistItem {
  readonly id: string;
  readonly label: string;
  readonly state: 'passed' | 'failed' | 'open';
  /** In words: 已通过, 2 处有问题, 还有 3 格待填. */
  readonly detail: string;
  /** Where the first of it is. */
  readonly span?: Span;
}

/** Which rules stand behind each row; rules of wording alone stand behind none. */
export const checklistRows: readonly {
  readonly id: string;
  readonly label: string;
  readonly rules: readonly string[];
}[] = [
  {
    id: 'sections',
    label: '六个部分齐全',
    rules: [
      'missing-section',
      'section-order',
      'duplicate-section',
      'extra-section',
      'empty-section',
      'section-number',
      'unread-block',
    ],
  },
  {
    id: 'tables',
    label: '三张表齐全',
    rules: [
      'missing-table',
      'unread-table',
      'missing-row',
      'missing-column',
      'cell-count',
      'row-label',
      'form-version',
      'duplicate-table',
      'unknown-row',
      'table-in-wrong-section',
      'not-a-number',
      'negative-count',
      'fractional-count',
      'unit-in-cell',
      'amount-unit',
      'no-rulemaking-power',
    ],
  },
  {
    id: 'sums',
    label: '勾稽全部相等',
    rules: ['sum-mismatch', 'balance-mismatch', 'suspect-cell', 'impossible-stock', 'roll-up-mismatch'],
  },
  { id: 'lastYear', label: '与上年衔接', rules: ['carry-over-mismatch', 'stock-mismatch'] },
  {
    id: 'prose',
    label: '正文与表格一致',
    rules: ['text-table-mismatch', 'contradiction', 'parts-mismatch', 'repeated-figure', 'percent-mismatch'],
  },
  { id: 'placeholders', label: '无待填项', rules: ['placeholder', 'blank-cell'] },
  { id: 'personal', label: '无疑似个人信息', rules: ['personal-data'] },
  {
    id: 'dates',
    label: '标题年度日期',
    rules: ['report-title', 'year-mismatch', 'report-period', 'signing-date', 'front-matter'],
  },
];

/** The checklist of a report; empty for any other file. `last`: last year's report, when it is known. */
export function checklist(draft: Draft, last: Report | undefined): readonly ChecklistItem[] {
  const { report } = draft;
  if (report === undefined) return [];
  return checklistRows.map(({ id, label, rules }): ChecklistItem => {
    const found = draft.findings.filter(
      ({ rule, severity }) => rules.includes(rule) && (severity !== 'information' || id === 'dates'),
    );
    const [first] = found;
    if (first === undefined) {
      const missing = notYetKnown(id, report, last);
      return missing === undefined
        ? { id, label, state: 'passed', detail: '已通过' }
        : { id, label, state: 'open', detail: missing };
    }
    const hints = found.every(({ severity }) => severity === 'hint');
    return {
      id,
      label,
      state: hints ? 'open' : 'failed',
      detail: `${found.length} 处${hints ? '待填' : '有问题'}`,
      span: first.span,
    };
  });
}

/** Why a row in which nothing is wrong has not passed: there was nothing to compare, or not all of it. */
function notYetKnown(id: string, report: Report, last: Report | undefined): string | undefined {
  if (id === 'sums') return unknownOf(ledgerOf(report).entries.map(({ outcome }) => outcome));
  if (id !== 'lastYear') return undefined;
  if (last === undefined) return '没有找到上年报告';
  return unknownOf(comparable(report, last));
}

/** What joins the two reports, but for figures that one of the forms does not have. */
function comparable(report: Report, last: Report): readonly Outcome[] {
  return yearEntries(report, last)
    .map(({ outcome }) => outcome)
    .filter((outcome) => outcome.kind !== 'unknown' || outcome.because !== 'missing');
}

function unknownOf(outcomes: readonly Outcome[]): string | undefined {
  if (outcomes.length === 0) return '没有可以核对的数字';
  const unknown = outcomes.filter(({ kind }) => kind === 'unknown').length;
  return unknown === 0 ? undefined : `${unknown} 处没有填全`;
}
