import { halfWidth, withoutBlanks } from '../text/normalize.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { type CalendarDate, readDate } from './dates.ts';
import { inPassages, type Passage } from './passages.ts';
import type { Report } from './report.ts';

/** A date as written in a statement of the period; `date` is absent when it is damaged. */
export interface PeriodDate {
  readonly span: Span;
  readonly text: string;
  readonly date: CalendarDate | undefined;
}

/** What a report says of the period that its figures cover. */
export interface StatedPeriod {
  readonly passage: Passage;
  /** First and last day; either may be left out (数据截至12月31日). */
  readonly from: PeriodDate | undefined;
  readonly to: PeriodDate | undefined;
  /** The whole year named instead of days: 统计期限为2025年度. */
  readonly year: { readonly span: Span; readonly value: number } | undefined;
}

/** Words for the period itself; those of the second list want to speak of a report, too. */
const words = [
  ...[
    '统计期限',
    '统计期间',
    '统计时限',
    '统计时间',
    '统计时段',
    '统计周期',
    '统计区间',
    '统计日期',
    '统计起止',
    '统计期',
  ],
  ...[
    '统计截止',
    '统计截至',
    '所列数据',
    '所列的数据',
    '所涉数据',
    '所载数据',
    '数据期限',
    '数据时限',
    '数据截止',
  ],
  ...[
    '数据截至',
    '数据核定',
    '统计限自',
    '内容涵盖',
    '数据的期限',
    '数据的时限',
    '报告期限',
    '报告时限',
    '报告期',
    '报告涵盖',
    '报告时段',
    '报告周期',
  ],
];
const looseWords = ['涵盖', '数据统计', '时间范围', '起止时间', '起止日期', '时间跨度', '时间段'];
/** 报告期内, 统计期末: when something was, not the period. */
const endsWithTime = new Set(['报告期', '统计期']);
const otherBlanks = /[\u00a0\u2000-\u200f\u202f]/g;
/** Something of each of them. */
const subject = /统计|数据|涵盖|报告|时间|起止/;
/** What may stand between such a word and the first date. */
const connective = '，, 的为是：:自从均系起止截至到期限时间点范围段区日指于';
const longestGap = 12;
/** Sentences about other periods: of a campaign, of documents in force. */
const otherMatters =
  /清理|专项|征集|公示|培训|有效期|施行|考核|评估|活动|监测|检查|调查|成立|挂牌|组建|机构改革/;

/** Every statement of the report's period, right or wrong. */
export function statedPeriods(report: Report): readonly StatedPeriod[] {
  return inPassages(report, periodsIn);
}

function periodsIn(passage: Passage): readonly StatedPeriod[] {
  if (passage.kind === 'signature' || passage.kind === 'title' || !subject.test(passage.text)) return [];
  return sentencesIn(passage.text).flatMap((sentence) => periodIn(passage, sentence) ?? []);
}

/** True where some passage says 1月1日至12月31日, or 1月至12月, in whatever words. */
export function mentionsWholeYear(report: Report): boolean {
  return inPassages(report, wholeYears).length > 0;
}

function wholeYears({ text }: Passage): readonly true[] {
  const plain = halfWidth(withoutBlanks(text));
  return /(?:^|[^0-9])(?:1月1日起?[至到—–－~～-]+(?:20[0-9]{2}年)?12月31日|1月?[至到—–－~～-]+12月)/.test(
    plain,
  )
    ? [true]
    : [];
}

function periodIn(passage: Passage, sentence: Span): StatedPeriod | undefined {
  // Blanks of every kind are one kind here, one character for one.
  const text = passage.text.slice(sentence.start, sentence.end).replace(otherBlanks, ' ');
  if (otherMatters.test(text)) return undefined;
  const loose = /报告|年报/.test(text) ? looseWords : [];
  for (const word of [...words, ...loose]) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const behind = at + word.length;
      if (endsWithTime.has(word) && '内间末'.includes(text[behind] ?? ' ')) continue;
      const start = gapEnd(text, behind, loose.includes(word));
      const found = start === undefined ? undefined : datesFrom(passage, sentence.start, text, start);
      // 涵盖2024年决算: of what is published.
      const isWhole = found?.from !== undefined && found.to !== undefined;
      if (found !== undefined && (isWhole || word !== '涵盖')) return found;
    }
  }
  return undefined;
}

/** Where the first date begins, behind nothing but connecting words. */
function gapEnd(text: string, from: number, loose: boolean): number | undefined {
  for (let i = from; i < text.length && i - from <= longestGap; i++) {
    const character = text[i] as string;
    if (isDigit(character)) return i;
    if (!connective.includes(character) || (loose && '，,'.includes(character))) return undefined;
  }
  return undefined;
}

function datesFrom(passage: Passage, base: number, text: string, start: number): StatedPeriod | undefined {
  const first = tokenAt(text, start);
  const none = { passage, from: undefined, to: undefined, year: undefined };
  const written = text.slice(first.start, first.end);
  const year = /^[0-9]{4} ?年?$/.exec(written);
  const next = betweenDates(text, first.end);
  if (next === undefined) {
    if (year !== null) {
      return { ...none, year: { span: shift(first, base), value: Number(written.slice(0, 4)) } };
    }
    const until =
      /[截至止到][止至]?[于到]?$/.test(text.slice(0, start)) || /^(?:为止|止)/.test(text.slice(first.end));
    const single = periodDate(first, base, written);
    if (!/[月日号]|[0-9]{6}/.test(written)) return undefined;
    const last = until || (single.date?.month === 12 && single.date.day === 31);
    return last ? { ...none, to: single } : { ...none, from: single };
  }
  const second = tokenAt(text, next);
  const end = text.slice(second.start, second.end);
  if (!/[月日]|[0-9]{6}|[-./]/.test(end)) return undefined;
  // 2025年1—12月: the month's sign stands once.
  const bareMonth = /年 ?[0-9]{1,2}$/.test(written) && /月$/.test(end);
  return {
    ...none,
    from: periodDate(first, base, written, bareMonth ? `${written}月` : written),
    to: periodDate(second, base, end),
  };
}

function periodDate(span: Span, base: number, text: string, read = text): PeriodDate {
  return { span: shift(span, base), text, date: readDate(read) };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The run of characters that a date is written with. */
function tokenAt(text: string, start: number): Span {
  let end = start;
  let marks = '';
  for (; end < text.length; end++) {
    const character = text[end] as string;
    if (isDigit(character) || ' \u3000'.includes(character)) continue;
    if (!'年月日号.．/-'.includes(character)) break;
    // A hyphen behind 日, or a third one, stands between two dates.
    if (character === '-' && (/[^-]/.test(marks) || marks.length >= 2)) break;
    marks += character;
  }
  while (end > start && ' \u3000.．'.includes(text[end - 1] as string)) end--;
  return { start, end };
}

/** Where the second date begins, behind 起至 and the like. */
function betweenDates(text: string, from: number): number | undefined {
  for (let i = from; i < text.length && i - from <= 6; i++) {
    const character = text[i] as string;
    if (i > from && isDigit(character)) return i;
    if (!'起开始至到止，,、-—–－~～ \u3000'.includes(character)) return undefined;
  }
  return undefined;
}

function isDigit(character: string): boolean {
  return '0123456789０１２３４５６７８９〇○零一二三四五六七八九十'.includes(character);
}
