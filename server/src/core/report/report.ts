import type { FigureAddress, Form, SectionId, TableId } from '../forms/form.ts';
import type { FigureForm, Leaf, TableLayout } from '../forms/layout.ts';
import type { Anchor, Block, Cell, Outline, Row, Table } from '../outline/outline.ts';
import type { Value } from './value.ts';

/** Something the report says about itself, and where it was found. */
export interface Stated<T> {
  readonly value: T;
  readonly source: 'frontMatter' | 'title' | 'period' | 'text' | 'signature' | 'name' | 'year' | 'default';
  readonly anchor?: Anchor;
}

export type OrganKind = '政府' | '部门' | '乡镇街道' | '其他';

/** A draft bound to its form. */
export interface Report {
  readonly outline: Outline;
  readonly form: Form;
  readonly formSource: Stated<string>;
  readonly year: Stated<number> | undefined;
  readonly organ: Stated<string> | undefined;
  readonly organKind: Stated<OrganKind> | undefined;
  readonly frontMatter: FrontMatterValues;
  /** The title's lines, joined. */
  readonly title: TextPiece | undefined;
  /** What stands between the title and the first section. */
  readonly opening: readonly TextPiece[];
  /** In the order of the draft. */
  readonly sections: readonly Section[];
  /** One for each table of the form that was found; further ones of the same kind are in `duplicates`. */
  readonly tables: readonly BoundTable[];
  readonly duplicates: readonly { readonly id: TableId; readonly block: Block; readonly table: Table }[];
  /** Every figure that has a cell, blank ones too. */
  readonly figures: ReadonlyMap<FigureAddress, Figure>;
}

export interface FrontMatterValues {
  readonly isReport?: boolean;
  readonly year?: number;
  readonly organ?: string;
  readonly organKind?: OrganKind;
  readonly form?: string;
  readonly last?: string;
  readonly children?: readonly string[];
  /** What cannot be understood, in words for the drafter. */
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterProblem {
  readonly message: string;
  readonly anchor: Anchor;
  /** What should stand there instead, where that is certain. */
  readonly replacement?: string;
}

/** A run of visible text on one line of the draft. */
export interface TextPiece {
  readonly text: string;
  readonly anchor: Anchor;
}

/** What tells one section from another for those who stand in it: the same object as long as its heading stays. */
export interface SectionHead {
  readonly id: SectionId | undefined;
  readonly headline: Anchor;
}

export interface Section {
  readonly head: SectionHead;
  /** `undefined` for a section that the form does not have. */
  readonly id: SectionId | undefined;
  /** Number, separator and title as written. */
  readonly heading: Anchor;
  readonly text: string;
  /** The printed numeral as written (`一`), and where; absent when there is none. */
  readonly numeral: (TextPiece & { readonly value: number | undefined }) | undefined;
  readonly title: TextPiece;
  /**
   * `exact` the form's own words, `accepted` a variant that is as good, `known` recognised only, `hinted`
   * recognised by a word and the number before it.
   */
  readonly match: 'exact' | 'accepted' | 'known' | 'hinted' | 'none';
  /** How the heading is written. */
  readonly style: 'heading' | 'bold' | 'plain';
  /** Text behind the heading in the same line: the body begins there. */
  readonly glued: TextPiece | undefined;
  /** The heading's words once more, as the first words of its own body. */
  readonly repeated: Anchor | undefined;
  /** Blocks from the heading's own to before `end`. */
  readonly first: number;
  readonly end: number;
  /** Text in the heading's own line, or in that of its repetition: the first of the body. */
  readonly leads: readonly TextPiece[];
  /** The lines of the draft below, up to before the second; `bodyOf` gives them. */
  readonly below: readonly [first: number, end: number];
}

/** A table of the draft, or several when it was broken, bound to a table of a form. */
export interface BoundTable {
  readonly id: TableId;
  /** The layout that fits; its form may be another version than the report's. */
  readonly layout: TableLayout;
  readonly parts: readonly { readonly block: Block; readonly table: Table }[];
  readonly rows: readonly BoundRow[];
  readonly missingRows: readonly Leaf[];
  readonly missingColumns: readonly Leaf[];
  /** Rows with figures that the form does not have, or that cannot be told. */
  readonly unknownRows: readonly {
    readonly row: Row;
    readonly anchor: Anchor;
    readonly label: string;
    readonly certain: boolean;
  }[];
  readonly unknownColumns: readonly { readonly anchor: Anchor; readonly label: string }[];
  /** Column labels that differ from the form's. */
  readonly columnLabels: readonly BoundLabel[];
  /** The blocks' header rows were found. */
  readonly hasHeader: boolean;
  /** Its rows are the form's columns: nothing of it is bound. */
  readonly isSwapped: boolean;
}

export interface BoundLabel {
  readonly leaf: Leaf;
  readonly cell: Cell;
  readonly anchor: Anchor;
  readonly how: LabelMatch;
}

/**
 * How a label was recognised: as printed but for what never counts (`exact`), another accepted wording
 * (`alias`), nearly the same (`similar`), by its place alone (`position`).
 */
export type LabelMatch = 'exact' | 'alias' | 'similar' | 'position';

export interface BoundRow {
  readonly leaf: Leaf;
  readonly block: Block;
  readonly row: Row;
  readonly label: {
    readonly cell: Cell | undefined;
    readonly anchor: Anchor;
    readonly how: LabelMatch;
    readonly text: string;
  };
  readonly figures: readonly Figure[];
  /** It stands before a row that the form prints before it. */
  readonly outOfOrder: boolean;
  readonly flaw: RowFlaw | undefined;
}

/**
 * What is wrong with the number of cells of a row. Where it cannot be told which cell belongs to which
 * column, the row has no figures.
 */
export type RowFlaw =
  | { readonly kind: 'unclear' }
  | { readonly kind: 'shifted'; readonly by: number }
  | { readonly kind: 'short'; readonly missing: number }
  | { readonly kind: 'long'; readonly extra: readonly Cell[] };

export interface Figure {
  readonly address: FigureAddress;
  readonly form: FigureForm;
  readonly value: Value;
  /** The cell's text without padding. */
  readonly anchor: Anchor;
  readonly text: string;
  /** Several when the row is split into sub-rows, whose sum it is. */
  readonly cells: readonly FigureCell[];
}

export interface FigureCell {
  readonly anchor: Anchor;
  readonly text: string;
  readonly value: Value;
}
