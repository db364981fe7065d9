/**
 * A time limit that an article sets. `period`: so many days of the given unit, counted from `from`.
 * `date`: every year by that day, written `MM-DD`.
 */
export type Deadline =
  | {
      readonly kind: 'period';
      readonly days: number;
      readonly unit: '工作日' | '日';
      readonly from: string;
      readonly who: string;
      readonly what: string;
    }
  | { readonly kind: 'date'; readonly date: string; readonly who: string; readonly what: string };

/** A 款, or a 项 of a 款: what it is about in a few words, and the rows of the form that rest on it. */
export interface ArticlePart {
  readonly paragraph: number;
  /** Absent where the part is a whole 款. */
  readonly item?: number;
  readonly subject: string;
  readonly rows?: readonly string[];
}

/** One article of 《中华人民共和国政府信息公开条例》 as revised in 2019. */
export interface Article {
  readonly number: number;
  /** 1 to 6; titles in `chapters`. */
  readonly chapter: number;
  /** What it is about, in a few words. */
  readonly subject: string;
  /** Explanation in our own words: exact in days, numbers and persons, but not the statute's wording. */
  readonly explanation: string;
  /** The number of 项 in each 款; the length is the number of 款. */
  readonly items: readonly number[];
  readonly deadlines: readonly Deadline[];
  /** Other articles worth reading beside it. */
  readonly related: readonly number[];
  /**
   * Rows of the forms that rest on it, `<table>/<row>`. Derived from the text of the regulation: no
   * official note on the rows was found (basis columns of the forms).
   */
  readonly rows: readonly string[];
  /** All 项 of the article, and those 款 that differ in matter. */
  readonly parts?: readonly ArticlePart[];
}
