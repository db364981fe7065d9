import type { Form, FormNode, TableId } from '../core/forms/form.ts';
import { formOfYear, forms } from '../core/forms/forms.ts';
import { layoutsOf, type TableLayout } from '../core/forms/layout.ts';
import { isReportTitle, yearIn } from '../core/report/metadata.ts';
import { matchTitle } from '../core/report/titles.ts';
import { core, vocabularyOf, wordsOfForms } from '../core/report/vocabulary.ts';
import { trimBlanks } from '../core/text/normalize.ts';
import { similarity } from '../core/text/similarity.ts';

/** Longer lines are sentences. */
const longestLabel = 64;

/** True for the very words of some label of some form, numbers and punctuation aside. */
export function isFormWord(text: string): boolean {
  return text.length <= longestLabel && wordsOfForms().has(core(text));
}

/** True for a label of a form, misprinted or cut down to its number (`三、`, `(三)`). */
export function isLikeFormWord(text: string): boolean {
  if (text.length > longestLabel || /[。；！？]/.test(text)) return false;
  const word = core(text);
  if (wordsOfForms().has(word)) return true;
  if (/^[(（]?[一二三四五六七][)）]?[、.．]?$/.test(trimBlanks(text))) return true;
  if (word.length < 3) return false;
  for (const known of wordsOfForms().keys())
    if (Math.abs(known.length - word.length) <= 4 && similarity(known, word) >= 0.7) return true;
  return false;
}

/** True when a label is another wording of a row or column than the printed one, and as good or understood. */
export function isOtherWording(written: string, node: FormNode): boolean {
  const word = core(written);
  return word !== core(node.label) && wordingsOf(node).some((wording) => core(wording) === word);
}

/** The printed label and every wording that stands for it. */
export function wordingsOf(node: FormNode): readonly string[] {
  return [node.label, ...(node.accepted ?? []), ...(node.aliases ?? [])];
}

/** Any table may have these. */
const common = new Set(['其他', '总计', '合计', '小计']);

/** The one table in which a label occurs; `undefined` when none or several have it, or any table may. */
export function tableOfWord(text: string): TableId | undefined {
  if (common.has(core(text))) return undefined;
  const tables = text.length <= longestLabel ? wordsOfForms().get(core(text)) : undefined;
  return tables?.size === 1 ? [...tables][0] : undefined;
}

/** The form that a text speaks of: by the year of its title, else by the year it names most often. */
export function likelyForm(text: string): Form {
  const title = text.split('\n').find((line) => line.length <= 60 && isReportTitle(line) && yearIn(line));
  const titled = title === undefined ? undefined : yearIn(title)?.year;
  if (titled !== undefined) return formOfYear(titled);
  const counts = new Map<number, number>();
  for (const match of text.matchAll(/(20\d\d)年/g))
    counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  return formOfYear([...counts].sort((a, b) => b[1] - a[1])[0]?.[0]);
}

/** The version of a table whose words occur most often among these texts; the likely form's where it is even. */
export function layoutFor(id: TableId, texts: readonly string[], likely: Form): TableLayout {
  const words = new Set(texts.map(core));
  let best: { layout: TableLayout; score: number } | undefined;
  for (const form of [likely, ...forms.filter((other) => other !== likely)]) {
    const layout = layoutsOf(form).find(({ table }) => table.id === id);
    if (layout === undefined) continue;
    const { rows, columns, rowGroups } = vocabularyOf(layout);
    let score = 0;
    for (const word of words) score += rows.has(word) || columns.has(word) || rowGroups.has(word) ? 1 : 0;
    if (best === undefined || score > best.score) best = { layout, score };
  }
  return (best as { layout: TableLayout }).layout;
}

/** A line that opens a section: numbered and with a section's title, or the bare title itself. */
export function isSectionLine(text: string): boolean {
  const line = trimBlanks(text);
  const number = /^[一二三四五六七八九十]{1,2}[ \u3000]*[、.．,，:：]?[ \u3000]*/.exec(line)?.[0] ?? '';
  const title = matchTitle(line.slice(number.length));
  if (title === undefined) return false;
  return number !== '' || (title.match === 'exact' && title.length === line.length);
}
