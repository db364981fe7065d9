import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { toDiagnostic } from './convert.ts';
import { openDocuments } from './documents.ts';
import { type DocumentParams, documentRequest, type StatusParams, statusNotification } from './protocol.ts';
import { readSettings, type Settings, standardSettings } from './settings.ts';
import { virtualDocument } from './virtualDocument.ts';

/** Pushed findings follow the last keystroke after this pause, in milliseconds; pulled ones follow at once. */
const pause = 150;

/** What the process around the server can do; a Worker can do nothing of it. */
export interface Host {
  /** Ends the server when the client's process has gone. */
  readonly watchClient?: (clientProcess: number) => void;
}

/** Wires the core to a connection: documents in, findings out. */
export function serve(connection: Connection, host: Host = {}): void {
  let settings: Settings = standardSettings;
  let pulls = false;
  let configurable = false;
  let refreshable = false;
  const documents = openDocuments(settings);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** With `gouji.run: onSave`, the findings of the last saved version stay until the next. */
  const shown = new Map<string, DocumentDiagnosticReport & { kind: 'full' }>();

  connection.onInitialize(({ capabilities, processId }: InitializeParams): InitializeResult => {
    // The watchdog's own thread is not worth waiting for at start-up.
    if (typeof processId === 'number') setTimeout(() => host.watchClient?.(processId), 1000).unref?.();
    pulls = capabilities.textDocument?.diagnostic !== undefined;
    configurable =
      capabilities.workspace?.configuration === true &&
      capabilities.workspace.didChangeConfiguration?.dynamicRegistration === true;
    refreshable = capabilities.workspace?.diagnostics?.refreshSupport === true;
    return {
      serverInfo: { name: 'gouji' },
      capabilities: {
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
      },
    };
  });

  connection.onInitialized(() => {
    if (!configurable) return;
    // A client that refuses, or that is gone before it answers, leaves the settings as they are.
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'gouji' })
      .then(configure, () => undefined);
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (configurable) void configure();
    else apply(readSettings((sent as { gouji?: unknown } | undefined)?.gouji));
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
    if (!pulls) publish(textDocument.uri);
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    documents.change(textDocument.uri, textDocument.version, contentChanges);
    if (!pulls && settings.run === 'onType') schedule(textDocument.uri);
  });

  connection.onDidSaveTextDocument(({ textDocument }) => {
    if (settings.run === 'onType') return;
    shown.delete(textDocument.uri);
    if (pulls) refresh();
    else publish(textDocument.uri);
  });

  connection.onDidCloseTextDocument(({ textDocument }) => {
    clearTimeout(timers.get(textDocument.uri));
    timers.delete(textDocument.uri);
    shown.delete(textDocument.uri);
    documents.close(textDocument.uri);
    connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(({ textDocument }) => {
    if (settings.run === 'onType') return findings(textDocument.uri);
    const known = shown.get(textDocument.uri) ?? findings(textDocument.uri);
    shown.set(textDocument.uri, known);
    return known;
  });

  connection.onRequest(documentRequest, ({ path }: DocumentParams) => virtualDocument(path));

  function findings(uri: string): DocumentDiagnosticReport & { kind: 'full' } {
    const analysis = documents.analysis(uri);
    const items =
      analysis === undefined ? [] : analysis.findings.map((finding) => toDiagnostic(finding, analysis, uri));
    sendStatus(uri);
    return { kind: DocumentDiagnosticReportKind.Full, items };
  }

  function publish(uri: string): void {
    const document = documents.get(uri);
    if (document === undefined) return;
    connection.sendDiagnostics({ uri, version: document.version, diagnostics: findings(uri).items });
  }

  function schedule(uri: string): void {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => publish(uri), pause),
    );
  }

  function sendStatus(uri: string): void {
    const document = documents.get(uri);
    const analysis = documents.analysis(uri);
    if (document === undefined || analysis === undefined) return;
    const { report } = analysis;
    const count = (severity: string) =>
      analysis.findings.filter((finding) => finding.severity === severity).length;
    const status: StatusParams = {
      uri,
      version: document.version,
      isReport: report !== undefined,
      ...(report?.year === undefined ? {} : { year: report.year.value }),
      ...(report?.organ === undefined ? {} : { organ: report.organ.value }),
      ...(report === undefined ? {} : { form: report.form.version }),
      errors: count('error'),
      warnings: count('warning'),
      information: count('information'),
      hints: count('hint'),
    };
    connection.sendNotification(statusNotification, status);
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
    shown.clear();
    if (pulls) refresh();
    else for (const { uri } of documents.all()) publish(uri);
  }

  function refresh(): void {
    if (refreshable) connection.languages.diagnostics.refresh();
  }

  connection.listen();
}
