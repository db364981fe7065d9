import type { Nodes, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { commentTexts, type HtmlPiece } from './htmlText.ts';
import type { Content, ListItem, Row } from './outline.ts';
import { proseOf, wholeCell } from './prose.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(withoutTransforms)
  .freeze();

/**
 * GFM looks for web addresses once more in the finished tree (网址：www.…), and leaves the nodes of that
 * paragraph without positions. What they say is the same with and without a link.
 */
function withoutTransforms(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}

/** The definition of what a text says: unified, remark-parse, remark-gfm and remark-cjk-friendly. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** The contents of a text in order, spans counting from its start. Adjoining raw HTML is left as it is. */
export function readWithRemark(text: string): readonly (Content | HtmlPiece)[] {
  return parseMarkdown(text).children.flatMap((node) => contentOf(node, text));
}

function contentOf(node: RootContent, text: string): (Content | HtmlPiece)[] {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', span, depth: node.depth, prose: proseOf(node.children, text, span.start) }];
    case 'paragraph':
      return [{ kind: 'paragraph', span, prose: proseOf(node.children, text, span.start) }];
    case 'list':
      return [
        {
          kind: 'list',
          span,
          ordered: node.ordered === true,
          items: node.children.map((item) => itemOf(item, text)),
        },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          span,
          syntax: 'gfm',
          width: node.align?.length ?? 0,
          rows: node.children.map((row) => rowOf(row, text)),
        },
      ];
    case 'html': {
      const comments = commentTexts(text, span);
      return comments === undefined ? [{ kind: 'html', span }] : [{ kind: 'comment', span, comments }];
    }
    case 'code':
      return [{ kind: 'opaque', span, what: 'code' }];
    case 'blockquote':
      return [{ kind: 'opaque', span, what: 'quote' }];
    case 'thematicBreak':
      return [{ kind: 'opaque', span, what: 'rule' }];
    default:
      return [{ kind: 'opaque', span, what: 'definition' }];
  }
}

function itemOf(item: Extract<Nodes, { type: 'listItem' }>, text: string): ListItem {
  const span = spanOf(item);
  let end = span.start;
  while (end < span.end && !/[\s]/.test(text[end] as string)) end++;
  const content = item.children.flatMap((child) => contentOf(child, text));
  return {
    span,
    marker: { start: span.start, end },
    content: content.map((piece) =>
      piece.kind === 'html' ? { kind: 'opaque', span: piece.span, what: 'html' } : piece,
    ),
  };
}

function rowOf(row: Extract<Nodes, { type: 'tableRow' }>, text: string): Row {
  const cells = row.children.map((cell, column) => {
    const outer = spanOf(cell);
    return wholeCell(cell.children, text, outer, column);
  });
  return { span: spanOf(row), cells, comments: cells.flatMap((cell) => cell.prose.comments) };
}

function spanOf(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
