import * as vscode from 'vscode';
import { type NewReportParams, newReportRequest } from './protocol.ts';
import type { Server } from './server.ts';

const kinds = ['政府', '部门', '乡镇街道', '其他'] as const;

/** 新建年报, step by step; Escape at any step leaves everything as it was. */
export async function newReport(server: Server): Promise<void> {
  const last = await pickLast();
  if (last === undefined) return;
  const thisYear = new Date().getFullYear();
  const year = await vscode.window.showInputBox({
    title: '新建年报（2/4）：年度',
    prompt: '报告的是哪一年的工作',
    value: String(new Date().getMonth() < 6 ? thisYear - 1 : thisYear),
    validateInput: (value) => (/^20\d\d$/.test(value.trim()) ? undefined : '请写四位数的年份，如 2025'),
  });
  if (year === undefined) return;
  const organ = await vscode.window.showInputBox({
    title: '新建年报（3/4）：机关',
    prompt: '机关的全称',
    placeHolder: '示例县自然资源局',
    validateInput: (value) => (value.trim() === '' ? '请写机关的名称' : undefined),
  });
  if (organ === undefined) return;
  const kind = await vscode.window.showQuickPick([...kinds], { title: '新建年报（4/4）：机关类型' });
  if (kind === undefined) return;
  const params: NewReportParams = {
    year: Number(year.trim()),
    organ: organ.trim(),
    kind,
    ...(last === '' ? {} : { last }),
  };
  const content = await server.request<string>(newReportRequest, params);
  const address = await draftAddress(`${params.organ}${params.year}年政府信息公开工作年度报告.md`);
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

/** The text of last year's report, empty for none; `undefined` when the wizard was left. */
async function pickLast(): Promise<string | undefined> {
  const scratch = { label: '从空白开始', description: '六个部分和三张空表' };
  const forward = { label: '从上年年报结转…', description: '带入上年结转数，正文标上〔待更新〕' };
  const choice = await vscode.window.showQuickPick([scratch, forward], { title: '新建年报（1/4）' });
  if (choice === undefined) return undefined;
  if (choice === scratch) return '';
  const [file] =
    (await vscode.window.showOpenDialog({
      title: '选择上年年报',
      filters: { Markdown: ['md', 'markdown'] },
    })) ?? [];
  return file === undefined ? undefined : new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
