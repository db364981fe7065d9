import { figureName, plainLabel } from '../forms/layout.ts';
import { inCells } from '../report/cells.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import { clauseAt, readPassage } from '../report/readPassages.ts';
import type { Figure, FigureCell } from '../report/report.ts';
import { compare, formatDecimal, fromInteger, isInteger, isZero, shift } from '../text/decimal.ts';
import { defineRule } from './rule.ts';

/** 100 亿元: no office reports as much, and to the last 万元 without a decimal. */
const implausible = fromInteger(1_000_000);

export const amountUnit = defineRule({
  id: 'amount-unit',
  group: 'cells',
  severity: 'warning',
  title: '金额的单位可能是元',
  why: '金额以万元为单位。把元直接填进来，就大了一万倍。',
  messages: {
    unit: (name: string, written: string, converted: string) =>
      `${name}填了 ${written} 万元，疑以元为单位：${written} 元应写 ${converted}。请核对。`,
  },
  examples: {
    good: [
      { figures: { 'disclosure/fees/amount': '999999' } },
      { figures: { 'disclosure/fees/amount': '1234567.89' } },
      {
        figures: { 'disclosure/fees/amount': '365' },
        replace: [['没有发生责任追究。', '没有发生责任追究。收取信息处理费365元，行政事业性收费365万元。']],
      },
    ],
    bad: [
      { figures: { 'disclosure/fees/amount': '⟦1365000⟧' } },
      {
        figures: { 'disclosure/fees/amount': '⟦365000⟧' },
        replace: [['没有发生责任追究。', '没有发生责任追究。全年行政事业性收费365000元。']],
      },
      { form: '2019', figures: { 'disclosure/procurement/amount': '⟦3650050⟧' } },
    ],
  },
  *check(report, _context, say) {
    const sums = inPassages(report, sumsInYuan);
    for (const { form, anchor, number } of inCells(report, wholeAmount)) {
      const written = formatDecimal(number);
      const label = plainLabel(form.row.label);
      const isStated = sums.some(({ value, text }) => value === written && text.includes(label));
      if (compare(number, implausible) < 0 && !isStated) continue;
      const converted = formatDecimal(shift(number, -4));
      yield {
        at: anchor,
        message: say.unit(figureName(form), written, converted),
        fixes: () => [{ title: `按万元改为 ${converted}`, edits: [{ anchor, newText: converted }] }],
      };
    }
  },
});

function wholeAmount({ form }: Figure, { value, anchor }: FigureCell) {
  // A unit that is written out says itself what is meant.
  if (form.kind !== 'money' || value.kind !== 'number' || value.unit !== undefined) return undefined;
  const { number } = value;
  return isInteger(number) && !isZero(number) ? { form, anchor, number } : undefined;
}

/** The sums that the text states in 元, each with its clause. */
function sumsInYuan(passage: Passage) {
  if (!passage.text.includes('元')) return [];
  return readPassage(passage).flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      sentence.quantities.flatMap((sum) => {
        const clause = clauseAt(sentence, sum.span);
        return sum.kind === 'quantity' && sum.unit === '元' && clause !== undefined
          ? [{ value: sum.value, text: passage.text.slice(clause.span.start, clause.span.end) }]
          : [];
      }),
    ),
  );
}
