import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { guardedReader } from './lsp/guard.ts';
import { serve } from './lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Serves on one end of a MessageChannel, in the caller's own thread: for hosts that refuse a Worker. */
export function start(port: MessagePort | DedicatedWorkerGlobalScope): void {
  const writer = new BrowserMessageWriter(port);
  serve(createConnection(guardedReader(new BrowserMessageReader(port), writer), writer));
}

// The client names its Worker, and VS Code puts a name of its own before it; evaluated anywhere else, this
// file only offers `start`.
if (typeof DedicatedWorkerGlobalScope !== 'undefined' && self.name.endsWith('gouji')) {
  // Tells the client that the host did not refuse the Worker; the protocol begins after it.
  self.postMessage('gouji: ready');
  start(self);
}
