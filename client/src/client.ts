import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { registerStatus } from './status.ts';
import { registerVirtualDocuments } from './virtualDocuments.ts';

/** Drafts are ordinary Markdown files, wherever they are. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }],
  diagnosticCollectionName: 'gouji',
  diagnosticPullOptions: { onChange: true, onSave: true },
  initializationOptions: {},
};

/** What both hosts do once they have a client: register what is ours, then start it. */
export async function run(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  context.subscriptions.push(
    registerStatus(client),
    registerVirtualDocuments(client),
    ...registerCommands(client),
  );
  await client.start();
}

export const clientId = 'gouji';
export const clientName = '勾稽';

export function bundled(context: vscode.ExtensionContext, file: string): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'dist', file);
}
