import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../dist/cli.cjs');

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A server process that is spoken to in frames, so that anything can be sent to it. */
export interface Wire {
  readonly child: ChildProcessWithoutNullStreams;
  /** Frames any text as the body of a message. */
  sendBody(body: string): void;
  notify(method: string, params: unknown): void;
  /** Rejects when the server ends before it answers. */
  request(method: string, params?: unknown): Promise<Answer>;
  /** The id of the newest request. */
  lastId(): number;
  /** Every error that was answered and every message for a person or a log, as JSON. */
  heard(): readonly string[];
  /** All that was written on stderr. */
  said(): string;
}

/** With arguments for Node.js itself, if any. */
export function startWire(options: readonly string[] = []): Wire {
  const child = spawn(process.execPath, [...options, cli, 'lsp', '--stdio']);
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let received = Buffer.alloc(0);
  let said = '';
  let next = 1;
  const sendBody = (body: string) => {
    const bytes = Buffer.from(body);
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]));
  };
  const heard: string[] = [];
  const take = (message: Answer & { id?: number; method?: string }) => {
    if (message.error !== undefined || /^window\/|^\$\/|^telemetry\//.test(message.method ?? ''))
      heard.push(JSON.stringify(message));
    if (message.method === undefined) waiting.get(message.id ?? -1)?.resolve(message);
    // What the server asks gets an answer, too.
    else if (message.id !== undefined)
      sendBody(JSON.stringify({ jsonrpc: '2.0', id: message.id, result: null }));
  };
  child.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const body = received.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/.exec(received.toString('latin1', 0, body))?.[1]);
      if (body < 4 || received.length < body + length) return;
      take(JSON.parse(received.toString('utf8', body, body + length)));
      received = received.subarray(body + length);
    }
  });
  child.stderr.on('data', (chunk) => (said += chunk));
  child.stdin.on('error', () => undefined);
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the server ended (${code}): ${said}`));
  });
  return {
    child,
    sendBody,
    notify: (method, params) => sendBody(JSON.stringify({ jsonrpc: '2.0', method, params })),
    request(method, params) {
      const id = next++;
      const answer = new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }));
      sendBody(JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) }));
      return answer;
    },
    lastId: () => next - 1,
    heard: () => heard,
    said: () => said,
  };
}
