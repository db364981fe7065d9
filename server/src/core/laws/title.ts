export type TitleKind = 'law' | 'regulation' | 'partyRegulation' | 'interpretation' | 'document';

/** What a kind is called. */
export const titleKindNames: Readonly<Record<TitleKind, string>> = {
  law: '法律',
  regulation: '行政法规',
  partyRegulation: '党内法规',
  interpretation: '司法解释',
  document: '国务院文件',
};

/**
 * How well a fact is known. A: seen in two independent sources or more; B: in one; C: from general
 * knowledge only. A C fact may be shown as uncertain, but is never the ground of a finding.
 */
export type Confidence = 'A' | 'B' | 'C';

/** The facts of a title whose confidence may differ from that of the title itself. */
export type TitleFact = 'title' | 'number' | 'adopted' | 'inForce';

/** A law, regulation, judicial interpretation or State Council document. */
export interface LawTitle {
  /** The full title without 《》; titles inside it stand in 〈〉. */
  readonly title: string;
  readonly kind: TitleKind;
  /** 文号, or the order that published it; absent where not known. */
  readonly number?: string;
  /** Numbers of earlier versions: right in an older report, so never a fault. */
  readonly formerNumbers?: readonly string[];
  /** Later orders may have amended it; another number beside the title is then no fault. */
  readonly numbersOpen?: true;
  /** Date of adoption or issue of the version in force, `YYYY`, or `YYYY-MM-DD`. */
  readonly adopted?: string;
  /** 修订, 修正 …: what happened on `adopted`, where it was not the first adoption. */
  readonly revision?: string;
  /** In force since. */
  readonly inForce?: string;
  /** The last day in force, for what is no longer in force. */
  readonly until?: string;
  /** The title that took its place. */
  readonly supersededBy?: string;
  /** The document that a notice issues; as good a name as the full title. */
  readonly encloses?: string;
  /** Short forms that prose may use, beyond those made by leaving out 中华人民共和国 or the issuer. */
  readonly accepted?: readonly string[];
  /** Wrong forms. Typical errors; only 《中华人民共和国保密法》 was met in a real report. */
  readonly closeMisses?: readonly string[];
  readonly confidence: Confidence;
  /** Facts of confidence C. */
  readonly uncertain?: readonly TitleFact[];
  readonly note?: string;
}
