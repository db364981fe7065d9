import { termsOf } from '../equations/equation.ts';
import { namedSum, writtenSum } from '../equations/explain.ts';
import { type Entry, ledgerOf } from '../equations/ledger.ts';
import { severityWords } from '../rules/finding.ts';
import { onOneLine } from '../text/normalize.ts';
import type { Draft } from './draft.ts';
import { escapeHtml } from './preview.ts';

/** What the person who signs wants to see: every equation with its values, every finding, what was ignored and why. */
export interface CheckRecord {
  readonly heading: readonly (readonly [label: string, value: string])[];
  readonly equations: readonly RecordLine[];
  readonly findings: readonly {
    readonly place: string;
    readonly severity: string;
    readonly message: string;
    readonly rule: string;
  }[];
  readonly ignored: readonly { readonly place: string; readonly message: string; readonly reason: string }[];
}

export interface RecordLine {
  readonly table: string;
  readonly equation: string;
  readonly written: string;
  readonly outcome: '相等' | '不等' | '未填全';
  /** Lines of the draft on which the figures stand. */
  readonly place: string;
}

export interface RecordFacts {
  readonly path: string;
  /** Hexadecimal, of the file's bytes. */
  readonly sha256: string;
  /** The line of an offset, from 1. */
  readonly line: (offset: number) => number;
}

/** The 校核记录 of a report; `undefined` for any other file. */
export function checkRecord(draft: Draft, facts: RecordFacts): CheckRecord | undefined {
  const { report } = draft;
  if (report === undefined) return undefined;
  const lineOf = (offset: number) => `第 ${facts.line(offset)} 行`;
  const equations = report.tables.flatMap((table) =>
    (ledgerOf(report).ofTable.get(table) ?? []).map((entry): RecordLine => {
      const lines = termsOf(entry.equation).flatMap(({ address }) => {
        const figure = report.figures.get(address);
        return figure === undefined ? [] : [facts.line(draft.place(figure.anchor).start)];
      });
      return {
        table: table.layout.table.name,
        equation: entry.equation.subject,
        written: written(entry),
        outcome: outcomeWord(entry),
        place: lineRange(lines),
      };
    }),
  );
  return {
    heading: [
      ['文件', facts.path],
      ['SHA-256', facts.sha256],
      ['机关', report.organ?.value ?? '未写明'],
      ['年度', report.year === undefined ? '未写明' : String(report.year.value)],
      ['格式', `${report.form.name}（${report.form.number}）`],
    ],
    equations,
    findings: draft.findings.map(({ span, severity, message, rule }) => ({
      place: lineOf(span.start),
      severity: severityWords[severity],
      message,
      rule,
    })),
    ignored: draft.ignored.map(({ span, message, reason }) => ({
      place: lineOf(span.start),
      message,
      reason,
    })),
  };
}

function written({ equation, sources }: Entry): string {
  const right =
    equation.right.length > 6
      ? writtenSum(equation.right, sources)
      : `＝${namedSum(equation.right, sources)}`;
  return namedSum(equation.left, sources) + right;
}

function outcomeWord({ outcome }: Entry): RecordLine['outcome'] {
  switch (outcome.kind) {
    case 'holds':
      return '相等';
    case 'fails':
      return '不等';
    case 'unknown':
      return '未填全';
  }
}

function lineRange(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const first = Math.min(...lines);
  const last = Math.max(...lines);
  return first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`;
}

/** The record as Markdown. */
export function recordMarkdown(record: CheckRecord): string {
  const cell = (text: string) => onOneLine(text.replaceAll('|', '\\|'));
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
  const parts = [
    '# 校核记录',
    table(['项目', '内容'], record.heading),
    `## 勾稽关系（${record.equations.length} 条，${count(record, '相等')} 条相等，${count(record, '不等')} 条不等，${count(record, '未填全')} 条未填全）`,
    table(
      ['表', '关系', '数值', '结果', '位置'],
      record.equations.map(({ table: name, equation, written: text, outcome, place }) => [
        name,
        equation,
        text,
        outcome,
        place,
      ]),
    ),
    `## 发现的问题（${record.findings.length} 条）`,
    record.findings.length === 0
      ? '没有。'
      : table(
          ['位置', '级别', '内容', '规则'],
          record.findings.map(({ place, severity, message, rule }) => [place, severity, message, rule]),
        ),
    `## 不予检查的事项（${record.ignored.length} 条）`,
    record.ignored.length === 0
      ? '没有。'
      : table(
          ['位置', '内容', '理由'],
          record.ignored.map(({ place, message, reason }) => [place, message, reason]),
        ),
    '校核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The record as one HTML page that needs nothing else. */
export function recordHtml(record: CheckRecord): string {
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    `<table>\n<thead><tr>${head.map((text) => `<th>${escapeHtml(text)}</th>`).join('')}</tr></thead>\n<tbody>\n${rows
      .map((row) => `<tr>${row.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`)
      .join('\n')}\n</tbody>\n</table>`;
  const body = [
    '<h1>校核记录</h1>',
    table(['项目', '内容'], record.heading),
    `<h2>勾稽关系（${record.equations.length} 条，${count(record, '相等')} 条相等，${count(record, '不等')} 条不等，${count(record, '未填全')} 条未填全）</h2>`,
    table(
      ['表', '关系', '数值', '结果', '位置'],
      record.equations.map((line) => [line.table, line.equation, line.written, line.outcome, line.place]),
    ),
    `<h2>发现的问题（${record.findings.length} 条）</h2>`,
    table(
      ['位置', '级别', '内容', '规则'],
      record.findings.map(({ place, severity, message, rule }) => [place, severity, message, rule]),
    ),
    `<h2>不予检查的事项（${record.ignored.length} 条）</h2>`,
    table(
      ['位置', '内容', '理由'],
      record.ignored.map(({ place, message, reason }) => [place, message, reason]),
    ),
    '<p>校核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿</p>',
  ];
  const style =
    'body{font-family:serif;max-width:60em;margin:2em auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top}';
  return `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>校核记录</title>\n<style>${style}</style>\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;
}

function count(record: CheckRecord, outcome: RecordLine['outcome']): number {
  return record.equations.filter((line) => line.outcome === outcome).length;
}
