import { termsOf } from '../equations/equation.ts';
import type { Outcome } from '../equations/evaluate.ts';
import { equationWithValues, rightSideWithValues } from '../equations/explain.ts';
import { type Entry, ledgerOf } from '../equations/ledger.ts';
import { type StatedClaim, statedClaims } from '../equations/stated.ts';
import { yearEntries } from '../equations/years.ts';
import type { Report } from '../report/report.ts';
import { severityWords } from '../rules/finding.ts';
import { onOneLine } from '../text/normalize.ts';
import { quoted } from '../text/quoted.ts';
import { claimSpan } from './definition.ts';
import type { Draft } from './draft.ts';
import { escapeHtml } from './preview.ts';

/**
 * What the person who signs wants to see: every equation with its values, those with last year's report and those
 * that sentences make, too; every finding; what was ignored and why.
 */
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
  /** Last year's report, where it was compared with. */
  readonly last?: Report;
}

/** The 校核记录 of a report; `undefined` for any other file. */
export function checkRecord(draft: Draft, facts: RecordFacts): CheckRecord | undefined {
  const { report } = draft;
  if (report === undefined) return undefined;
  const lineOf = (offset: number) => `第 ${facts.line(offset)} 行`;
  const entryLine = ({ equation, outcome, sources }: Entry): RecordLine => {
    const lines = termsOf(equation).flatMap(({ address, of }) => {
      const figure = of === 'this' ? report.figures.get(address) : undefined;
      return figure === undefined ? [] : [facts.line(draft.place(figure.anchor).start)];
    });
    const table = report.form.tables.find(({ id }) => id === equation.table);
    return {
      table: table?.name ?? '',
      equation: equation.subject,
      written: equationWithValues(equation, sources),
      outcome: outcomeWord(outcome),
      place: lineRange(lines),
    };
  };
  const claimLine = ({ claim, equation, outcome, sources }: StatedClaim): RecordLine => ({
    table: '正文',
    equation: quoted(claim.quoted),
    written: claim.amount.value + rightSideWithValues(equation, sources),
    outcome: outcomeWord(outcome),
    place: lineOf(claimSpan(draft, claim).start),
  });
  const entries = [
    ...ledgerOf(report).entries,
    ...(facts.last === undefined ? [] : yearEntries(report, facts.last)),
  ];
  // Nobody can hold a number to account that is said to be a rough one.
  const claims = statedClaims(report).filter(
    ({ outcome }) => outcome.kind !== 'unknown' || outcome.because !== 'rough',
  );
  return {
    heading: [
      ['文件', facts.path],
      ['SHA-256', facts.sha256],
      ['机关', report.organ?.value ?? '未写明'],
      ['年度', report.year === undefined ? '未写明' : String(report.year.value)],
      ['格式', `${report.form.name}（${report.form.number}）`],
    ],
    equations: [...entries.map(entryLine), ...claims.map(claimLine)],
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

function outcomeWord({ kind }: Outcome): RecordLine['outcome'] {
  switch (kind) {
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

/** A heading with a table; `没有。` where there is nothing to list. */
interface Part {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function partsOf({ equations, findings, ignored }: CheckRecord): readonly Part[] {
  const count = (outcome: RecordLine['outcome']) =>
    equations.filter((line) => line.outcome === outcome).length;
  return [
    {
      title: `勾稽关系（${equations.length} 条，${count('相等')} 条相等，${count('不等')} 条不等，${count('未填全')} 条未填全）`,
      head: ['表', '关系', '数值', '结果', '位置'],
      rows: equations.map(({ table, equation, written: text, outcome, place }) => [
        table,
        equation,
        text,
        outcome,
        place,
      ]),
    },
    {
      title: `发现的问题（${findings.length} 条）`,
      head: ['位置', '级别', '内容', '规则'],
      rows: findings.map(({ place, severity, message, rule }) => [place, severity, message, rule]),
    },
    {
      title: `不予检查的事项（${ignored.length} 条）`,
      head: ['位置', '内容', '理由'],
      rows: ignored.map(({ place, message, reason }) => [place, message, reason]),
    },
  ];
}

const title = '校核记录';
const headingHead = ['项目', '内容'];
const nothing = '没有。';
const signature = '校核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿';

/** The record as Markdown. */
export function recordMarkdown(record: CheckRecord): string {
  // What a draft says stays text, whatever it is in Markdown.
  const cell = (text: string) => onOneLine(text.replace(/[\\|<`*[\]]/g, '\\$&'));
  const table = (head: readonly string[], rows: Part['rows']) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
  const parts = partsOf(record).flatMap(({ title: heading, head, rows }) => [
    `## ${heading}`,
    rows.length === 0 ? nothing : table(head, rows),
  ]);
  return `${[`# ${title}`, table(headingHead, record.heading), ...parts, signature].join('\n\n')}\n`;
}

/** Records as one HTML page that needs nothing else; each begins a sheet of paper. */
export function recordsHtml(records: readonly CheckRecord[]): string {
  const cells = (name: 'th' | 'td', row: readonly string[]) =>
    `<tr>${row.map((text) => `<${name}>${escapeHtml(text)}</${name}>`).join('')}</tr>`;
  const table = (head: readonly string[], rows: Part['rows']) =>
    `<table>\n<thead>${cells('th', head)}</thead>\n<tbody>\n${rows.map((row) => cells('td', row)).join('\n')}\n</tbody>\n</table>`;
  const article = (record: CheckRecord) => {
    const parts = partsOf(record).map(
      ({ title: heading, head, rows }) =>
        `<h2>${heading}</h2>\n${rows.length === 0 ? `<p>${nothing}</p>` : table(head, rows)}`,
    );
    return `<article>\n<h1>${title}</h1>\n${[table(headingHead, record.heading), ...parts].join('\n')}\n<p>${signature}</p>\n</article>`;
  };
  const style =
    'body{font-family:serif;max-width:60em;margin:2em auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top}article+article{break-before:page;margin-top:4em}';
  return `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>\n${records.map(article).join('\n')}\n</body>\n</html>\n`;
}
