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
  const { source } = first;
  const { last, children = [] } = report.frontMatter;
  return [
    { key: /^['"]?上年报告/m, paths: last === undefined ? [] : [last] },
    { key: /^['"]?下级报告/m, paths: children },
  ].flatMap(({ key, paths }) => {
    // Other values may hold the same words: each path stands behind its key and the path before it.
    let from = source.search(key);
    return paths.flatMap((path) => {
      const start = source.indexOf(path, from);
      if (start < 0) return [];
      from = start + path.length;
      return /[*?]/.test(path) ? [] : [{ span: { start, end: from }, path }];
    });
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
