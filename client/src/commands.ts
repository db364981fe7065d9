import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { newReport } from './wizard.ts';

/** Commands of the server, run at the cursor of the active draft. */
const refactorings = {
  'gouji.recalculate': 'recalculate',
  'gouji.tidyTable': 'tidy',
  'gouji.fillZero': 'fillZero',
} as const;

/** The client's own commands, which lenses of the server may call. */
export const ownCommands = ['gouji.showProblems'];

export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
): vscode.Disposable[] {
  const command = (id: string, run: (...values: never[]) => unknown) =>
    vscode.commands.registerCommand(id, run);
  return [
    command('gouji.restart', async () => {
      await client.stop();
      await client.start();
      vscode.window.setStatusBarMessage('勾稽已重新启动', 3000);
    }),
    command('gouji.showLog', () => client.outputChannel.show(true)),
    command('gouji.showProblems', () => vscode.commands.executeCommand('workbench.actions.view.problems')),
    command('gouji.openChecklist', () => vscode.commands.executeCommand('gouji.checklist.focus')),
    command('gouji.newReport', () => newReport(client)),
    command('gouji.openPractice', () => openPractice(context)),
    ...Object.entries(refactorings).map(([id, refactoring]) =>
      command(id, () => {
        const editor = vscode.window.activeTextEditor;
        if (editor === undefined) return undefined;
        const { line, character } = editor.selection.active;
        return vscode.commands.executeCommand(
          'gouji.server.refactor',
          editor.document.uri.toString(),
          refactoring,
          { line, character },
        );
      }),
    ),
  ];
}

/** The practice report opens as a document of its own: whatever is done to it, the original stays. */
async function openPractice(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'samples', 'practice.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
  );
}
