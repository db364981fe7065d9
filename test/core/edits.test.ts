import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { applyEdits } from '../../server/src/core/edits.ts';
import { anchor } from '../../server/src/core/outline/outline.ts';

/** A text without those of its blocks. */
function without(text: string, ...gone: readonly string[]): string {
  const draft = analyze(text);
  const edits = draft.outline.blocks
    .filter(({ source }) => gone.includes(source))
    .map((block) => ({ anchor: anchor(block, { start: 0, end: block.source.length }), newText: '' }));
  expect(edits).toHaveLength(gone.length);
  return applyEdits(draft, edits);
}

describe('blocks that are taken away', () => {
  it('leave no more blank lines than there were', () => {
    expect(without('前\n\n中\n\n后\n', '中')).toBe('前\n\n后\n');
    expect(without('前\n\n\n\n中\n\n后\n', '中')).toBe('前\n\n\n\n后\n');
    expect(without('前\n\n中\n\n\n\n后\n', '中')).toBe('前\n\n\n\n后\n');
    expect(without('前\r\n\r\n中\r\n\r\n后\r\n', '中')).toBe('前\r\n\r\n后\r\n');
    expect(without('前\n \t\n中\n\n后\n', '中')).toBe('前\n \t\n后\n');
    expect(without('前\n\n中一\n\n中二\n\n后\n', '中一', '中二')).toBe('前\n\n后\n');
    expect(without('\n\n前\n\n后\n', '前')).toBe('\n\n后\n');
  });

  it('leave a blank line between paragraphs that they parted', () => {
    expect(without('前\n# 中\n后\n', '# 中')).toBe('前\n\n后\n');
    expect(without('前\n\n# 中\n后\n', '# 中')).toBe('前\n\n后\n');
    expect(without('前\n# 中\n\n后\n', '# 中')).toBe('前\n\n后\n');
  });

  it('may be the last', () => {
    expect(without('前\n\n后', '后')).toBe('前\n\n');
    expect(without('前\n# 后\n', '# 后')).toBe('前\n\n');
    expect(without('前', '前')).toBe('');
  });
});

it('an edit that takes a part of a block away, or puts something into its place, touches no blank line', () => {
  const draft = analyze('前\n\n中间\n\n后\n');
  const block = draft.outline.blocks[1];
  if (block === undefined) throw new Error('three paragraphs');
  const edit = (start: number, newText: string) => ({ anchor: anchor(block, { start, end: 2 }), newText });
  expect(applyEdits(draft, [edit(1, '')])).toBe('前\n\n中\n\n后\n');
  expect(applyEdits(draft, [edit(0, '新')])).toBe('前\n\n新\n\n后\n');
});
