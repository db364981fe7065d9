import { type Citation, readCitations } from '../laws/citations.ts';
import { type DocumentNumber, readDocumentNumbers } from '../laws/documentNumbers.ts';
import {
  type Abbreviation,
  readAbbreviations,
  readTitles,
  type TitleMention,
  type TitleResolver,
  titleResolver,
} from '../laws/titleReader.ts';
import { inTurn } from '../text/memo.ts';
import { inPassages, type Passage } from './passages.ts';
import type { Report } from './report.ts';

/** A passage with the laws and documents it names. */
export interface LawText {
  readonly passage: Passage;
  readonly titles: readonly TitleMention[];
  readonly numbers: readonly DocumentNumber[];
  readonly citations: readonly Citation[];
  /** Knows the short names that the passage and those before it declare. */
  readonly resolve: TitleResolver;
}

/** Earlier ones are forgotten; no report declares nearly as many. */
const mostAbbreviations = 50;

/** The passages that name a title in 《》, a number of a document or an article; the same list each time. */
export function lawTextsOf(report: Report): readonly LawText[] {
  return inTurn(
    report,
    lawTextsOf,
    () => inPassages(report, lawNames),
    () => {
      const elsewhere: Abbreviation[] = [];
      return ({ passage, titles, numbers, abbreviations, cites }) => {
        const before = elsewhere.slice();
        const citations = cites ? readCitations(passage.text, { titles, abbreviations: before }) : [];
        elsewhere.push(...abbreviations);
        elsewhere.splice(0, elsewhere.length - mostAbbreviations);
        if (titles.length + numbers.length + citations.length === 0) return [];
        return [{ passage, titles, numbers, citations, resolve: titleResolver(abbreviations, before) }];
      };
    },
  );
}

/** What a passage says of laws and documents by itself; which law a citation means may hang on those before. */
function lawNames(passage: Passage) {
  const { text } = passage;
  const titles = readTitles(text);
  const abbreviations = readAbbreviations(text, titles);
  const numbers = readDocumentNumbers(text);
  const cites = readCitations(text, { titles }).length > 0;
  return titles.length + abbreviations.length + numbers.length > 0 || cites
    ? [{ passage, titles, numbers, abbreviations, cites }]
    : [];
}
