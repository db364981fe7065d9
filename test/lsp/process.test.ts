import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const cli = join(import.meta.dirname, '../../dist/cli.cjs');
const preload = join(import.meta.dirname, 'preload.cjs');
let server: ChildProcessWithoutNullStreams | undefined;
const others: ChildProcess[] = [];

beforeAll(() => {
  if (!existsSync(cli)) throw new Error('dist/cli.cjs is missing: run `npm run build` first');
});
afterEach(() => {
  for (const child of [server, ...others.splice(0)]) child?.kill('SIGKILL');
});

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

/** A client in a process of its own, with its server, which is told by its process id. */
async function clientWithServer(): Promise<{ client: ChildProcess; server: number }> {
  const client = fork(
    join(import.meta.dirname, 'clientProcess.cjs'),
    ['-r', preload, cli, 'lsp', '--stdio'],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  others.push(client);
  const [said] = (await once(client.stdout as Readable, 'data')) as [Buffer];
  return { client, server: Number(said) };
}

/** What Linux says of a process behind its name: its state first; nothing of one that is gone. */
function statistics(processId: number): readonly string[] {
  try {
    return readFileSync(`/proc/${processId}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** One that has ended and whom nobody has asked how (`Z`) lives no more. */
function isAlive(processId: number): boolean {
  return !['Z', 'X', undefined].includes(statistics(processId)[0]);
}

/** Kills the client; how long its server lives on, in milliseconds. */
async function survival(client: ChildProcess, server: number): Promise<number> {
  const ended = once(client, 'exit');
  client.kill('SIGKILL');
  await ended;
  const killed = performance.now();
  while (isAlive(server)) await pause(20);
  return performance.now() - killed;
}

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
    expect(await answer(child)).toContain('"serverInfo":{"name":"gouji",');
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
    const closed = performance.now();
    child.stdin.end();
    expect(await exitCode(child)).toBe(0);
    console.log(`input closed: gone after ${(performance.now() - closed).toFixed(0)} ms`);
  });

  it.each([
    ['after initialize', [initialize]],
    ['before initialize', []],
  ])('exits 1 after exit without shutdown, %s', async (_name, before) => {
    const child = start();
    for (const message of before) {
      child.stdin.write(message);
      await answer(child);
    }
    child.stdin.write(frame({ jsonrpc: '2.0', method: 'exit' }));
    expect(await exitCode(child)).toBe(1);
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

describe.skipIf(!existsSync('/proc/self/stat'))('a server whose client has been killed', () => {
  it('ends', async () => {
    const { client, server } = await clientWithServer();
    const took = await survival(client, server);
    console.log(`client killed: gone after ${took.toFixed(0)} ms`);
  });

  it('ends though it is in a loop', async () => {
    const { client, server } = await clientWithServer();
    client.send('loop');
    await used(server);
    const took = await survival(client, server);
    console.log(`client killed, server looping: gone after ${took.toFixed(0)} ms`);
  });
});

/** Resolves when a process has used up the time of half a second more: it loops. */
async function used(processId: number): Promise<void> {
  const ticks = () => Number(statistics(processId)[11]) + Number(statistics(processId)[12]);
  const before = ticks();
  while (ticks() < before + 50) await pause(20);
}
