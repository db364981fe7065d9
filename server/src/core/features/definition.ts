import { type Claim, claimsOf } from '../report/claims.ts';
import { type Span, touches } from '../text/span.ts';
import { type Draft, figureAt } from './draft.ts';

/** The cells that the number at an offset of the prose speaks of. */
export function definition(draft: Draft, offset: number): readonly Span[] {
  const { report } = draft;
  if (report === undefined) return [];
  const claim = claimsOf(report).find((candidate) => touches(claimSpan(draft, candidate), offset));
  const [figures = []] = claim?.meanings ?? [];
  return figures.flatMap((address) => {
    const figure = report.figures.get(address);
    return figure === undefined ? [] : [draft.place(figure.anchor)];
  });
}

/** The places in the prose that speak of the figure at an offset. */
export function references(draft: Draft, offset: number, withDeclaration: boolean): readonly Span[] {
  const found = figureAt(draft, offset);
  if (found === undefined || draft.report === undefined) return [];
  const { address, anchor } = found.figure;
  const spoken = claimsOf(draft.report).filter(({ meanings }) =>
    meanings.some((figures) => figures.includes(address)),
  );
  return [
    ...(withDeclaration ? [draft.place(anchor)] : []),
    ...spoken.map((claim) => claimSpan(draft, claim)),
  ];
}

function claimSpan(draft: Draft, { passage, amount }: Claim): Span {
  return draft.place(passage.place(amount.span));
}
