import * as vscode from 'vscode';
import { ok } from './support.ts';

describe('扩展', () => {
  it('不开 Markdown 就不启动', async () => {
    const extension = vscode.extensions.getExtension('gouji.gouji');
    ok(extension, 'the extension is not there');
    ok(!extension.isActive, 'active without a Markdown document');
    await extension.activate();
    ok(extension.isActive);
  });
});
