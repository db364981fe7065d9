import type { Report } from '../report/report.ts';
import type { Finding, Fix, Severity } from './finding.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { rules } from './rules.ts';

/** `off`, or the severity to report a rule with; by rule id, or by group with `group/*`. */
export type RuleLevels = Readonly<Record<string, Severity | 'off'>>;

/** Runs every rule that is not switched off. */
export function checkReport(
  report: Report,
  context: RuleContext,
  levels: RuleLevels = {},
): readonly Finding[] {
  return rules.flatMap((rule) => {
    const level = levelOf(rule, levels);
    return level === 'off'
      ? []
      : Array.from(rule.check(report, context), (found) => findingOf(rule, found, level));
  });
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
