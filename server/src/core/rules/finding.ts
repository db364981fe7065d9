import type { Anchor } from '../outline/outline.ts';
import type { Span } from '../text/span.ts';

/** 错误 would be wrong in print; 提醒 contradicts something but may be right; 建议 form and wording; 提示 unfinished. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
export const severityWords: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '提醒',
  information: '建议',
  hint: '提示',
};

/** What a rule found. The text is rendered last, from the rule's own messages. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The wrong part only. */
  readonly anchor: Anchor;
  readonly message: string;
  readonly related: readonly Related[];
  /** Computed when somebody asks; the same list each time. */
  readonly fixes: () => readonly Fix[];
  readonly arithmetic?: Arithmetic;
}

/** A cell or phrase that a finding rests on; in another report when `document` names one. */
export interface Related {
  readonly anchor: Anchor;
  readonly message: string;
  readonly document?: string;
}

/** Numbers as decimal strings. */
export interface Arithmetic {
  readonly figure: string;
  readonly equation?: string;
  readonly expected: string;
  readonly actual: string;
  readonly delta: string;
}

export interface Fix {
  readonly title: string;
  /** The one repair that leaves no choice. */
  readonly preferred?: boolean;
  /** Changes only totals, labels or writing, never an input figure: fix-all may make it. */
  readonly safe?: boolean;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly anchor: Anchor;
  readonly newText: string;
}

/** A finding with its place in the text. */
export interface PlacedFinding extends Finding {
  readonly span: Span;
}

/** How many findings there are of each severity. */
export function severityCounts(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
