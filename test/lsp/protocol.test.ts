import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { pick, seeded } from '../fuzz/outlineTexts.ts';
import { counted, limitFor, seedOf } from '../support/soak.ts';
import { startWire, type Wire } from './wire.ts';

/** Whatever a client sends: every request is answered, and afterwards the server knows what it knew before. */

const uri = 'file:///report.md';
const text = sampleReport(forms[forms.length - 1] as Form, { 'proceedings/review/total': '3' });
const document = { uri };
const start = { line: 0, character: 0 };
const range = { start, end: { line: 3, character: 1 } };
const capabilities = { textDocument: { diagnostic: {} } };

let wire: Wire;
beforeAll(async () => {
  if (!existsSync(join(import.meta.dirname, '../../dist/cli.cjs')))
    throw new Error('run `npm run build` first');
  wire = await opened();
});
afterAll(() => void wire.child.kill('SIGKILL'));

async function opened(): Promise<Wire> {
  const made = startWire();
  await made.request('initialize', { processId: null, rootUri: null, capabilities });
  made.notify('initialized', {});
  made.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  return made;
}

/** What drafts say in what is sent to other documents. */
const secret = '龘'.repeat(6);

/** The server still gives the one finding of the report that it was shown. */
async function expectAlive(): Promise<void> {
  const { result } = await wire.request('textDocument/diagnostic', { textDocument: document });
  expect((result as { items: { code: string }[] }).items.map(({ code }) => code)).toContain('sum-mismatch');
}

const requests: Readonly<Record<string, object>> = {
  'textDocument/hover': { textDocument: document, position: start },
  'textDocument/completion': { textDocument: document, position: start },
  'textDocument/codeAction': { textDocument: document, range, context: { diagnostics: [] } },
  'textDocument/codeLens': { textDocument: document },
  'textDocument/inlayHint': { textDocument: document, range },
  'textDocument/documentSymbol': { textDocument: document },
  'textDocument/foldingRange': { textDocument: document },
  'textDocument/documentLink': { textDocument: document },
  'textDocument/definition': { textDocument: document, position: start },
  'textDocument/references': {
    textDocument: document,
    position: start,
    context: { includeDeclaration: true },
  },
  'textDocument/formatting': { textDocument: document, options: { tabSize: 2, insertSpaces: true } },
  'textDocument/rangeFormatting': {
    textDocument: document,
    range,
    options: { tabSize: 2, insertSpaces: true },
  },
  'textDocument/diagnostic': { textDocument: document },
  'workspace/executeCommand': { command: 'gouji.server.refactor', arguments: [uri, 'tidy', start] },
  'gouji/document': { path: '/rules/sum-mismatch.md' },
  'gouji/preview': { uri },
  'gouji/checklist': { uri },
};

/** What may be wrong with a request. */
const shapes: Readonly<Record<string, (params: object) => unknown>> = {
  'without parameters': () => undefined,
  'with a list for parameters': () => [1, 'x', null],
  'of an unknown document': (params) => withText(params, uri, 'file:///nobody.md'),
  'with numbers for texts': (params) => JSON.parse(JSON.stringify(params).replaceAll(`"${uri}"`, '7')),
  'at a place before the text': (params) => withPlace(params, { line: -5, character: -1 }),
  'at a place behind the text': (params) => withPlace(params, { line: 2 ** 31, character: 2 ** 31 }),
  'at a place that is none': (params) => withPlace(params, { line: 'x', character: null }),
};

function withText(params: object, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(params).replaceAll(from, to));
}

function withPlace(params: object, place: object): unknown {
  return JSON.parse(JSON.stringify(params).replaceAll(JSON.stringify(start), JSON.stringify(place)));
}

const changed = (changes: unknown, version: unknown = 2) => ({
  textDocument: { uri: 'file:///other.md', version },
  contentChanges: changes,
});

const notifications: readonly (readonly [name: string, method: string, params: unknown])[] = [
  ['an unknown notification', 'no/such', {}],
  ['a cancellation of nothing', '$/cancelRequest', { id: 999 }],
  ['a cancellation without an id', '$/cancelRequest', null],
  ['a trace value that is none', '$/setTrace', { value: 7 }],
  ['an open without a document', 'textDocument/didOpen', {}],
  [
    'an open with a number for a text',
    'textDocument/didOpen',
    { textDocument: { uri: 'file:///n.md', languageId: 'markdown', version: 1, text: 7 } },
  ],
  [
    'an open of the same document again',
    'textDocument/didOpen',
    { textDocument: { uri, languageId: 'markdown', version: 1, text } },
  ],
  [
    'a second document',
    'textDocument/didOpen',
    {
      textDocument: {
        uri: 'file:///other.md',
        languageId: 'markdown',
        version: 1,
        text: `# 😀\n\n${secret}`,
      },
    },
  ],
  [
    'a change of an unknown document',
    'textDocument/didChange',
    { textDocument: { uri: 'file:///nobody.md', version: 2 }, contentChanges: [{ text: secret }] },
  ],
  ['a change without changes', 'textDocument/didChange', changed([])],
  ['changes that are no list', 'textDocument/didChange', changed(secret)],
  ['a change to null', 'textDocument/didChange', changed([null], 3)],
  ['a change without a text', 'textDocument/didChange', changed([{ range }], 4)],
  [
    'a change before the text',
    'textDocument/didChange',
    changed([{ range: { start: { line: -1, character: -9 }, end: start }, text: 'x' }], 5),
  ],
  [
    'a change far behind the text',
    'textDocument/didChange',
    changed(
      [{ range: { start: { line: 9e9, character: 9e9 }, end: { line: 9e9, character: 9e9 } }, text: 'x' }],
      6,
    ),
  ],
  [
    'a change that ends before it begins',
    'textDocument/didChange',
    changed([{ range: { start: { line: 2, character: 2 }, end: start }, text: 'x' }], 7),
  ],
  [
    'a change between the halves of a character',
    'textDocument/didChange',
    changed([{ range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } }, text: 'x' }], 8),
  ],
  ['a version that goes back', 'textDocument/didChange', changed([{ text: secret }], 1)],
  ['a version that is no number', 'textDocument/didChange', changed([{ text: secret }], 'x')],
  ['a save of an unknown document', 'textDocument/didSave', { textDocument: { uri: 'file:///nobody.md' } }],
  ['a close of an unknown document', 'textDocument/didClose', { textDocument: { uri: 'file:///nobody.md' } }],
  ['a close without a document', 'textDocument/didClose', null],
  ['settings that are none', 'workspace/didChangeConfiguration', { settings: 7 }],
  [
    'settings of the wrong kinds',
    'workspace/didChangeConfiguration',
    { settings: { gouji: { rules: 'x', overviewLimit: 'y', run: 3 } } },
  ],
  ['changed files that are no list', 'workspace/didChangeWatchedFiles', { changes: 7 }],
  ['initialized once more', 'initialized', {}],
];

const bodies: readonly (readonly [name: string, body: string])[] = [
  ['a body that is no JSON', '{"jsonrpc":'],
  ['an empty body', ''],
  ['a number', '7'],
  ['null', 'null'],
  ['a text', '"x"'],
  ['a list of messages', '[{"jsonrpc":"2.0","method":"x"}]'],
  ['an object without anything', '{}'],
  ['a method that is no text', '{"jsonrpc":"2.0","method":7}'],
  ['an answer to nothing', '{"jsonrpc":"2.0","id":12345,"result":null}'],
  ['an error to nothing', '{"jsonrpc":"2.0","id":12345,"error":{"code":1,"message":"x"}}'],
  [
    'deeply nested parameters',
    `{"jsonrpc":"2.0","method":"x","params":${'['.repeat(2000)}${']'.repeat(2000)}}`,
  ],
];

describe('every request is answered, and the server lives on', () => {
  for (const [method, params] of Object.entries(requests))
    it.each(Object.keys(shapes))(`${method} %s`, async (shape) => {
      const answer = await wire.request(method, shapes[shape]?.(params));
      expect('result' in answer || 'error' in answer).toBe(true);
      // An error is said in words, without the place in our code or the draft's text.
      expect(answer.error?.message ?? '一。').toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
      expect(answer.error?.message ?? '').not.toMatch(/示例县|undefined|is not/);
      await expectAlive();
    });

  it('an unknown method', async () => {
    expect((await wire.request('no/such')).error?.code).toBe(-32601);
    await expectAlive();
  });

  it('initialize once more', async () => {
    expect((await wire.request('initialize', { capabilities })).error?.code).toBe(-32600);
    await expectAlive();
  });
});

describe('no notification and no body confuses it', () => {
  it.each(notifications)('%s', async (_name, method, params) => {
    wire.notify(method, params);
    await expectAlive();
  });

  it.each(bodies)('%s', async (_name, body) => {
    wire.sendBody(body);
    await expectAlive();
  });
});

const mutations = counted(2000, 100_000);
const seed = seedOf(20253);

it(
  `${mutations} mutated messages leave the findings as they were, and nothing of a draft is logged, seed ${seed}`,
  async () => {
    const random = seeded(seed);
    const all = [
      ...Object.entries(requests).map(([method, params]) =>
        JSON.stringify({ jsonrpc: '2.0', id: 'm', method, params }),
      ),
      ...notifications.map(([, method, params]) => JSON.stringify({ jsonrpc: '2.0', method, params })),
    ].map((body) => body.replaceAll(JSON.stringify(text), JSON.stringify(secret)));
    const expected = await found();
    for (let sent = 1; sent <= mutations; sent++) {
      wire.sendBody(mutated(pick(random, all), random));
      if (sent % 100 !== 0) continue;
      // Any of them may rightly have changed the report or the settings.
      wire.notify('workspace/didChangeConfiguration', { settings: {} });
      wire.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      expect(await found()).toEqual(expected);
    }
    const heard = wire.heard();
    console.log(
      `${mutations} mutated messages: ${heard.length} errors and lines of the log, ` +
        `${wire.said().length} characters on stderr`,
    );
    expect(heard.length).toBeGreaterThan(mutations / 100);
    for (const line of [...heard, wire.said()]) expect(line).not.toContain('龘');
  },
  limitFor(mutations, 100),
);

/** All findings of the report. */
async function found(): Promise<unknown> {
  return (await wire.request('textDocument/diagnostic', { textDocument: document })).result;
}

/** A piece left out, doubled, or put in another's place. */
function mutated(body: string, random: () => number): string {
  const at = Math.floor(random() * body.length);
  const length = Math.floor(random() * 12);
  const other = Math.floor(random() * body.length);
  const choice = random();
  if (choice < 0.3) return body.slice(0, at) + body.slice(at + length);
  if (choice < 0.5) return body.slice(0, at) + body.slice(at - length) + body.slice(at);
  if (choice < 0.8) return body.slice(0, at) + body.slice(other, other + length) + body.slice(at + length);
  return body.replace(/-?\d+/g, (number) =>
    random() < 0.5 ? number : String(Math.floor((random() - 0.5) * 2 ** 33)),
  );
}
