import type { Block, Outline } from '../outline/outline.ts';
import { inBlocks } from '../outline/pages.ts';

/** What is nested too deeply, or is too long, to be read: sections and tables may be hidden in it. */
export function unreadBlocks(outline: Outline): readonly Block[] {
  return inBlocks(outline, ownIfUnread);
}

function ownIfUnread(block: Block): readonly Block[] {
  return block.content.kind === 'opaque' && block.content.what === 'tooDeep' ? [block] : [];
}
