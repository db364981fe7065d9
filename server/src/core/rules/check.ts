import type { Report } from '../report/report.ts';
import { unreadBlocks } from '../report/unreadBlocks.ts';
import { memoByIdentity } from '../text/memo.ts';
import { mayPause } from '../text/pause.ts';
import type { Finding, Fix, Severity } from './finding.ts';
import { type Filtered, type Ignore, type IgnoredFinding, withoutIgnored } from './ignores.ts';
import type { Found, IgnoreState, Rule, RuleContext } from './rule.ts';
import { ruleById, rules } from './rules.ts';
import { unusedIgnore } from './unused-ignore.ts';

/** `off`, or the severity to report a rule with; by rule id, or by group with `group/*`. */
export type RuleLevels = Readonly<Record<string, Level>>;
type Level = Severity | 'off';
type LevelOf = ReadonlyMap<Rule, Level | undefined>;
const noLevels: RuleLevels = {};

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
  levels: RuleLevels = noLevels,
  done: RulesRun = new Map(),
): Checked {
  const levelOf = levelsOf(levels);
  for (const rule of rules) {
    if (done.has(rule)) continue;
    done.set(rule, run(rule, report, context, levelOf.get(rule)));
    mayPause();
  }
  const findings = [...done.values()].flat();
  const filtered = withoutIgnored(report, findings, (rule) => ruleById(rule)?.group !== 'arithmetic');
  const stateOf = (ignore: Ignore) => stateIn(filtered, ignore, levelOf);
  const last = run(unusedIgnore, report, { ...context, ignores: { stateOf } }, levelOf.get(unusedIgnore));
  return { findings: [...filtered.kept, ...last], ignored: filtered.ignored };
}

function run(rule: Rule, report: Report, context: RuleContext, level: Level | undefined): readonly Finding[] {
  if (level === 'off') return [];
  return [...rule.check(report, context)]
    .filter(({ absence }) => absence !== true || unreadBlocks(report.outline).length === 0)
    .map((found) => findingOf(rule, found, level));
}

function stateIn({ used }: Filtered, ignore: Ignore, levelOf: LevelOf): IgnoreState {
  const rule = ruleById(ignore.rule);
  if (rule === undefined) return 'unknown';
  if (rule.group === 'arithmetic' && ignore.reason === '') return 'refused';
  // A rule that is switched off finds nothing that could be ignored.
  return used.has(ignore) || levelOf.get(rule) === 'off' ? 'used' : 'unused';
}

/** A rule's own entry wins over its group's, and that over `*`. */
const levelsOf = memoByIdentity(
  (levels: RuleLevels): LevelOf =>
    new Map(rules.map((rule) => [rule, levels[rule.id] ?? levels[`${rule.group}/*`] ?? levels['*']])),
);

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
