import type { Citation } from '../laws/citations.ts';
import type { LawTitle } from '../laws/title.ts';
import { titles } from '../laws/titles.ts';
import { lawTextsOf } from '../report/lawText.ts';
import { type Span, touches } from '../text/span.ts';
import type { Draft } from './draft.ts';

/** The article that is cited at an offset of the prose. */
export function citationAt(
  draft: Draft,
  offset: number,
): { readonly span: Span; readonly citation: Citation } | undefined {
  if (draft.report === undefined) return undefined;
  for (const { passage, citations } of lawTextsOf(draft.report)) {
    for (const citation of citations) {
      const span = draft.place(passage.place(citation.span));
      if (touches(span, offset)) return { span, citation };
    }
  }
  return undefined;
}

/** The law or document named at an offset, by its title or by its number. */
export function lawAt(
  draft: Draft,
  offset: number,
): { readonly span: Span; readonly law: LawTitle } | undefined {
  if (draft.report === undefined) return undefined;
  for (const { passage, titles: mentions, numbers, resolve } of lawTextsOf(draft.report)) {
    for (const mention of mentions) {
      const span = draft.place(passage.place(mention.span));
      if (!touches(span, offset)) continue;
      const { match } = resolve(mention.name, mention.span.start);
      return match.kind === 'unknown' ? undefined : { span, law: match.law };
    }
    for (const number of numbers) {
      const span = draft.place(passage.place(number.span));
      const law = titles.find((title) => title.number === number.normalized);
      if (touches(span, offset)) return law === undefined ? undefined : { span, law };
    }
  }
  return undefined;
}
