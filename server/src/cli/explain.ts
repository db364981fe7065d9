import { analyze } from '../core/analysis.ts';
import { figureText, labelTexts, sectionText } from '../core/features/formText.ts';
import { provisionText, titleText, withoutPageLinks } from '../core/features/pages.ts';
import { forms } from '../core/forms/forms.ts';
import { layoutsOf, shortLabel } from '../core/forms/layout.ts';
import { readCitations } from '../core/laws/citations.ts';
import { readDocumentNumbers } from '../core/laws/documentNumbers.ts';
import { findTitle, titles } from '../core/laws/titles.ts';
import { readLabel } from '../core/report/label.ts';
import { severityWords } from '../core/rules/finding.ts';
import { groupTitles, type Rule } from '../core/rules/rule.ts';
import { ruleById, rules } from '../core/rules/rules.ts';
import { aloneContext, renderExample } from '../core/rules/sample.ts';
import { exit, type Io, UsageError } from './io.ts';
import { say } from './text.ts';

/** `gouji explain`: what a hover says, of a rule, an article, a law, a section, a row, a column or a figure. */
export async function explain(args: readonly string[], io: Io): Promise<number> {
  const subject = args.join(' ').trim();
  if (subject === '')
    throw new UsageError(
      '请写出规则、条文、法规、部分、行、列或数字的名称，例如：gouji explain sum-mismatch',
    );
  const text =
    explainRule(subject) ??
    explainArticle(subject) ??
    explainSection(subject) ??
    explainFigure(subject) ??
    explainLabel(subject) ??
    explainLaw(subject);
  if (text === undefined) {
    const near = namesWith(subject);
    const list =
      near.length > 0 ? `相近的有：\n${near.join('\n')}` : `规则有：\n${rules.map(ruleLine).join('\n')}`;
    say(io, `没有“${subject}”这条规则、条文、法规，也没有这个部分、行、列或数字。${list}`);
    return exit.failed;
  }
  io.out(`${text}\n`);
  return exit.ok;
}

export function explainRule(id: string): string | undefined {
  const rule = ruleById(id);
  if (rule === undefined) return undefined;
  const [example = {}] = rule.examples.bad;
  const said = analyze(renderExample(example).text, aloneContext(rule, example)).findings.find(
    (finding) => finding.rule === rule.id,
  );
  const kind = `类别：${groupTitles[rule.group]}　级别：${severityWords[rule.severity]}`;
  return [
    `${rule.id}  ${rule.title}\n${kind}`,
    rule.why,
    ...(said === undefined ? [] : [`例：${said.message}`]),
  ].join('\n\n');
}

function ruleLine(rule: Rule): string {
  return `  ${rule.id}  ${rule.title}`;
}

/** Lines for what can be explained and has the words in its name. */
function namesWith(words: string): readonly string[] {
  const layouts = forms.flatMap(layoutsOf);
  const labels = [
    ...forms.flatMap(({ sections }) => sections.map(({ title }) => title)),
    ...layouts
      .flatMap(({ rows, blocks }) => [...rows, ...blocks.flatMap(({ columns }) => columns)])
      .map(({ label }) => shortLabel(label)),
  ];
  return [
    ...rules.filter(({ id, title }) => id.includes(words) || title.includes(words)).map(ruleLine),
    ...[...new Set(labels)].filter((label) => label.includes(words)).map((label) => `  ${label}`),
  ];
}

/** 第三十六条, 第36条第（五）项. */
function explainArticle(subject: string): string | undefined {
  const [citation] = readCitations(subject);
  if (citation === undefined || citation.law.kind === 'other') return undefined;
  return plain(provisionText(citation));
}

/** 五、存在的主要问题及改进情况, with or without its numeral; 表三, by the table that stands in it. */
function explainSection(subject: string): string | undefined {
  const { core } = readLabel(subject);
  const section = [...forms]
    .reverse()
    .flatMap(({ sections, tables }) =>
      sections.filter(
        ({ title, table }) =>
          readLabel(title).core === core || tables.some(({ id, name }) => id === table && name === subject),
      ),
    )
    .at(0);
  return section === undefined ? undefined : plain(sectionText(section));
}

/** `applications/granted/total`; a row's address stands for its first figure. */
function explainFigure(address: string): string | undefined {
  const wholeRow = address.split('/').length === 2;
  return joined(
    forms.flatMap(layoutsOf).flatMap((layout) => {
      const figure = layout.figures.find(
        (candidate) =>
          candidate.address === address || (wholeRow && candidate.address.startsWith(`${address}/`)),
      );
      return figure === undefined ? [] : [figureText(figure, layout)];
    }),
  );
}

/** 商业企业, （三）不予公开: a row, a column or a group. */
function explainLabel(label: string): string | undefined {
  return joined(forms.flatMap(layoutsOf).flatMap((layout) => labelTexts(label, layout)));
}

/** 《保守国家秘密法》, with or without its marks; 国务院令第711号. */
function explainLaw(name: string): string | undefined {
  const [number] = readDocumentNumbers(name);
  const numbered = titles.find((title) => title.number !== undefined && title.number === number?.normalized);
  if (numbered !== undefined) return plain(titleText(numbered));
  const match = findTitle(name);
  return match.kind === 'unknown' ? undefined : plain(titleText(match.law));
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : plain(texts.join('\n\n'));
}

/** Markdown as a terminal shows it. */
function plain(markdown: string | undefined): string | undefined {
  return markdown === undefined
    ? undefined
    : withoutPageLinks(markdown)
        .replace(/\*\*/g, '')
        .replace(/\[([^[\]]*)\]\(([^()]*)\)/g, '$1 $2')
        .replace(/\\(?=[\\`*_{}[\]()<>#+\-.!|~&])/g, '');
}
