import { normalize } from 'node:path';
import type { Severity } from '../../core/rules/finding.ts';
import type { CheckedReport } from '../contract.ts';
import { printable } from '../text.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows beside the lines. */
export function github(report: CheckedReport): string {
  return report.findings
    .map(({ severity, message, rule, range: { start, end } }) => {
      const place = `file=${property(printable(normalize(report.path)))},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1},title=${property(rule)}`;
      return `::${commands[severity]} ${place}::${data(printable(message))}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
