import { provisionText } from '../core/features/pages.ts';
import { forms } from '../core/forms/forms.ts';
import { figureName, layoutsOf } from '../core/forms/layout.ts';
import { readCitations } from '../core/laws/citations.ts';
import { severityWords } from '../core/rules/finding.ts';
import { groupTitles } from '../core/rules/rule.ts';
import { ruleById, rules } from '../core/rules/rules.ts';
import { exit, type Io, UsageError } from './io.ts';

/** `gouji explain`: a rule by its id, an article, or a figure by its address. */
export async function explain(args: readonly string[], io: Io): Promise<number> {
  const [subject] = args;
  if (subject === undefined)
    throw new UsageError('请写出规则、条文或数字的名称，例如：gouji explain sum-mismatch');
  const text = explainRule(subject) ?? explainArticle(subject) ?? explainFigure(subject);
  if (text === undefined) {
    io.err(
      `没有“${subject}”这条规则、条文或数字。规则有：\n${rules.map((rule) => `  ${rule.id}  ${rule.title}`).join('\n')}\n`,
    );
    return exit.failed;
  }
  io.out(`${text}\n`);
  return exit.ok;
}

export function explainRule(id: string): string | undefined {
  const rule = ruleById(id);
  if (rule === undefined) return undefined;
  return `${rule.id}  ${rule.title}\n类别：${groupTitles[rule.group]}　级别：${severityWords[rule.severity]}\n\n${rule.why}`;
}

/** 第三十六条, 第36条第（五）项: without the marks that Markdown needs. */
function explainArticle(subject: string): string | undefined {
  const [citation] = readCitations(subject);
  const text = citation === undefined ? undefined : provisionText(citation);
  return text
    ?.replace(/\*\*/g, '')
    .replace(/\[([^[\]]*)\]\(([^()]*)\)/g, (_, words: string, target: string) =>
      target.startsWith('gouji:') ? words : `${words} ${target}`,
    );
}

function explainFigure(address: string): string | undefined {
  const parts = address.split('/');
  const found = forms.flatMap((form) =>
    layoutsOf(form).flatMap(({ table, figures }) =>
      figures
        .filter(
          (figure) =>
            figure.address === address || (parts.length === 2 && figure.address.startsWith(`${address}/`)),
        )
        .slice(0, 1)
        .map((figure) => {
          const counts = figure.row.node.counts ?? figure.column.node.counts;
          const basis = figure.row.node.basis;
          return [
            `${form.version}年格式 ${table.name} ${figureName(figure)}`,
            ...(counts === undefined ? [] : [`统计口径：${counts}`]),
            ...(basis === undefined ? [] : [`依据（推定）：${basis}`]),
          ].join('\n');
        }),
    ),
  );
  return found.length === 0 ? undefined : found.join('\n\n');
}
