import type { FigureAddress } from '../forms/address.ts';
import type { TableId } from '../forms/form.ts';
import type { Amount } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import { countsRequests, type PlacedPhrase, phraseOf, stretchOf } from './claimBinding.ts';
import type { Phrase, Subject } from './claimPhrases.ts';
import { isElsewhere } from './claimScope.ts';
import { ownNames } from './ownNames.ts';
import type { Passage } from './passages.ts';
import { clauseAt, countingPassages, type ReadPassage, type ReadSentence } from './readPassages.ts';
import type { Report } from './report.ts';

/** A sentence's number that speaks of figures of the form. */
export interface Claim {
  readonly passage: Passage;
  readonly amount: Amount;
  readonly phrase: Phrase;
  /** Phrase and number, as quoted in messages. */
  readonly quoted: string;
  /**
   * What the number may stand for: each is a sum of figures, and any of them that fits is right
   * (收到 is the new requests, or those with last year's carried over).
   */
  readonly meanings: readonly (readonly FigureAddress[])[];
}

const claims = new WeakMap<Report, readonly Claim[]>();

/** Every claim of the report's text, in the order of the text. */
export function claimsOf(report: Report): readonly Claim[] {
  let found = claims.get(report);
  if (found === undefined) {
    const names = ownNames(report);
    found = countingPassages(report).flatMap((read) => claimsIn(read, report, names));
    claims.set(report, found);
  }
  return found;
}

const units = new Set(['件', '宗', '份', '起', '项', '次', '件次', '部']);
const topic = /公开申请|申请公开|依申请公开|信息公开|政务公开/;

function claimsIn(read: ReadPassage, report: Report, names: readonly string[]): Claim[] {
  const found: Claim[] = [];
  let strayed = false;
  for (const sentence of read.sentences) {
    // Behind a number of something else the next ones go on with it, until the subject is named anew.
    strayed &&= sentence.text.startsWith('其中');
    const elsewhere = isElsewhere({ ...sentence, start: sentence.span.start }, report);
    for (const amount of sentence.quantities) {
      if (amount.kind !== 'quantity' || amount.unit === undefined || !units.has(amount.unit)) continue;
      const clause = clauseAt(sentence, amount.span);
      if (clause === undefined) continue;
      const around = { sentence, clause, names };
      const { start, end } = stretchOf(amount, around);
      const stretch = read.passage.text.slice(start, end);
      const subject = elsewhere ? undefined : subjectOf(sentence, stretch, clause.span);
      const placed = subject === undefined ? undefined : phraseOf(amount, subject, around);
      strayed ||= placed === undefined && !countsRequests(amount, around);
      if (placed === undefined || subject === undefined || (strayed && !topic.test(stretch))) continue;
      const claim = claimOf(read.passage, amount, placed, subject, report);
      if (claim !== undefined) found.push(claim);
    }
  }
  return found;
}

function claimOf(
  passage: Passage,
  amount: Amount,
  placed: PlacedPhrase,
  subject: Subject,
  report: Report,
): Claim | undefined {
  const { text } = passage;
  const meanings = placed.phrase.meanings
    .map((meaning) => meaning.flatMap((pattern) => expand(pattern, report)))
    .filter((meaning) => meaning.length > 0);
  // 约收到15件: the word of approximation stands before the verb.
  const rough = /[约近超逾]$/.test(text.slice(0, placed.start));
  if (rough || meanings.length === 0 || !report.tables.some(({ id }) => id === tableOf(subject)))
    return undefined;
  const whole = text.slice(Math.min(placed.start, amount.span.start), Math.max(placed.end, amount.span.end));
  const quoted = whole.length > 24 ? text.slice(amount.span.start, amount.span.end) : whole;
  return { passage, amount, phrase: placed.phrase, quoted, meanings };
}

function tableOf(subject: Subject): TableId {
  return subject === 'review' || subject === 'litigation' || subject === 'both' ? 'proceedings' : subject;
}

/** What a number counts; the sentence says it where the clause does not. */
function subjectOf(
  { passage, text: sentence }: ReadSentence,
  stretch: string,
  clause: Span,
): Subject | undefined {
  const clauseText = passage.text.slice(clause.start, clause.end);
  const says = /复议|诉讼|应诉|起诉|规范性文件|规章|作出行政/;
  const about = [stretch, clauseText].find((text) => says.test(text)) ?? sentence;
  const review = about.includes('复议');
  const litigation = /诉讼|应诉|起诉/.test(about);
  if (review || litigation) {
    if (!topic.test(sentence) && passage.section?.id !== 'proceedings') return undefined;
    if (!review || /直接起诉|复议后/.test(about)) return 'litigation';
    if (!litigation) return 'review';
    return bothTogether.test(about) ? 'both' : undefined;
  }
  if (/规范性文件|规章|作出行政/.test(clauseText)) return 'disclosure';
  return sentence.includes('申请') && topic.test(passage.text) ? 'applications' : undefined;
}

/** 行政复议、诉讼共2件. */
const bothTogether = /(?:复议|诉讼)(?:案件)?(?:、|和|及|与|或)(?:被)?(?:提起)?(?:行政)?(?:诉讼|复议)/;

// A star stands for the rest of a row's id: applications/denied.* in the column total is every such row.
function expand(pattern: string, report: Report): FigureAddress[] {
  const star = pattern.indexOf('*');
  if (star < 0) return report.figures.has(pattern) ? [pattern] : [];
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  return [...report.figures.keys()].filter((address) => address.startsWith(head) && address.endsWith(tail));
}
