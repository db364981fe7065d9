import { severityWords } from '../../core/rules/finding.ts';
import type { CheckedFinding, CheckedReport } from '../contract.ts';

/** JUnit XML: a suite for each report, a test case for each finding; errors are failures, the rest passes with output. */
export function junit(reports: readonly CheckedReport[]): string {
  const suites = reports.map((report) => {
    const errors = report.findings.filter(({ severity }) => severity === 'error').length;
    const cases =
      report.findings.length === 0
        ? [`<testcase classname="${attribute(report.path)}" name="没有发现问题"/>`]
        : report.findings.map((finding) => testCase(report.path, finding));
    return `  <testsuite name="${attribute(report.path)}" tests="${cases.length}" failures="${errors}" errors="0">\n${cases.map((text) => `    ${text}`).join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji">\n${suites.join('\n')}\n</testsuites>\n`;
}

function testCase(path: string, { rule, severity, message, range }: CheckedFinding): string {
  const name = `${rule} ${range.start.line + 1}:${range.start.character + 1}`;
  const text = attribute(`${severityWords[severity]}：${message}`);
  const inner = severity === 'error' ? `<failure message="${text}"/>` : `<system-out>${text}</system-out>`;
  return `<testcase classname="${attribute(path)}" name="${attribute(name)}">${inner}</testcase>`;
}

/** Text for XML: markup escaped, control characters that XML cannot hold left out. */
function attribute(text: string): string {
  let safe = '';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff)
      safe += character;
  }
  return safe
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
