import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { seeded } from '../fuzz/outlineTexts.ts';
import { longReport } from '../support/long.ts';
import { counted, limitFor } from '../support/soak.ts';
import { pushed, type Session, session } from './session.ts';
import { startWire, type Wire } from './wire.ts';

const megabyte = 1024 * 1024;
const uri = 'file:///report.md';
const textDocument = { uri };

let wire: Wire | undefined;
let open: Session | undefined;
afterEach(async () => {
  wire?.child.kill('SIGKILL');
  await open?.end();
  wire = open = undefined;
});

async function started(): Promise<Wire> {
  const made = startWire();
  wire = made;
  const completion = { completionItem: { snippetSupport: true } };
  const capabilities = { textDocument: { diagnostic: {}, completion } };
  await made.request('initialize', { processId: null, rootUri: null, capabilities });
  made.notify('initialized', {});
  return made;
}

function opened(server: Wire, text: string): void {
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
}

async function messages(server: Wire): Promise<readonly string[]> {
  const { result } = await server.request('textDocument/diagnostic', { textDocument });
  return (result as { items: { message: string }[] }).items.map(({ message }) => message);
}

describe('a long report', () => {
  it('of 1 MB is served in full', async () => {
    const server = await started();
    const text = longReport(megabyte);
    const lines = text.split('\n');
    const line = lines.findIndex((row) => row.includes('| 1 | 0 | 0 | 1 | 3 |'));
    const position = { line, character: 18 };
    opened(server, text);
    const began = performance.now();
    expect(await messages(server)).toEqual([
      expect.stringContaining('请精简'),
      expect.stringContaining('总计应为 2'),
    ]);
    const took = performance.now() - began;
    const asked = { textDocument, position };
    const [hover, completion, symbols, folds, lenses, actions] = await Promise.all([
      server.request('textDocument/hover', asked),
      server.request('textDocument/completion', {
        textDocument,
        position: { line: line - 4, character: 0 },
      }),
      server.request('textDocument/documentSymbol', { textDocument }),
      server.request('textDocument/foldingRange', { textDocument }),
      server.request('textDocument/codeLens', { textDocument }),
      server.request('textDocument/codeAction', {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
    ]);
    expect(JSON.stringify(hover.result)).toContain('尚未审结');
    for (const { result } of [completion, symbols, folds, lenses, actions])
      expect((result as unknown[]).length).toBeGreaterThan(0);
    console.log(`${text.length} characters: findings after ${took.toFixed(0)} ms`);
  });

  it('of more than 20 MB is refused in a sentence, and the next one is served', async () => {
    const server = await started();
    opened(server, '报告\n\n'.repeat(3 * megabyte));
    expect(await messages(server)).toEqual(['文件有 24.0 MB，超过 20 MB 的上限，没有检查。']);
    expect((await server.request('textDocument/documentSymbol', { textDocument })).result).toEqual([]);
    opened(server, longReport(0));
    expect(await messages(server)).toEqual([expect.stringContaining('总计应为 2')]);
  });
});

const cancellations = counted(25, 500);

it(
  `${cancellations} requests on a report of 1 MB, cancelled at any moment, end as cancelled`,
  async () => {
    const server = await started();
    const random = seeded(20256);
    const waits: number[] = [];
    let late = 0;
    for (let done = 0; done < cancellations; done++) {
      opened(server, longReport(megabyte, `第${done}次`));
      // Has come all through the pipe when this is answered.
      await server.request('gouji/document', { path: '' });
      const answer = server.request('textDocument/diagnostic', { textDocument });
      await pause(random() * 1500);
      const cancelled = performance.now();
      server.notify('$/cancelRequest', { id: server.lastId() });
      const { error } = await answer;
      waits.push(performance.now() - cancelled);
      if (error === undefined) late++;
      else expect(error).toEqual({ code: -32800, message: '请求已经取消。' });
    }
    const sorted = waits.toSorted((a, b) => a - b).map((wait) => wait.toFixed(0));
    console.log(
      `${cancellations} cancellations: answered after ${sorted[sorted.length >> 1]} ms (p50), ` +
        `${sorted[Math.floor(sorted.length * 0.9)]} ms (p90), ${sorted[Math.floor(sorted.length * 0.99)]} ms (p99); ` +
        `${late} had ended before`,
    );
    expect(late).toBeLessThan(cancellations / 2);
  },
  limitFor(cancellations, 10_000),
);

describe('findings of a version that is no longer the newest', () => {
  it('are never published', async () => {
    open = await session(pushed);
    const texts = Array.from({ length: 12 }, (_, index) =>
      index % 3 === 0
        ? longReport(60_000, `甲${index}`)
        : longReport(60_000, `甲${index}`).replace('| 3 |', '| 2 |'),
    );
    await open.open(uri, texts[0] as string);
    for (let index = 1; index < texts.length; index++) {
      await open.change(uri, index + 1, [{ text: texts[index] as string }]);
      if (index % 4 === 3) await pause(400);
    }
    await open.until(() => open?.published.find(({ version }) => version === texts.length));
    const versions = open.published.map(({ version }) => version ?? 0);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    for (const { version, diagnostics } of open.published)
      expect(diagnostics.map(({ message }) => message)).toEqual(
        analyze(texts[(version ?? 0) - 1] as string).findings.map(({ message }) => message),
      );
  });

  it('are not given to a pull, which is told to ask again', async () => {
    const server = await started();
    opened(server, longReport(megabyte, '旧'));
    const overtaken = server.request('textDocument/diagnostic', { textDocument });
    const hover = server.request('textDocument/hover', { textDocument, position: { line: 0, character: 0 } });
    await pause(200);
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: longReport(0) }],
    });
    expect((await overtaken).error).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    expect([undefined, -32801]).toContain((await hover).error?.code);
    expect(await messages(server)).toEqual([expect.stringContaining('总计应为 2')]);
  });
});
