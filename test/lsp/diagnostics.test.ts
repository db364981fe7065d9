import { afterEach, describe, expect, it } from 'vitest';
import {
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver/node';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { pulling, pushed, type Session, session } from './session.ts';

const uri = 'file:///年报.md';
const form = forms[forms.length - 1] ?? forms[0];
const sound = form === undefined ? '' : sampleReport(form);
/** 表四: the total of a block is wrong. */
const faulty = form === undefined ? '' : sampleReport(form, { 'proceedings/review/total': '3' });

let open: Session | undefined;
afterEach(() => open?.end());

async function start(...args: Parameters<typeof session>): Promise<Session> {
  open = await session(...args);
  return open;
}

function placeOf(text: string, needle: string) {
  const lines = text.split('\n');
  const line = lines.findIndex((candidate) => candidate.includes(needle));
  return { line, character: (lines[line] ?? '').indexOf(needle) };
}

describe('a client that pulls', () => {
  it('gets the findings with range, code, source, and related places', async () => {
    const client = await start(pulling);
    await client.open(uri, faulty);
    const [finding, ...others] = await client.pull(uri);
    expect(others).toEqual([]);
    const row = placeOf(faulty, '| 1 | 0 | 0 | 1 | 3 |');
    expect(finding).toMatchObject({
      source: '勾稽',
      code: 'sum-mismatch',
      severity: DiagnosticSeverity.Error,
      range: { start: { line: row.line, character: 18 }, end: { line: row.line, character: 19 } },
    });
    expect(finding?.message).toContain('总计应为 2');
    expect(finding?.relatedInformation?.map(({ message }) => message.split('（')[0])).toEqual([
      '结果维持 1',
      '结果纠正 0',
      '其他结果 0',
      '尚未审结 1',
    ]);
  });

  it('sees a finding go when the figure is put right, and come back', async () => {
    const client = await start(pulling);
    await client.open(uri, faulty);
    const { line } = placeOf(faulty, '| 1 | 0 | 0 | 1 | 3 |');
    const range = { start: { line, character: 18 }, end: { line, character: 19 } };
    await client.change(uri, 2, [{ range, text: '2' }]);
    expect(await client.pull(uri)).toEqual([]);
    await client.change(uri, 3, [{ range, text: '4' }]);
    expect(await client.pull(uri)).toHaveLength(1);
  });

  it('gets nothing for a file that is no report', async () => {
    const client = await start(pulling);
    await client.open(uri, '# 说明\n\n本仓库与年报有关。\n');
    expect(await client.pull(uri)).toEqual([]);
    expect(client.statuses.at(-1)).toMatchObject({ isReport: false });
  });

  it('hears what the report is', async () => {
    const client = await start(pulling);
    await client.open(uri, faulty);
    await client.pull(uri);
    const status = await client.until(() => client.statuses.at(-1));
    expect(status).toMatchObject({
      uri,
      version: 1,
      isReport: true,
      year: 2025,
      organ: '示例县自然资源局',
      form: '2021',
      errors: 1,
      warnings: 0,
    });
  });

  it('follows the settings', async () => {
    const client = await start(pulling, { rules: { 'sum-mismatch': 'warning' } });
    await client.open(uri, faulty);
    const severity = async () => (await client.pull(uri))[0]?.severity;
    while ((await severity()) === DiagnosticSeverity.Error)
      await client.client.sendRequest('gouji/document', { path: '' });
    expect(await severity()).toBe(DiagnosticSeverity.Warning);
  });

  it('that is checked on save keeps what it has, and moves it with the text, until then', async () => {
    const client = await start({ ...pulling, workspace: {} });
    await client.client.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { gouji: { run: 'onSave' } },
    });
    const pull = (previousResultId?: string) =>
      client.client.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
    await client.open(uri, faulty);
    const first = await pull();
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'sum-mismatch' }] });
    await client.change(uri, 2, [{ text: `\n${sound}` }]);
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.client.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('keeps positions right over edits that leave the text', async () => {
    const client = await start(pulling);
    await client.open(uri, sound, 5);
    await client.change(uri, 6, [
      {
        range: { start: { line: 99_999, character: 5 }, end: { line: 100_000, character: 0 } },
        text: '\n尾',
      },
    ]);
    expect(await client.pull(uri)).toEqual([]);
    expect(client.statuses.at(-1)).toMatchObject({ version: 6, isReport: true });
  });

  it('is told when changes are missing, until the text comes whole', async () => {
    const client = await start(pulling);
    await client.open(uri, faulty, 5);
    await client.change(uri, 5, [{ text: sound }]);
    const [told, ...others] = await client.pull(uri);
    expect(told?.message).toBe('编辑器发来的改动缺了或者乱了，这个文件暂时没有检查。请关闭后重新打开。');
    expect(others).toEqual([]);
    expect(client.statuses.at(-1)).toMatchObject({ isReport: false, errors: 0 });
    await client.change(uri, 6, [{ text: faulty }]);
    expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['sum-mismatch']);
  });
});

describe('a client that cannot pull', () => {
  it('is pushed the findings of each version, and an empty list on close', async () => {
    const client = await start(pushed);
    await client.open(uri, faulty);
    const first = await client.until(() => client.published.find(({ version }) => version === 1));
    expect(first.diagnostics).toHaveLength(1);
    await client.change(uri, 2, [{ text: sound }]);
    const second = await client.until(() => client.published.find(({ version }) => version === 2));
    expect(second.diagnostics).toEqual([]);
    await client.close(uri);
    await client.until(() =>
      client.published.find(({ version, diagnostics }) => version === undefined && diagnostics.length === 0),
    );
  });
});
