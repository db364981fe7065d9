import { isElsewhere } from '../report/claimScope.ts';
import type { Passage } from '../report/passages.ts';
import { plainLength } from '../report/plainMatter.ts';
import { clauseAt, quantitiesWithin, type ReadPassage, type ReadSentence } from '../report/readPassages.ts';
import type { Report } from '../report/report.ts';
import type { Amount, Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import { isExact } from './shareOf.ts';

/** A number that no table holds, by the words of its clause: 门户网站公开信息216条. */
export interface Fact {
  readonly key: string;
  readonly passage: Passage;
  readonly amount: Amount;
  /** Of the clause in the passage. */
  readonly span: Span;
  /** Says that it is the whole year's. */
  readonly whole: boolean;
}

/** Fewer characters may speak of several things. */
const shortestKey = 6;
const ofTheYear =
  /^(?:综上所述|综上|总之|全年|本年度|本年|今年|年内|一年来|2\d{3}年度?|累计|共计|总计|合计|共|[，,])+/;
const partial = /季度|上半年|下半年|月份?|计划|下一步|拟|将|目标|力争|上年|去年|往年|其中|另/;

/** Clauses with one exact number that say a thing of their own; not those in an enumeration, which names it before. */
export function factsIn({ passage, quantities, sentences }: ReadPassage, report: Report): Fact[] {
  const first = quantities.find(({ kind }) => kind === 'enumerator')?.span.start ?? passage.text.length;
  return sentences.flatMap((sentence) =>
    sentence.quantities.flatMap((quantity) =>
      quantity.span.start > first ? [] : (factOf(quantity, sentence, report) ?? []),
    ),
  );
}

function factOf(amount: Quantity, sentence: ReadSentence, report: Report): Fact | undefined {
  if (amount.kind !== 'quantity' || amount.unit === undefined || !isExact(amount)) return undefined;
  const clause = clauseAt(sentence, amount.span);
  if (clause?.depth !== 0 || amount.span.end !== clause.span.end) return undefined;
  const inside = quantitiesWithin(sentence.quantities, clause.span);
  if (inside.some((other) => other !== amount && other.kind !== 'year')) return undefined;
  const text = sentence.passage.text.slice(clause.span.start, amount.span.start);
  if (partial.test(text) || isElsewhere({ text, start: clause.span.start, quantities: inside }, report))
    return undefined;
  const words = text.replace(ofTheYear, '');
  if (weightOf(words) < shortestKey) return undefined;
  return {
    key: `${words}|${amount.unit}`,
    passage: sentence.passage,
    amount,
    span: clause.span,
    whole: words.length < text.length,
  };
}

/** Characters that say something: 共, 全年 and the like do not. */
function weightOf(words: string): number {
  let weight = 0;
  for (let at = 0; at < words.length; ) {
    const length = plainLength(words, at, []);
    const step = Math.max(1, length);
    if (length === 0 || /^(?:信息|公开|政)/.test(words.slice(at))) weight += step;
    at += step;
  }
  return weight;
}
