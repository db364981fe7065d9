import { inTurn } from '../text/memo.ts';
import { Notes } from '../text/notes.ts';
import { partitionPoint } from '../text/search.ts';
import type { Block, Outline } from './outline.ts';

/**
 * Neighbouring blocks of an outline. What is read of blocks alone is kept by page, so that
 * after an edit only the pages that it touched are read again. How blocks fall into pages says nothing: it
 * depends on the edits that led to a text.
 */
export interface Page {
  readonly blocks: readonly Block[];
}

const most = 64;

interface Paging {
  readonly pages: readonly Page[];
  /** How many blocks are before each page. */
  readonly starts: readonly number[];
  readonly numbers: ReadonlyMap<Page, number>;
}

const known = new Notes<Outline, Paging>();
/** The last page that a block came to, and its place there. */
const homes = new Notes<Block, { readonly page: Page; readonly at: number }>();

/** The pages of an outline, in order; the same each time. */
export function pagesOf(outline: Outline): readonly Page[] {
  return pagingOf(outline).pages;
}

/** Which block of the outline it is, counted from 0; -1 for one of another outline. */
export function indexOfBlock(outline: Outline, block: Block): number {
  const home = homes.get(block);
  const { numbers, starts } = pagingOf(outline);
  const number = home === undefined ? undefined : numbers.get(home.page);
  // In an outline that is not the newest, the block may be in a page of its own time.
  if (home === undefined || number === undefined) return outline.blocks.indexOf(block);
  return (starts[number] as number) + home.at;
}

/** The page that holds the block of an index. */
export function pageOfBlock(outline: Outline, index: number): Page | undefined {
  const { pages, starts } = pagingOf(outline);
  return pages[Math.max(0, partitionPoint(starts, (start) => start <= index) - 1)];
}

type Read<T> = (block: Block) => readonly T[];

/**
 * All that `read` finds in the blocks, in order. It has to be a function of the block alone, and one and the
 * same for every call: after an edit only the pages that have changed are read again.
 */
export function inBlocks<T>(outline: Outline, read: Read<T>): readonly T[] {
  const found: T[] = [];
  for (const page of pagesOf(outline))
    for (const entry of inTurn(
      page,
      read,
      () => page.blocks,
      () => read,
    ))
      found.push(entry);
  return found;
}

function pagingOf(outline: Outline): Paging {
  return known.get(outline) ?? paginate(outline);
}

/**
 * Divides an outline into pages. Those of an earlier version before and behind what has changed are kept; the
 * changed blocks come to pages of their own, as the next edit is likely to be there again.
 */
export function paginate(outline: Outline, previous?: Outline): Paging {
  const made = (previous === undefined ? undefined : patched(outline, previous)) ?? divided(outline.blocks);
  const paging = pagingFrom(made);
  known.set(outline, paging);
  return paging;
}

/** `undefined` when edits in many places have left too many small pages. */
function patched({ blocks }: Outline, previous: Outline): Page[] | undefined {
  const { pages, starts } = pagingOf(previous);
  const old = previous.blocks;
  const least = Math.min(blocks.length, old.length);
  let from = 0;
  while (from < least && blocks[from] === old[from]) from++;
  let same = 0;
  while (same < least - from && blocks[blocks.length - 1 - same] === old[old.length - 1 - same]) same++;
  const to = old.length - same;
  const made: Page[] = [];
  let head = 0;
  for (; head < pages.length && endOf(head) <= from; head++) made.push(pages[head] as Page);
  if (head < pages.length) made.push(...divided(old.slice(starts[head], from)));
  made.push(...divided(blocks.slice(from, blocks.length - same)));
  let tail = head;
  while (tail < pages.length && (starts[tail] as number) < to) tail++;
  if (tail > head) made.push(...divided(old.slice(to, endOf(tail - 1))));
  for (; tail < pages.length; tail++) made.push(pages[tail] as Page);
  return made.length > most + blocks.length / 8 ? undefined : made;

  function endOf(page: number): number {
    return starts[page + 1] ?? old.length;
  }
}

function divided(blocks: readonly Block[]): readonly Page[] {
  const size = Math.ceil(blocks.length / Math.ceil(blocks.length / most));
  const pages: Page[] = [];
  for (let start = 0; start < blocks.length; start += size) {
    const page = { blocks: blocks.slice(start, start + size) };
    pages.push(page);
    page.blocks.forEach((block, at) => {
      homes.set(block, { page, at });
    });
  }
  return pages;
}

function pagingFrom(pages: readonly Page[]): Paging {
  const starts: number[] = [];
  const numbers = new Map<Page, number>();
  let blocks = 0;
  for (const page of pages) {
    numbers.set(page, starts.length);
    starts.push(blocks);
    blocks += page.blocks.length;
  }
  return { pages, starts, numbers };
}
