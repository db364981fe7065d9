import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DocumentParams, documentRequest } from './protocol.ts';

/** Shows the server's read-only pages: the explanation of a rule, of an article. */
export function registerVirtualDocuments(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('gouji', {
    provideTextDocumentContent: ({ path }) =>
      client.sendRequest<string>(documentRequest, { path } satisfies DocumentParams),
  });
}
