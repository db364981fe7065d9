import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { pick, randomEdit, seeded, tastes } from '../fuzz/outlineTexts.ts';
import { counted, limitFor } from '../support/soak.ts';
import { startWire } from './wire.ts';

const edits = counted(2000, 100_000);
const cycles = counted(200, 10_000);
const megabyte = 1024 * 1024;
const uri = 'file:///report.md';
const textDocument = { uri };
const report = sampleReport(forms[forms.length - 1] as Form, { 'proceedings/review/total': '3' });

const wire = startWire(['--expose-gc', '-r', join(import.meta.dirname, 'preload.cjs')]);
afterAll(() => void wire.child.kill('SIGKILL'));

/** What the server holds after a collection, in MB. */
async function held(): Promise<{ heap: number; rss: number }> {
  const said = once(wire.child.stderr, 'data');
  wire.notify('HEAP', {});
  const [heap = 0, rss = 0] = String(await said)
    .split(' ')
    .map(Number);
  return { heap: heap / megabyte, rss: rss / megabyte };
}

function open(text: string): void {
  wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 0, text } });
}

/** Edits anywhere, with the findings of every fifth version; the text comes back to what it was every 50 edits. */
async function edit(count: number, seed: number): Promise<void> {
  const random = seeded(seed);
  open(report);
  for (let version = 1; version <= count; version++) {
    const { start, end, text } = randomEdit(random, report, pick(random, tastes));
    const place = (offset: number) => {
      const lines = report.slice(0, offset).split(/\r\n|\r|\n/);
      return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    };
    const change =
      version % 50 === 0 ? { text: report } : { range: { start: place(start), end: place(end) }, text };
    wire.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
    if (version % 5 === 0) await wire.request('textDocument/diagnostic', { textDocument });
  }
  wire.notify('textDocument/didClose', { textDocument });
}

async function openAndClose(count: number): Promise<void> {
  for (let done = 0; done < count; done++) {
    open(report.replace('。', `第${done}次。`));
    await wire.request('textDocument/diagnostic', { textDocument });
    wire.notify('textDocument/didClose', { textDocument });
  }
}

it(
  `memory does not grow over ${edits} edits and ${cycles} times open and close`,
  async () => {
    const capabilities = { textDocument: { diagnostic: {} } };
    await wire.request('initialize', { processId: null, rootUri: null, capabilities });
    wire.notify('initialized', {});
    // By then all has been compiled and every lazy part is there.
    await edit(edits / 2, 1);
    await openAndClose(cycles / 2);
    const before = await held();
    await edit(edits, 2);
    const afterEdits = await held();
    await openAndClose(cycles);
    const after = await held();
    const growth = (now: typeof before) =>
      `heap ${(now.heap - before.heap).toFixed(1)} MB, RSS ${(now.rss - before.rss).toFixed(1)} MB`;
    console.log(
      `from heap ${before.heap.toFixed(1)} MB, RSS ${before.rss.toFixed(1)} MB: ` +
        `${edits} edits ${growth(afterEdits)}; then ${cycles} times open and close ${growth(after)}`,
    );
    expect(afterEdits.heap - before.heap).toBeLessThan(5);
    expect(after.heap - before.heap).toBeLessThan(5);
    // What V8 keeps in reserve in between comes and goes.
    expect(after.rss - before.rss).toBeLessThan(20);
  },
  limitFor(edits + cycles, 300),
);
