import * as vscode from 'vscode';
import { closeAll, equal, findings, ok, open, ruleOf, serverProcesses } from './support.ts';

describe('检查程序', () => {
  let document: vscode.TextDocument;
  const all = async () => {
    const found = await findings(document, (some) => some.some((one) => ruleOf(one) === 'suspect-cell'));
    return found.map(ruleOf).sort();
  };

  before(async () => {
    document = await open('practice.md');
  });
  after(closeAll);

  it('“重新启动勾稽”：换一个进程，问题先消失，再照原样出来', async () => {
    const before = await all();
    const old = serverProcesses()?.at(-1);
    const gone = findings(document, (found) => found.length === 0);
    await vscode.commands.executeCommand('gouji.restart');
    await gone;
    equal(await all(), before);
    if (old === undefined) return;
    ok(old !== serverProcesses()?.at(-1), 'no other process');
    ok(old.exitCode !== null || old.signalCode !== null, 'the old process is still there');
  });

  // A Worker does not end by itself.
  if (serverProcesses() === undefined) return;

  it('意外结束以后，自己重新开始', async () => {
    const before = await all();
    const old = serverProcesses()?.at(-1);
    const gone = findings(document, (found) => found.length === 0);
    ok(old?.kill('SIGKILL'));
    await gone;
    equal(await all(), before);
    ok(old !== serverProcesses()?.at(-1), 'no other process');
  });
});
