import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from './clientOptions.ts';

/** A client whose server is a Worker, or runs beside it. */
export function newClient(script: vscode.Uri): LanguageClient {
  let worker: Worker | undefined;
  const server = async () => {
    worker?.terminate();
    worker = await startWorker(script);
    if (worker !== undefined) return transports(worker);
    client.info('这里不能另开线程，检查程序与扩展在同一线程里运行。', undefined, false);
    return startInProcess(script);
  };
  const client = new LanguageClient(clientId, clientName, server, clientOptions);
  return client;
}

/** The server in a Worker; `undefined` where the host refuses one (an extension installed on a server). */
function startWorker(script: vscode.Uri): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(script.toString(true), { name: 'gouji' });
      worker.onerror = () => resolve(undefined);
      worker.onmessage = () => {
        worker.onmessage = null;
        resolve(worker);
      };
    } catch {
      resolve(undefined);
    }
  });
}

/** The server in this thread, at the other end of a MessageChannel. */
async function startInProcess(script: vscode.Uri): Promise<MessageTransports> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
  const server = new Function(`${source};return goujiServer;`)() as { start(port: MessagePort): void };
  const { port1, port2 } = new MessageChannel();
  server.start(port2);
  port1.start();
  port2.start();
  return transports(port1);
}

// The client makes these of a Worker itself, but VS Code's web host has a Worker class of its own, which it does
// not recognise.
function transports(port: Worker | MessagePort): MessageTransports {
  return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
}
