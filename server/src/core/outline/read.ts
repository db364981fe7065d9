import { Notes } from '../text/notes.ts';
import { driven } from '../text/pause.ts';
import type { Span } from '../text/span.ts';
import { joinHtml } from './join.ts';
import type { Block, Outline } from './outline.ts';
import { paginate } from './pages.ts';
import { type Pieces, readPieces } from './pieces.ts';
import { readWithRemark } from './remark.ts';

/** What an outline was made of, so that the next version of the text is read from there. */
interface Making extends Pieces {
  readonly frontMatter: Block | undefined;
}

const makings = new Notes<Outline, Making>();

/**
 * Reads a text into its outline, in linear time. Never fails; a BOM must have been stripped where the text
 * came in, one that is left belongs to no block. Equals `readOutlineWhole` for every text whose parts the parsers can take (`limits.ts`). With the
 * outline of an earlier version only what has changed is read; unchanged blocks are the same objects, and
 * no block stands twice in an outline.
 */
export function readOutline(text: string, previous?: Outline): Outline {
  return driven(outlineInSteps(text, previous));
}

/** The same in steps, between which the reading can be interrupted. */
export function* outlineInSteps(text: string, previous?: Outline): Generator<undefined, Outline> {
  const before = previous === undefined ? undefined : makings.get(previous);
  if (previous !== undefined && before?.cut.text === text) return previous;
  const span = frontMatterSpan(text);
  const made = yield* readPieces(text, span?.end ?? withoutBom(text), before);
  const blocks: Block[] = [];
  const starts: number[] = [];
  let frontMatter: Block | undefined;
  if (span !== undefined) {
    const known = before?.frontMatter;
    frontMatter = known?.source === text.slice(0, span.end) ? known : frontMatterBlock(text, span);
    blocks.push(frontMatter);
    starts.push(0);
  }
  for (let index = 0; index < made.pieces.length; index++) {
    const piece = made.pieces[index] as Pieces['pieces'][number];
    const start = made.cut.starts[index] as number;
    for (let place = 0; place < piece.blocks.length; place++) {
      blocks.push(piece.blocks[place] as Block);
      starts.push(start + (piece.starts[place] as number));
    }
  }
  const outline = { blocks, starts };
  makings.set(outline, { ...made, frontMatter });
  paginate(outline, previous);
  return outline;
}

/** The definition: the outline of a text that is read as a whole by unified, remark and parse5. Slow. */
export function readOutlineWhole(text: string): Outline {
  const span = frontMatterSpan(text);
  const from = span?.end ?? withoutBom(text);
  const body = text.slice(from);
  const placed = joinHtml(readWithRemark(body), body);
  const blocks = placed.map(({ start, end, content }) => ({ source: body.slice(start, end), content }));
  const starts = placed.map(({ start }) => from + start);
  if (span === undefined) return { blocks, starts };
  return { blocks: [frontMatterBlock(text, span), ...blocks], starts: [0, ...starts] };
}

/** Remark drops a BOM at the start, and then counts offsets without it. */
function withoutBom(text: string): number {
  let from = 0;
  while (text.charCodeAt(from) === 0xfeff) from++;
  return from;
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
