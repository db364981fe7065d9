import type { Span } from './span.ts';

/**
 * What is said beside a number: `about` 约, 近, 左右, 几; `more` 余, 多, 超过, 逾; `less` 不足, 不到;
 * `atLeast` 以上, 不少于; `atMost` 以内, 不超过. The printed number is then no exact statement.
 */
export type Approximation = 'about' | 'more' | 'less' | 'atLeast' | 'atMost';

/** Two ends of a range (3至5件, 三五个), both canonical decimals in the unit of the amount. */
export interface Range {
  readonly low: string;
  readonly high: string;
}

interface Measured {
  /** From the sign or first digit to the end of the measure word; 约 before and 以上 behind are outside. */
  readonly span: Span;
  /** The digits with 万 and 亿 only: what a correction replaces. */
  readonly numeral: Span;
  /** A canonical decimal (`12`, `0.05`, `-3.2`), in `unit`; the low end of a range. */
  readonly value: string;
  /** `value` as a number. */
  readonly number: number;
  /** The value of one in the last printed place: 12 → 1, 3.5万件 → 1000, 8.25% → 0.01. */
  readonly step: string;
  readonly approximation?: Approximation;
  readonly range?: Range;
  /** Printed with a sign. */
  readonly signed?: true;
}

/**
 * A count or a sum of money. `unit` is the measure word as printed: 75万元 is 75 万元, 3.5万件 is 35000 件;
 * absent where none stands, and then taken over from the next member of a list (`shared`: 3、5、8件).
 */
export interface Amount extends Measured {
  readonly kind: 'quantity';
  readonly unit?: string;
  readonly shared?: true;
}

/** 5%, 百分之五, 三成, 5‰ in per cent; 5个百分点 in 百分点; 2倍 in 倍. 三分之一 is about 33.3333 %. */
export interface Share extends Measured {
  readonly kind: 'share';
  readonly unit: '%' | '百分点' | '倍';
}

/** 2025年, 二〇二五年 without a month, also the first of 2019—2021年 (then without 年 in the span). */
export interface YearMention {
  readonly kind: 'year';
  readonly span: Span;
  readonly value: string;
  readonly number: number;
}

/**
 * 2020年1月1日, 1月31日, 12月, 2020-01-31: the parts that are there. `damaged`: no such date can be meant as
 * written (202011日, 2020年1112月31日, 2月30日); it then has only the parts that are beyond doubt.
 */
export interface DateMention {
  readonly kind: 'date';
  readonly span: Span;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly damaged?: true;
}

/** 第二十条, 第（一）项, 第3次, 三级, 第一; also 二十一条 in 第二十、二十一条. */
export interface Ordinal {
  readonly kind: 'ordinal';
  readonly span: Span;
  readonly value: string;
  readonly number: number;
  readonly unit?: string;
}

/** 〔2016〕80号 from its bracket on (国办发 is outside), 第711号 behind 令. */
export interface DocumentNumberMention {
  readonly kind: 'documentNumber';
  readonly span: Span;
  readonly year?: number;
}

/**
 * A number that orders what follows: `shi` 一是 (also 一要), `brackets` （一）, `mark` 一、 and 1., `circle` ①,
 * `ordinal` 第一，, `qi` 其一. The span holds the marks, not 、 and . behind.
 */
export interface Enumerator {
  readonly kind: 'enumerator';
  readonly span: Span;
  readonly number: number;
  readonly style: 'shi' | 'brackets' | 'mark' | 'circle' | 'ordinal' | 'qi';
}

/** Digits that name: 12345, “1+X”, 三审三校, 5G, telephone numbers, times, versions, addresses. */
export interface NumberName {
  readonly kind: 'name';
  readonly span: Span;
}

/** A number of running text, by what it does there. */
export type Quantity =
  | Amount
  | Share
  | YearMention
  | DateMention
  | Ordinal
  | DocumentNumberMention
  | Enumerator
  | NumberName;
