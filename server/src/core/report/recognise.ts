import type { Form, SectionId, TableId } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';
import { layoutsOf, type TableLayout } from '../forms/layout.ts';
import type { Table } from '../outline/outline.ts';
import { memoByIdentity } from '../text/memo.ts';
import { isNumberText } from './value.ts';
import { core, vocabularyOf } from './vocabulary.ts';

/** The words of a table's cells tell which one it is; a table of bare figures goes by its section. */
export function recognise(table: Table, section: SectionId | undefined, form: Form): TableId | undefined {
  const best = likest(table);
  if (best !== undefined && best.score >= 2) return best.id;
  const expected = form.tables.find((candidate) => candidate.section === section);
  if (expected === undefined) return undefined;
  const numbers = table.rows.flatMap((row) =>
    row.cells.filter((cell) => isNumberText(cell.prose.text)),
  ).length;
  const columns = expected.blocks[0]?.columns.length ?? 0;
  return (best?.id === expected.id && best.score >= 1) ||
    (numbers >= 5 && table.width >= columns && columns > 0)
    ? expected.id
    : undefined;
}

interface Likeness {
  readonly id: TableId;
  readonly score: number;
}

const likest = memoByIdentity((table: Table): Likeness | undefined => {
  const words = new Set(table.rows.flatMap((row) => row.cells.map((cell) => core(cell.prose.text))));
  words.delete('');
  let best: Likeness | undefined;
  for (const layout of forms.flatMap(layoutsOf)) {
    const score = likeness(layout, words);
    if (score > (best?.score ?? 0)) best = { id: layout.table.id, score };
  }
  return best;
});

function likeness(layout: TableLayout, words: ReadonlySet<string>): number {
  const vocabulary = vocabularyOf(layout);
  let score = 0;
  for (const word of words) {
    if (vocabulary.rows.has(word)) score += vocabulary.columns.has(word) ? 0.5 : 1;
    else if (vocabulary.titles.has(word)) score += 1;
    else if (vocabulary.columns.has(word) || vocabulary.columnGroups.has(word)) score += 0.75;
    else if (vocabulary.rowGroups.has(word)) score += 0.5;
  }
  return score;
}
