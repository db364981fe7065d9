import type { Span } from '../text/span.ts';
import { regulation } from './articles.ts';
import { readNumeral } from './numerals.ts';
import { isChinese, skipBlanks, skipBlanksBack } from './scan.ts';
import {
  type Abbreviation,
  readAbbreviations,
  readTitles,
  type TitleMention,
  titleResolver,
} from './titleReader.ts';
import type { TitleMatch } from './titles.ts';

/**
 * The law that a citation names. `regulation`: 《政府信息公开条例》, by its title, a short form of it, or
 * the word 条例 or 本条例; edition 2007 where the text says so (原《条例》, 国务院令第492号). `other`:
 * another title, known or not. `unknown`: the text names none right before the citation.
 */
export type CitedLaw =
  | { readonly kind: 'regulation'; readonly edition: 2007 | 2019; readonly span: Span }
  | { readonly kind: 'other'; readonly name: string; readonly match: TitleMatch; readonly span: Span }
  | { readonly kind: 'unknown' };

/** One article, 款 or 项 cited: each member of a list is a citation of its own. */
export interface Citation {
  /**
   * 第三十六条第一款第（五）项; in a list only what is written for this member: in 第二十条第（一）、（五）项
   * the second is （五）项.
   */
  readonly span: Span;
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
  /** The last number of a range that begins here, of the same level: 第十四条至第十六条 is 14 through 16. */
  readonly through?: number;
  /** True where the article (or 款) is that of the citation before: 第三十六条第（一）项、第（二）项. */
  readonly inherited: boolean;
  readonly law: CitedLaw;
}

export interface CitationContext {
  /** The titles of the same text, where they are read already. */
  readonly titles?: readonly TitleMention[];
  /** Short names declared earlier in the document. */
  readonly abbreviations?: readonly Abbreviation[];
}

/**
 * All citations of articles in a text (soft line breaks joined), in order. A 款 or 项 without an article
 * before it is none. Time linear in the text.
 */
export function readCitations(text: string, context: CitationContext = {}): readonly Citation[] {
  const laws = lawFinder(text, context);
  const citations: Draft[] = [];
  let at = text.indexOf('第');
  while (at >= 0) {
    const last = citations.at(-1);
    const found = readFrom(text, at, last, laws);
    citations.push(...found);
    at = text.indexOf('第', found.at(-1)?.span.end ?? at + 1);
  }
  return citations;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Draft = Writable<Citation>;
type Unit = '条' | '款' | '项';

interface Member {
  readonly value: number;
  readonly start: number;
  end: number;
  /** A range runs from the member before to this one. */
  readonly range: boolean;
}

interface Group {
  readonly unit: Unit;
  readonly members: readonly Member[];
  readonly end: number;
}

/** The citations that one 第 begins; links of a list to the citation before it are followed. */
function readFrom(text: string, at: number, last: Draft | undefined, laws: LawFinder): readonly Draft[] {
  const group = readGroup(text, at);
  if (group === undefined) return [];
  const glue = last === undefined ? undefined : glueBetween(text, last.span.end, at);
  if (group.unit === '条') {
    const own = laws.before(at);
    const law = own ?? (last !== undefined && glue !== undefined ? last.law : unknownLaw);
    if (last !== undefined && glue === 'range' && own === undefined && last.item === undefined) {
      last.through = group.members[0]?.value as number;
    }
    return withTail(text, group, law);
  }
  if (last === undefined || glue === undefined) return [];
  if (glue === 'range') last.through = group.members[0]?.value as number;
  return membersOf(group, { ...keep(last, group.unit), law: last.law, inherited: true });
}

/** The articles of a group, the last of them with the 款 and 项 written behind it. */
function withTail(text: string, group: Group, law: CitedLaw): readonly Draft[] {
  const drafts = membersOf(group, { law, inherited: false });
  let end = group.end;
  for (const units of ['款项', '项']) {
    const next = readGroup(text, skipBlanks(text, end));
    if (next === undefined || !units.includes(next.unit)) break;
    const parent = drafts.pop() as Draft;
    const [first, ...others] = membersOf(next, { ...keep(parent, next.unit), law, inherited: true });
    if (first === undefined) break;
    const whole = { ...first, span: { start: parent.span.start, end: first.span.end } };
    drafts.push({ ...whole, inherited: parent.inherited }, ...others);
    end = next.end;
    if (next.unit === '项') break;
  }
  return drafts;
}

/** What a 款 or 项 takes over from the citation before it. */
function keep(draft: Draft, unit: '条' | '款' | '项'): { article: number; paragraph?: number } {
  return unit === '项' && draft.paragraph !== undefined
    ? { article: draft.article, paragraph: draft.paragraph }
    : { article: draft.article };
}

function membersOf(
  group: Group,
  base: {
    readonly article?: number;
    readonly paragraph?: number;
    readonly law: CitedLaw;
    readonly inherited: boolean;
  },
): Draft[] {
  return group.members.map((member, index): Draft => {
    const next = group.members[index + 1];
    const place =
      group.unit === '条'
        ? { article: member.value }
        : {
            article: base.article as number,
            ...(base.paragraph === undefined ? {} : { paragraph: base.paragraph }),
            ...(group.unit === '款' ? { paragraph: member.value } : { item: member.value }),
          };
    return {
      span: { start: member.start, end: next === undefined ? group.end : member.end },
      ...place,
      ...(next?.range ? { through: next.value } : {}),
      inherited: base.inherited || (index > 0 && group.unit !== '条'),
      law: base.law,
    };
  });
}

/** Article 20 has fifteen 项. */
const mostMembers = 16;
const mostOrdinals = 4;
const openBrackets = '（(〔【';
const closeBrackets = '）)〕】';
const listMarks = '、和及与或';
const rangeMarks = '至到-–—－~～';

/**
 * 第三十六条, 第（五）项, 第十九、二十条, 第（一）（五）（六）项, 第14-16条; also （五）项 where a citation goes
 * on. Members of a list stand behind one 第, or are bracketed, or are 10 and more: 第一、第二十条 is 第一
 * of an enumeration and an article.
 */
function readGroup(text: string, at: number): Group | undefined {
  const members: Member[] = [];
  let offset = at;
  let range = false;
  let repeatable = false;
  while (members.length < mostMembers) {
    const start = offset;
    const ordinal = text[offset] === '第';
    if (ordinal) {
      if (members.length > 0 && !repeatable) return undefined;
      offset = skipBlanks(text, offset + 1);
    }
    const bracketed = openBrackets.includes(text[offset] ?? ' ');
    if (members.length === 0 && !ordinal && !bracketed) return undefined;
    const numeral = readNumeral(text, bracketed ? skipBlanks(text, offset + 1) : offset);
    if (numeral === undefined) return undefined;
    let end = numeral.end;
    if (bracketed) {
      end = skipBlanks(text, end);
      if (!closeBrackets.includes(text[end] ?? ' ')) return undefined;
      end++;
    }
    members.push({ value: numeral.value, start, end, range });
    repeatable = bracketed || ((members[0]?.value ?? 0) >= 10 && members.length < mostOrdinals);
    offset = skipBlanks(text, end);
    const unit = readUnit(text, offset);
    if (unit !== undefined) return { unit, members, end: offset + 1 };
    const mark = text[offset] ?? ' ';
    range = rangeMarks.includes(mark);
    if (range || listMarks.includes(mark)) offset = skipBlanks(text, offset + 1);
    else if (!bracketed || !openBrackets.includes(mark)) return undefined;
  }
  return undefined;
}

/** 条, 款 or 项; but not the words 条款 and 项目. */
function readUnit(text: string, offset: number): Unit | undefined {
  const unit = text[offset];
  const next = text[offset + 1];
  if (unit === '条') return next === '款' ? undefined : unit;
  if (unit === '项') return next === '目' ? undefined : unit;
  return unit === '款' ? unit : undefined;
}

/** How two citations hang together: by 、和及与 and the like, as a range, or not at all. */
function glueBetween(text: string, from: number, to: number): 'list' | 'range' | undefined {
  if (to < from || to - from > 4) return undefined;
  const between = text.slice(from, to).trim();
  if (between.length === 1 && rangeMarks.includes(between)) return 'range';
  return ['、', '，', ',', '和', '及', '与', '或', '以及', '或者', '并', '——'].includes(between)
    ? 'list'
    : undefined;
}

const unknownLaw: CitedLaw = { kind: 'unknown' };

interface LawFinder {
  /** The law named right before the citation that starts at `offset`. */
  before(offset: number): CitedLaw | undefined;
}

function lawFinder(text: string, context: CitationContext): LawFinder {
  const titles = context.titles ?? readTitles(text);
  const resolve = titleResolver(readAbbreviations(text, titles), context.abbreviations);
  const byEnd = new Map(titles.filter(({ nested }) => !nested).map((title) => [title.span.end, title]));

  const lawOf = (name: string, span: Span, remark: string): CitedLaw => {
    const resolved = resolve(name, span.start);
    const { match } = resolved;
    const ours = (match.kind === 'exact' || match.kind === 'short') && match.law.title === regulation.title;
    if (!ours) return { kind: 'other', name: resolved.name, match, span };
    const old = saysOld(name) || saysOld(remark) || isCalledOld(text, span.start);
    return { kind: 'regulation', edition: old ? 2007 : 2019, span };
  };
  const endingAt = (end: number, remark: string): CitedLaw | undefined => {
    const title = byEnd.get(end);
    if (title !== undefined) return lawOf(title.name, title.span, remark);
    const word = regulationWord(text, end);
    return word === undefined ? undefined : lawOf(text.slice(word.start, word.end), word, remark);
  };
  return {
    before(offset) {
      const direct = wordsEnd(text, offset);
      const found = endingAt(direct, '');
      if (found !== undefined) return found;
      const bracket = bracketStart(text, direct);
      if (bracket === undefined) return undefined;
      return endingAt(skipBlanksBack(text, bracket), text.slice(bracket, direct));
    },
  };
}

/** Where the words before a citation end: before blanks, and before the 中的 of 《条例》中的第二十条. */
function wordsEnd(text: string, offset: number): number {
  const end = skipBlanksBack(text, offset);
  const connective = ['中的', '里的', '的', '中', '里'].find((word) => text.endsWith(word, end));
  return connective === undefined ? end : skipBlanksBack(text, end - connective.length);
}

const longestRemark = 100;

/** Where the bracket that closes at `end` opens. */
function bracketStart(text: string, end: number): number | undefined {
  if (!'）)'.includes(text[end - 1] ?? ' ')) return undefined;
  let depth = 0;
  for (let i = end - 1; i >= 0 && end - i <= longestRemark; i--) {
    const character = text[i] as string;
    if ('）)'.includes(character)) depth++;
    else if ('（('.includes(character) && --depth === 0) return i;
  }
  return undefined;
}

/** Words that may stand right before 条例 when it means this regulation. */
const leadIns = [
  ...[
    '根据',
    '按照',
    '依据',
    '依照',
    '遵照',
    '落实',
    '执行',
    '贯彻',
    '符合',
    '违反',
    '对照',
    '围绕',
    '结合',
    '学习',
  ],
  ...[
    '遵循',
    '参照',
    '遵守',
    '宣传',
    '新修订',
    '修订后',
    '修订前',
    '修订前的',
    '修改前的',
    '和',
    '与',
    '及',
    '对',
    '在',
    '将',
    '按',
    '依',
  ],
  ...['据', '由', '新', '原', '旧'],
];
const ownTitle = '政府信息公开条例';
const republic = '中华人民共和国';

/**
 * The words 本条例, 条例 or 政府信息公开条例 without 《》 that end at `end`, where nothing before them makes
 * another law of them (重庆市…条例, 实施条例, 该条例).
 */
function regulationWord(text: string, end: number): Span | undefined {
  const quoted = '”"’」'.includes(text[end - 1] ?? ' ') ? end - 1 : end;
  if (!endsAt(text, '条例', quoted)) return undefined;
  if (endsAt(text, '本条例', quoted)) return { start: quoted - 2, end: quoted };
  const named = endsAt(text, ownTitle, quoted);
  let start = quoted - (named ? ownTitle.length : 2);
  if (named && endsAt(text, republic, start)) start -= republic.length;
  const free =
    start === 0 ||
    leadIns.some((word) => endsAt(text, word, start)) ||
    (!isChinese(text.charCodeAt(start - 1)) && text[start - 1] !== '》');
  return free ? { start, end: quoted } : undefined;
}

function endsAt(text: string, word: string, end: number): boolean {
  return text.startsWith(word, end - word.length) && end >= word.length;
}

function saysOld(words: string): boolean {
  return words.includes('2007') || words.includes('492号');
}

/** 原《条例》, 修订前的条例 */
function isCalledOld(text: string, start: number): boolean {
  return ['原', '旧', '修订前', '修订前的', '修改前的', '2007年', '2007年版'].some((word) =>
    endsAt(text, word, start),
  );
}
