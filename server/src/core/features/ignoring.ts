import type { Edit, PlacedFinding } from '../rules/finding.ts';
import { onOneLine } from '../text/normalize.ts';
import { blockAt, type Draft } from './draft.ts';

/**
 * The comment that asks not to be told a finding again: at the end of its row in a table, else before its block.
 * None for what says that such a comment is wrong, nor before the front matter, which must stay first.
 */
export function ignoreEdit(draft: Draft, finding: PlacedFinding, reason: string): Edit | undefined {
  const at = blockAt(draft, finding.span.start);
  if (finding.rule === 'unused-ignore' || at === undefined) return undefined;
  const { block } = at;
  if (block.content.kind === 'frontMatter') return undefined;
  const comment = commentOf(finding.rule, reason);
  const row =
    block.content.kind === 'table' && block.content.syntax === 'gfm'
      ? block.content.rows.find(
          ({ span }) => span.start <= finding.anchor.start && finding.anchor.start <= span.end,
        )
      : undefined;
  if (row === undefined) return { anchor: { block, start: 0, end: 0 }, newText: `${comment}\n\n` };
  const line = block.source.slice(row.span.start, row.span.end).trimEnd();
  const end = row.span.start + (line.endsWith('|') ? line.length - 1 : line.length);
  const before = block.source[end - 1] === ' ' ? '' : ' ';
  return { anchor: { block, start: end, end }, newText: `${before}${comment} ` };
}

/** Nothing in the reason ends the comment, the cell or the line. */
function commentOf(rule: string, reason: string): string {
  const plain = onOneLine(reason).replace(/-{2,}/g, '—').replace(/[|]/g, '｜').replace(/[<>]/g, '').trim();
  return `<!-- gouji-ignore ${rule}${plain === '' ? '' : ` ${plain}`} -->`;
}
