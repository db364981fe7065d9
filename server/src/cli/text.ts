import { type Severity, severities, severityCounts, severityWords } from '../core/rules/finding.ts';
import type { CheckedReport, Summary } from './contract.ts';
import type { Io } from './io.ts';

const colours: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '90',
};

/** One line for each finding: `path:line:column 错误 message rule`, lines and columns from 1. */
export function textLines(report: CheckedReport, colour: boolean): string[] {
  return report.findings.map(({ range, severity, message, rule }) => {
    const place = `${printable(report.path)}:${range.start.line + 1}:${range.start.character + 1}`;
    const word = severityWords[severity];
    const said = printable(message);
    return colour
      ? `${place} \u001b[${colours[severity]}m${word}\u001b[0m ${said} \u001b[90m${rule}\u001b[0m`
      : `${place} ${word} ${said} ${rule}`;
  });
}

/** `年报.md（示例县自然资源局，2025年，2021年格式）：1 错误，0 提醒`. */
export function reportLine(report: CheckedReport): string {
  const path = printable(report.path);
  if (!report.isReport) return `${path}：不是政府信息公开工作年度报告，没有检查。`;
  const about = [
    report.organ,
    report.year === undefined ? '年度不明' : `${report.year}年`,
    `${report.form}年格式`,
  ].filter((part) => part !== undefined);
  const counts = severityCounts(report.findings);
  const words = severities
    .filter((severity) => severity === 'error' || counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severityWords[severity]}`);
  return `${path}（${printable(about.join('，'))}）：${report.findings.length === 0 ? '没有发现问题' : words.join('，')}`;
}

/** What a file says or is called, for a terminal: nothing in it moves the cursor or turns the text around. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Says something on standard error, line by line as a terminal may show it. */
export function say({ err }: Io, message: string): void {
  err(`${message.split('\n').map(printable).join('\n')}\n`);
}

export function summaryLine(summary: Summary): string {
  return `共 ${summary.reports} 份年报：${summary.errors} 错误，${summary.warnings} 提醒，${summary.information} 建议，${summary.hints} 提示`;
}
