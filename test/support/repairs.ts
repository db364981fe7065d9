import { applyFix } from '../../server/src/core/edits.ts';
import type { Example, Rule } from '../../server/src/core/rules/rule.ts';
import { heardAlone, inPlaceOfRequests } from './check.ts';

/** What one rule says of a sentence, and what each repair makes of it: `message → title: sentence after`. */
export function saidOf(rule: Rule, sentence: string, example: Example = {}): readonly string[] {
  const { analysis, findings } = heardAlone(rule, { ...example, replace: [inPlaceOfRequests(sentence)] });
  return findings.flatMap((finding) => [
    finding.message,
    ...finding.fixes().map((fix) => {
      const after = /执法信息。\n\n(.*)\n\n政府信息管理/s.exec(applyFix(analysis, fix))?.[1] ?? '';
      return `${fix.safe ? '!' : ''}${fix.preferred ? '!' : ''}→ ${fix.title}: ${after}`;
    }),
  ]);
}
