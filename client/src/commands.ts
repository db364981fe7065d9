import * as vscode from 'vscode';
import { isTableLine } from './cellNavigation.ts';
import type { PlainPosition } from './protocol.ts';
import type { Server } from './server.ts';
import { newReport } from './wizard.ts';

/** Commands of the server, run at the cursor of the active draft. */
const refactorings = {
  'gouji.recalculate': 'recalculate',
  'gouji.tidyTable': 'tidy',
  'gouji.fillZero': 'fillZero',
} as const;

/** The client's own commands, which lenses of the server may call. */
export const ownCommands = ['gouji.showProblems', 'gouji.ignore'];

export function registerCommands(context: vscode.ExtensionContext, server: Server): vscode.Disposable[] {
  const command = (id: string, run: (...values: never[]) => unknown) =>
    vscode.commands.registerCommand(id, run);
  return [
    command('gouji.restart', async () => {
      await server.restart();
      vscode.window.setStatusBarMessage('勾稽已重新启动', 3000);
    }),
    command('gouji.showLog', () => server.showLog()),
    command('gouji.showProblems', () => vscode.commands.executeCommand('workbench.actions.view.problems')),
    command('gouji.openChecklist', () => vscode.commands.executeCommand('gouji.checklist.focus')),
    command('gouji.ignore', ignore),
    command('gouji.newReport', () => newReport(server)),
    command('gouji.openPractice', () => openPractice(context)),
    ...Object.entries(refactorings).map(([id, refactoring]) => command(id, () => refactor(refactoring))),
  ];
}

/** Asks why a finding is to be ignored, which goes into the comment and the record of the check. */
async function ignore(uri: string, rule: string, position: PlainPosition): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: '忽略这处问题：理由',
    prompt: '理由写在这处问题旁边的注释里，也写进校核记录；预览和印出来的年报里没有它',
    placeHolder: '已与台账核对，原数如此',
    validateInput: (value) => (value.trim() === '' ? '请写明理由' : undefined),
  });
  if (reason === undefined) return;
  await vscode.commands.executeCommand('gouji.server.ignore', uri, rule, position, reason);
}

/** Of the table that the cursor is in; elsewhere, of the first table that there is something to do in. */
function refactor(id: string): Thenable<unknown> | undefined {
  const editor = currentDraft();
  if (editor === undefined) {
    return vscode.window.showInformationMessage('请先打开一份年报。');
  }
  const { active } = editor.selection;
  const inTable = isTableLine(editor.document.lineAt(active.line).text);
  return vscode.commands.executeCommand(
    'gouji.server.refactor',
    editor.document.uri.toString(),
    id,
    ...(inTable ? [{ line: active.line, character: active.character }] : []),
  );
}

/** The editor in front, or the draft beside the walkthrough or the preview that is. */
function currentDraft(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor ?? visibleTextEditors.find(({ document }) => document.languageId === 'markdown');
}

/**
 * The practice report opens as a document of its own: whatever is done to it, the original stays. Beside the
 * walkthrough, so that its steps stay in view.
 */
async function openPractice(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'samples', 'practice.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const { activeTextEditor, tabGroups } = vscode.window;
  const beside = activeTextEditor === undefined && tabGroups.activeTabGroup.activeTab !== undefined;
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
    beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
  );
}
