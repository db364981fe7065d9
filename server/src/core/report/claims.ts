import type { FigureAddress } from '../forms/address.ts';
import type { TableId } from '../forms/form.ts';
import type { Clause } from '../text/clauses.ts';
import { inTurn } from '../text/memo.ts';
import type { Amount } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import { countsRequests, type PlacedPhrase, phraseOf, stretchOf } from './claimBinding.ts';
import { madeDocuments, type Phrase, type Subject } from './claimPhrases.ts';
import { areas, compares, isDifference, isOfArea, isWhollyElsewhere } from './claimScope.ts';
import { ownNames } from './ownNames.ts';
import { type Passage, passagesOf } from './passages.ts';
import {
  clauseAt,
  countingPassages,
  quantitiesWithin,
  type ReadPassage,
  type ReadSentence,
} from './readPassages.ts';
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
  /** The same for claims of one run of sentences. */
  readonly run: object;
  /** That the tables are meant is taken from the words around: it counts where another claim of the run fits. */
  readonly unsure: boolean;
}

/** Every claim of the report's text, in the order of the text. */
export function claimsOf(report: Report): readonly Claim[] {
  return inTurn(
    report,
    claimsOf,
    () => countingPassages(report),
    () => {
      const names = ownNames(report);
      const headed = underRequests(report);
      return (read) => claimsIn(read, report, names, headed.has(read.passage));
    },
  );
}

const units = new Set(['件', '宗', '份', '起', '项', '次', '件次', '部']);
const topic = /公开申请|申请公开|依申请公开|信息公开|政务公开/;

/** Where the sentences of a passage have got to. */
interface Course {
  run: object;
  /** The sentence before was about requests, and nothing else was counted in it. */
  onRequests: boolean;
  /** The area is spoken of. */
  ofArea: boolean;
}

/** The passages below a heading that speaks of requests: （二）依申请公开情况. */
function underRequests(report: Report): ReadonlySet<Passage> {
  let heading = '';
  return new Set(
    passagesOf(report).filter(({ kind, text, section }) => {
      if (kind === 'heading') heading = section?.id === 'overview' ? text : '';
      return /依申请公开|公开申请/.test(heading);
    }),
  );
}

function claimsIn(read: ReadPassage, report: Report, names: readonly string[], headed: boolean): Claim[] {
  const found: Claim[] = [];
  const course: Course = { run: {}, onRequests: headed, ofArea: false };
  let strayed = false;
  let hasBeenOn = headed;
  for (const sentence of read.sentences) {
    // Behind a number of something else the next ones go on with it, until the subject is named anew.
    strayed &&= sentence.text.startsWith('其中');
    // 上年结转1件 is said of requests alone: it comes back to them, whatever has been spoken of in between.
    course.onRequests ||= hasBeenOn && sentence.text.includes('结转');
    const elsewhere = takeUp(course, sentence, report);
    const before = found.length;
    let aside = false;
    let strayedInside = false;
    for (const amount of sentence.quantities) {
      if (amount.kind !== 'quantity' || amount.unit === undefined || !units.has(amount.unit)) continue;
      const clause = clauseAt(sentence, amount.span);
      if (clause === undefined) continue;
      const around = { sentence, clause, names: course.ofArea ? areas : names };
      const { start, end } = stretchOf(amount, around);
      const stretch = read.passage.text.slice(start, end);
      const subject = elsewhere ? undefined : subjectOf(sentence, amount, stretch, clause.span);
      const kept = subject ?? (course.onRequests ? 'applications' : undefined);
      const placed = kept === undefined ? undefined : phraseOf(amount, kept, around);
      if (placed === undefined && isBesideOther(sentence, amount)) continue;
      const foreign = placed === undefined && !countsRequests(amount, around);
      // What stands in brackets leads nobody astray behind them: 收到12件（含网络8件、信函4件），上年结转1件.
      if (clause.depth === 0) strayed ||= foreign;
      strayedInside = clause.depth > 0 && (strayedInside || foreign);
      aside ||= foreign && clause.depth === 0 && !textOf(sentence, clause).includes('申请');
      if (placed === undefined || kept === undefined) continue;
      // 制发规范性文件2件 says by itself what it counts.
      if ((strayed || strayedInside) && kept !== 'disclosure' && !topic.test(stretch)) continue;
      const claim = claimOf(read.passage, amount, placed, kept, report);
      const unsure = subject === undefined || course.ofArea;
      if (claim !== undefined) found.push({ ...claim, run: course.run, unsure });
    }
    const spoken = sentence.text.includes('申请') || found.length > before;
    course.onRequests =
      !elsewhere && !aside && spoken && (course.onRequests || headed || isOnRequests(sentence));
    hasBeenOn ||= !elsewhere && isOnRequests(sentence);
  }
  return found;
}

/** Begins a sentence: goes on with the course, or sets out on another; true where its numbers are not the report's. */
function takeUp(course: Course, sentence: ReadSentence, report: Report): boolean {
  const stretch = { ...sentence, start: sentence.span.start };
  const ofArea = isOfArea(stretch);
  const goesOn = course.onRequests && (sentence.text.startsWith('其中') || !/申请(?!人)/.test(sentence.text));
  if (!goesOn || (ofArea && !course.ofArea)) {
    course.run = {};
    course.ofArea = ofArea;
  }
  return isWhollyElsewhere(stretch, report);
}

function isOnRequests({ text, passage }: ReadSentence): boolean {
  return text.includes('申请') && topic.test(passage.text);
}

function textOf({ passage: { text } }: ReadSentence, { span: { start, end } }: Clause): string {
  return text.slice(start, end);
}

/** 增加3件, （2024年为9件）: a number of another year, or how far it is from it. */
function isBesideOther(sentence: ReadSentence, { span }: Amount): boolean {
  const { text } = sentence.passage;
  const whole = sentence.clauses.find(
    ({ depth, span: { start, end } }) => depth === 0 && start <= span.start && span.end <= end,
  );
  const own = clauseAt(sentence, span);
  return (
    isDifference(text.slice(Math.max(0, span.start - 6), span.start)) ||
    (whole !== undefined && compares(textOf(sentence, whole))) ||
    (own !== undefined &&
      own.depth > 0 &&
      quantitiesWithin(sentence.quantities, own.span).some(({ kind }) => kind === 'year'))
  );
}

/** （含上年结转1件）, ，其中本年新收12件、上年结转1件: last year's are among those just counted. */
const includesCarried =
  /^(?:申请)?[，（(]?(?:(?:其中)?(?:包含|包括|含)(?:有)?(?:上一?年度?|去年)[^，。；、）)]{0,6}结转|其中[:：]?(?:本年度?|当年|今年)?新[收增](?:申请)?[0-9]{1,6}[件宗份][，、和](?:上一?年度?|去年)?结转)/;
const longestAddition = 32;

function claimOf(
  passage: Passage,
  amount: Amount,
  placed: PlacedPhrase,
  subject: Subject,
  report: Report,
): Omit<Claim, 'run' | 'unsure'> | undefined {
  const { text } = passage;
  const behind = text.slice(amount.span.end, amount.span.end + longestAddition);
  const withCarried = includesCarried.test(behind) ? placed.phrase.withCarried : undefined;
  const phrase = withCarried === undefined ? placed.phrase : { ...placed.phrase, ...withCarried };
  const meanings = phrase.meanings
    .map((meaning) => meaning.flatMap((pattern) => expand(pattern, report)))
    .filter((meaning) => meaning.length > 0);
  // 约收到15件: the word of approximation stands before the verb.
  const rough = /[约近超逾]$/.test(text.slice(0, placed.start));
  if (rough || meanings.length === 0 || !report.tables.some(({ id }) => id === tableOf(subject)))
    return undefined;
  const whole = text.slice(Math.min(placed.start, amount.span.start), Math.max(placed.end, amount.span.end));
  const quoted = whole.length > 24 ? text.slice(amount.span.start, amount.span.end) : whole;
  return { passage, amount, phrase, quoted, meanings };
}

function tableOf(subject: Subject): TableId {
  return subject === 'review' || subject === 'litigation' || subject === 'both' ? 'proceedings' : subject;
}

/** What a number counts: said beside it, or else before it in the sentence, the part behind ； first. */
function subjectOf(
  { passage, text: sentence, span }: ReadSentence,
  amount: Amount,
  stretch: string,
  clause: Span,
): Subject | undefined {
  const clauseText = passage.text.slice(clause.start, clause.end);
  const says = /复议|诉讼|应诉|起诉|规范性文件|规章|作出行政/;
  const before = passage.text.slice(span.start, amount.span.end);
  const part = before.slice(before.lastIndexOf('；') + 1);
  const beside = [stretch, clauseText].find((text) => says.test(text));
  // 收到公开申请3件，也没有因此引起的诉讼: what comes behind is not spoken of yet.
  const ahead = clauseText.includes('申请') ? clauseText : sentence;
  const about = beside ?? [part, before].find((text) => says.test(text)) ?? ahead;
  const review = about.includes('复议');
  const litigation = /诉讼|应诉|起诉/.test(about);
  if (review || litigation) {
    if (!topic.test(sentence) && passage.section?.id !== 'proceedings') return undefined;
    const oneKind = /直接起诉|复议后/.test(about);
    // 复议后起诉3件（维持2件）: of that kind alone, which the tables would need to be asked for.
    if (oneKind && beside === undefined) return undefined;
    if (!review || oneKind) return 'litigation';
    if (!litigation) return 'review';
    return bothTogether.test(about) ? 'both' : undefined;
  }
  if (/规范性文件|规章|作出行政/.test(clauseText)) return 'disclosure';
  if (/废止|现行有效/.test(clauseText) && madeDocuments(before)) return 'disclosure';
  return sentence.includes('申请') && topic.test(passage.text) ? 'applications' : undefined;
}

/** 行政复议、诉讼共2件. */
const bothTogether = /(?:复议|诉讼)(?:案件)?(?:、|和|及|与|或)(?:被)?(?:提起)?(?:行政)?(?:诉讼|复议)/;

/**
 * The figures that are meant, whether or not the report has them. A star stands for the rest of a row's id:
 * applications/denied.* in the column total is every such row.
 */
function expand(pattern: string, report: Report): FigureAddress[] {
  const star = pattern.indexOf('*');
  if (star < 0) return [pattern];
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  const isMeant = (address: FigureAddress) => address.startsWith(head) && address.endsWith(tail);
  const there = [...report.figures.keys()].filter(isMeant);
  // （六）其他处理 of the older form stands for all three rows of the newer one.
  const standsForAll = there.includes(head + tail);
  const all = report.tables.flatMap(({ layout }) => layout.figures.map(({ address }) => address));
  return standsForAll ? there : all.filter(isMeant);
}
