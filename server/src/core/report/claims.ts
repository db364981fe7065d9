import type { FigureAddress } from '../forms/address.ts';
import type { TableId } from '../forms/form.ts';
import { type Clause, readClauses } from '../text/clauses.ts';
import { memoByText } from '../text/memo.ts';
import { readQuantities } from '../text/quantities.ts';
import type { Amount, Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import { type Phrase, phrases, type Subject } from './claimPhrases.ts';
import { type Passage, passagesOf } from './passages.ts';
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

/** One passage with its numbers and clauses read. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly quantities: readonly Quantity[];
  readonly clauses: readonly Clause[];
}

const quantitiesIn = memoByText(readQuantities);
const clausesIn = memoByText(readClauses);
const passages = new WeakMap<Report, readonly ReadPassage[]>();
const claims = new WeakMap<Report, readonly Claim[]>();

/** The running text of a report with its numbers; headings and signature apart. */
export function readPassages(report: Report): readonly ReadPassage[] {
  let read = passages.get(report);
  if (read === undefined) {
    read = passagesOf(report)
      .filter(({ kind }) => kind === 'opening' || kind === 'body' || kind === 'item')
      .map((passage) => ({
        passage,
        quantities: quantitiesIn(passage.text),
        clauses: clausesIn(passage.text),
      }));
    passages.set(report, read);
  }
  return read;
}

/** Every claim of the report's text, in the order of the text. */
export function claimsOf(report: Report): readonly Claim[] {
  let found = claims.get(report);
  if (found === undefined) {
    const tables = new Set(report.tables.map(({ id }) => id));
    found = readPassages(report).flatMap((read) => claimsIn(read, report, tables));
    claims.set(report, found);
  }
  return found;
}

/** The clause that a span lies in, at the depth of the span. */
export function clauseAt(clauses: readonly Clause[], span: Span): Clause | undefined {
  return clauses.findLast((clause) => clause.span.start <= span.start && span.end <= clause.span.end);
}

/** The sentence around a clause, from its first clause to its last. */
export function sentenceAround(clauses: readonly Clause[], clause: Clause): Span {
  const own = clauses.filter(({ sentence, depth }) => sentence === clause.sentence && depth === 0);
  return {
    start: own[0]?.span.start ?? clause.span.start,
    end: own[own.length - 1]?.span.end ?? clause.span.end,
  };
}

/** True where a number compares, or speaks of other years or other organs, and so says nothing of this report's figures. */
export function isElsewhere(text: string, report: Report, years: readonly Quantity[]): boolean {
  if (
    /较上|同比|环比|比上年|比去年|与上年|上年同期|去年|往年|近年|历年|累计|以来|全市|全县|全区|全省|全州|全系统|各部门|各单位|各乡|各镇|各街道|各县|各区|所属|下属|本级|其他机关|兄弟|近[一二两三四五六十0-9]+年|[两三四五]年来/.test(
      text,
    )
  )
    return true;
  const year = report.year?.value;
  return years.some(
    (mention) =>
      (mention.kind === 'year' || mention.kind === 'date') &&
      yearOf(mention) !== undefined &&
      yearOf(mention) !== year,
  );
}

function yearOf(mention: Quantity): number | undefined {
  return mention.kind === 'year' ? mention.number : mention.kind === 'date' ? mention.year : undefined;
}

const units = new Set(['件', '宗', '份', '起', '项', '次', '件次', '部']);

/** A number by which way the request came, or on other business, is no figure of the tables. */
const otherMatters =
  /网络|网上|网站|平台|邮件|电子|信函|来函|当面|现场|邮寄|传真|电话|渠道|在线|窗口|建议|提案|信访|热线|咨询|留言|来信|投诉|许可申请|登记|补贴|补助|救助|低保|仲裁|证照|办证|征收|补偿|涉及|关于|超期|逾期未|按时|撤回|撤销|延期|延长|培训|讲座|宣传|机关受理/;

function claimsIn(
  { passage, quantities, clauses }: ReadPassage,
  report: Report,
  tables: ReadonlySet<TableId>,
): Claim[] {
  const found: Claim[] = [];
  for (const amount of quantities) {
    if (amount.kind !== 'quantity' || amount.unit === undefined || !units.has(amount.unit)) continue;
    const clause = clauseAt(clauses, amount.span);
    if (clause === undefined) continue;
    const sentence = sentenceAround(clauses, clause);
    const sentenceText = passage.text.slice(sentence.start, sentence.end);
    const clauseText = passage.text.slice(clause.span.start, clause.span.end);
    const inSentence = quantities.filter(
      ({ span }) => span.start >= sentence.start && span.end <= sentence.end,
    );
    if (
      otherMatters.test(clauseText) ||
      isElsewhere(sentenceText, report, inSentence) ||
      isDifference(passage.text, amount)
    )
      continue;
    const subject = subjectOf(passage, sentenceText, clauseText);
    if (subject === undefined || !tables.has(tableOf(subject))) continue;
    const phrase = nearestPhrase(passage.text, clause, amount, quantities, subject);
    // 约收到15件: the word of approximation stands before the verb.
    if (phrase === undefined || /[约近]$/.test(passage.text.slice(0, phrase.start))) continue;
    const meanings = phrase.phrase.meanings
      .map((meaning) => meaning.flatMap((pattern) => expand(pattern, report)))
      .filter((meaning) => meaning.length > 0);
    if (meanings.length === 0) continue;
    const quoted = passage.text.slice(
      Math.min(phrase.start, amount.span.start),
      Math.max(phrase.end, amount.span.end),
    );
    found.push({
      passage,
      amount,
      phrase: phrase.phrase,
      quoted: quoted.length > 24 ? passage.text.slice(amount.span.start, amount.span.end) : quoted,
      meanings,
    });
  }
  return found;
}

/** 增加5件, 多3件: how two numbers differ. */
function isDifference(text: string, amount: Amount): boolean {
  return /(?:增加|减少|增长|下降|上升|增|减|多|少|降)(?:了|到|至)?$/.test(
    text.slice(Math.max(0, amount.span.start - 4), amount.span.start),
  );
}

function tableOf(subject: Subject): TableId {
  return subject === 'review' || subject === 'litigation' || subject === 'both' ? 'proceedings' : subject;
}

/** What a clause counts; the sentence says it where the clause does not. */
function subjectOf(passage: Passage, sentence: string, clause: string): Subject | undefined {
  const about = /复议|诉讼|应诉|规范性文件|规章/.test(clause) ? clause : sentence;
  const review = about.includes('复议');
  const litigation = /诉讼|应诉/.test(about);
  if (review || litigation) {
    if (
      !/信息公开|政务公开/.test(sentence) &&
      passage.section?.id !== 'proceedings' &&
      passage.section?.id !== 'overview'
    )
      return undefined;
    if (review && litigation)
      return /(?:复议|诉讼)(?:案件)?(?:、|和|及|与|或)(?:被)?(?:提起)?(?:行政)?(?:诉讼|复议)/.test(about)
        ? 'both'
        : clause.includes('复议')
          ? 'review'
          : 'litigation';
    return review ? 'review' : 'litigation';
  }
  if (/规范性文件|规章/.test(clause)) return 'disclosure';
  return /信息公开申请|依申请|公开申请|申请公开|申请/.test(sentence) &&
    /信息公开|依申请|公开申请|申请公开/.test(passage.text)
    ? 'applications'
    : undefined;
}

interface PlacedPhrase extends Span {
  readonly phrase: Phrase;
}

/** The phrase that a number belongs to: before it with no other number between, else right behind it. */
function nearestPhrase(
  text: string,
  clause: Clause,
  amount: Amount,
  quantities: readonly Quantity[],
  subject: Subject,
): PlacedPhrase | undefined {
  const numbers = quantities.filter(
    (other) =>
      other !== amount &&
      (other.kind === 'quantity' || other.kind === 'share') &&
      other.span.start >= clause.span.start &&
      other.span.end <= clause.span.end,
  );
  const previous = Math.max(
    clause.span.start,
    ...numbers.filter(({ span }) => span.end <= amount.span.start).map(({ span }) => span.end),
  );
  const next = Math.min(
    clause.span.end,
    ...numbers.filter(({ span }) => span.start >= amount.span.end).map(({ span }) => span.start),
  );
  const before = lastPhrase(text.slice(previous, amount.span.start), previous, subject);
  if (before !== undefined) return before;
  const behind = text.slice(amount.span.end, Math.min(next, amount.span.end + 10));
  return previous === clause.span.start ? firstPhrase(behind, amount.span.end, subject) : undefined;
}

function lastPhrase(text: string, offset: number, subject: Subject): PlacedPhrase | undefined {
  let best: PlacedPhrase | undefined;
  for (const phrase of phrases) {
    if (phrase.subject !== subject) continue;
    for (const word of phrase.words) {
      const at = text.lastIndexOf(word);
      if (at < 0) continue;
      const end = offset + at + word.length;
      // Of two that end alike the longer one is meant: 部分公开 before 公开.
      if (best === undefined || end > best.end || (end === best.end && offset + at < best.start))
        best = { phrase, start: offset + at, end };
    }
  }
  return best?.phrase.silent === true ? undefined : best;
}

function firstPhrase(text: string, offset: number, subject: Subject): PlacedPhrase | undefined {
  let best: PlacedPhrase | undefined;
  for (const phrase of phrases) {
    if (phrase.subject !== subject || phrase.onlyBefore === true) continue;
    for (const word of phrase.words) {
      const at = text.indexOf(word);
      if (at >= 0 && (best === undefined || offset + at < best.start))
        best = { phrase, start: offset + at, end: offset + at + word.length };
    }
  }
  return best?.phrase.silent === true ? undefined : best;
}

// A star stands for the rest of a row's id: applications/denied.* in the column total is every such row.
function expand(pattern: string, report: Report): FigureAddress[] {
  const star = pattern.indexOf('*');
  if (star < 0) return report.figures.has(pattern) ? [pattern] : [];
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  return [...report.figures.keys()].filter((address) => address.startsWith(head) && address.endsWith(tail));
}
