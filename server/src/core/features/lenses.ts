import { ledgerOf } from '../equations/ledger.ts';
import type { BoundTable } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';
import { type Refactoring, refactorings } from './refactorings.ts';

/** A line over a table: what its sums come to, or something that can be done with it. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
  readonly action:
    | { readonly kind: 'problems' }
    | { readonly kind: 'refactor'; readonly id: Refactoring['id']; readonly table: string };
}

/** What is offered over a table; the rest is found in the menus. */
const lensTitles: Partial<Readonly<Record<Refactoring['id'], string>>> = {
  recalculate: '重新计算合计',
  tidy: '整理表格',
};

/** `勾稽：2 处不平 · 重新计算合计 · 整理表格`, over every table of the form. */
export function lenses(draft: Draft): readonly Lens[] {
  const { report } = draft;
  if (report === undefined) return [];
  return report.tables.flatMap((table): Lens[] => {
    const part = table.parts[0];
    if (part === undefined) return [];
    const { start } = draft.place({ block: part.block, ...part.table.span });
    const span = { start, end: start };
    return [
      { span, title: balanceWords(draft, table), action: { kind: 'problems' } },
      ...refactorings(draft, table).flatMap(({ id }): Lens[] => {
        const title = lensTitles[id];
        return title === undefined
          ? []
          : [{ span, title, action: { kind: 'refactor', id, table: table.id } }];
      }),
    ];
  });
}

function balanceWords(draft: Draft, table: BoundTable): string {
  const entries = draft.report === undefined ? [] : (ledgerOf(draft.report).ofTable.get(table) ?? []);
  if (entries.length === 0) return `${table.layout.table.name}：${table.rows.length} 行`;
  const failing = entries.filter(({ outcome }) => outcome.kind === 'fails').length;
  const unknown = entries.filter(({ outcome }) => outcome.kind === 'unknown').length;
  if (failing > 0) return `勾稽：${failing} 处不平`;
  return unknown > 0 ? `勾稽：${unknown} 处没有填全` : `勾稽：${entries.length} 处全部相等`;
}
