import type { Block, Outline } from '../outline/outline.ts';
import { inBlocks } from '../outline/pages.ts';

/** Blocks that are not read though the report goes on in them: sections, tables and sentences may be hidden there. */
export function unreadBlocks(outline: Outline): readonly Block[] {
  return inBlocks(outline, ownIfUnread);
}

/** Four blanks or a tab in front of a paragraph make code of it, which nobody who writes Chinese has meant. */
export function isIndentedText({ content, source }: Block): boolean {
  return (
    content.kind === 'opaque' &&
    content.what === 'code' &&
    !/^ {0,3}(?:```|~~~)/.test(source) &&
    /[\u4e00-\u9fff]/.test(source)
  );
}

function ownIfUnread(block: Block): readonly Block[] {
  const { content } = block;
  const isTooDeep = content.kind === 'opaque' && content.what === 'tooDeep';
  return isTooDeep || isIndentedText(block) ? [block] : [];
}
