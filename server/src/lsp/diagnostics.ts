import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { severityCounts } from '../core/rules/finding.ts';
import { toDiagnostic } from './convert.ts';
import { inBackground } from './handlers.ts';
import { type StatusParams, statusNotification } from './protocol.ts';
import type { Session } from './session.ts';

/** Pushed findings follow the last keystroke after this pause, in milliseconds; pulled ones follow at once. */
const pause = 150;

/** The findings of the open documents, pulled by the client or pushed to it. */
export interface Diagnostics {
  opened(uri: string): void;
  changed(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** Settings or other files have changed: everything is to be looked at again. */
  refresh(): void;
}

type Report = DocumentDiagnosticReport & { kind: 'full' };

const firstLine = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };

/** A client would take "content modified" for "nothing found"; told so, it pulls again. */
function askAgain(error: unknown): never {
  const isOvertaken = error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
  throw isOvertaken
    ? new ResponseError(LSPErrorCodes.ServerCancelled, error.message, { retriggerRequest: true })
    : error;
}

export function registerDiagnostics({
  connection,
  documents,
  read,
  settings,
  client,
  options,
}: Session): Diagnostics {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /**
   * With `gouji.run: onSave`, what a client has pulled stays until the next save: told that nothing is new, an
   * editor moves the findings with the text. The names of what was pulled.
   */
  const shown = new Map<string, string>();
  let pulled = 0;
  const pulls = () => client().textDocument?.diagnostic !== undefined;

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    if (settings().run === 'onType') return findings(uri, token).catch(askAgain);
    const known = shown.get(uri);
    if (known !== undefined && known === previousResultId)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known };
    const resultId = String(++pulled);
    shown.set(uri, resultId);
    return { ...(await findings(uri, token).catch(askAgain)), resultId };
  });

  async function findings(uri: string, token?: CancellationToken): Promise<Report> {
    const found = await read(uri, token, undefined, (analysis) => ({
      analysis,
      items: analysis.findings.map((finding) =>
        toDiagnostic(finding, analysis, uri, {
          others: documents.related(uri)?.others,
          showsPages: options().showsPages,
        }),
      ),
    }));
    sendStatus(uri, found?.analysis);
    return { kind: DocumentDiagnosticReportKind.Full, items: found?.items ?? unchecked(uri) };
  }

  /** Why nothing is found in a document that is not checked. */
  function unchecked(uri: string): Diagnostic[] {
    const message = documents.get(uri)?.refusal;
    return message === undefined
      ? []
      : [{ range: firstLine, severity: DiagnosticSeverity.Warning, source: '勾稽', message }];
  }

  function publish(uri: string): void {
    void inBackground(connection, 'publishDiagnostics', async () => {
      if (documents.get(uri) === undefined) return;
      const { items } = await findings(uri);
      const document = documents.get(uri);
      if (document !== undefined)
        await connection.sendDiagnostics({ uri, version: document.version, diagnostics: items });
    });
  }

  function sendStatus(uri: string, analysis: Analysis | undefined): void {
    const document = documents.get(uri);
    if (document === undefined) return;
    const report = analysis?.report;
    const counts = severityCounts(analysis?.findings ?? []);
    const status: StatusParams = {
      uri,
      version: document.version,
      isReport: report !== undefined,
      ...(report?.year === undefined ? {} : { year: report.year.value }),
      ...(report?.organ === undefined ? {} : { organ: report.organ.value }),
      ...(report === undefined ? {} : { form: report.form.version }),
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
    };
    void inBackground(connection, statusNotification, () =>
      connection.sendNotification(statusNotification, status),
    );
  }

  function askToPull(): void {
    if (client().workspace?.diagnostics?.refreshSupport === true)
      void inBackground(connection, 'refresh', () => connection.languages.diagnostics.refresh());
  }

  return {
    opened(uri) {
      if (!pulls()) publish(uri);
    },
    changed(uri) {
      if (pulls() || settings().run === 'onSave') return;
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => publish(uri), pause),
      );
    },
    saved(uri) {
      if (settings().run === 'onType') return;
      shown.delete(uri);
      if (pulls()) askToPull();
      else publish(uri);
    },
    closed(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      shown.delete(uri);
      if (!pulls())
        void inBackground(connection, 'publishDiagnostics', () =>
          connection.sendDiagnostics({ uri, diagnostics: [] }),
        );
    },
    refresh() {
      shown.clear();
      if (pulls()) askToPull();
      else for (const { uri } of documents.all()) publish(uri);
    },
  };
}
