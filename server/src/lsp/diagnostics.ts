import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { severityCounts } from '../core/rules/finding.ts';
import { toDiagnostic } from './convert.ts';
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

export function registerDiagnostics({
  connection,
  documents,
  settings,
  client,
  options,
}: Session): Diagnostics {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** With `gouji.run: onSave`, the findings of the last saved version stay until the next. */
  const shown = new Map<string, Report>();
  const pulls = () => client().textDocument?.diagnostic !== undefined;

  connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
    if (settings().run === 'onType') return findings(uri);
    const known = shown.get(uri) ?? findings(uri);
    shown.set(uri, known);
    return known;
  });

  function findings(uri: string): Report {
    const analysis = documents.analysis(uri);
    const items =
      analysis === undefined
        ? []
        : analysis.findings.map((finding) =>
            toDiagnostic(finding, analysis, uri, {
              others: documents.related(uri)?.others,
              showsPages: options().showsPages,
            }),
          );
    sendStatus(uri);
    return { kind: DocumentDiagnosticReportKind.Full, items };
  }

  function publish(uri: string): void {
    const document = documents.get(uri);
    if (document === undefined) return;
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics: findings(uri).items });
  }

  function sendStatus(uri: string): void {
    const document = documents.get(uri);
    const analysis = documents.analysis(uri);
    if (document === undefined || analysis === undefined) return;
    const { report } = analysis;
    const counts = severityCounts(analysis.findings);
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
    void connection.sendNotification(statusNotification, status);
  }

  function askToPull(): void {
    if (client().workspace?.diagnostics?.refreshSupport === true) connection.languages.diagnostics.refresh();
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
      if (!pulls()) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh() {
      shown.clear();
      if (pulls()) askToPull();
      else for (const { uri } of documents.all()) publish(uri);
    },
  };
}
