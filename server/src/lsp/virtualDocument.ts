import { severityWords } from '../core/rules/finding.ts';
import { groupTitles } from '../core/rules/rule.ts';
import { ruleById } from '../core/rules/rules.ts';

/** The Markdown of a read-only document, by its path: `/rules/sum-mismatch.md`. */
export function virtualDocument(path: string): string {
  const rule = /^\/rules\/([a-z-]{1,60})\.md$/.exec(path)?.[1];
  const found = rule === undefined ? undefined : ruleById(rule);
  if (found === undefined) return '没有这个页面。\n';
  return `# ${found.title}\n\n规则 \`${found.id}\`　类别：${groupTitles[found.group]}　级别：${severityWords[found.severity]}\n\n${found.why}\n`;
}
