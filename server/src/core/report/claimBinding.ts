import type { Clause } from '../text/clauses.ts';
import type { Amount } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import { type Phrase, phrases, type Subject } from './claimPhrases.ts';
import { isDifference } from './claimScope.ts';
import { isPlain, plainLength } from './plainMatter.ts';
import type { ReadSentence } from './readPassages.ts';

/** A number's surroundings: its sentence and clause, and what the organ is called. */
export interface Surroundings {
  readonly sentence: ReadSentence;
  readonly clause: Clause;
  readonly names: readonly string[];
}

export interface PlacedPhrase extends Span {
  readonly phrase: Phrase;
}

/**
 * The phrase that says which figure a number is: before it, or else behind. Between the two, and between the
 * phrase and the beginning of the clause or the number before, only plain words may stand, and nothing that
 * is counted may follow but requests and cases: 收到12件申请, not 收到征地类12件 or 收到12件建议.
 */
export function phraseOf(amount: Amount, subject: Subject, around: Surroundings): PlacedPhrase | undefined {
  const { sentence, names } = around;
  const { text } = sentence.passage;
  const stretch = stretchOf(amount, around);
  const { start, end } = amount.span;
  const skip = timesIn(around);
  const words = phraseWords.get(subject) ?? [];
  const plain = (from: number, to: number) =>
    isPlain(text, { start: from, end: to }, [...names, ...words], skip);
  if (text[start - 1] === '等' || isDifference(text.slice(stretch.start, start))) return undefined;
  if (!opensPlainly(text, end, stretch.end, around, subject)) return undefined;
  const before = narrowest(text, { start: stretch.start, end: start }, subject);
  const needed = before?.phrase.behind;
  if (needed !== undefined && !needed(text.slice(sentence.span.start, before?.start))) return undefined;
  // 收到的2件尚在办理: those received are here narrowed down.
  const narrowed = before !== undefined && text.slice(before.end, start).endsWith('的');
  if (before !== undefined && !narrowed)
    return plain(stretch.start, before.start) && plain(before.end, start) ? spoken(before) : undefined;
  if (!stretch.last) return undefined;
  const headStart = narrowed && before !== undefined ? before.end : stretch.start;
  const behind = firstPhrase(text, { start: end, end: Math.min(stretch.end, end + 20) }, subject);
  return behind !== undefined && plain(headStart, start) && plain(end, behind.start)
    ? spoken(behind)
    : undefined;
}

/** 12件申请中，…, 在办结的11件中，…: requests are counted, though not which. */
export function countsRequests(amount: Amount, around: Surroundings): boolean {
  const { text } = around.sentence.passage;
  const { start, end } = stretchOf(amount, around);
  const at = amount.span.end;
  const words = text[amount.span.start - 1] === '的' ? (phraseWords.get('applications') ?? []) : [];
  return (
    isPlain(text, { start, end: amount.span.start }, [...around.names, ...words], timesIn(around)) &&
    /^(?:政府)?(?:信息公开|依申请公开)?(?:的)?(?:申请|[中里])/.test(text.slice(at, Math.min(end, at + 12)))
  );
}

/** From the number before to the number behind, inside the clause; `last` where none comes behind. */
export function stretchOf(amount: Amount, { clause, sentence }: Surroundings): Span & { last: boolean } {
  let { start, end } = clause.span;
  let last = true;
  for (const other of sentence.quantities) {
    if (other === amount || (other.kind !== 'quantity' && other.kind !== 'share')) continue;
    if (other.span.start < clause.span.start || other.span.end > clause.span.end) continue;
    if (other.span.end <= amount.span.start) start = Math.max(start, other.span.end);
    else if (other.span.start >= amount.span.end && last) {
      end = other.span.start;
      last = false;
    }
  }
  return { start, end, last };
}

/** Years and dates: they are the report's own, or the sentence is no claim. */
function timesIn({ sentence: { quantities } }: Surroundings): readonly Span[] {
  return quantities.flatMap(({ kind, span }) => (kind === 'year' || kind === 'date' ? [span] : []));
}

/** What follows the number begins with a pause, a plain word, a phrase of its subject, or a verb; no other noun. */
function opensPlainly(
  text: string,
  at: number,
  end: number,
  { names }: Surroundings,
  subject: Subject,
): boolean {
  if (at >= end || plainLength(text, at, names) > 0) return true;
  const follows = (word: string) => text.startsWith(word, at);
  return (
    '。；、，'.includes(text.charAt(at)) ||
    verbs.some(follows) ||
    phrases.some((phrase) => phrase.subject === subject && phrase.words.some(follows))
  );
}

const verbs = [
  '按',
  '经',
  '由',
  '占',
  '较',
  '比',
  '同比',
  '结转',
  '转',
  '顺延',
  '未',
  '无',
  '等',
  '依',
  '维持',
  '被',
];

const phraseWords = new Map<Subject, readonly string[]>();
for (const { subject, words } of phrases)
  phraseWords.set(subject, [...(phraseWords.get(subject) ?? []), ...words]);

/** The last phrase, or a narrower one before it that it gives way to. */
function narrowest(text: string, range: Span, subject: Subject): PlacedPhrase | undefined {
  const last = lastPhrase(text, range, subject);
  const { general } = last?.phrase ?? {};
  if (last === undefined || general === undefined) return last;
  const before = lastPhrase(text, { start: range.start, end: last.start }, subject);
  return before === undefined || (general === 'carried' && before.phrase.carried !== true) ? last : before;
}

function lastPhrase(text: string, range: Span, subject: Subject): PlacedPhrase | undefined {
  const stretch = text.slice(range.start, range.end);
  let best: PlacedPhrase | undefined;
  for (const phrase of phrases) {
    if (phrase.subject !== subject) continue;
    for (const word of phrase.words) {
      const start = range.start + stretch.lastIndexOf(word);
      const end = start + word.length;
      if (start < range.start || isOneOfAll(text, start, end)) continue;
      // Of two that end alike the longer one is meant: 部分公开 before 公开.
      if (best === undefined || end > best.end || (end === best.end && start < best.start))
        best = { phrase, start, end };
    }
  }
  return best;
}

function firstPhrase(text: string, range: Span, subject: Subject): PlacedPhrase | undefined {
  const stretch = text.slice(range.start, range.end);
  let best: PlacedPhrase | undefined;
  for (const phrase of phrases) {
    if (phrase.subject !== subject || phrase.onlyBefore === true) continue;
    for (const word of phrase.words) {
      const start = range.start + stretch.indexOf(word);
      const end = start + word.length;
      if (start < range.start) continue;
      if (best === undefined || start < best.start || (start === best.start && end > best.end))
        best = { phrase, start, end };
    }
  }
  return best;
}

function spoken(placed: PlacedPhrase): PlacedPhrase | undefined {
  return placed.phrase.silent === true ? undefined : placed;
}

/** 公民、法人和其他组织: all applicants, not one kind of them. */
function isOneOfAll(text: string, start: number, end: number): boolean {
  return (
    /(?:公民|自然人)(?:、|和|及|或)?$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /^(?:、|和|及|或者?)(?:法人|其他组织)/.test(text.slice(end, end + 6))
  );
}
