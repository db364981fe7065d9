import { bare } from '../text/normalize.ts';
import type { DocumentNumber } from './documentNumbers.ts';
import type { LawTitle, TitleFact } from './title.ts';
import { titlesOfDocuments } from './titlesOfDocuments.ts';
import { titlesOfLaws } from './titlesOfLaws.ts';

/** All titles known. What is not here is unknown, never wrong: most rules an office cites are local. */
export const titles: readonly LawTitle[] = [...titlesOfLaws, ...titlesOfDocuments];

/** What a name in 《》 is. */
export type TitleMatch =
  /** The full title, or the document that a notice encloses. */
  | { readonly kind: 'exact'; readonly law: LawTitle }
  /** A short form that prose may use. */
  | { readonly kind: 'short'; readonly law: LawTitle }
  /** Not a title, but nearly this one; `suggestion` is its form in the style of the name. */
  | { readonly kind: 'closeMiss'; readonly law: LawTitle; readonly suggestion: string }
  | { readonly kind: 'unknown' };

/**
 * Looks up a name, with or without 《》; brackets, blanks and a trailing （2019年修订） do not matter. A
 * close miss is a known wrong form, a title wrongly headed 中华人民共和国, or a title of some length but
 * for one character; its last word (法, 条例, 办法) and its digits must be right, so that a local rule,
 * another year's notice or another kind of document is never taken for a misspelling.
 */
export function findTitle(name: string): TitleMatch {
  const key = titleKey(name);
  if (key === '') return unknown;
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const missed = closeMiss(key);
  // A title of confidence C is no ground for calling another one wrong.
  return missed !== undefined && isGrounded(missed.law, 'title') ? missed : unknown;
}

/** True when the fact is known, and known well enough to be the ground of a finding (A or B). */
export function isGrounded(law: LawTitle, fact: TitleFact): boolean {
  return law[fact] !== undefined && law.confidence !== 'C' && !(law.uncertain ?? []).includes(fact);
}

/**
 * Whether a number written beside a title is its number: `fits` (also the number of an earlier version),
 * `differs`, or `unknown` when nothing certain can be said — the number is not known or not grounded,
 * another issuer's number stands there, or the title is not written out.
 */
export function numberFits(match: TitleMatch, number: DocumentNumber): 'fits' | 'differs' | 'unknown' {
  if (match.kind !== 'exact' && match.kind !== 'short') return 'unknown';
  const { law } = match;
  if (law.number === number.normalized || law.formerNumbers?.includes(number.normalized)) return 'fits';
  if (!isGrounded(law, 'number') || law.numbersOpen || law.number === undefined) return 'unknown';
  const issuesAlone = law.kind === 'regulation' || match.kind === 'exact';
  return issuesAlone && sameFamily(law.number, number.normalized) ? 'differs' : 'unknown';
}

/** The law or document with this number in its normal form; for earlier versions as well. */
export function findByNumber(normalized: string): LawTitle | undefined {
  return titles.find((law) => law.number === normalized || law.formerNumbers?.includes(normalized));
}

/**
 * The title with this number in the style of the name, where the name is that title but for some characters in
 * the middle; `undefined` where it is another, or the number's own.
 */
export function titleMeant(name: string, normalized: string): string | undefined {
  const law = findByNumber(normalized);
  const key = titleKey(name);
  if (law === undefined || key === '' || !isGrounded(law, 'title')) return undefined;
  const { exact, short } = formsOf(law);
  const texts = [...exact, ...short];
  if (texts.some((text) => bare(text) === key)) return undefined;
  return texts.find((text) => isAlike(bare(text), key));
}

/** Alike at both ends: at most three characters differ, less than a fifth of the title. */
function isAlike(title: string, name: string): boolean {
  const shorter = Math.min(title.length, name.length);
  let start = 0;
  while (start < shorter && title[start] === name[start]) start++;
  let end = 0;
  while (end < shorter - start && title.at(-1 - end) === name.at(-1 - end)) end++;
  const apart = Math.max(title.length, name.length) - start - end;
  return start > 0 && end >= 3 && apart <= 3 && apart * 5 <= title.length;
}

/** The short form that prose uses: without 中华人民共和国, or without the issuer. */
export function shortTitle(title: string): string {
  const head = heads.find((prefix) => title.startsWith(prefix));
  return head === undefined ? title : title.slice(head.length);
}

const unknown: TitleMatch = { kind: 'unknown' };
const republic = '中华人民共和国';
const heads = [republic, '国务院办公厅政府信息与政务公开办公室', '国务院办公厅', '最高人民法院'] as const;
const longestName = 120;

function titleKey(name: string): string {
  if (name.length > longestName) return '';
  return bare(withoutVersion(name));
}

/** Without a trailing （2019年修订）, （国务院令第711号）. */
function withoutVersion(name: string): string {
  const trimmed = name.endsWith('》') ? name.slice(0, -1) : name;
  const last = trimmed.at(-1);
  if (last !== '）' && last !== ')') return name;
  const open = Math.max(trimmed.lastIndexOf('（'), trimmed.lastIndexOf('('));
  if (open <= 0) return name;
  const inside = trimmed.slice(open + 1, -1);
  const version = ['修订', '修正', '版', '令第', '令', '号'].some((word) => inside.endsWith(word));
  return version ? trimmed.slice(0, open) : name;
}

interface Form {
  readonly key: string;
  readonly text: string;
  readonly law: LawTitle;
}

function formsOf(law: LawTitle): { readonly exact: readonly string[]; readonly short: readonly string[] } {
  const exact = law.encloses === undefined ? [law.title] : [law.title, law.encloses];
  const derived = exact.map(shortTitle).filter((short) => !exact.includes(short));
  return { exact, short: [...derived, ...(law.accepted ?? [])] };
}

const byKey: ReadonlyMap<string, TitleMatch> = new Map(
  titles.flatMap((law) => {
    const { exact, short } = formsOf(law);
    return [
      ...short.map((text): [string, TitleMatch] => [bare(text), { kind: 'short', law }]),
      ...exact.map((text): [string, TitleMatch] => [bare(text), { kind: 'exact', law }]),
    ];
  }),
);

const wrongForms: readonly Form[] = titles.flatMap((law) =>
  (law.closeMisses ?? []).map((text) => ({ key: bare(text), text, law })),
);

type CloseMiss = Extract<TitleMatch, { kind: 'closeMiss' }>;

function closeMiss(key: string): CloseMiss | undefined {
  const headed = key.startsWith(republic);
  const core = headed ? key.slice(republic.length) : key;
  const wrong = wrongForms.find((form) => form.key === key || form.key === core);
  if (wrong !== undefined) return miss(wrong.law, headed);
  if (headed) {
    const headless = byKey.get(core);
    if (headless !== undefined && headless.kind === 'exact' && headless.law.kind !== 'document') {
      return miss(headless.law, headed);
    }
  }
  const alike = comparable.find((form) => form.headed === headed && oneSlip(form.core, core, form.tail));
  return alike === undefined ? undefined : { kind: 'closeMiss', law: alike.law, suggestion: alike.text };
}

/** In the style of the name: the full title when 中华人民共和国 was written, else the short one. */
function miss(law: LawTitle, headed: boolean): CloseMiss {
  const full = law.encloses ?? law.title;
  return { kind: 'closeMiss', law, suggestion: headed ? full : shortTitle(full) };
}

interface ComparableForm {
  readonly law: LawTitle;
  readonly text: string;
  readonly core: string;
  readonly headed: boolean;
  /** Characters at the end that must be right. */
  readonly tail: number;
}

/** Below these lengths two real titles may differ by one character (统计法, 审计法). */
const shortestHeaded = 5;
const shortestHeadless = 7;

const comparable: readonly ComparableForm[] = titles
  .flatMap((law) => {
    const { exact } = formsOf(law);
    // Issuerless short forms of documents are not compared: local notices are named alike.
    const texts = law.kind === 'document' ? exact : [...exact, ...exact.map(shortTitle)];
    return texts.map((text): ComparableForm => {
      const key = bare(text);
      const headed = key.startsWith(republic);
      const core = headed ? key.slice(republic.length) : key;
      return { law, text, core, headed, tail: core.endsWith('法') && !core.endsWith('办法') ? 1 : 2 };
    });
  })
  .filter(({ core, headed }) => core.length >= (headed ? shortestHeaded : shortestHeadless));

/** Characters that make another organ's or another place's rule of a title. */
const foreign = '省市县区州盟旗乡镇村局委厅部院办校厂企党军港澳新旧原0123456789';

/** True when the name is the title but for one character, wrong, missing, doubled or swapped with its neighbour. */
function oneSlip(title: string, name: string, tail: number): boolean {
  if (Math.abs(title.length - name.length) > 1 || title === name) return false;
  let start = 0;
  while (start < title.length && title[start] === name[start]) start++;
  let end = 0;
  const shorter = Math.min(title.length, name.length);
  while (end < shorter - start && title.at(-1 - end) === name.at(-1 - end)) end++;
  const right = title.slice(start, title.length - end);
  const wrong = name.slice(start, name.length - end);
  if (end < tail || [...right, ...wrong].some((character) => foreign.includes(character))) return false;
  if (right === '') return wrong.length === 1 && start > 0;
  if (right.length === 1) return wrong.length <= 1;
  return right.length === 2 && wrong.length === 2 && right[0] === wrong[1] && right[1] === wrong[0];
}

/** Numbers that a slip could turn into each other: both of the State Council, or both of its offices. */
function sameFamily(a: string, b: string): boolean {
  return ['国务院令', '国办', '中办发', '法释'].some(
    (family) => a.startsWith(family) && b.startsWith(family),
  );
}
