import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** So many ends within this time, and the server is not started again by itself. */
const most = 5;
const period = 3 * 60_000;

/** A server that ends unexpectedly is started again without a word; one that does so over and over is left. */
export function failureHandler(): ErrorHandler {
  let ends: number[] = [];
  return {
    error(_error, _message, count = 0) {
      if (count <= 3) return { action: ErrorAction.Continue, handled: true };
      giveUp();
      return { action: ErrorAction.Shutdown, message: '与检查程序的联系断了', handled: true };
    },
    closed() {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < period), now];
      if (ends.length < most)
        return { action: CloseAction.Restart, message: '检查程序意外结束，已重新启动', handled: true };
      ends = [];
      giveUp();
      return { action: CloseAction.DoNotRestart, message: '检查程序一再意外结束，没有再启动', handled: true };
    },
  };
}

function giveUp(): void {
  const restart = '重新启动勾稽';
  const log = '查看日志';
  void vscode.window
    .showErrorMessage('勾稽的检查程序一再意外结束，已经停下，现在不再检查。', restart, log)
    .then((choice) => {
      if (choice === restart) void vscode.commands.executeCommand('gouji.restart');
      if (choice === log) void vscode.commands.executeCommand('gouji.showLog');
    });
}
