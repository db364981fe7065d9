import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import type { Reader } from './reader.ts';
import type { ClientOptions, Settings } from './settings.ts';

/** What every request handler works with. */
export interface Session {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly read: Reader;
  readonly settings: () => Settings;
  /** What the client said it can do; empty before it has. */
  readonly client: () => ClientCapabilities;
  readonly options: () => ClientOptions;
}
