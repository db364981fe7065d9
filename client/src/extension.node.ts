import * as vscode from 'vscode';
import { type Exports, run } from './client.ts';
import { newClient } from './newClient.node.ts';

export function activate(context: vscode.ExtensionContext): Exports {
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist/server.cjs').fsPath;
  return run(context, () => newClient(server));
}

export { stop as deactivate } from './client.ts';
