import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  CodeLensRequest,
  DidOpenTextDocumentNotification,
  ErrorCodes,
  HoverRequest,
  LogMessageNotification,
} from 'vscode-languageserver/node';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { pulling, pushed, type Session, session } from './session.ts';

/** Parts of the server made to fail, with what a draft says in the error's message. */
const broken = vi.hoisted(() => ({ hover: false, finding: false, preview: false }));
const secret = '示例县\n    at 甲 (乙:1:1)';

vi.mock('../../server/src/core/features/hover.ts', async (original) => {
  const actual = await original<typeof import('../../server/src/core/features/hover.ts')>();
  return {
    ...actual,
    hover(...values: Parameters<typeof actual.hover>) {
      if (broken.hover) throw new TypeError(secret);
      return actual.hover(...values);
    },
  };
});
vi.mock('../../server/src/lsp/convert.ts', async (original) => {
  const actual = await original<typeof import('../../server/src/lsp/convert.ts')>();
  return {
    ...actual,
    toDiagnostic(...values: Parameters<typeof actual.toDiagnostic>) {
      if (broken.finding) throw new RangeError(secret);
      return actual.toDiagnostic(...values);
    },
  };
});
vi.mock('../../server/src/core/features/preview.ts', () => ({
  previewTables() {
    throw secret;
  },
}));

const uri = 'file:///年报.md';
const faulty = sampleReport(forms[forms.length - 1] as Form, { 'proceedings/review/total': '3' });
const position = { line: 0, character: 0 };

let open: Session;
afterEach(async () => {
  broken.hover = broken.finding = false;
  await open.end();
});

async function logging(capabilities: typeof pulling): Promise<string[]> {
  open = await session(capabilities);
  const logged: string[] = [];
  open.client.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  await open.open(uri, faulty);
  return logged;
}

const apology = expect.objectContaining({
  code: ErrorCodes.InternalError,
  message: '勾稽内部出错，这一次没有结果；程序照常运行，日志中有记录。',
});

/** The log names the kind of error and places in the program, and nothing of the draft. */
function expectLogged(logged: readonly string[], what: string, kind: string): void {
  const lines = logged.filter((line) => line.includes('内部错误'));
  expect(lines).not.toEqual([]);
  for (const line of lines) {
    expect(line).toContain(`${what}：内部错误 ${kind}`);
    expect(line).not.toMatch(/示例县|甲/);
  }
}

describe('an error inside of the server', () => {
  it('is answered in a sentence and logged without the draft; the next request is answered', async () => {
    const logged = await logging(pulling);
    broken.hover = true;
    const asked = { textDocument: { uri }, position };
    await expect(open.client.sendRequest(HoverRequest.type, asked)).rejects.toEqual(apology);
    expectLogged(logged, 'onHover', 'TypeError');
    expect(logged.join()).toMatch(/at .*hover/);
    broken.hover = false;
    expect(await open.client.sendRequest(HoverRequest.type, asked)).toBeDefined();
    expect(await open.pull(uri)).toHaveLength(1);
  });

  it('is answered where what is thrown is no error', async () => {
    const logged = await logging(pulling);
    await expect(open.client.sendRequest('gouji/preview', { uri })).rejects.toEqual(apology);
    expectLogged(logged, 'onRequest gouji/preview', 'string');
  });

  it('is answered in a pull', async () => {
    const logged = await logging(pulling);
    broken.finding = true;
    await expect(open.pull(uri)).rejects.toEqual(apology);
    expectLogged(logged, 'on', 'RangeError');
    broken.finding = false;
    expect(await open.pull(uri)).toHaveLength(1);
  });

  it('does not end it where nobody waits for an answer: findings pushed at once, and after a pause', async () => {
    broken.finding = true;
    const logged = await logging(pushed);
    const errors = (count: number) =>
      vi.waitFor(
        () => expect(logged.filter((line) => line.includes('内部错误'))).toHaveLength(count),
        60_000,
      );
    await errors(1);
    await open.change(uri, 2, [{ text: `${faulty}\n` }]);
    await errors(2);
    expectLogged(logged, 'publishDiagnostics', 'RangeError');
    broken.finding = false;
    await open.change(uri, 3, [{ text: faulty }]);
    const published = await open.until(() => open.published.find(({ version }) => version === 3));
    expect(published.diagnostics).toHaveLength(1);
  });
});

describe('what is not as it must be', () => {
  it('is refused in a sentence', async () => {
    await logging(pulling);
    for (const params of [{}, { textDocument: { uri: 7 } }, { textDocument: { uri }, position: 7 }])
      await expect(open.client.sendRequest('textDocument/hover', params)).rejects.toEqual(
        expect.objectContaining({ code: ErrorCodes.InvalidParams, message: '请求的参数不完整。' }),
      );
  });

  it('is logged, and the rest goes on: an open without a text, a change that goes back', async () => {
    const logged = await logging(pulling);
    await open.client.sendNotification(DidOpenTextDocumentNotification.method, {
      textDocument: { uri: 'file:///n.md', languageId: 'markdown', version: 1 },
    });
    await open.change('file:///nobody.md', 2, [{ text: secret }]);
    await open.change(uri, 1, [{ text: secret }]);
    await open.client.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    expect(logged).toEqual([
      'didOpen：参数不对，没有打开。',
      'didChange：没有采用（not open，version 2）。',
      'didChange：没有采用（version not forward，version 1）。',
    ]);
  });
});
