import * as vscode from 'vscode';

/** Tab and Shift+Tab move between the cells of a table row by row; the keybinding's `when` says where. */
export function registerCellNavigation(): vscode.Disposable[] {
  // A draft that was open already may have its cursor in a table.
  note(vscode.window.activeTextEditor);
  return [
    vscode.commands.registerTextEditorCommand('gouji.nextCell', (editor) => move(editor, 1)),
    vscode.commands.registerTextEditorCommand('gouji.previousCell', (editor) => move(editor, -1)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => note(textEditor)),
    vscode.window.onDidChangeActiveTextEditor((editor) => note(editor)),
  ];
}

function note(editor: vscode.TextEditor | undefined): void {
  const inTable =
    editor !== undefined && isTableLine(editor.document.lineAt(editor.selection.active.line).text);
  void vscode.commands.executeCommand('setContext', 'gouji.inTable', inTable);
}

/** A row of a table, not the line that rules off its head. */
export function isTableLine(text: string): boolean {
  return /^\s*\|.*\|/.test(text) && !/^[\s|:-]+$/.test(text);
}

function move(editor: vscode.TextEditor, step: 1 | -1): void {
  const { document, selection } = editor;
  const { active } = selection;
  const cells = cellsOf(document.lineAt(active.line).text);
  const here = cells.findIndex(({ edge }) => active.character <= edge);
  let line = active.line;
  let target = cells[(here < 0 ? cells.length : here) + step];
  while (target === undefined) {
    line += step;
    if (line < 0 || line >= document.lineCount) return;
    const { text } = document.lineAt(line);
    if (text.trim() === '') return;
    if (!isTableLine(text)) continue;
    const next = cellsOf(text);
    target = step > 0 ? next[0] : next[next.length - 1];
  }
  editor.selection = new vscode.Selection(line, target.start, line, target.end);
  editor.revealRange(editor.selection);
}

/** The content of each cell of a line, without padding, and the pipe behind it. */
function cellsOf(text: string): { readonly start: number; readonly end: number; readonly edge: number }[] {
  const pipes = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  return pipes.slice(1).map((edge, index) => {
    const from = (pipes[index] as number) + 1;
    const inner = text.slice(from, edge);
    const lead = inner.length - inner.trimStart().length;
    const start = from + (inner.trim() === '' ? Math.min(1, inner.length) : lead);
    return { start, end: start + inner.trim().length, edge };
  });
}
