import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';

/** The place of `¦` in a needle, which is searched without it. */
export function at(text: string, needle: string): Position {
  const offset = text.indexOf(needle.replace('¦', '')) + needle.indexOf('¦');
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
}

export function textIn(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character);
  return [
    (lines[start.line] ?? '').slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    (lines[end.line] ?? '').slice(0, end.character),
  ].join('\n');
}

export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      text,
    );
}

/** The text edits of a workspace edit, in either of its two forms. */
export function editsOf(edit: WorkspaceEdit | undefined): readonly TextEdit[] {
  return [
    ...Object.values(edit?.changes ?? {}).flat(),
    ...(edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? (change.edits as TextEdit[]) : [],
    ),
  ];
}
