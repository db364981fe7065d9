import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions } from './clientOptions.ts';

/** A client whose server is a process of its own. */
export function newClient(module: string): LanguageClient {
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient(clientId, clientName, { run: server, debug: server }, clientOptions);
}
