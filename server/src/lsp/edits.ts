import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { placedEdit } from '../core/edits.ts';
import type { Change } from '../core/features/changes.ts';
import type { Edit } from '../core/rules/finding.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

/** Changes of several places carry their labels and ask to be confirmed, where the client can. */
export function confirmedEdit(
  session: Session,
  uri: string,
  analysis: Analysis,
  changes: readonly Change[],
): WorkspaceEdit {
  const support = session.client().workspace?.workspaceEdit;
  const edits = changes.map(({ edit }) => edit);
  if (
    changes.length < 2 ||
    support?.documentChanges !== true ||
    support.changeAnnotationSupport === undefined
  )
    return workspaceEdit(session, uri, analysis, edits);
  return {
    documentChanges: [
      {
        textDocument: { uri, version: session.documents.get(uri)?.version ?? null },
        edits: edits.map((edit, index) => ({
          ...toTextEdit(analysis, edit),
          annotationId: String(index),
        })),
      },
    ],
    changeAnnotations: Object.fromEntries(
      changes.map(({ label }, index) => [String(index), { label, needsConfirmation: true }]),
    ),
  };
}

/** An edit of one version of one document; without the version for a client that takes none. */
export function workspaceEdit(
  { client, documents }: Session,
  uri: string,
  analysis: Analysis,
  edits: readonly Edit[],
): WorkspaceEdit {
  const textEdits = edits.map((edit) => toTextEdit(analysis, edit));
  if (client().workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: textEdits } };
  return {
    documentChanges: [
      { textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits: textEdits },
    ],
  };
}

export function toTextEdit(analysis: Analysis, edit: Edit): TextEdit {
  const { span, newText } = placedEdit(analysis, edit);
  return { range: toRange(analysis, span), newText };
}
