// A language client as small as can be, so that what is measured is the server.
import { spawn } from 'node:child_process';

/** Starts a server and gives functions to talk to it; answers are awaited by id, notifications by method. */
export function startServer(command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let buffer = Buffer.alloc(0);
  let id = 0;
  const answers = new Map();
  const waiting = new Map();
  child.stdout.on('data', (chunk) => {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end).toString())[1]);
      if (buffer.length < end + 4 + length) return;
      receive(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
      buffer = buffer.subarray(end + 4 + length);
    }
  });
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  function receive(message) {
    if (message.id !== undefined && message.method === undefined) {
      answers.get(message.id)?.(message.result);
      answers.delete(message.id);
    } else if (message.id !== undefined)
      send({ id: message.id, result: message.method === 'workspace/configuration' ? [{}] : null });
    else {
      waiting.get(message.method)?.(message.params);
      waiting.delete(message.method);
    }
  }
  return {
    child,
    notify: (method, params) => send({ method, params }),
    request: (method, params) =>
      new Promise((resolve) => {
        answers.set(++id, resolve);
        send({ id, method, params });
      }),
    next: (method) => new Promise((resolve) => waiting.set(method, resolve)),
    stop: () => child.kill('SIGKILL'),
  };
}

export const capabilities = {
  textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
};
