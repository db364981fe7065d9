import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageclient';
import { findReportsRequest, readFileRequest, type UriParams } from './protocol.ts';

/** More files than this are not looked through for last year's report. */
const most = 500;
/** Larger files are no reports. */
const largest = 20 * 1024 * 1024;

/** Reads files for the server, wherever they are, and tells it when they change. */
export function registerFiles(client: BaseLanguageClient): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}');
  const tell = (type: FileChangeType) => (uri: vscode.Uri) =>
    client.isRunning()
      ? client.sendNotification(DidChangeWatchedFilesNotification.type, {
          changes: [{ uri: uri.toString(), type }],
        })
      : undefined;
  return [
    watcher,
    watcher.onDidChange(tell(FileChangeType.Changed)),
    watcher.onDidCreate(tell(FileChangeType.Created)),
    watcher.onDidDelete(tell(FileChangeType.Deleted)),
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
      return files.map((file) => file.toString());
    }),
  ];
}
