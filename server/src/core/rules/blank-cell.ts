import { suspectsOf } from '../equations/diagnose.ts';
import { equationsOf } from '../equations/equation.ts';
import { solveFor, termValue } from '../equations/evaluate.ts';
import { ledgerOf } from '../equations/ledger.ts';
import { recalculate } from '../equations/recalculate.ts';
import { figureName, plainLabel } from '../forms/layout.ts';
import type { Figure, Report } from '../report/report.ts';
import { type Decimal, formatDecimal } from '../text/decimal.ts';
import { cellEdit } from './cellEdit.ts';
import { defineRule } from './rule.ts';

export const blankCell = defineRule({
  id: 'blank-cell',
  group: 'cells',
  severity: 'hint',
  title: '数字留空',
  why: '没有发生的也要填 0，不要留空或画斜线。总计留空时，各项都填了就能算出来。',
  messages: {
    blanks: (name: string, count: number, columns: readonly string[]) =>
      `${name}有 ${count} 格没有填数字（${columns.join('、')}）。没有发生的请填 0。`,
    total: (name: string, value: string) => `${name}没有填。按各项相加应为 ${value}。`,
  },
  examples: {
    good: [{}],
    bad: [
      { figures: { 'applications/granted/research': '⟦/⟧' } },
      { figures: { 'proceedings/review/total': '⟦/⟧' } },
    ],
  },
  *check(report, _context, say) {
    const suspects = suspectsOf(report);
    const agreed = new Set(recalculate(report).map(({ figure }) => figure));
    for (const table of report.tables) {
      const blank = table.rows.flatMap((row) =>
        row.figures.filter(({ value, address }) => value.kind === 'blank' && !suspects.has(address)),
      );
      const { totals } = equationsOf(table.layout);
      const known = new Map(
        blank.flatMap((figure) => {
          const value = knownTotal(report, figure);
          return value === undefined ? [] : [[figure, value] as const];
        }),
      );
      for (const [figure, value] of known) {
        const text = formatDecimal(value);
        yield {
          at: figure.anchor,
          message: say.total(figureName(figure.form), text),
          severity: 'warning',
          fixes: () => [
            {
              title: `填入 ${text}`,
              preferred: agreed.has(figure),
              safe: agreed.has(figure),
              edits: [cellEdit(figure.anchor, text)],
            },
          ],
        };
      }
      const rest = blank.filter((figure) => !known.has(figure));
      const first = rest[0];
      if (first === undefined) continue;
      const columns = [...new Set(rest.map(({ form }) => plainLabel(form.column.label)))];
      const inputs = rest.filter((figure) => !totals.has(figure.address));
      yield {
        at: first.anchor,
        message: say.blanks(table.layout.table.name, rest.length, columns),
        fixes: () =>
          inputs.length === 0
            ? []
            : [
                {
                  title: `把 ${inputs.length} 个空格填为 0（总计不填）`,
                  edits: inputs.map(({ anchor }) => cellEdit(anchor, '0')),
                },
              ],
      };
    }
  },
});

/** What a blank total comes to, when every figure it adds up has been filled. */
function knownTotal(report: Report, { address }: Figure): Decimal | undefined {
  for (const { equation, sources } of ledgerOf(report).entries) {
    const [total] = equation.left;
    if (equation.shape !== 'sum' || total?.address !== address) continue;
    if (equation.right.every((term) => typeof termValue(term, sources) !== 'string'))
      return solveFor(equation, total, sources);
  }
  return undefined;
}
