import { readCitations } from '../laws/citations.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import { blockAt, type Draft, proseAt } from './draft.ts';
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
  const prose =
    blockAt(draft, offset) === undefined || draft.report === undefined ? undefined : proseAt(draft, offset);
  if (prose === undefined) return undefined;
  const citation = readCitations(prose.text).find(
    ({ span, law }) =>
      touches(span, prose.offset) &&
      (law.kind === 'unknown' || (law.kind === 'regulation' && law.edition === 2019)),
  );
  if (citation === undefined || citation.article < 1 || citation.article > 56) return undefined;
  return { span: prose.place(citation.span), path: articlePath(citation.article) };
}
