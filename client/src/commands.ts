import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Commands that every editor session has: restart, and the log. */
export function registerCommands(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('gouji.restart', async () => {
      await client.stop();
      await client.start();
      void vscode.window.setStatusBarMessage('勾稽已重新启动', 3000);
    }),
    vscode.commands.registerCommand('gouji.showLog', () => client.outputChannel.show(true)),
  ];
}
