import * as vscode from 'vscode';
import {
  type LastReport,
  type LastReportParams,
  lastReportRequest,
  type NewReportParams,
  newReportRequest,
} from './protocol.ts';
import type { Server } from './server.ts';

const kinds = ['政府', '部门', '乡镇街道', '其他'] as const;

/** 新建年报, step by step; Escape at any step leaves everything as it was. */
export async function newReport(server: Server): Promise<void> {
  const chosen = await pickLast(server);
  if (chosen === undefined) return;
  const { last } = chosen;
  const year = await vscode.window.showInputBox({
    title: '新建年报（2/4）：年度',
    prompt: '报告的是哪一年的工作',
    value: String(last?.year === undefined ? yearAtHand() : last.year + 1),
    validateInput: (value) => (/^20\d\d$/.test(value.trim()) ? undefined : '请写四位数的年份，如 2025'),
  });
  if (year === undefined) return;
  const organ = await vscode.window.showInputBox({
    title: '新建年报（3/4）：机关',
    prompt: '机关的全称',
    placeHolder: '示例县自然资源局',
    value: last?.organ ?? '',
    validateInput: (value) => (value.trim() === '' ? '请写机关的名称' : undefined),
  });
  if (organ === undefined) return;
  const kind = await vscode.window.showQuickPick([...kinds], { title: '新建年报（4/4）：机关类型' });
  if (kind === undefined) return;
  const address = await draftAddress(`${organ.trim()}${year.trim()}年政府信息公开工作年度报告.md`);
  const params: NewReportParams = {
    year: Number(year.trim()),
    organ: organ.trim(),
    kind,
    ...(last === undefined ? {} : { last: last.text, ...pathTo(last.address, address) }),
  };
  const content = await server.request<string>(newReportRequest, params);
  await vscode.window.showTextDocument(await draftWith(content, address));
}

/** A draft that is not saved yet; without a name where one of that name is being written already. */
async function draftWith(content: string, address: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(address);
  if (document.getText() !== '') return vscode.workspace.openTextDocument({ language: 'markdown', content });
  const edit = new vscode.WorkspaceEdit();
  edit.insert(address, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** Where the draft is saved to when it is: the folder that is open; elsewhere, or over a file, a person is asked. */
async function draftAddress(name: string): Promise<vscode.Uri> {
  const plain = name.replace(/[\\/:*?"<>|]/g, '');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder?.scheme === 'file') {
    const file = vscode.Uri.joinPath(folder, plain);
    const exists = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (!exists) return file.with({ scheme: 'untitled' });
  }
  return vscode.Uri.from({ scheme: 'untitled', path: plain });
}

/** Reports are written in January; who begins in autumn writes of the year at hand. */
function yearAtHand(): number {
  const today = new Date();
  return today.getFullYear() - (today.getMonth() < 6 ? 1 : 0);
}

interface Last extends LastReport {
  readonly text: string;
  readonly address: vscode.Uri;
}

/** Last year's report, if there is to be one; `undefined` when the wizard was left. */
async function pickLast(server: Server): Promise<{ readonly last: Last | undefined } | undefined> {
  const scratch = { label: '从空白开始', description: '六个部分和三张空表' };
  const forward = { label: '从上年年报结转…', description: '带入上年结转数，正文标上〔待更新〕' };
  const choice = await vscode.window.showQuickPick([scratch, forward], { title: '新建年报（1/4）' });
  if (choice === undefined) return undefined;
  if (choice === scratch) return { last: undefined };
  const [address] =
    (await vscode.window.showOpenDialog({
      title: '选择上年年报',
      filters: { Markdown: ['md', 'markdown'] },
    })) ?? [];
  if (address === undefined) return undefined;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(address));
  const params: LastReportParams = { text };
  const said = await server.request<LastReport | null>(lastReportRequest, params);
  if (said !== null) return { last: { ...said, text, address } };
  void vscode.window.showErrorMessage('所选的文件不是政府信息公开工作年度报告，没有新建。');
  return undefined;
}

/** The way from a new draft to last year's report, where the draft has a folder and the report is in it or below. */
function pathTo(last: vscode.Uri, draft: vscode.Uri): { readonly lastPath?: string } {
  const folder = draft.path.slice(0, draft.path.lastIndexOf('/') + 1);
  const isBelow = folder !== '' && last.scheme === 'file' && last.path.startsWith(folder);
  return isBelow ? { lastPath: `./${last.path.slice(folder.length)}` } : {};
}
