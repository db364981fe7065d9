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
  const visit = (nodes: readonly ChildNode[], inLink: boolean): void => {
    for (const node of nodes) {
      const location = node.sourceCodeLocation;
      if ('value' in node) {
        if (trimBlanks(text) === '') from = location?.startOffset ?? from;
        text += node.value;
        if (!inLink) plain += trimBlanks(node.value).length;
      } else if (isElement(node) && !silentTags.has(node.tagName)) {
        const breaks = blockTags.has(node.tagName);
        if (breaks) flush();
        if (node.tagName === 'table' && location && isData(node))
          items.push({
            kind: 'table',
            blocks: htmlTables(
              html.slice(location.startOffset, location.endOffset),
              location.startOffset,
            ).map(tableAt),
          });
        else visit(node.childNodes, inLink || node.tagName === 'a');
        if (breaks) flush();
      }
    }
  };
  visit(document.childNodes, false);
  flush();
  return items;
}

/** Rows of several short cells, no table inside: anything else lays out the page. */
function isData(table: Element): boolean {
  let widest = 0;
  let isLayout = false;
  const visit = (node: Element, depth: number): void => {
    if (node.tagName === 'table' && depth > 0) isLayout = true;
    if (node.tagName === 'tr') widest = Math.max(widest, node.childNodes.filter(isElement).length);
    if ((node.tagName === 'td' || node.tagName === 'th') && textLength(node) > 400) isLayout = true;
    for (const child of node.childNodes) if (isElement(child)) visit(child, depth + 1);
  };
  visit(table, 0);
  return widest > 1 && !isLayout;
}

function textLength(element: Element): number {
  let length = 0;
  for (const child of element.childNodes)
    length += 'value' in child ? child.value.length : isElement(child) ? textLength(child) : 0;
  return length;
}

function isElement(node: ChildNode): node is Element {
  return 'tagName' in node;
}
