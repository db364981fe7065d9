import * as vscode from 'vscode';
import { type DocumentParams, documentRequest } from './protocol.ts';
import type { Server } from './server.ts';

/** Shows the server's read-only pages: the explanation of a rule, of an article. */
export function registerVirtualDocuments(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('gouji', {
    provideTextDocumentContent: ({ path }) =>
      server.request<string>(documentRequest, { path } satisfies DocumentParams),
  });
}
