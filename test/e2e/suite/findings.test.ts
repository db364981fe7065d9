import type * as vscode from 'vscode';
import { closeAll, equal, findings, ok, open, rangeOf, replace, ruleOf } from './support.ts';

describe('年报中的一处合计填错', () => {
  let document: vscode.TextDocument;
  const wrong = (found: readonly vscode.Diagnostic[]) => found.find((one) => ruleOf(one) === 'suspect-cell');

  const theError = async () => {
    const finding = wrong(await findings(document, (found) => wrong(found) !== undefined));
    ok(finding);
    return finding;
  };

  before(async () => {
    document = await open('practice.md');
  });
  after(closeAll);

  it('在该格上报错，说明应填多少', async () => {
    const finding = await theError();
    equal(document.getText(finding.range), '11');
    ok(document.lineAt(finding.range.start.line).text.includes('一、本年新收'));
    equal(finding.message, '此格疑有误：改为 12，可使 2 条勾稽关系同时成立（现填 11）。');
    equal(finding.severity, 0);
  });

  it('列出两条勾稽关系的各格', async () => {
    const places = (await theError()).relatedInformation?.map(({ location }) => location) ?? [];
    equal(
      places.map(({ range }) => document.getText(range)),
      ['8', '1', '0', '0', '0', '3', '1', '11', '2'],
    );
    ok(places.every(({ uri }) => uri.toString() === document.uri.toString()));
  });

  it('改正后即消失', async () => {
    await theError();
    await replace(
      document,
      rangeOf(document, '一、本年新收政府信息公开申请数量 | | | 8 | 1 | 0 | 0 | 0 | 3 | ⟦11⟧'),
      '12',
    );
    await findings(document, (found) => wrong(found) === undefined);
  });
});
