import { termsOf } from '../equations/equation.ts';
import { type StatedClaim, statedClaims } from '../equations/stated.ts';
import type { Claim } from '../report/claims.ts';
import { type Span, touches } from '../text/span.ts';
import { type Draft, figureAt } from './draft.ts';

/** The cells that the number at an offset of the prose speaks of. */
export function definition(draft: Draft, offset: number): readonly Span[] {
  const { report } = draft;
  const stated = statedAt(draft, offset);
  return (stated === undefined ? [] : termsOf(stated.equation)).flatMap(({ address }) => {
    const figure = report?.figures.get(address);
    return figure === undefined ? [] : [draft.place(figure.anchor)];
  });
}

/** The statement whose number is at an offset of the prose. */
export function statedAt(draft: Draft, offset: number): StatedClaim | undefined {
  if (draft.report === undefined) return undefined;
  return statedClaims(draft.report).find(({ claim }) => touches(claimSpan(draft, claim), offset));
}

/** The places in the prose that speak of the figure at an offset. */
export function references(draft: Draft, offset: number, withDeclaration: boolean): readonly Span[] {
  const found = figureAt(draft, offset);
  if (found === undefined || draft.report === undefined) return [];
  const { address, anchor } = found.figure;
  const spoken = statedClaims(draft.report).filter(({ equation }) =>
    termsOf(equation).some((term) => term.address === address),
  );
  return [
    ...(withDeclaration ? [draft.place(anchor)] : []),
    ...spoken.map(({ claim }) => claimSpan(draft, claim)),
  ];
}

export function claimSpan(draft: Draft, { passage, amount }: Claim): Span {
  return draft.place(passage.place(amount.span));
}
