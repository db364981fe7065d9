import type { TableId } from '../core/forms/form.ts';
import { forms } from '../core/forms/forms.ts';
import { layoutsOf, type TableLayout } from '../core/forms/layout.ts';
import { matchTitle } from '../core/report/titles.ts';
import { core, vocabularyOf } from '../core/report/vocabulary.ts';
import { trimBlanks } from '../core/text/normalize.ts';
import { similarity } from '../core/text/similarity.ts';

/** Every word of every table of every form, with the tables in which it occurs. */
const tablesOf = new Map<string, Set<TableId>>();
for (const layout of forms.flatMap(layoutsOf)) {
  const { rows, columns, rowGroups, columnGroups, titles } = vocabularyOf(layout);
  for (const word of [...rows.keys(), ...columns.keys(), ...rowGroups, ...columnGroups, ...titles]) {
    const known = tablesOf.get(word);
    if (known === undefined) tablesOf.set(word, new Set([layout.table.id]));
    else known.add(layout.table.id);
  }
}

/** Longer lines are sentences. */
const longestLabel = 64;

/** True for the very words of some label of some form, numbers and punctuation aside. */
export function isFormWord(text: string): boolean {
  return text.length <= longestLabel && tablesOf.has(core(text));
}

/** True for a label of a form, misprinted or cut down to its number (`三、`, `(三)`). */
export function isLikeFormWord(text: string): boolean {
  if (text.length > longestLabel || /[。；！？]/.test(text)) return false;
  const word = core(text);
  if (tablesOf.has(word)) return true;
  if (/^[(（]?[一二三四五六七][)）]?[、.．]?$/.test(trimBlanks(text))) return true;
  if (word.length < 3) return false;
  for (const known of tablesOf.keys())
    if (Math.abs(known.length - word.length) <= 4 && similarity(known, word) >= 0.7) return true;
  return false;
}

/** The one table in which a label occurs; `undefined` when none or several have it. */
export function tableOfWord(text: string): TableId | undefined {
  const tables = text.length <= longestLabel ? tablesOf.get(core(text)) : undefined;
  return tables?.size === 1 ? [...tables][0] : undefined;
}

/** The version of a table whose words occur most often among these texts. */
export function layoutFor(id: TableId, texts: readonly string[]): TableLayout {
  const words = new Set(texts.map(core));
  let best: { layout: TableLayout; score: number } | undefined;
  for (const layout of forms.flatMap(layoutsOf)) {
    if (layout.table.id !== id) continue;
    const { rows, columns } = vocabularyOf(layout);
    let score = 0;
    for (const word of words) score += rows.has(word) || columns.has(word) ? 1 : 0;
    if (best === undefined || score >= best.score) best = { layout, score };
  }
  return (best as { layout: TableLayout }).layout;
}

/** A line that opens a section: numbered and with a section's title, or the bare title itself. */
export function isSectionLine(text: string): boolean {
  const line = trimBlanks(text);
  const number = /^[一二三四五六七八九十]{1,2}[ \u3000]*[、.．,，:：]?[ \u3000]*/.exec(line)?.[0] ?? '';
  const sections = forms[forms.length - 1]?.sections ?? [];
  const title = matchTitle(line.slice(number.length), sections);
  if (title === undefined) return false;
  return number !== '' || (title.match === 'exact' && title.length === line.length);
}
