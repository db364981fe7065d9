import { isAbsolute, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../../package.json';
import type { Severity } from '../../core/rules/finding.ts';
import { rules } from '../../core/rules/rules.ts';
import type { CheckedReport, Range } from '../contract.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0: one run, one result for each finding. */
export function sarif(reports: readonly CheckedReport[]): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gouji',
            version,
            language: 'zh-CN',
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.why },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap((report) =>
          report.findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: rules.findIndex((rule) => rule.id === finding.rule),
            level: levels[finding.severity],
            message: { text: finding.message },
            locations: [location(report.path, finding.range)],
            relatedLocations: finding.related.map(({ range, message, path }, index) => ({
              id: index,
              ...location(path ?? report.path, range),
              message: { text: message },
            })),
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function location(path: string, { start, end }: Range) {
  return {
    physicalLocation: {
      artifactLocation: { uri: path === '-' ? 'stdin' : uriOf(path) },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return normalize(path).split(/[\\/]/).map(encodeURIComponent).join('/');
}
