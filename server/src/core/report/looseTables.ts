import type { Form, FormTable, TableId } from '../forms/form.ts';
import { layoutsOf } from '../forms/layout.ts';
import { type Anchor, anchor, type Block } from '../outline/outline.ts';
import { inBlocks } from '../outline/pages.ts';
import { matchesIn } from '../text/matches.ts';
import { memoByIdentity } from '../text/memo.ts';
import type { Report } from './report.ts';
import { unreadTables } from './unreadTables.ts';
import { core, vocabularyOf } from './vocabulary.ts';

/** A table whose cells stand on lines of their own, as a web page or a PDF is pasted. */
export interface LooseTable {
  readonly printed: FormTable;
  /** Its first line with a name of a row or a column. */
  readonly at: Anchor;
}

/** Different names of rows and columns that no text has on lines of their own by chance. */
const leastNames = 5;

/** The tables of the form that the draft has in this way alone, in the form's order. */
export function looseTables(report: Report): readonly LooseTable[] {
  const unread = unreadTables(report).map(({ printed }) => printed);
  const there = new Set([...report.tables, ...unread].map(({ id }) => id));
  const missing = report.form.tables.filter(({ id }) => !there.has(id));
  if (missing.length === 0) return [];
  const owners = ownersOf(report.form);
  const lines = inBlocks(report.outline, shortLines);
  return missing.flatMap((printed) => {
    const own = lines.filter(({ word }) => owners.get(word) === printed.id);
    const [first] = own;
    return first === undefined || new Set(own.map(({ word }) => word)).size < leastNames
      ? []
      : [{ printed, at: first.at }];
  });
}

/** Words of one table of a form alone; what several have is of none. */
const ownersOf = memoByIdentity((form: Form): ReadonlyMap<string, TableId | undefined> => {
  const owners = new Map<string, TableId | undefined>();
  for (const layout of layoutsOf(form)) {
    const { id } = layout.table;
    const { rows, columns, rowGroups, columnGroups } = vocabularyOf(layout);
    for (const word of [...rows.keys(), ...columns.keys(), ...rowGroups, ...columnGroups])
      owners.set(word, owners.has(word) && owners.get(word) !== id ? undefined : id);
  }
  return owners;
});

interface ShortLine {
  readonly at: Anchor;
  readonly word: string;
}

const longestName = 60;

/** Lines that may be a cell: short, and no sentence. A pipe may stand behind the cell. */
function shortLines(block: Block): readonly ShortLine[] {
  if (block.content.kind !== 'paragraph') return [];
  return matchesIn(block.source, /[^\r\n]+/g).flatMap(({ 0: line, index }) => {
    let { length } = line;
    while (/[ \t|]/.test(line.charAt(length - 1))) length--;
    const text = line.slice(0, length);
    if (length > longestName || /[。；，]$/.test(text)) return [];
    return [{ at: anchor(block, { start: index, end: index + length }), word: core(text) }];
  });
}
