import * as vscode from 'vscode';
import { type ChecklistItem, checklistRequest, type StatusParams } from './protocol.ts';
import type { Server } from './server.ts';

/** What only a person can confirm; kept in the workspace for each draft. */
const confirmations = [
  { id: 'ledger', label: '数字已与台账核对' },
  { id: 'reviewed', label: '已送审定稿' },
  { id: 'published', label: '已安排按期公布' },
];

type Row = ChecklistItem & { readonly confirmation?: boolean };

const icons = { passed: 'pass', failed: 'error', open: 'circle-outline' } as const;
const words = { passed: '已通过', failed: '有问题', open: '未完成' } as const;

/** The checklist view: eight checks of the program, then three confirmations by a person; each a word and an icon. */
export function registerChecklist(
  context: vscode.ExtensionContext,
  server: Server,
  onStatus: vscode.Event<StatusParams>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let uri: string | undefined;
  let rows: readonly Row[] = [];
  const stateKey = (of: string | undefined, id: string) => `gouji.confirmed:${of}:${id}`;
  const load = async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId === 'markdown') uri = editor.document.uri.toString();
    const asked = uri;
    const items =
      asked === undefined
        ? []
        : await server.request<readonly ChecklistItem[]>(checklistRequest, { uri: asked });
    // Another draft has come to the front meanwhile, and is asked about for itself.
    if (asked !== uri) return;
    const confirmed =
      items.length === 0
        ? []
        : confirmations.map(({ id, label }): Row => {
            const done = context.workspaceState.get(stateKey(asked, id)) === true;
            return {
              id,
              label,
              state: done ? 'passed' : 'open',
              detail: done ? '已确认' : '待确认',
              confirmation: true,
            };
          });
    rows = [...items, ...confirmed];
    changed.fire();
  };
  // What is overtaken by an edit is asked again behind the next check.
  const update = () => load().catch(() => undefined);
  const view = vscode.window.createTreeView<Row>('gouji.checklist', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => (row === undefined ? [...rows] : []),
      getTreeItem: treeItem,
    },
    manageCheckboxStateManually: true,
  });
  return vscode.Disposable.from(
    view,
    changed,
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [row, state] of items)
        await context.workspaceState.update(
          stateKey(uri, row.id),
          state === vscode.TreeItemCheckboxState.Checked,
        );
      await update();
    }),
    vscode.commands.registerCommand('gouji.revealFinding', async (range: ChecklistItem['range']) => {
      if (uri === undefined || range === undefined) return;
      const { start, end } = range;
      await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
        selection: new vscode.Range(start.line, start.character, end.line, end.character),
      });
    }),
    onStatus((status: StatusParams) => {
      const editor = vscode.window.activeTextEditor;
      if ((editor?.document.uri.toString() ?? uri) === status.uri) void update();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    // The next draft without a file may get the same name.
    vscode.workspace.onDidCloseTextDocument(({ isUntitled, uri: closed }) => {
      if (!isUntitled) return;
      for (const { id } of confirmations)
        void context.workspaceState.update(stateKey(closed.toString(), id), undefined);
    }),
  );
}

function treeItem(row: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label);
  item.id = row.id;
  item.description = row.detail;
  item.accessibilityInformation = { label: `${row.label}，${words[row.state]}，${row.detail}` };
  if (row.confirmation === true)
    item.checkboxState =
      row.state === 'passed' ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
  else
    item.iconPath = new vscode.ThemeIcon(
      icons[row.state],
      row.state === 'passed'
        ? new vscode.ThemeColor('testing.iconPassed')
        : row.state === 'failed'
          ? new vscode.ThemeColor('testing.iconFailed')
          : undefined,
    );
  if (row.range !== undefined)
    item.command = { command: 'gouji.revealFinding', title: '转到', arguments: [row.range] };
  return item;
}
