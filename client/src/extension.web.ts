import * as vscode from 'vscode';
import { type Exports, run } from './client.ts';
import { newClient } from './newClient.web.ts';

export function activate(context: vscode.ExtensionContext): Exports {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.worker.js');
  return run(context, () => newClient(script));
}

export { stop as deactivate } from './client.ts';
