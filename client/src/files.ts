import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { findReportsRequest, readFileRequest, type UriParams } from './protocol.ts';

/** More files than this are not looked through for last year's and subordinate reports. */
const most = 500;
/** Larger files are no reports. */
const largest = 20 * 1024 * 1024;

/** What the protocol calls the kinds of changes. */
const changeTypes = { created: 1, changed: 2, deleted: 3 } as const;

/** Reads files for the server, wherever they are, and tells it when they change. */
export function registerFiles(client: BaseLanguageClient): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}');
  const tell = (type: number) => (uri: vscode.Uri) =>
    client.isRunning()
      ? client.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: uri.toString(), type }],
        })
      : undefined;
  return [
    watcher,
    watcher.onDidChange(tell(changeTypes.changed)),
    watcher.onDidCreate(tell(changeTypes.created)),
    watcher.onDidDelete(tell(changeTypes.deleted)),
    client.onRequest(readFileRequest, async ({ uri }: UriParams): Promise<string | null> => {
      const target = vscode.Uri.parse(uri, true);
      try {
        if ((await vscode.workspace.fs.stat(target)).size > largest) return null;
        return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(target));
      } catch {
        return null;
      }
    }),
    client.onRequest(findReportsRequest, async (): Promise<readonly string[]> => {
      const files = await vscode.workspace.findFiles('**/*.{md,markdown}', '**/node_modules/**', most);
      if (files.length === most)
        client.warn(
          `工作区里的 Markdown 文件超过 ${most} 个，只在其中 ${most} 个里找上年报告和下级报告。可在文件开头写明“上年报告”“下级报告”。`,
          undefined,
          false,
        );
      return files.map((file) => file.toString());
    }),
  ];
}
