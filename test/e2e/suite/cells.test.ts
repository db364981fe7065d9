import * as vscode from 'vscode';
import { closeAll, equal, ok, open } from './support.ts';

describe('表格里的 Tab', () => {
  before(() => open('practice.md'));
  after(closeAll);

  it('光标在一格后面的空白里，也移到下一格', async () => {
    const editor = vscode.window.activeTextEditor;
    ok(editor);
    const { document } = editor;
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('| 二、上年结转'));
    const cells = document.lineAt(line).text.split('|');
    const behindName = (cells[1]?.length ?? 0) + 1;
    editor.selection = new vscode.Selection(line, behindName, line, behindName);
    await vscode.commands.executeCommand('gouji.nextCell');
    equal(editor.selection.active.character, behindName + 2);
    await vscode.commands.executeCommand('gouji.previousCell');
    equal(document.getText(editor.selection), cells[1]?.trim());
  });
});
