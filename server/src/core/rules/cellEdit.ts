import type { Anchor } from '../outline/outline.ts';
import type { Edit } from './finding.ts';

/** Writes a text in place of a cell's; in an empty cell of a Markdown table a blank parts it from the stroke. */
export function cellEdit(anchor: Anchor, text: string): Edit {
  const { block, start, end } = anchor;
  const isEmpty = start === end && block.source[end] === '|';
  return { anchor, newText: isEmpty ? `${text} ` : text };
}
