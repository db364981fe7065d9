import type { PhrasingContent } from 'mdast';
import type { Span } from '../text/span.ts';
import { commentTexts, isLineBreak, isRaising, raisedDigits } from './htmlText.ts';
import type { Cell, CommentText, Prose, Run } from './outline.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** A builder of visible text: pieces of source go in, in order. */
interface Draft {
  text: string;
  readonly runs: Run[];
  readonly strong: Span[];
  readonly comments: CommentText[];
  /** Between `<sup>` and `</sup>`. */
  raised: boolean;
}

/** The prose of inline nodes; `start` is where it would stand if it were empty. */
export function proseOf(nodes: readonly PhrasingContent[], source: string, start: number): Prose {
  const draft: Draft = { text: '', runs: [], strong: [], comments: [], raised: false };
  for (const node of nodes) append(node, source, draft);
  if (draft.runs.length === 0) draft.runs.push({ at: 0, length: 0, from: start, sourceLength: 0 });
  const { text, runs, strong, comments } = draft;
  return { text, runs, strong, comments };
}

/** Prose that stands in the source as it is seen. */
export function plainProse(text: string, from: number): Prose {
  return {
    text,
    runs: [{ at: 0, length: text.length, from, sourceLength: text.length }],
    strong: [],
    comments: [],
  };
}

/** A GFM cell: mdast's cell includes pipes and padding, the content's own span does not. */
export function wholeCell(
  nodes: readonly PhrasingContent[],
  source: string,
  outer: Span,
  column: number,
): Cell {
  const first = nodes[0]?.position?.start.offset;
  const last = nodes[nodes.length - 1]?.position?.end.offset;
  if (first === undefined || last === undefined) {
    const at = emptyCellOffset(source, outer);
    return { span: { start: at, end: at }, prose: plainProse('', at), column, colSpan: 1, rowSpan: 1 };
  }
  return {
    span: { start: first, end: last },
    prose: proseOf(nodes, source, first),
    column,
    colSpan: 1,
    rowSpan: 1,
  };
}

/** Where text goes into an empty cell: behind the pipe and one blank, if there is one. */
export function emptyCellOffset(source: string, outer: Span): number {
  let at = outer.start;
  if (source[at] === '|') at++;
  if (at < outer.end && (source[at] === ' ' || source[at] === '\t')) at++;
  return at;
}

function append(node: PhrasingContent, source: string, draft: Draft): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case 'text':
      appendText(node.value, source, { start, end }, draft);
      break;
    case 'inlineCode': {
      const at = source.slice(start, end).indexOf(node.value);
      if (at >= 0) push(node.value, start + at, node.value.length, draft);
      else push(node.value, start, end - start, draft);
      break;
    }
    case 'break':
      push('\n', start, end - start, draft);
      break;
    case 'html':
      if (isLineBreak(node.value)) push('\n', start, end - start, draft);
      else if (isRaising(node.value)) draft.raised = node.value[1] !== '/';
      else draft.comments.push(...(commentTexts(source, { start, end }) ?? []));
      break;
    case 'strong': {
      const from = draft.text.length;
      for (const child of node.children) append(child, source, draft);
      if (draft.text.length > from) draft.strong.push({ start: from, end: draft.text.length });
      break;
    }
    case 'emphasis':
    case 'delete':
    case 'link':
    case 'linkReference':
      for (const child of node.children) append(child, source, draft);
      break;
  }
}

/**
 * Text nodes equal their source but for escapes, entities and the indentation of continued lines. Walks
 * both side by side, so that every visible character knows its source.
 */
function appendText(value: string, source: string, range: Span, draft: Draft): void {
  let from = range.start;
  let runStart = 0;
  let runFrom = from;
  let i = 0;
  const flush = () => {
    if (i > runStart) push(value.slice(runStart, i), runFrom, i - runStart, draft);
    runStart = i;
    runFrom = from;
  };
  while (i < value.length && from < range.end) {
    const code = value.charCodeAt(i);
    const written = source.charCodeAt(from);
    if (written === 38 /* & */) {
      const entity = entityAt(source, from, range.end, value, i);
      if (entity !== undefined) {
        flush();
        push(value.slice(i, i + entity.visible), from, entity.written, draft);
        i += entity.visible;
        from += entity.written;
        runStart = i;
        runFrom = from;
        continue;
      }
    }
    if (code === 10 || code === 13) {
      flush();
      const lineStart = from;
      while (from < range.end && !isLineEnd(source.charCodeAt(from))) from++;
      if (from < range.end) from += source.startsWith('\r\n', from) ? 2 : 1;
      i += value.startsWith('\r\n', i) ? 2 : 1;
      while (from < range.end && isIndent(source.charCodeAt(from)) && source[from] !== value[i]) from++;
      push('\n', lineStart, from - lineStart, draft);
      runStart = i;
      runFrom = from;
      continue;
    }
    const isSame = code === written || (written === 0 && code === 0xfffd);
    if (isSame && !(written === 92 && isEscape(source, value, from, i))) {
      i++;
      from++;
      continue;
    }
    flush();
    from++;
    runFrom = from;
  }
  flush();
  // What the parser replaced leaves a rest without a source of its own.
  if (i < value.length) push(value.slice(i), runFrom, 0, draft);
}

function isIndent(code: number): boolean {
  return code === 32 || code === 9;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** A backslash that is itself invisible because it escapes the punctuation behind it. */
function isEscape(source: string, value: string, from: number, i: number): boolean {
  const next = source[from + 1];
  return next === '\\'
    ? value[i] === '\\' && value[i + 1] !== '\\'
    : next !== undefined && value[i + 1] !== next;
}

function entityAt(
  source: string,
  from: number,
  end: number,
  value: string,
  i: number,
): { visible: number; written: number } | undefined {
  const semicolon = from + source.slice(from, Math.min(end, from + 33)).indexOf(';');
  if (semicolon < from) return undefined;
  const name = source.slice(from + 1, semicolon);
  const known = entities[name];
  if (known !== undefined)
    return value.startsWith(known, i) ? { visible: known.length, written: semicolon + 1 - from } : undefined;
  if (!/^(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})$/.test(name)) return undefined;
  if (value.startsWith(source.slice(from, semicolon + 1), i)) return undefined;
  const code = value.charCodeAt(i);
  const visible = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  return { visible, written: semicolon + 1 - from };
}

function push(visible: string, from: number, sourceLength: number, draft: Draft): void {
  if (visible.length === 0) return;
  const text = draft.raised ? raisedDigits(visible) : visible;
  const last = draft.runs[draft.runs.length - 1];
  const exact = sourceLength === text.length;
  if (
    last !== undefined &&
    exact &&
    text !== '\n' &&
    last.length === last.sourceLength &&
    last.from + last.length === from &&
    !draft.text.endsWith('\n')
  ) {
    draft.runs[draft.runs.length - 1] = {
      ...last,
      length: last.length + text.length,
      sourceLength: last.sourceLength + text.length,
    };
  } else draft.runs.push({ at: draft.text.length, length: text.length, from, sourceLength });
  draft.text += text;
}
