import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { bundled, clientId, clientName, clientOptions, type Exports, run } from './client.ts';

let client: LanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): Exports {
  const module = bundled(context, 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc };
  client = new LanguageClient(clientId, clientName, { run: server, debug: server }, clientOptions);
  return run(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
