import * as vscode from 'vscode';
import type { StatusParams } from './protocol.ts';

/**
 * The language status item `年报 2025 · 2 错误 1 提醒`, and the context keys that drive every `when`:
 * `gouji.isReport`, and `gouji.corrected` once a report that had errors has none.
 */
export function registerStatus(onStatus: vscode.Event<StatusParams>): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('gouji.status', { language: 'markdown' });
  item.name = '勾稽';
  item.command = { command: 'gouji.openChecklist', title: '打开交稿清单' };
  const known = new Map<string, StatusParams>();
  const show = () => {
    const editor = vscode.window.activeTextEditor;
    // In front is no text: a preview, the walkthrough. What was said of the draft behind it still holds.
    if (editor === undefined && vscode.window.tabGroups.activeTabGroup.activeTab !== undefined) return;
    const status = editor && known.get(editor.document.uri.toString());
    setContext('gouji.isReport', status?.isReport === true);
    item.text = status?.isReport === true ? statusText(status) : '不是年报';
    item.severity =
      status === undefined || !status.isReport ? 0 : status.errors > 0 ? 2 : status.warnings > 0 ? 1 : 0;
    item.detail = status?.organ === undefined ? '勾稽' : `${status.organ}，${status.form ?? ''}年格式`;
  };
  show();
  return vscode.Disposable.from(
    item,
    onStatus((status: StatusParams) => {
      if (status.isReport && status.errors === 0 && (known.get(status.uri)?.errors ?? 0) > 0)
        setContext('gouji.corrected', true);
      known.set(status.uri, status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
  );
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

export function statusText(status: StatusParams): string {
  const counts = [
    [status.errors, '错误'],
    [status.warnings, '提醒'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const year = status.year === undefined ? '' : ` ${status.year}`;
  return `年报${year} · ${words.length === 0 ? '没有错误' : words.join(' ')}`;
}
