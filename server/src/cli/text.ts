import { type Severity, severityWords } from '../core/rules/finding.ts';
import type { CheckedReport, Summary } from './contract.ts';

const colours: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '90',
};

/** One line for each finding: `path:line:column 错误 message rule`, lines and columns from 1. */
export function textLines(report: CheckedReport, colour: boolean): string[] {
  return report.findings.map(({ range, severity, message, rule }) => {
    const place = `${report.path}:${range.start.line + 1}:${range.start.character + 1}`;
    const word = severityWords[severity];
    return colour
      ? `${place} \u001b[${colours[severity]}m${word}\u001b[0m ${message} \u001b[90m${rule}\u001b[0m`
      : `${place} ${word} ${message} ${rule}`;
  });
}

/** `年报.md（示例县自然资源局，2025年，2021年格式）：1 错误，0 提醒`. */
export function reportLine(report: CheckedReport): string {
  if (!report.isReport) return `${report.path}：不是政府信息公开工作年度报告，没有检查。`;
  const about = [
    report.organ,
    report.year === undefined ? '年度不明' : `${report.year}年`,
    `${report.form}年格式`,
  ].filter((part) => part !== undefined);
  const count = (severity: Severity) =>
    report.findings.filter((finding) => finding.severity === severity).length;
  const counts = (['error', 'warning', 'information', 'hint'] as const).filter(
    (severity) => severity === 'error' || count(severity) > 0,
  );
  const words = counts.map((severity) => `${count(severity)} ${severityWords[severity]}`);
  return `${report.path}（${about.join('，')}）：${report.findings.length === 0 ? '没有发现问题' : words.join('，')}`;
}

export function summaryLine(summary: Summary): string {
  return `共 ${summary.reports} 份年报：${summary.errors} 错误，${summary.warnings} 提醒，${summary.information} 建议，${summary.hints} 提示`;
}
