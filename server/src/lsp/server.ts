import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { triggerCharacters } from '../core/features/completion.ts';
import { fixAllKind, registerCodeActions } from './codeActions.ts';
import { refreshLenses, registerCodeLenses } from './codeLenses.ts';
import { commands, registerCommands } from './commands.ts';
import { registerCompletion } from './completion.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerDocumentSymbols } from './documentSymbols.ts';
import { openDocuments } from './documents.ts';
import { registerExtras } from './extras.ts';
import { registerFormatting } from './formatting.ts';
import { guardedConnection } from './handlers.ts';
import { registerHover } from './hover.ts';
import { registerLinks } from './links.ts';
import { sliceReader } from './reader.ts';
import { relatedReports } from './related.ts';
import type { Session } from './session.ts';
import {
  type ClientOptions,
  readClientOptions,
  readSettings,
  type Settings,
  standardSettings,
} from './settings.ts';

/** What the process around the server can do; a Worker can do nothing of it. */
export interface Host {
  /** The text of a file on this machine; `undefined` when it cannot be read. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** Ends the server when the client's process has gone. */
  readonly watchClient?: (clientProcess: number) => void;
}

/** Wires the core to a connection: documents in, findings and answers out. */
export function serve(bare: Connection, host: Host = {}): void {
  const connection = guardedConnection(bare);
  let settings: Settings = standardSettings;
  let client: ClientCapabilities = {};
  let options: ClientOptions = readClientOptions(undefined);
  const documents = openDocuments(settings);
  const session: Session = {
    connection,
    documents,
    read: sliceReader(documents),
    settings: () => settings,
    client: () => client,
    options: () => options,
  };
  const diagnostics = registerDiagnostics(session);
  const related = relatedReports(session, diagnostics.refresh, host.readFile);
  registerHover(session);
  registerCompletion(session);
  registerCodeActions(session);
  registerCodeLenses(session);
  registerDocumentSymbols(session);
  registerLinks(session);
  registerFormatting(session);
  registerCommands(session);
  registerExtras(session);

  connection.onInitialize(
    ({ capabilities, processId, initializationOptions }: InitializeParams): InitializeResult => {
      client = capabilities;
      options = readClientOptions(initializationOptions);
      // Before anything of the client's is read: whatever comes next might keep this thread for ever.
      if (typeof processId === 'number') host.watchClient?.(processId);
      return { serverInfo: { name: 'gouji', version }, capabilities: capabilitiesFor(capabilities) };
    },
  );

  connection.onInitialized(() => {
    if (!canConfigure()) return;
    // A client that refuses, or that is gone before it answers, leaves the settings as they are.
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'gouji' })
      .then(configure, () => undefined);
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (canConfigure()) void configure();
    else apply(readSettings((sent as { gouji?: unknown } | undefined)?.gouji));
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (typeof uri !== 'string' || typeof text !== 'string')
      return connection.console.warn('didOpen：参数不对，没有打开。');
    documents.open(uri, languageId, Number.isInteger(version) ? version : 0, text);
    diagnostics.opened(uri);
    related.update(uri);
    related.changed(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const result = documents.change(uri, version, contentChanges);
    if (result !== 'made')
      connection.console.warn(`didChange：没有采用（${result}，version ${Number(version)}）。`);
    diagnostics.changed(uri);
    related.update(uri);
    related.changed(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) if (documents.get(uri) === undefined) related.fileChanged(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => diagnostics.saved(uri));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    diagnostics.closed(uri);
    related.closed(uri);
  });

  function canConfigure(): boolean {
    return (
      client.workspace?.configuration === true &&
      client.workspace.didChangeConfiguration?.dynamicRegistration === true
    );
  }

  function configure(): Promise<void> {
    return connection.workspace.getConfiguration('gouji').then(
      (sent: unknown) => apply(readSettings(sent)),
      () => undefined,
    );
  }

  function apply(next: Settings): void {
    settings = next;
    documents.configure(next);
    diagnostics.refresh();
    refreshLenses(session);
  }

  connection.listen();
}

function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  const pulls = client.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(pulls
      ? {
          diagnosticProvider: {
            identifier: 'gouji',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...triggerCharacters] },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', fixAllKind] },
    codeLensProvider: {},
    inlayHintProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    executeCommandProvider: { commands: Object.values(commands) },
  };
}
