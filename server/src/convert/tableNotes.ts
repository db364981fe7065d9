import { type Leaf, shortLabel } from '../core/forms/layout.ts';
import type { Anchor } from '../core/outline/outline.ts';
import { readLabel } from '../core/report/label.ts';
import type { BoundTable } from '../core/report/report.ts';
import { core } from '../core/report/vocabulary.ts';
import { similarity } from '../core/text/similarity.ts';
import type { DraftRows, KnownRow } from './draftRows.ts';
import { oneLine, rowName, sameWords } from './draftTable.ts';
import { isCertain } from './fold.ts';
import type { Note } from './note.ts';
import { isOtherWording } from './words.ts';

/** What is to be said about how a table was read. */
export function tableNotes(table: BoundTable, rows: DraftRows, lineAt: (at: Anchor) => number): Note[] {
  const { name } = table.layout.table;
  const all = rows.blocks.flat();
  const first = table.rows[0];
  const line = first === undefined ? {} : { line: lineAt({ block: first.block, ...first.row.span }) };
  const notes: Note[] = [{ kind: 'recognised', ...line, message: `${name}：${extent(table)}` }];
  for (const row of all) {
    if (row.kind === 'known') notes.push(...rowNotes(name, row, lineAt));
    else if (row.leaf !== undefined)
      notes.push({
        kind: 'kept',
        line: lineAt(row.anchor),
        message: `${name}：“${rowName(row.leaf)}”行的数据与列对不上，原样保留`,
      });
    else {
      const label = row.labels
        .filter((text) => text !== '')
        .map(oneLine)
        .join('｜');
      notes.push({ kind: 'kept', line: lineAt(row.anchor), message: `${name}：格式没有“${label}”这一行` });
    }
  }
  for (const text of rows.captions)
    notes.push({ kind: 'kept', ...line, message: `${name}：表中文字“${oneLine(text)}”移到表前` });
  notes.push(...columnNotes(table, line, lineAt));
  const missing = table.missingRows.filter((leaf) => leaf.label !== '');
  if (missing.length > 0) {
    const names = missing.map((leaf) => `“${shortLabel(leaf.label)}”`).join('');
    notes.push({ kind: 'missing', ...line, message: `${name}：没有${names}这${missing.length}行` });
  }
  return notes;
}

function extent(table: BoundTable): string {
  const figures = table.rows.flatMap((row) => row.figures);
  const blanks = figures.filter(({ value }) => value.kind === 'blank').length;
  const rows = table.rows.length;
  return `识别出${rows}行、${figures.length}个数据${blanks > 0 ? `，其中${blanks}个未填` : ''}`;
}

function rowNotes(name: string, row: KnownRow, lineAt: (at: Anchor) => number): Note[] {
  const { bound } = row;
  const line = lineAt({ block: bound.block, ...bound.row.span });
  const label = bound.leaf.label === '' ? '数据' : `“${rowName(bound.leaf)}”`;
  const notes: Note[] = [];
  if (!row.isFurther && bound.leaf.label !== '') {
    const written = row.overwriting === undefined ? oneLine(bound.label.text) : '';
    const restored = `按位置补为${label}`;
    if (
      bound.label.how === 'position' &&
      (written === '' || bound.leaf.path.slice(0, -1).some((group) => core(group) === core(written)))
    ) {
      const place = row.overwriting === undefined ? '缺失' : `被“${row.overwriting}”占去`;
      notes.push({ kind: 'inferred', line, message: `${name}：行名${place}，${restored}` });
    } else if (!isOtherWording(written, bound.leaf.node) && !sameWords(written, bound.leaf)) {
      const change = bound.label.how === 'position' ? restored : `改写为${label}`;
      notes.push({ kind: 'inferred', line, message: `${name}：行名“${written}”，${change}` });
    }
  }
  if (bound.flaw?.kind === 'shifted')
    notes.push({ kind: 'inferred', line, message: `${name}：${label}行的数据错开了一列或几列，已归位` });
  if (bound.flaw?.kind === 'short' && !row.isFurther)
    notes.push({ kind: 'missing', line, message: `${name}：${label}行的数据不足，缺的没有补` });
  if (row.extra.length > 0)
    notes.push({ kind: 'kept', line, message: `${name}：${label}行多出“${row.extra.join('”“')}”，放在行末` });
  for (const text of row.stray) notes.push(...strayNote(name, text, bound.leaf, line));
  return notes;
}

/** A text before a row's label: its group, misprinted or cut down to its number, or something else. */
function strayNote(name: string, text: string, leaf: Leaf, line: number): Note[] {
  const written = readLabel(`${text}、`.replace(/、、$/, '、'));
  const group = leaf.path.slice(0, -1).find((printed) => {
    const label = readLabel(printed);
    if (written.core === '') return written.number === label.number && written.level === label.level;
    return similarity(core(text), label.core) >= 0.5;
  });
  if (sameWords(text, leaf)) return [];
  if (group !== undefined)
    return [{ kind: 'inferred', line, message: `${name}：分组名“${oneLine(text)}”，补为“${group}”` }];
  return [{ kind: 'dropped', line, message: `${name}：“${rowName(leaf)}”行前的“${oneLine(text)}”` }];
}

function columnNotes(table: BoundTable, line: { line?: number }, lineAt: (at: Anchor) => number): Note[] {
  const { name } = table.layout.table;
  const notes: Note[] = [];
  for (const { leaf, cell, anchor, how } of table.columnLabels) {
    const written = oneLine(cell.prose.text);
    if (how === 'similar' || (how === 'position' && written !== ''))
      notes.push({
        kind: 'inferred',
        line: lineAt(anchor),
        message: `${name}：列名“${written}”，改写为“${leaf.label}”`,
      });
  }
  const missing = new Set(table.missingColumns);
  const named = new Set(table.columnLabels.flatMap(({ leaf, cell }) => (isCertain(cell) ? [] : [leaf])));
  const used = new Set(table.rows.map(({ leaf }) => leaf.block));
  const lost = [...used].flatMap((block) =>
    block.columns.filter((leaf) => !named.has(leaf) && !missing.has(leaf)),
  );
  if (lost.length > 0) {
    const names = lost.map((leaf) => `“${leaf.path.slice(-2).join('—')}”`).join('');
    notes.push({ kind: 'inferred', ...line, message: `${name}：列名缺失，按列的次序补上${names}` });
  }
  for (const leaf of missing)
    notes.push({
      kind: 'missing',
      ...line,
      message: `${name}：没有“${leaf.path.slice(-2).join('—')}”这一列`,
    });
  for (const { anchor, label } of table.unknownColumns)
    notes.push({
      kind: 'kept',
      line: lineAt(anchor),
      message: `${name}：格式没有的列${label === '' ? '' : `“${oneLine(label)}”`}，放在表的右边`,
    });
  return notes;
}
