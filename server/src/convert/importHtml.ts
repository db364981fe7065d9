import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { htmlTables } from '../core/outline/html.ts';
import { isReportTitle } from '../core/report/metadata.ts';
import { lineIndex } from '../core/text/lineIndex.ts';
import { trimBlanks } from '../core/text/normalize.ts';
import { finishImport } from './finish.ts';
import { type PlacedBlock, readLines, tableAt } from './loose.ts';
import type { ImportResult, Note } from './note.ts';
import { residueLines } from './residue.ts';
import type { TextLine } from './stream.ts';
import { likelyForm } from './words.ts';

type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A line of a page, or one of its tables of data. */
type Item =
  | ({ readonly kind: 'line'; readonly isLink: boolean } & TextLine)
  | { readonly kind: 'table'; readonly blocks: readonly PlacedBlock[] };

const blockTags = new Set(
  'address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const silentTags = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe']);

/** Turns a web page, or a part of one, into a clean draft; as `importText` in all else. */
export function importHtml(html: string): ImportResult {
  const items = itemsOf(html);
  const { kept, notes } = withoutResidue(items, html);
  const likely = likelyForm(kept.map((item) => (item.kind === 'line' ? item.text : '')).join('\n'));
  const placed: PlacedBlock[] = [];
  let lines: TextLine[] = [];
  const flush = () => {
    placed.push(...readLines(lines, likely));
    lines = [];
  };
  for (const item of kept) {
    if (item.kind === 'line') lines.push(item);
    else {
      flush();
      placed.push(...item.blocks);
    }
  }
  flush();
  return finishImport(html, placed, false, notes);
}

function withoutResidue(items: readonly Item[], html: string): { kept: Item[]; notes: Note[] } {
  // A tab marks a row of a table: there is no navigation in it.
  const texts = items.map((item) => (item.kind === 'line' ? item.text : '\t'));
  const residue = residueLines(texts, true);
  const title = texts.findIndex((text, index) => !residue.has(index) && isReportTitle(text));
  const last = texts.findLastIndex((text) => text.includes('。'));
  const lines = lineIndex(html);
  const notes: Note[] = [];
  const kept = items.filter((item, index) => {
    if (item.kind === 'table') return true;
    const isLink = item.isLink && (index < title || (last >= 0 && index > last));
    if (!residue.has(index) && !isLink) return true;
    const line = lines.position(item.from).line + 1;
    notes.push({ kind: 'dropped', line, message: `“${trimBlanks(item.text)}”` });
    return false;
  });
  return { kept, notes };
}

/** The lines and tables of a page in order; tables that only lay out the page are taken apart. */
function itemsOf(html: string): Item[] {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const items: Item[] = [];
  let text = '';
  let from = 0;
  let plain = 0;
  const flush = () => {
    const visible = text.replace(/[ \t\n]+/g, ' ');
    if (trimBlanks(visible) !== '') items.push({ kind: 'line', text: visible, from, isLink: plain === 0 });
    text = '';
    plain = 0;
  };
  /** What is still to be visited, the next last: pages nest elements deeper than calls can be nested. */
  const ahead: Step[] = [];
  const visitLater = (nodes: readonly ChildNode[], inLink: boolean) => {
    for (const node of nodes.toReversed()) ahead.push({ node, inLink });
  };
  const visit = ({ node, inLink }: Step): void => {
    const location = node?.sourceCodeLocation;
    if (node === undefined) flush();
    else if ('value' in node) {
      if (trimBlanks(text) === '') from = location?.startOffset ?? from;
      text += node.value;
      if (!inLink) plain += trimBlanks(node.value).length;
    } else if (isElement(node) && !silentTags.has(node.tagName)) {
      if (blockTags.has(node.tagName)) {
        flush();
        ahead.push({ node: undefined, inLink });
      }
      if (node.tagName !== 'table' || !location || !isData(node))
        visitLater(node.childNodes, inLink || node.tagName === 'a');
      else
        items.push({
          kind: 'table',
          blocks: htmlTables(html.slice(location.startOffset, location.endOffset), location.startOffset).map(
            tableAt,
          ),
        });
    }
  };
  visitLater(document.childNodes, false);
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) visit(step);
  flush();
  return items;
}

/** A node to be visited; without one, the end of a block. */
interface Step {
  readonly node: ChildNode | undefined;
  readonly inLink: boolean;
}

/** Rows of several short cells, no table inside: anything else lays out the page. */
function isData(table: Element): boolean {
  const inside: Element[] = [];
  for (const element of elementsIn(table)) {
    if (element.tagName === 'table') return false;
    inside.push(element);
  }
  const cells = inside.filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  if (cells.some((cell) => textLength(cell) > 400)) return false;
  return inside.some((row) => row.tagName === 'tr' && row.childNodes.filter(isElement).length > 1);
}

/** All elements inside of one, however deep; the upper ones first. */
function* elementsIn(element: Element): Generator<Element> {
  const found = [element];
  for (let at = 0; at < found.length; at++)
    for (const child of (found[at] as Element).childNodes)
      if (isElement(child)) {
        yield child;
        found.push(child);
      }
}

function textLength(element: Element): number {
  let length = 0;
  for (const { childNodes } of [element, ...elementsIn(element)])
    for (const child of childNodes) if ('value' in child) length += child.value.length;
  return length;
}

function isElement(node: ChildNode): node is Element {
  return 'tagName' in node;
}
