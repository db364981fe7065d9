import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  Hover,
  InitializeResult,
  Location,
} from 'vscode-languageserver/node';
import { CodeActionTriggerKind } from 'vscode-languageserver/node';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { applied, at, editsOf } from './places.ts';
import { pulling, pushed, type Session, session } from './session.ts';

const uri = 'file:///w/年报.md';
const textDocument = { uri };
const form = forms[forms.length - 1] as Form;
const sound = sampleReport(form);
const twoTotals = sampleReport(form, {
  'applications/granted/total': '7',
  'applications/partial/total': '9',
});

const confirming: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
};

let client: Session;
afterEach(() => client.end());

async function open(text: string, capabilities: ClientCapabilities, options?: unknown): Promise<void> {
  client = await session(capabilities, undefined, options);
  await client.open(uri, text);
}

const ask = <T>(method: string, params: object = {}) =>
  client.client.sendRequest<T>(`textDocument/${method}`, { textDocument, ...params });

function actionsAt(text: string, needle: string, context: object = {}): Promise<CodeAction[]> {
  const position = at(text, needle);
  return ask('codeAction', {
    range: { start: position, end: position },
    context: { diagnostics: [], ...context },
  });
}

describe('an edit', () => {
  it('of one place carries the version of the document it was made for', async () => {
    await open(sound.replace('5.属于三类内部事务信息', '5.属于三类内部事物信息'), confirming);
    await client.change(uri, 7, [
      { text: sound.replace('5.属于三类内部事务信息', '5.属于三类内部事物信息') },
    ]);
    const [action] = await actionsAt(sound, '5.属于三类内部¦事务信息', { only: ['quickfix'] });
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 7 } }]);
    expect(action?.edit?.changeAnnotations).toBeUndefined();
  });

  it('is plain for a client that takes no versions', async () => {
    await open(twoTotals, pushed);
    const found = (await actionsAt(twoTotals, '（一）¦予以公开')).find(({ title }) =>
      title.startsWith('重新'),
    );
    expect(found?.edit?.documentChanges).toBeUndefined();
    expect(applied(twoTotals, found?.edit?.changes?.[uri] ?? [])).toBe(sound);
  });

  it('of several places shows old and new for each, whatever it is called', async () => {
    const text = sampleReport(form, {
      'applications/granted/research': '',
      'applications/partial/research': '/',
    });
    await open(text, confirming);
    const actions = await actionsAt(text, '（一）¦予以公开');
    const bulk = actions.filter(({ edit }) => editsOf(edit).length > 1);
    expect(bulk.map(({ title }) => title)).toContain('填入 0（2 格，总计不填）');
    for (const { edit, title } of bulk) {
      const notes = Object.values(edit?.changeAnnotations ?? {});
      expect(notes.length, title).toBe(editsOf(edit).length);
      expect(notes.every(({ needsConfirmation, label }) => needsConfirmation && label.includes(' → '))).toBe(
        true,
      );
    }
  });

  it('of all that is safe is confirmed when chosen, and made at once on save', async () => {
    const text = sampleReport(form, { 'disclosure/licence/decisions': '１２０' }).replace(
      '5.属于三类内部事务信息',
      '5.属于三类内部事物信息',
    );
    await open(text, confirming);
    const fixAll = async (triggerKind: CodeActionTriggerKind) =>
      (await actionsAt(text, '¦# 示例县', { only: ['source.fixAll.gouji'], triggerKind }))[0]?.edit;
    const chosen = await fixAll(CodeActionTriggerKind.Invoked);
    expect(Object.values(chosen?.changeAnnotations ?? {}).map(({ label }) => label)).toEqual([
      '“行政许可”行“本年处理决定数量”列：１２０ → 120',
      '“5.属于三类内部事物信息” → “5.属于三类内部事务信息”',
    ]);
    const saved = await fixAll(CodeActionTriggerKind.Automatic);
    expect(saved?.changeAnnotations).toBeUndefined();
    expect(applied(text, editsOf(saved))).toBe(sound);
  });
});

describe('a client that does not show our pages', () => {
  it('gets their words without links, and no place that it cannot open', async () => {
    await open(twoTotals, pulling);
    const hover = await ask<Hover>('hover', { position: at(sound, '1.属于国家¦秘密') });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('《条例》第十四条');
    expect(value).not.toContain('gouji:');
    expect(await ask<Location[]>('definition', { position: at(sound, '第五¦十条的') })).toEqual([]);
    expect((await client.pull(uri)).map(({ codeDescription }) => codeDescription)).not.toContainEqual(
      expect.anything(),
    );
  });
});

describe('lenses', () => {
  const lenses = async () => (await ask<CodeLens[]>('codeLens')).map(({ command }) => command?.title);

  it('that change the text are for clients that take edits', async () => {
    await open(twoTotals, pulling);
    expect(new Set(await lenses())).toEqual(new Set(['表二：6 行', '勾稽：3 处不平', '勾稽：3 处全部相等']));
    await client.end();
    await open(twoTotals, confirming);
    expect(await lenses()).toContain('重新计算合计');
  });

  it('and hints are asked for anew when the settings change', async () => {
    await open(twoTotals, {
      ...confirming,
      workspace: {
        ...confirming.workspace,
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      },
    });
    const asked = new Set<string>();
    const both = new Promise<void>((resolve) => {
      for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'])
        client.client.onRequest(method, () => {
          asked.add(method);
          if (asked.size === 2) resolve();
        });
    });
    client.settings = { codeLens: false };
    await client.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await both;
    expect(await lenses()).toEqual([]);
  });
});

describe('completion of snippets', () => {
  const filters = async (typed: string, options?: unknown) => {
    const text = sound.replace('没有其他需要报告的事项。', `没有其他需要报告的事项。\n\n${typed}`);
    await open(
      text,
      { ...pulling, textDocument: { completion: { completionItem: { snippetSupport: true } } } },
      options,
    );
    const items = await ask<CompletionItem[]>('completion', { position: at(text, `事项。\n\n${typed}¦`) });
    return items.filter(({ insertTextFormat }) => insertTextFormat === 2);
  };

  it('begins with what is being typed, for editors that compare from the first letter on', async () => {
    expect((await filters('biao3')).find(({ label }) => label === '表三')?.filterText).toMatch(/^biao3/);
    await client.end();
    expect((await filters('表三')).find(({ label }) => label === '表三')?.filterText).toMatch(/^表三/);
  });

  it('takes the place of what was typed', async () => {
    const item = (await filters('biao3')).find(({ label }) => label === '表三');
    const edit = item?.textEdit as { range: { start: object; end: object } } | undefined;
    expect(edit?.range).toMatchObject({ start: { character: 0 }, end: { character: 5 } });
  });

  it('beside static copies: only what has the draft’s own organ and year in it', async () => {
    const items = await filters('', { staticSnippets: true });
    expect(items.map(({ label }) => label)).toEqual(['年报全文', '年报全文（2019年格式）']);
    const [first] = items.map(({ textEdit }) => textEdit?.newText);
    expect(first).toContain('# 示例县自然资源局2025年政府信息公开工作年度报告');
  });
});

it('a file that is no report gets no answer from any request', async () => {
  const text = '# 说明\n\n依据第三十六条，见《条例》。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  await open(text, confirming, { showsPages: true });
  const position = at(text, '第三十¦六条');
  const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
  const options = { tabSize: 2, insertSpaces: true };
  const context = { diagnostics: [], includeDeclaration: true };
  for (const [method, params] of Object.entries({
    hover: { position },
    completion: { position },
    definition: { position },
    references: { position, context },
    codeAction: { range, context },
    codeLens: {},
    inlayHint: { range },
    documentSymbol: {},
    foldingRange: {},
    documentLink: {},
    formatting: { options },
    rangeFormatting: { range, options },
  }))
    expect((await ask(method, params)) ?? [], method).toEqual([]);
  expect(await client.pull(uri)).toEqual([]);
});

it('renaming is not offered, and findings are pushed only to those who cannot pull', async () => {
  const capabilities = async (of: ClientCapabilities) => {
    client = await session();
    const { capabilities: found } = await client.client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: of,
    });
    return found;
  };
  const pulled = await capabilities(pulling);
  expect(pulled).not.toHaveProperty('renameProvider');
  expect(pulled).toHaveProperty('diagnosticProvider');
  await client.end();
  expect(await capabilities(pushed)).not.toHaveProperty('diagnosticProvider');
});
