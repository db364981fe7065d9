import type { Analysis } from '../../server/src/core/analysis.ts';
import type { PlacedFinding } from '../../server/src/core/rules/finding.ts';
import type { Span } from '../../server/src/core/text/span.ts';

/** A sentence in its report with what the rules found there. */
export interface CheckedSentence {
  readonly label: string;
  readonly sentence: string;
  readonly analysis: Analysis;
  readonly findings: readonly PlacedFinding[];
}

/** A faulty one: the rule that must speak up, and where. */
export interface CheckedFault extends CheckedSentence {
  readonly rule: string;
  readonly expected: readonly Span[];
}

/**
 * How often rules err: false alarms are sentences with a finding that is not asked for, in percent of all
 * sentences; found are faults with every place named by the right rule.
 */
export function measureSentences(clean: readonly CheckedSentence[], faulty: readonly CheckedFault[]) {
  const alarms: string[] = [];
  const missed: string[] = [];
  const alarm = ({ label, sentence, analysis }: CheckedSentence, findings: readonly PlacedFinding[]) => {
    if (findings.length > 0)
      alarms.push(
        `${label} ${sentence} → ${findings.map((entry) => show(analysis.text, entry)).join(' | ')}`,
      );
  };
  for (const entry of clean) alarm(entry, entry.findings);
  for (const entry of faulty) {
    const right = entry.findings.filter(
      ({ rule, span }) =>
        rule === entry.rule &&
        entry.expected.some((range) => range.start === span.start && range.end === span.end),
    );
    if (entry.expected.length === 0 || right.length < entry.expected.length)
      missed.push(`${entry.label} ${entry.sentence}`);
    alarm(
      entry,
      entry.findings.filter((finding) => !right.includes(finding)),
    );
  }
  const sentences = clean.length + faulty.length;
  const alarmShare = (100 * alarms.length) / sentences;
  const foundShare = (100 * (faulty.length - missed.length)) / faulty.length;
  return {
    sentences,
    alarmShare,
    foundShare,
    /** By label and sentence. */
    missed,
    report: [
      `${sentences} sentences, ${faulty.length} of them faulty: false alarms ${alarmShare.toFixed(1)} % (${alarms.length}), found ${foundShare.toFixed(1)} % (${faulty.length - missed.length})`,
      ...alarms.map((line) => `  false alarm: ${line}`),
      ...missed.map((line) => `  missed: ${line}`),
    ].join('\n'),
  };
}

function show(text: string, { rule, span, message }: PlacedFinding): string {
  return `${rule}@${text.slice(span.start, span.end)}: ${message}`;
}
