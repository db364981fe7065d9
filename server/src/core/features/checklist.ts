import { ledgerOf } from '../equations/ledger.ts';
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

/** Which rules stand behind each row. */
const rows: readonly { readonly id: string; readonly label: string; readonly rules: readonly string[] }[] = [
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
    ],
  },
  {
    id: 'tables',
    label: '三张表齐全',
    rules: [
      'missing-table',
      'missing-row',
      'missing-column',
      'cell-count',
      'row-label',
      'form-version',
      'duplicate-table',
      'unknown-row',
      'row-order',
      'table-in-wrong-section',
      'not-a-number',
    ],
  },
  {
    id: 'sums',
    label: '勾稽全部相等',
    rules: ['sum-mismatch', 'balance-mismatch', 'suspect-cell', 'impossible-stock'],
  },
  { id: 'lastYear', label: '与上年衔接', rules: ['carry-over-mismatch', 'stock-mismatch'] },
  {
    id: 'prose',
    label: '正文与表格一致',
    rules: [
      'text-table-mismatch',
      'contradiction',
      'parts-mismatch',
      'repeated-figure',
      'percent-mismatch',
      'announced-count',
    ],
  },
  { id: 'placeholders', label: '没有待填的内容', rules: ['placeholder', 'blank-cell'] },
  { id: 'personal', label: '没有疑似个人信息', rules: ['personal-data'] },
  {
    id: 'dates',
    label: '标题、年度、日期',
    rules: ['report-title', 'year-mismatch', 'report-period', 'signing-date'],
  },
];

/** The checklist of a report; empty for any other file. `hasLast`: last year's report is known. */
export function checklist(draft: Draft, hasLast: boolean): readonly ChecklistItem[] {
  const { report } = draft;
  if (report === undefined) return [];
  return rows.map(({ id, label, rules }): ChecklistItem => {
    const found = draft.findings.filter(
      ({ rule, severity }) => rules.includes(rule) && (severity !== 'information' || id === 'dates'),
    );
    const [first] = found;
    if (first !== undefined) {
      const hints = found.every(({ severity }) => severity === 'hint');
      return {
        id,
        label,
        state: hints ? 'open' : 'failed',
        detail: hints ? `${found.length} 处待填` : `${found.length} 处有问题`,
        span: first.span,
      };
    }
    if (id === 'lastYear' && !hasLast) return { id, label, state: 'open', detail: '没有找到上年报告' };
    const unknown =
      id === 'sums' ? ledgerOf(report).entries.filter(({ outcome }) => outcome.kind === 'unknown').length : 0;
    return unknown > 0
      ? { id, label, state: 'open', detail: `${unknown} 处没有填全` }
      : { id, label, state: 'passed', detail: '已通过' };
  });
}
