// What the tests inside an extension host share. No Node and no DOM: they run in both hosts.
import * as vscode from 'vscode';

/** All processes that are started in this host; watched from the start of the tests on, before the extension is. */
const processes = watchProcesses();

/** Those of our server, the last one last; `undefined` where there are no processes. */
export function serverProcesses(): readonly ServerProcess[] | undefined {
  return processes?.filter(({ spawnargs = [] }) => spawnargs.some((word) => word.endsWith('server.cjs')));
}

interface ServerProcess {
  /** Absent until it has been started. */
  readonly spawnargs?: readonly string[];
  readonly exitCode: number | null;
  readonly signalCode: string | null;
  kill(signal: string): boolean;
}

function watchProcesses(): readonly ServerProcess[] | undefined {
  const channel = globalThis.process?.getBuiltinModule?.('node:diagnostics_channel').channel('child_process');
  if (channel === undefined) return undefined;
  const all: ServerProcess[] = [];
  channel.subscribe((message) => all.push((message as { process: ServerProcess }).process));
  return all;
}

/** Opens a file of the workspace in an editor. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no workspace folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Takes back what a test wrote and closes its editors. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** The extension's findings on a document, as soon as they are `as` wanted. The test's own timeout ends it. */
export function findings(
  document: vscode.TextDocument,
  as: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === '勾稽');
      if (!as(found)) return;
      clearInterval(watching);
      resolve(found);
    };
    // VS Code tells of changes late and together: findings that go and come again at once would be missed.
    const watching = setInterval(look, 10);
    look();
  });
}

/** The rule that a finding is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The range of the only place where a text occurs; `⟦…⟧` in it marks a part. */
export function rangeOf(document: vscode.TextDocument, marked: string): vscode.Range {
  const text = marked.replace(/[⟦⟧]/g, '');
  const start = document.getText().indexOf(text);
  ok(start >= 0, `no ‘${text}’`);
  ok(document.getText().indexOf(text, start + 1) < 0, `more than one ‘${text}’`);
  const from = Math.max(0, marked.indexOf('⟦'));
  const to = marked.includes('⟧') ? marked.indexOf('⟧') - 1 : text.length;
  return new vscode.Range(document.positionAt(start + from), document.positionAt(start + to));
}

/** Replaces a range, as typing would. */
export async function replace(
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

export function ok(value: unknown, message = 'not as expected'): asserts value {
  if (!value) throw new Error(message);
}

/** Compares plain data by its JSON. */
export function equal(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`expected ${right}\n     got ${left}`);
}
