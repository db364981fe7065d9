import type { Span } from '../text/span.ts';
import { type Draft, figureAt } from './draft.ts';

/** The cells that the number at an offset of the prose speaks of. */
export function definition(_draft: Draft, _offset: number): readonly Span[] {
  return [];
}

/** The places in the prose that speak of the figure at an offset. */
export function references(draft: Draft, offset: number, withDeclaration: boolean): readonly Span[] {
  const found = figureAt(draft, offset);
  return found === undefined || !withDeclaration ? [] : [draft.place(found.figure.anchor)];
}
