import type { Anchor } from '../outline/outline.ts';
import type { Report } from '../report/report.ts';
import type { Arithmetic, Fix, Related, Severity } from './finding.ts';
import type { Ignore } from './ignores.ts';

export type Group = 'structure' | 'tables' | 'cells' | 'arithmetic' | 'text';

export const groupTitles: Readonly<Record<Group, string>> = {
  structure: '结构',
  tables: '表格',
  cells: '单元格',
  arithmetic: '勾稽',
  text: '文字',
};

/** A rule as it is listed: what it is about, its examples, and its check, which gives rendered text only at the end. */
export interface Rule {
  readonly id: string;
  readonly group: Group;
  readonly severity: Severity;
  /** What is wrong, in a few words: 总计不等于各项之和. */
  readonly title: string;
  /** Why it matters and on what it rests, for the drafter. */
  readonly why: string;
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };
  readonly check: (report: Report, context: RuleContext) => Iterable<Found>;
}

/** What a rule needs to know besides the report. */
export interface RuleContext {
  readonly settings: RuleSettings;
  /** Last year's report of the same organ. */
  readonly last?: NamedReport;
  /** Reports that a consolidated report adds up; a missing one has no report. */
  readonly children?: readonly (NamedReport | { readonly name: string; readonly report: undefined })[];
  /** What became of the draft's ignore comments; known only once all other rules have run. */
  readonly ignores?: { stateOf(ignore: Ignore): IgnoreState };
}

/** `refused`: arithmetic is not ignored without a reason. */
export type IgnoreState = 'used' | 'unused' | 'unknown' | 'refused';

export interface NamedReport {
  /** How it is called in messages and where it is: a path or URI. */
  readonly name: string;
  readonly report: Report;
}

export interface RuleSettings {
  /** Longest 总体情况, in characters. */
  readonly overviewLimit: number;
  /** Share of sentences carried over unchanged from which it is said, in percent. */
  readonly copiedTextThreshold: number;
}

export const defaultSettings: RuleSettings = { overviewLimit: 1000, copiedTextThreshold: 50 };

/**
 * A practice report with changes. `figures` sets cells by address, `replace` rewrites text; `⟦…⟧` marks the
 * range that is expected to be found, `whole` stands for the report altogether.
 */
export interface Example {
  readonly form?: string;
  readonly figures?: Readonly<Record<string, string>>;
  readonly replace?: readonly (readonly [from: string, to: string])[];
  readonly whole?: string;
  /** Another report beside it: last year's, for the rules that look back. */
  readonly last?: ExampleReport;
  /** Reports that it adds up, 下级1.md, 下级2.md and so on; `missing` one that cannot be read. */
  readonly children?: readonly (ExampleReport | 'missing')[];
  /** Other rules that rightly speak up, too. */
  readonly also?: readonly string[];
}

export type ExampleReport = Omit<Example, 'last' | 'children'>;

/** What a check yields. */
export interface Found {
  readonly at: Anchor;
  readonly message: string;
  readonly severity?: Severity;
  /** It says that something is not there: nobody knows while part of the draft is unread, which is said instead. */
  readonly absence?: true;
  readonly related?: readonly Related[];
  readonly fixes?: () => readonly Fix[];
  readonly arithmetic?: Arithmetic;
}

type Messages = Readonly<Record<string, (...parts: never[]) => string>>;

/** Declares a rule; its messages are a catalogue of functions, so that wording is in one place and never built in the check. */
export function defineRule<M extends Messages>(
  rule: Omit<Rule, 'check'> & {
    readonly messages: M;
    readonly check: (report: Report, context: RuleContext, say: M) => Iterable<Found>;
  },
): Rule & { readonly messages: M } {
  return { ...rule, check: (report, context) => rule.check(report, context, rule.messages) };
}
