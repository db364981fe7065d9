import { diffLines } from 'diff';
import { type Analysis, analyze } from '../server/src/core/analysis.ts';
import { applyFix } from '../server/src/core/edits.ts';
import { snippets } from '../server/src/core/features/snippets.ts';
import { type Fix, type PlacedFinding, severityWords } from '../server/src/core/rules/finding.ts';
import { type Example, groupTitles, type Rule } from '../server/src/core/rules/rule.ts';
import { rules } from '../server/src/core/rules/rules.ts';
import { aloneContext, renderExample } from '../server/src/core/rules/sample.ts';

/** Every generated file by its path, with its text. */
export function generatedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  files.set('docs/rules/README.md', indexPage());
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, rulePage(rule));
  files.set('snippets/report.code-snippets', snippetFile());
  return files;
}

/** Static copies of the snippets: they work before the server has started. */
function snippetFile(): string {
  const entries = snippets().map(({ name, prefixes, body, description }) => [
    name,
    { scope: 'markdown', prefix: prefixes, body: body.split('\n'), description },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function indexPage(): string {
  const groups = Object.entries(groupTitles).flatMap(([group, title]) => {
    const own = rules.filter((rule) => rule.group === group);
    if (own.length === 0) return [];
    const lines = own.map(
      (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${severityWords[rule.severity]} |`,
    );
    return [`## ${title}\n\n| 规则 | 检查什么 | 级别 |\n|---|---|---|\n${lines.join('\n')}\n`];
  });
  return `# 规则\n\n本目录由 \`npm run docs\` 从规则的源代码生成，例子就是测试。\n\n${groups.join('\n')}`;
}

export function rulePage(rule: Rule): string {
  const examples = rule.examples.bad
    .map((example, index) => exampleText(rule, example, index + 1))
    .join('\n');
  return `# ${rule.title}\n\n规则 \`${rule.id}\`　类别：${groupTitles[rule.group]}　级别：${severityWords[rule.severity]}\n\n${rule.why}\n\n${examples}`;
}

/** The lines of an example that differ from the practice report, and what is said about them. */
function exampleText(rule: Rule, example: Example, number: number): string {
  const { text } = renderExample(example);
  const base = new Set(
    renderExample(example.form === undefined ? {} : { form: example.form }).text.split('\n'),
  );
  const changed = text.split('\n').filter((line) => line.trim() !== '' && !base.has(line));
  const analysis = analyze(text, aloneContext(rule, example));
  const said = analysis.findings
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => saidOf(analysis, finding, rule));
  const shown = changed.length === 0 ? '' : `${block('markdown', changed).join('\n')}\n\n`;
  return `## 例 ${number}\n\n${shown}${said.join('\n')}\n`;
}

/** A page is read, so it names the first of them only. */
const placesShown = 5;

/** A finding with the places that it names and the repairs that it offers, each with what it changes. */
function saidOf(
  analysis: Analysis,
  { message, severity, related, fixes }: PlacedFinding,
  rule: Rule,
): string {
  const { text } = analysis;
  const places = related.slice(0, placesShown).map(({ anchor, message: note, document }) => {
    if (document !== undefined) return `  - 相关（${document}）：${note}`;
    const { start, end } = analysis.place(anchor);
    return `  - 相关：“${text.slice(start, end)}”，${note}`;
  });
  if (related.length > placesShown) places.push(`  - 相关：等 ${related.length} 处`);
  const grade = severity === rule.severity ? '' : `（${severityWords[severity]}）`;
  const repairs = fixes().flatMap((fix) => {
    const marks = [...(fix.preferred === true ? ['首选'] : []), ...(fix.safe === true ? ['可一并修正'] : [])];
    return [
      `  - 可以：${fix.title}${marks.length === 0 ? '' : `（${marks.join('，')}）`}`,
      '',
      ...block('diff', changesOf(analysis, fix)).map((line) => `    ${line}`),
      '',
    ];
  });
  return [`- ${grade}${message}`, ...places, ...repairs].join('\n').trimEnd();
}

/** The lines that a fix takes away and puts in their place, as a diff says them. */
function changesOf(analysis: Analysis, fix: Fix): string[] {
  return diffLines(analysis.text, applyFix(analysis, fix)).flatMap(({ added, removed, value }) =>
    added || removed
      ? value
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => `${added ? '+' : '-'} ${line}`.trimEnd())
      : [],
  );
}

/** Lines as a block of code, as far as one wants to read them. */
function block(language: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, 12).map((line) => (line.length > 200 ? `${line.slice(0, 200)}……` : line));
  return [`\`\`\`${language}`, ...shown, '```'];
}
