import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerCellNavigation } from './cellNavigation.ts';
import { registerChecklist } from './checklist.ts';
import { registerCommands } from './commands.ts';
import { registerFiles } from './files.ts';
import { extendMarkdownIt, registerPreview } from './preview.ts';
import { type StatusParams, statusNotification } from './protocol.ts';
import { serverOf } from './server.ts';
import { registerStatus } from './status.ts';
import { registerVirtualDocuments } from './virtualDocuments.ts';

/** What the built-in Markdown preview asks an extension for. */
export interface Exports {
  readonly extendMarkdownIt: typeof extendMarkdownIt;
}

let client: Promise<BaseLanguageClient> | undefined;

/**
 * What both hosts do: register what is ours, at once. The client is a lot of code; it is loaded, and started,
 * after that, and nobody waits for it.
 */
export function run(context: vscode.ExtensionContext, newClient: () => BaseLanguageClient): Exports {
  // A client keeps one handler for a method: what has several readers goes through an event of our own.
  const status = new vscode.EventEmitter<StatusParams>();
  const starting = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
    const made = newClient();
    context.subscriptions.push(
      made.onNotification(statusNotification, (params: StatusParams) => status.fire(params)),
      ...registerFiles(made),
    );
    made.start().catch(tell);
    return made;
  });
  starting.catch(tell);
  client = starting;
  const server = serverOf(starting);
  context.subscriptions.push(
    status,
    registerStatus(status.event),
    registerVirtualDocuments(server),
    registerPreview(server, status.event),
    registerChecklist(context, server, status.event),
    ...registerCommands(context, server),
    ...registerCellNavigation(),
  );
  return { extendMarkdownIt };
}

export async function stop(): Promise<void> {
  await (await client)?.stop();
}

function tell(error: unknown): void {
  void vscode.window.showErrorMessage(
    `勾稽没有能够启动：${error instanceof Error ? error.message : String(error)}。请重新启动 VS Code，或查看日志。`,
  );
}
