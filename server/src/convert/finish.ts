import { bindReport } from '../core/report/build.ts';
import { lineIndex } from '../core/text/lineIndex.ts';
import { writeDraft } from './draft.ts';
import { outlineOf, type PlacedBlock } from './loose.ts';
import { type ImportResult, inSourceOrder, type Note } from './note.ts';

/** Binds what was read from a source to the form and writes the draft. */
export function finishImport(
  source: string,
  placed: readonly PlacedBlock[],
  isMarkdown: boolean,
  notes: readonly Note[],
): ImportResult {
  const outline = outlineOf(placed);
  const lines = lineIndex(source);
  const draft = writeDraft({
    outline,
    report: bindReport(outline),
    isMarkdown,
    lineAt: (offset) => lines.position(offset).line + 1,
  });
  return { markdown: draft.markdown, notes: inSourceOrder([...notes, ...draft.notes]) };
}
