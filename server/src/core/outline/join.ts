import { htmlTables } from './html.ts';
import type { HtmlPiece } from './htmlText.ts';
import type { Content } from './outline.ts';
import type { Placed } from './plain.ts';

/** Elements that never hold others, or that the next of their kind closes. */
const flatTags =
  /^(?:area|base|br|col|dd|dt|hr|img|input|li|link|meta|option|p|tbody|td|tfoot|th|thead|tr|wbr)$/;
/** Elements open at once; with more, the HTML parser takes more than linear time. */
const deepest = 64;
const longest = 400_000;

/**
 * CommonMark ends raw HTML at a blank line, so that a `<table>` pasted from a web page falls into many
 * blocks. From a piece that opens a table up to the one that closes it, all is read as one HTML text.
 * Spans of the contents given count from the start of `text`, the places of the results from `base` in it,
 * their spans from their own start.
 */
export function joinHtml(contents: readonly (Content | HtmlPiece)[], text: string, base = 0): Placed[] {
  const placed: Placed[] = [];
  const closing = /<\/table/gi;
  let close = 0;
  for (let i = 0; i < contents.length; i++) {
    const content = contents[i] as Content | HtmlPiece;
    const { start } = content.span;
    if (content.kind !== 'html') {
      placed.push({ content: rebase(content, -start), start: start - base, end: content.span.end - base });
      continue;
    }
    let end = content.span.end;
    if (openTables(text.slice(start, end)) > 0) {
      if (close < end) {
        closing.lastIndex = end;
        close = closing.exec(text)?.index ?? Infinity;
      }
      const last = close === Infinity ? end : close + '</table>'.length;
      while (i + 1 < contents.length && (contents[i + 1] as Content).span.start < last) {
        i++;
        end = Math.max(end, (contents[i] as Content).span.end);
      }
    }
    for (const block of htmlBlocks(text, start, end))
      placed.push({ ...block, start: block.start - base, end: block.end - base });
  }
  return placed;
}

function htmlBlocks(text: string, start: number, end: number): Placed[] {
  const html = text.slice(start, end);
  const span = { start: 0, end: end - start };
  if (!/<table/i.test(html)) return [{ start, end, content: { kind: 'opaque', span, what: 'html' } }];
  if (isTooDeep(html)) return [{ start, end, content: { kind: 'opaque', span, what: 'tooDeep' } }];
  const tables = htmlTables(html, 0);
  if (tables.length === 0) return [{ start, end, content: { kind: 'opaque', span, what: 'html' } }];
  return tables.map((table) => ({
    start: start + table.span.start,
    end: start + table.span.end,
    content: rebase(table, -table.span.start),
  }));
}

function openTables(html: string): number {
  const opened = html.match(/<table/gi)?.length ?? 0;
  const closed = html.match(/<\/table/gi)?.length ?? 0;
  return opened - closed;
}

/** A linear scan before the HTML parser, which recursion and time beyond linear would stop. */
function isTooDeep(html: string): boolean {
  if (html.length > longest) return true;
  let open = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (flatTags.test(name.toLowerCase())) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > deepest) return true;
  }
  return false;
}

/** The same content with every span moved by `by`. */
function rebase<T>(value: T, by: number): T {
  if (by === 0) return value;
  if (Array.isArray(value)) return value.map((item) => rebase(item, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const moved: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'strong') moved[key] = inner;
    else if (key === 'span' || key === 'marker' || key === 'yaml')
      moved[key] = { start: inner.start + by, end: inner.end + by };
    else if (key === 'from') moved[key] = inner + by;
    else moved[key] = rebase(inner, by);
  }
  return moved as T;
}
