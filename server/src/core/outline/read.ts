import type { Span } from '../text/span.ts';
import { type HtmlPiece, htmlTables } from './html.ts';
import type { Block, Content, Outline } from './outline.ts';
import { readWithRemark } from './remark.ts';

/** Reads a text into its outline. Never fails; a BOM must have been stripped where the text came in. */
export function readOutline(text: string): Outline {
  const frontMatter = frontMatterSpan(text);
  const bodyStart = frontMatter?.end ?? 0;
  const contents: (Content | HtmlPiece)[] = readWithRemark(text.slice(bodyStart)).map((content) => content);
  const blocks: Block[] = [];
  const starts: number[] = [];
  if (frontMatter !== undefined) {
    blocks.push(frontMatterBlock(text, frontMatter));
    starts.push(0);
  }
  for (const { content, start, end } of joinHtml(contents, text.slice(bodyStart))) {
    blocks.push({ source: text.slice(bodyStart + start, bodyStart + end), content: rebase(content, -start) });
    starts.push(bodyStart + start);
  }
  return { blocks, starts };
}

/** The YAML between a first line `---` and the next line `---`. */
function frontMatterSpan(text: string): Span | undefined {
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (open === null) return undefined;
  let line = open[0].length;
  while (line < text.length) {
    const end = lineEnd(text, line);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(text.slice(line, Math.min(end, line + 64)))) return { start: 0, end };
    line = nextLine(text, end);
  }
  return undefined;
}

function frontMatterBlock(text: string, range: Span): Block {
  const yamlStart = nextLine(text, lineEnd(text, 0));
  let yamlEnd = range.end;
  while (yamlEnd > yamlStart && !/[\r\n]/.test(text[yamlEnd - 1] as string)) yamlEnd--;
  return {
    source: text.slice(0, range.end),
    content: { kind: 'frontMatter', span: range, yaml: { start: yamlStart, end: yamlEnd } },
  };
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function nextLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

interface Placed extends Span {
  readonly content: Content;
}

/**
 * CommonMark ends raw HTML at a blank line, so that a `<table>` pasted from a web page falls into many
 * blocks. From a piece that opens a table up to the one that closes it, all is read as one HTML text.
 */
function joinHtml(contents: readonly (Content | HtmlPiece)[], text: string): Placed[] {
  const placed: Placed[] = [];
  for (let i = 0; i < contents.length; i++) {
    const content = contents[i] as Content | HtmlPiece;
    if (content.kind !== 'html') {
      placed.push({ content, ...content.span });
      continue;
    }
    const { start } = content.span;
    let end = content.span.end;
    if (openTables(text.slice(start, end)) > 0) {
      const close = text.toLowerCase().indexOf('</table', end);
      const last = close < 0 ? end : close + '</table>'.length;
      while (i + 1 < contents.length && (contents[i + 1] as Content).span.start < last) {
        i++;
        end = Math.max(end, (contents[i] as Content).span.end);
      }
    }
    const tables = htmlTables(text.slice(start, end), start);
    if (tables.length === 0)
      placed.push({ content: { kind: 'opaque', span: { start, end }, what: 'html' }, start, end });
    for (const table of tables) placed.push({ content: table, ...table.span });
  }
  return placed;
}

function openTables(html: string): number {
  const opened = html.match(/<table/gi)?.length ?? 0;
  const closed = html.match(/<\/table/gi)?.length ?? 0;
  return opened - closed;
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
