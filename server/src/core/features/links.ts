import { findArticle } from '../laws/articles.ts';
import type { Span } from '../text/span.ts';
import { citationAt } from './cited.ts';
import type { Draft } from './draft.ts';
import { articlePath } from './pages.ts';

/** A path in the front matter that names another report. */
export interface PathLink {
  readonly span: Span;
  readonly path: string;
}

/** 上年报告 and 下级报告 lead to their files; patterns with wildcards lead nowhere. */
export function pathLinks(draft: Draft): readonly PathLink[] {
  const { report } = draft;
  const first = draft.outline.blocks[0];
  if (report === undefined || first?.content.kind !== 'frontMatter') return [];
  const paths = [
    ...(report.frontMatter.last === undefined ? [] : [report.frontMatter.last]),
    ...(report.frontMatter.children ?? []),
  ];
  return paths.flatMap((path) => {
    const start = first.source.indexOf(path);
    return start < 0 || /[*?]/.test(path) ? [] : [{ span: { start, end: start + path.length }, path }];
  });
}

/** The page of the article that is cited at an offset. */
export function citedPage(
  draft: Draft,
  offset: number,
): { readonly span: Span; readonly path: string } | undefined {
  const cited = citationAt(draft, offset);
  if (cited === undefined || findArticle(cited.citation.article) === undefined) return undefined;
  const { law, article } = cited.citation;
  const present = law.kind === 'unknown' || (law.kind === 'regulation' && law.edition === 2019);
  return present ? { span: cited.span, path: articlePath(article) } : undefined;
}
