import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Analysis, analyze } from '../core/analysis.ts';
import { applyEdits, offsetBefore, placedEdits } from '../core/edits.ts';
import { repairEdits } from '../core/features/actions.ts';
import { type Refactoring, refactorings } from '../core/features/refactorings.ts';
import type { Edit } from '../core/rules/finding.ts';
import { findFiles, readSource } from './files.ts';
import { exit, type Io, UsageError } from './io.ts';
import { printable, say } from './text.ts';
import { replaceFile } from './write.ts';

/** More passes than this would mean that two repairs undo each other. */
const mostPasses = 6;

/** What is only done when it is asked for, in this order: after a conversion there may be more to fill. */
const onRequest = [
  ['convert', 'convert'],
  ['fill-zero', 'fillZero'],
  ['tidy', 'tidy'],
] as const satisfies readonly (readonly [string, Refactoring['id']])[];

/**
 * `gouji fix`: labels, writing, totals that all their equations agree on, padding; on request whole tables. Every
 * change is shown, old → new, where it is in the file that was read.
 */
export async function fix(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      convert: { type: 'boolean', default: false },
      'fill-zero': { type: 'boolean', default: false },
      tidy: { type: 'boolean', default: false },
    },
  });
  const asked = onRequest.filter(([option]) => values[option]).map(([, id]) => id);
  if (positionals.length === 0)
    throw new UsageError('请写出要修正的文件或目录，例如：gouji fix 年报.md --dry-run');
  let failed = false;
  const problem = (message: string) => {
    failed = true;
    say(io, message);
  };
  for (const { path, named } of findFiles(positionals, io, problem)) {
    const source = path === '-' ? { problem: '标准输入不能修正，请写文件名。' } : await readSource(path, io);
    if ('problem' in source) {
      problem(source.problem);
      continue;
    }
    const { text, changes } = repaired(source.text, asked);
    if (changes === undefined) {
      if (named) problem(`${path}：不是政府信息公开工作年度报告，没有改动。`);
      continue;
    }
    const name = printable(path);
    for (const change of changes) io.out(`${name}:${printable(change)}\n`);
    if (text === source.text) io.out(`${name}：没有可以自动修正的地方\n`);
    else if (values['dry-run']) io.out(`${name}：共 ${changes.length} 处，没有写入（--dry-run）\n`);
    else {
      // The BOM that was stripped on reading goes back in front.
      const bom =
        source.bytes[0] === 0xef && source.bytes[1] === 0xbb && source.bytes[2] === 0xbf ? '\ufeff' : '';
      const refused = await replaceFile(resolve(io.cwd, path), bom + text, source.bytes);
      if (refused !== undefined) problem(`${path}：${refused}`);
      else io.out(`${name}：已修正 ${changes.length} 处\n`);
    }
  }
  return failed ? exit.failed : exit.ok;
}

/** The text with all repairs made, and what was changed; no changes at all for what is no report. */
function repaired(
  text: string,
  asked: readonly Refactoring['id'][],
): { readonly text: string; readonly changes: readonly string[] | undefined } {
  let analysis = analyze(text);
  if (analysis.report === undefined) return { text, changes: undefined };
  const { lines } = analysis;
  const changes: string[] = [];
  let placeInFile = (offset: number) => offset;
  const make = (edits: readonly Edit[]) => {
    for (const edit of edits) {
      const { line, character } = lines.position(placeInFile(analysis.place(edit.anchor).start));
      changes.push(`${line + 1}:${character + 1} ${changeOf(analysis, edit)}`);
    }
    const made = placedEdits(analysis, edits);
    const placeBefore = placeInFile;
    placeInFile = (offset) => placeBefore(offsetBefore(made, offset));
    analysis = analyze(applyEdits(analysis, edits));
  };
  for (const id of asked) make(refactoringEdits(analysis, id));
  for (let pass = 0; pass < mostPasses; pass++) {
    const edits = repairEdits(analysis, 'compact');
    if (edits.length === 0) break;
    make(edits);
  }
  return { text: analysis.text, changes };
}

function refactoringEdits(analysis: Analysis, id: Refactoring['id']): readonly Edit[] {
  const tables = analysis.report?.tables ?? [];
  return tables
    .flatMap((table) => refactorings(analysis, table))
    .flatMap((found) => (found.id === id ? found.edits : []));
}

function changeOf(analysis: Analysis, { anchor, newText }: Edit): string {
  const { start, end } = analysis.place(anchor);
  const old = analysis.text.slice(start, end);
  if (old.includes('\n') && newText.includes('\n')) return rewritten(old, newText);
  const shown = (text: string) =>
    text.includes('\n')
      ? `（表格 ${text.split('\n').length} 行）`
      : text.trim() === ''
        ? '（空）'
        : text.trim();
  return `${shown(old)} → ${shown(newText)}`;
}

/** A table written anew, in one line. */
function rewritten(old: string, made: string): string {
  const withoutPadding = (text: string) => text.replace(/[ \t-]+/g, '');
  return withoutPadding(old) === withoutPadding(made)
    ? '调整表格的空白'
    : '改写表格：照格式的版式，相同的数字不变';
}
