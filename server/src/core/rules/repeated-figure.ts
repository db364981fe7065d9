import { statedClaims } from '../equations/stated.ts';
import type { Claim } from '../report/claims.ts';
import { countingPassages } from '../report/readPassages.ts';
import { inTurn } from '../text/memo.ts';
import { type Fact, factsIn } from './repeatedFacts.ts';
import { defineRule, type Found } from './rule.ts';

export const repeatedFigure = defineRule({
  id: 'repeated-figure',
  group: 'text',
  severity: 'warning',
  title: '同一个数前后说法不同',
  why: '正文两处说的是同一件事，数字却不同。表格里没有这个数可以对照，只能核对台账。',
  messages: {
    differs: (first: string, second: string) =>
      `前面写“${first}”，这里写“${second}”，说的是同一件事而数字不同。请核对。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          ['及时发布规划、用地和执法信息', '门户网站公开信息216条'],
          ['更新门户网站专栏', '今年门户网站公开信息⟦261条⟧'],
        ],
      },
      {
        figures: {
          'applications/carriedOut/total': '/',
          'applications/carriedOut/natural': '/',
          'applications/carriedOut/otherOrg': '/',
        },
        replace: [['办结11件。', '办结11件，结转下年度2件。公开申请中结转下年度⟦3件⟧。']],
        also: ['blank-cell', 'balance-mismatch', 'suspect-cell', 'contradiction'],
      },
    ],
  },
  *check(report, _context, say) {
    const facts = inTurn(
      report,
      factsIn,
      () => countingPassages(report),
      () => (read) => factsIn(read, report),
    );
    const known = new Map<string, Claim>();
    for (const { claim, outcome } of statedClaims(report)) {
      const { amount } = claim;
      // Where the table says the number, the text that differs from it has been named already.
      if (outcome.kind !== 'unknown' || outcome.because === 'rough') continue;
      const key = claim.meanings.map((meaning) => meaning.join('+')).join('|');
      const first = known.get(key);
      if (first === undefined) known.set(key, claim);
      else if (first.amount.value !== amount.value) {
        yield {
          at: claim.passage.place(amount.span),
          message: say.differs(first.quoted, claim.quoted),
          related: [{ anchor: first.passage.place(first.amount.span), message: first.quoted }],
        };
      }
    }
    yield* repeatedFacts(facts, say.differs);
  },
});

/** The same words with two numbers, one of them said of the whole year. */
function* repeatedFacts(
  facts: readonly Fact[],
  message: (first: string, second: string) => string,
): Iterable<Found> {
  const known = new Map<string, Fact>();
  for (const fact of facts) {
    const { passage, amount, key, whole } = fact;
    const first = known.get(key);
    if (first === undefined) known.set(key, fact);
    else if (first.amount.value !== amount.value && (first.whole || whole))
      yield {
        at: passage.place(amount.span),
        message: message(quoteOf(first), quoteOf(fact)),
        related: [{ anchor: first.passage.place(first.amount.span), message: quoteOf(first) }],
      };
  }
}

function quoteOf({ passage, span }: Fact): string {
  return passage.text.slice(span.start, span.end);
}
