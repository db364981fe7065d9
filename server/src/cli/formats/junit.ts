import { severityWords } from '../../core/rules/finding.ts';
import type { CheckedFinding, CheckedReport } from '../contract.ts';

/**
 * JUnit XML: a suite for each file, a test case for each finding; errors are failures, the rest passes with output.
 * A file that is no report is skipped.
 */
export function junit(reports: readonly CheckedReport[]): string {
  const suites = reports.map((report) => {
    const errors = report.findings.filter(({ severity }) => severity === 'error').length;
    const cases = casesOf(report);
    const skipped = report.isReport ? 0 : 1;
    return `  <testsuite name="${attribute(report.path)}" tests="${cases.length}" failures="${errors}" errors="0" skipped="${skipped}">\n${cases.map((text) => `    ${text}`).join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji">\n${suites.join('\n')}\n</testsuites>\n`;
}

function casesOf({ path, isReport, findings }: CheckedReport): string[] {
  const only = (name: string, inner: string) => [
    `<testcase classname="${attribute(path)}" name="${name}">${inner}</testcase>`,
  ];
  if (!isReport) return only('不是年报', '<skipped message="不是政府信息公开工作年度报告，没有检查。"/>');
  if (findings.length === 0) return only('没有发现问题', '');
  return findings.map((finding) => testCase(path, finding));
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
