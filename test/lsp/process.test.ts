import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const cli = join(import.meta.dirname, '../../dist/cli.cjs');
let server: ChildProcessWithoutNullStreams | undefined;

beforeAll(() => {
  if (!existsSync(cli)) throw new Error('dist/cli.cjs is missing: run `npm run build` first');
});
afterEach(() => void server?.kill('SIGKILL'));

function start(): ChildProcessWithoutNullStreams {
  server = spawn(process.execPath, [cli, 'lsp', '--stdio']);
  return server;
}

const frame = (message: unknown) => {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
};

const initialize = frame({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});

async function exitCode(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** The first whole message: standard output may hand it over in pieces. */
async function answer(child: ChildProcessWithoutNullStreams): Promise<string> {
  let received = '';
  for (;;) {
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    received += chunk.toString('latin1');
    const length = /Content-Length: (\d+)\r\n\r\n/.exec(received);
    if (length !== null && received.length >= length.index + length[0].length + Number(length[1]))
      return received;
  }
}

describe('the server process', () => {
  it('answers frames that arrive byte by byte', async () => {
    const child = start();
    for (const byte of initialize) child.stdin.write(Buffer.from([byte]));
    expect(await answer(child)).toContain('"serverInfo":{"name":"gouji"}');
  });

  it.each([
    ['a negative length', 'Content-Length: -1\r\n\r\n{}'],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a header without end', 'x'.repeat(9000)],
    ['a length beyond the limit', 'Content-Length: 99999999999\r\n\r\n'],
  ])('exits 1, saying so once, after %s', async (_name, bytes) => {
    const child = start();
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.stdin.write(bytes);
    expect(await exitCode(child)).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('exits when its input closes', async () => {
    const child = start();
    child.stdin.write(initialize);
    await answer(child);
    child.stdin.end();
    expect(await exitCode(child)).not.toBeNull();
  });

  it('exits 0 after shutdown and exit', async () => {
    const child = start();
    child.stdin.write(initialize);
    await answer(child);
    child.stdin.write(frame({ jsonrpc: '2.0', id: 2, method: 'shutdown' }));
    await answer(child);
    child.stdin.write(frame({ jsonrpc: '2.0', method: 'exit' }));
    expect(await exitCode(child)).toBe(0);
  });
});
