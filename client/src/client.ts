import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCellNavigation } from './cellNavigation.ts';
import { registerChecklist } from './checklist.ts';
import { ownCommands, registerCommands } from './commands.ts';
import { registerFiles } from './files.ts';
import { extendMarkdownIt, registerPreview } from './preview.ts';
import { type StatusParams, statusNotification } from './protocol.ts';
import { registerStatus } from './status.ts';
import { registerVirtualDocuments } from './virtualDocuments.ts';

/** Drafts are ordinary Markdown files, wherever they are. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }],
  diagnosticCollectionName: 'gouji',
  diagnosticPullOptions: { onChange: true, onSave: true },
  initializationOptions: { commands: ownCommands, staticSnippets: true, readsFiles: true, showsPages: true },
};

/** What the built-in Markdown preview asks an extension for. */
export interface Exports {
  readonly extendMarkdownIt: typeof extendMarkdownIt;
}

/** What both hosts do once they have a client: register what is ours, then start it without waiting for it. */
export function run(context: vscode.ExtensionContext, client: BaseLanguageClient): Exports {
  // A client keeps one handler for a method: what has several readers goes through an event of our own.
  const status = new vscode.EventEmitter<StatusParams>();
  context.subscriptions.push(
    status,
    client.onNotification(statusNotification, (params: StatusParams) => status.fire(params)),
    registerStatus(status.event),
    registerVirtualDocuments(client),
    ...registerFiles(client),
    registerPreview(client, status.event),
    registerChecklist(context, client, status.event),
    ...registerCommands(context, client),
    ...registerCellNavigation(),
  );
  client.start().catch((error: unknown) => {
    void vscode.window.showErrorMessage(
      `勾稽没有能够启动：${error instanceof Error ? error.message : String(error)}。请重新启动 VS Code，或查看日志。`,
    );
  });
  return { extendMarkdownIt };
}

export const clientId = 'gouji';
export const clientName = '勾稽';

export function bundled(context: vscode.ExtensionContext, file: string): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'dist', file);
}
