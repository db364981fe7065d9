import { type Anchor, anchor, type Block, commentsIn } from '../outline/outline.ts';
import { inBlocks, indexOfBlock } from '../outline/pages.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';

/** A comment that asks not to be told something: `<!-- gouji-ignore 规则id 理由 -->`. */
export interface Ignore {
  /** `file` holds everywhere; `block` for the block it stands in or before; `row` for its table row alone. */
  readonly scope: 'file' | 'block' | 'row';
  /** As written; empty when no rule is named. */
  readonly rule: string;
  readonly reason: string;
  /** The whole comment. */
  readonly anchor: Anchor;
  /** Of the row, in its block. */
  readonly row: Span | undefined;
}

export interface IgnoredFinding extends Finding {
  readonly reason: string;
}

/** Findings as they are after the comments of the draft. */
export interface Filtered {
  readonly kept: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  /** Comments that a finding went by. */
  readonly used: ReadonlySet<Ignore>;
}

/**
 * Takes out what the draft's comments ask to ignore. `mayBeSilent` says whether a comment without a reason
 * is enough for a rule: for arithmetic it is not, as the reason has to appear in the 校核记录.
 */
export function withoutIgnored(
  report: Report,
  findings: readonly Finding[],
  mayBeSilent: (rule: string) => boolean,
): Filtered {
  const ignores = ignoresOf(report).filter(({ rule, reason }) => reason !== '' || mayBeSilent(rule));
  const targets = new Map(ignores.map((ignore) => [ignore, targetOf(report, ignore)]));
  const used = new Set<Ignore>();
  const ignored: IgnoredFinding[] = [];
  const kept = findings.filter((finding) => {
    const by = ignores.filter(
      (ignore) => ignore.rule === finding.rule && covers(ignore, targets.get(ignore), finding.anchor),
    );
    for (const ignore of by) used.add(ignore);
    if (by[0] !== undefined) ignored.push({ ...finding, reason: by[0].reason });
    return by.length === 0;
  });
  return { kept, ignored, used };
}

/** Every such comment, in the order of the draft. */
export function ignoresOf({ outline }: Report): readonly Ignore[] {
  return inBlocks(outline, ignoresIn);
}

function ignoresIn(block: Block): readonly Ignore[] {
  const rows = block.content.kind === 'table' ? block.content.rows : [];
  return commentsIn(block.content).flatMap((comment) => {
    const [word, rule = '', ...reason] = comment.text.trim().split(/\s+/);
    if (word !== 'gouji-ignore' && word !== 'gouji-ignore-file') return [];
    const row = rows.find(({ comments }) => comments.includes(comment));
    return [
      {
        scope: word === 'gouji-ignore-file' ? 'file' : row !== undefined ? 'row' : 'block',
        rule,
        reason: reason.join(' '),
        anchor: anchor(block, comment.span),
        row: row?.span,
      } as const,
    ];
  });
}

/** The block that a comment speaks of: its own, or the next one where it stands alone. */
function targetOf({ outline }: Report, { anchor: { block } }: Ignore): Block | undefined {
  if (block.content.kind !== 'comment') return block;
  for (let i = indexOfBlock(outline, block) + 1; i < outline.blocks.length; i++)
    if (outline.blocks[i]?.content.kind !== 'comment') return outline.blocks[i];
  return undefined;
}

function covers({ scope, row }: Ignore, target: Block | undefined, { block, start }: Anchor): boolean {
  if (scope === 'file') return true;
  if (block !== target) return false;
  return row === undefined || (row.start <= start && start <= row.end);
}
