import type { Report } from '../report/report.ts';
import { unreadBlocks } from '../report/unreadBlocks.ts';
import { mayPause } from '../text/pause.ts';
import type { Finding, Fix, Severity } from './finding.ts';
import { type Filtered, type Ignore, type IgnoredFinding, withoutIgnored } from './ignores.ts';
import type { Found, IgnoreState, Rule, RuleContext } from './rule.ts';
import { ruleById, rules } from './rules.ts';
import { unusedIgnore } from './unused-ignore.ts';

/** `off`, or the severity to report a rule with; by rule id, or by group with `group/*`. */
export type RuleLevels = Readonly<Record<string, Severity | 'off'>>;

/** What there is to say of a report, and what its comments asked not to be said. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/** What rules have found so far, so that a check which was interrupted need not run them again. */
export type RulesRun = Map<Rule, readonly Finding[]>;

/** Runs every rule that is not switched off, and leaves out what the draft's comments ask to ignore. */
export function checkReport(
  report: Report,
  context: RuleContext,
  levels: RuleLevels = {},
  done: RulesRun = new Map(),
): Checked {
  for (const rule of rules) {
    if (rule === unusedIgnore || done.has(rule)) continue;
    done.set(rule, run(rule, report, context, levels));
    mayPause();
  }
  const findings = [...done.values()].flat();
  const filtered = withoutIgnored(report, findings, (rule) => ruleById(rule)?.group !== 'arithmetic');
  const stateOf = (ignore: Ignore) => stateIn(filtered, ignore, levels);
  const last = run(unusedIgnore, report, { ...context, ignores: { stateOf } }, levels);
  return { findings: [...filtered.kept, ...last], ignored: filtered.ignored };
}

function run(rule: Rule, report: Report, context: RuleContext, levels: RuleLevels): readonly Finding[] {
  const level = levelOf(rule, levels);
  if (level === 'off') return [];
  return Array.from(rule.check(report, context))
    .filter(({ absence }) => absence !== true || unreadBlocks(report.outline).length === 0)
    .map((found) => findingOf(rule, found, level));
}

function stateIn({ used }: Filtered, ignore: Ignore, levels: RuleLevels): IgnoreState {
  const rule = ruleById(ignore.rule);
  if (rule === undefined) return 'unknown';
  if (rule.group === 'arithmetic' && ignore.reason === '') return 'refused';
  // A rule that is switched off finds nothing that could be ignored.
  return used.has(ignore) || levelOf(rule, levels) === 'off' ? 'used' : 'unused';
}

/** A rule's own entry wins over its group's, and that over `*`. */
function levelOf(rule: Rule, levels: RuleLevels): Severity | 'off' | undefined {
  return levels[rule.id] ?? levels[`${rule.group}/*`] ?? levels['*'];
}

function findingOf(rule: Rule, found: Found, level: Severity | undefined): Finding {
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.id,
    severity: level ?? found.severity ?? rule.severity,
    anchor: found.at,
    message: found.message,
    related: found.related ?? [],
    fixes: () => (fixes ??= found.fixes?.() ?? []),
    ...(found.arithmetic === undefined ? {} : { arithmetic: found.arithmetic }),
  };
}
