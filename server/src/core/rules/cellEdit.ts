import type { Anchor } from '../outline/outline.ts';
import type { Edit } from './finding.ts';

/**
 * Writes a text in place of a cell's; what stands there besides the text stays behind it. In an empty cell of a
 * Markdown table a blank parts it from the stroke.
 */
export function cellEdit(anchor: Anchor, text: string): Edit {
  const { block, start, end } = anchor;
  const asides = asidesOf(block.source.slice(start, end));
  const isEmpty = start === end && block.source[end] === '|';
  return { anchor, newText: isEmpty ? `${text} ` : [text, ...asides].join(' ') };
}

/** Comments, pictures, and the marks of notes: none of them is part of what a cell says. */
function asidesOf(source: string): readonly string[] {
  const asides: string[] = [];
  let at = 0;
  for (const { 0: mark, index } of source.matchAll(marks)) {
    if (index < at) continue;
    const close = mark === '<!--' ? source.indexOf('-->', index) : index + mark.length;
    if (close < 0) break;
    at = mark === '<!--' ? close + 3 : close;
    asides.push(source.slice(index, at));
  }
  return asides;
}

const marks = /<!--|\[\^[^\]\s]{1,60}\]|!\[[^\]]{0,200}\]\([^)\s]{0,400}\)|<sup>[^<]{0,60}<\/sup>/gi;
