import type { Article, Deadline } from '../laws/article.ts';
import {
  articleHeading,
  chapters,
  explanationNotice,
  findArticle,
  findPart,
  type Provision,
  regulation,
  rowsNotice,
  rowsRestingOn,
} from '../laws/articles.ts';
import { chineseNumber, formatCitation } from '../laws/numerals.ts';
import { findOldArticle } from '../laws/regulation2007.ts';
import { type LawTitle, titleKindNames } from '../laws/title.ts';
import { severityWords } from '../rules/finding.ts';
import { groupTitles } from '../rules/rule.ts';
import { ruleById } from '../rules/rules.ts';
import { rowName } from './rowNames.ts';

/** Where the read-only page of an article is found. */
export function articlePath(article: number): string {
  return `/articles/${article}.md`;
}

/** Where the read-only page of a rule is found. */
export function rulePath(rule: string): string {
  return `/rules/${rule}.md`;
}

/** Markdown for those who cannot open the pages: their links become plain words. */
export function withoutPageLinks(markdown: string): string {
  return markdown.replace(/\[([^[\]]*)\]\(gouji:[^()]*\)/g, '$1');
}

/** The Markdown of a read-only page, by its path; `undefined` when there is none. */
export function page(path: string): string | undefined {
  const match = /^\/(articles|rules)\/([a-z0-9-]{1,60})\.md$/.exec(path);
  if (match === null) return undefined;
  const [, kind, name = ''] = match;
  return kind === 'rules' ? rulePage(name) : articlePage(Number(name));
}

/** A rule for the drafter: what it checks, why, and how to switch it off. */
export function rulePage(id: string): string | undefined {
  const rule = ruleById(id);
  if (rule === undefined) return undefined;
  return `# ${rule.title}\n\n规则 \`${rule.id}\`　类别：${groupTitles[rule.group]}　级别：${severityWords[rule.severity]}\n\n${rule.why}\n\n如确有理由不改，可在该处之前写 \`<!-- gouji-ignore ${rule.id} 理由 -->\`。\n`;
}

/** The explanation of an article, its deadlines, and the rows that rest on it. */
export function articlePage(number: number): string | undefined {
  const article = findArticle(number);
  if (article === undefined) return undefined;
  const chapter = chapters.find((candidate) => candidate.number === article.chapter);
  const previous = findArticle(number - 1);
  const next = findArticle(number + 1);
  const neighbours = [previous, next].flatMap((other) =>
    other === undefined ? [] : [`[${articleHeading(other)}](gouji:${articlePath(other.number)})`],
  );
  return `# ${articleHeading(article)}\n\n${regulation.title}（${regulation.number}）第${chineseNumber(article.chapter)}章 ${chapter?.title ?? ''}\n\n${articleBody({ article: number }, article)}\n\n${neighbours.join('　')}\n`;
}

/** What a hover says of a citation: the article's matter, narrowed to the 款 or 项 where one is cited. */
export function provisionText(provision: Provision): string | undefined {
  const article = findArticle(provision.article);
  if (article === undefined) return undefined;
  const part = findPart(provision);
  const cited =
    part === undefined || (provision.paragraph === undefined && provision.item === undefined)
      ? ''
      : `\n\n**${formatCitation(provision)}**：${part.subject}`;
  return `**${articleHeading(article)}**${cited}\n\n${articleBody(provision, article)}`;
}

/** What a hover says of an article by its number of 2007: its matter, and where that stands now. */
export function oldArticleText(number: number): string | undefined {
  const old = findOldArticle(number);
  if (old === undefined) return undefined;
  const now = old.now.map((article) => `[${formatCitation({ article })}](gouji:${articlePath(article)})`);
  return `**${formatCitation({ article: number })}　${old.subject}**\n\n这是2007年公布、2019年修订前的《条例》的条号。${now.length === 0 ? '' : `现行《条例》中为${now.join('、')}。`}`;
}

/** What a hover says of a law's name. */
export function titleText(law: LawTitle): string {
  const uncertain = (fact: 'number' | 'adopted' | 'inForce') =>
    law.confidence === 'C' || law.uncertain?.includes(fact) === true ? '（待核实）' : '';
  const lines = [
    `**《${law.title}》**`,
    `${titleKindNames[law.kind]}${law.number === undefined ? '' : `　${law.number}${uncertain('number')}`}`,
    ...(law.adopted === undefined ? [] : [`${law.adopted} ${law.revision ?? '公布'}${uncertain('adopted')}`]),
    ...(law.inForce === undefined ? [] : [`自 ${law.inForce} 起施行${uncertain('inForce')}`]),
    ...(law.until === undefined ? [] : [`已于 ${law.until} 停止施行`]),
    ...(law.supersededBy === undefined ? [] : [`现为《${law.supersededBy}》`]),
  ];
  return lines.join('\n\n');
}

function articleBody(provision: Provision, article: Article): string {
  const rows = rowsRestingOn(provision).flatMap((row) => rowName(row) ?? []);
  const parts = [
    article.explanation,
    ...article.deadlines.map((deadline) => `- 期限：${deadlineText(deadline)}`),
    ...(rows.length === 0 ? [] : [`表格中的行：${rows.join('；')}。${rowsNotice}`]),
    ...(article.related.length === 0
      ? []
      : [
          `相关：${article.related.map((other) => `[${formatCitation({ article: other })}](gouji:${articlePath(other)})`).join('、')}`,
        ]),
    `${explanationNotice}[条例原文](${regulation.officialText})`,
  ];
  return parts.join('\n\n');
}

function deadlineText(deadline: Deadline): string {
  if (deadline.kind === 'period')
    return `${deadline.who}${deadline.what}，${deadline.from}起 ${deadline.days} 个${deadline.unit}`.replace(
      `个日`,
      '日',
    );
  const [month, day] = deadline.date.split('-').map(Number);
  return `${deadline.who}${deadline.what}，每年 ${month} 月 ${day} 日前`;
}
