import { expect } from 'vitest';
import { type Analysis, type AnalysisOptions, analyze } from '../../server/src/core/analysis.ts';
import { applyFix } from '../../server/src/core/edits.ts';
import type { PlacedFinding } from '../../server/src/core/rules/finding.ts';
import type { Example, Rule } from '../../server/src/core/rules/rule.ts';
import { aloneContext, renderExample } from '../../server/src/core/rules/sample.ts';

/** An example with what one rule alone says of it. */
export function heardAlone(rule: Rule, example: Example) {
  const options = aloneContext(rule, example);
  const analysis = analyze(renderExample(example).text, options);
  return { analysis, options, findings: analysis.findings.filter((finding) => finding.rule === rule.id) };
}

/** For an example: another sentence in place of the practice report's on requests, in a paragraph of its own. */
export function inPlaceOfRequests(sentence: string): readonly [from: string, to: string] {
  return ['依申请公开方面，全年收到申请12件，办结11件。', `\n\n${sentence}\n\n`];
}

/** Every fix of a finding removes it, and makes no rule speak up that was silent. */
export function expectFixesToWork(
  analysis: Analysis,
  finding: PlacedFinding,
  options: AnalysisOptions = {},
): void {
  for (const fix of finding.fixes()) {
    const fixed = analyze(applyFix(analysis, fix), options, analysis);
    const same = fixed.findings.filter(
      (other) => other.rule === finding.rule && other.message === finding.message,
    );
    const before = analysis.findings.filter(
      (other) => other.rule === finding.rule && other.message === finding.message,
    );
    expect(same.length, `“${fix.title}” leaves the finding\n${fixed.text}`).toBeLessThan(before.length);
    for (const rule of new Set(fixed.findings.map((other) => other.rule))) {
      // A figure put right may differ from prose that was written for the wrong one.
      if (['blank-cell', 'placeholder', 'text-table-mismatch', 'contradiction'].includes(rule)) continue;
      const now = fixed.findings.filter((other) => other.rule === rule);
      const then = analysis.findings.filter((other) => other.rule === rule);
      expect(
        now.length,
        `“${fix.title}” makes ${rule} speak up: ${now.map((other) => other.message).join(' ')}\n${fixed.text}`,
      ).toBeLessThanOrEqual(then.length);
    }
  }
}
