import type { FigureAddress } from './address.ts';

/** The six sections, in the order in which article 50 of the regulation lists their matter. */
export type SectionId = 'overview' | 'disclosure' | 'applications' | 'proceedings' | 'problems' | 'other';
export type TableId = 'disclosure' | 'applications' | 'proceedings';

/**
 * What may stand in a figure cell: `count` a non-negative integer, `change` a signed integer
 * (本年增/减), `money` a non-negative decimal in 万元.
 */
export type FigureKind = 'count' | 'change' | 'money';

/** One official form, written out whole in the printed order and wording. */
export interface Form {
  readonly version: string;
  readonly name: string;
  /** 文号 of the notice that prescribes it. */
  readonly number: string;
  /** Where the facts were read, and what is uncertain. */
  readonly source: string;
  /** Report years for which it was prescribed; `to` is absent while it is in force. */
  readonly years: { readonly from: number; readonly to?: number };
  readonly sections: readonly FormSection[];
  readonly tables: readonly FormTable[];
  readonly equations: readonly EquationPattern[];
}

export interface FormSection {
  readonly id: SectionId;
  /** The printed number: 一 … 六. */
  readonly numeral: string;
  /** The printed title without its number. */
  readonly title: string;
  /**
   * Wordings that are as good as the title, as patterns: `[a|b]` one or none of these, `(a|b)` one of
   * these. Compared without white space and punctuation.
   */
  readonly accepted: readonly string[];
  /** Phrases of which one, together with nothing foreign, still shows which section is meant. */
  readonly keywords: readonly string[];
  /** Words of which one shows as much behind the section's own number, where no other heading is the section's. */
  readonly hints: readonly string[];
  readonly table?: TableId;
  /** What the section has to touch upon, each with words of which one shows that it does. */
  readonly topics?: readonly { readonly name: string; readonly words: readonly string[] }[];
  /** True where the form asks for a short text; how short is a setting. */
  readonly isShort?: boolean;
}

export interface FormTable {
  readonly id: TableId;
  readonly section: SectionId;
  /** How drafters call it: 表二, 表三, 表四. */
  readonly name: string;
  /** Label columns and figure columns of the canonical flat layout. */
  readonly labelColumns: number;
  readonly blocks: readonly FormBlock[];
}

/** A part of a table with header rows of its own; 表三 and 表四 have one, 表二 one for each 项. */
export interface FormBlock {
  /** The row above the header: 第二十条第（一）项. */
  readonly title?: string;
  /** What the header prints over the label columns. */
  readonly corner: string;
  readonly columns: readonly FormNode[];
  readonly rows: readonly FormNode[];
}

/** A node of a header tree or row tree; a leaf carries an id, which is its part of the figures' address. */
export interface FormNode {
  readonly label: string;
  readonly id?: string;
  readonly children?: readonly FormNode[];
  /** How it is called inside a sum: 新收, 上年结转. The plain label where absent. */
  readonly short?: string;
  /** Kind of the figures of this column; `count` where absent. */
  readonly kind?: FigureKind;
  /** A unit that the form prints, or that is understood. */
  readonly unit?: string;
  /** Other wordings that are understood, and worth no more than an information. */
  readonly aliases?: readonly string[];
  /** Local wordings that are as good as the printed one: 采购总金额（万元）. */
  readonly accepted?: readonly string[];
  /** What is counted here. Own words. */
  readonly counts?: string;
  /** Articles or documents it rests on; `derived` unless the form itself says so. */
  readonly basis?: string;
}

/**
 * A relation that holds for each row, or each column, of a table. `each: 'row'` names columns in its
 * sides, `each: 'column'` rows. The sum of `left` equals the sum of `right`; a leading `-` subtracts.
 * `last:` before a name takes the figure from last year's report.
 */
export interface EquationPattern {
  readonly table: TableId;
  readonly id: string;
  readonly each: 'row' | 'column';
  /** Limits the rows (or columns) it holds for; all where absent. */
  readonly only?: readonly string[];
  /** `sum`: left is one total and right its parts. `balance`: two sides of several figures. */
  readonly shape: 'sum' | 'balance';
  readonly source: 'printed' | 'derived';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export type { FigureAddress };
