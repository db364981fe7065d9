import { type Duplex, PassThrough, type Readable } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  ProposedFeatures,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { guardedReader } from '../../server/src/lsp/guard.ts';
import { type StatusParams, statusNotification } from '../../server/src/lsp/protocol.ts';
import { serve } from '../../server/src/lsp/server.ts';

/** A client connected to a server in the same process, over real frames. */
export interface Session {
  readonly client: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[];
  readonly statuses: StatusParams[];
  /** What the client would answer for the section `gouji`. */
  settings: unknown;
  open(uri: string, text: string, version?: number): Promise<void>;
  change(
    uri: string,
    version: number,
    changes: readonly ({ range: Range; text: string } | { text: string })[],
  ): Promise<void>;
  close(uri: string): Promise<void>;
  pull(uri: string): Promise<readonly Diagnostic[]>;
  /** Resolves when `ready` holds, looking again after every notification from the server. */
  until<T>(ready: () => T | undefined): Promise<T>;
  /** Shuts down in good order, unless the test already has. */
  end(): Promise<void>;
}

export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};

export const pushed: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true } },
};

/** Starts a session; without capabilities the client has not been initialised yet. */
export async function session(
  capabilities?: ClientCapabilities,
  settings?: unknown,
  initializationOptions?: unknown,
  // What comes from the client goes through these, one after another.
  ...wires: readonly Duplex[]
): Promise<Session> {
  const toServer = new PassThrough();
  const received = wires.reduce<Readable>((stream, wire) => stream.pipe(wire), toServer);
  const toClient = new PassThrough();
  const writer = new StreamMessageWriter(toClient);
  const server = createConnection(
    ProposedFeatures.all,
    guardedReader(new StreamMessageReader(received), writer),
    writer,
  );
  serve(server);
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const published: PublishDiagnosticsParams[] = [];
  const statuses: StatusParams[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    wake();
  });
  client.onNotification(statusNotification, (params: StatusParams) => {
    statuses.push(params);
    wake();
  });
  client.onRequest('client/registerCapability', () => undefined);
  client.onRequest('workspace/configuration', () => [state.settings]);
  client.onRequest('workspace/diagnostic/refresh', () => undefined);
  client.listen();
  const state: Session = {
    client,
    published,
    statuses,
    settings,
    open: (uri, text, version = 1) =>
      client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version, text },
      }),
    change: (uri, version, contentChanges) =>
      client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [...contentChanges],
      }),
    close: (uri) => client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    async pull(uri) {
      const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' ? report.items : [];
    },
    until: <T>(ready: () => T | undefined) =>
      new Promise<T>((resolve) => {
        const look = () => {
          const value = ready();
          if (value === undefined) return;
          waiting.delete(look);
          resolve(value);
        };
        waiting.add(look);
        look();
      }),
    end: async () => {
      await client.sendRequest(ShutdownRequest.type).catch(() => undefined);
      client.dispose();
      server.dispose();
    },
  };
  if (capabilities !== undefined) {
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    await client.sendNotification(InitializedNotification.type, {});
  }
  return state;
}
