import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type Analysis, writtenText } from '../core/analysis.ts';
import { refactoringsAt } from '../core/features/actions.ts';
import type { Change } from '../core/features/changes.ts';
import { type Refactoring, refactorings } from '../core/features/refactorings.ts';
import type { Edit } from '../core/rules/finding.ts';
import { anchorRange } from './convert.ts';
import type { Session } from './session.ts';

/** Run by lenses and by the client's own commands: uri, refactoring, then table or position. */
export const refactorCommand = 'gouji.server.refactor';

export function registerRefactor(session: Session): void {
  const { connection, documents, read } = session;
  connection.onExecuteCommand(async ({ command, arguments: values = [] }, token) => {
    const [uri, id, where] = values as [string?, string?, (string | { line: number; character: number })?];
    if (command !== refactorCommand || uri === undefined) return null;
    const asked = await read(uri, token, undefined, (analysis) => ({
      analysis,
      found: candidates(analysis, where).find((refactoring) => refactoring.id === id),
    }));
    if (asked === undefined) return null;
    const { analysis, found } = asked;
    if (found === undefined) {
      connection.window.showInformationMessage('这里没有需要改动的地方。');
      return null;
    }
    const { applied } = await connection.workspace.applyEdit({
      label: found.title,
      edit: confirmedEdit(session, uri, analysis, found.changes),
    });
    // A person who does not confirm has been asked; a draft that has moved on has to be looked at again.
    if (!applied && documents.analysis(uri) !== analysis)
      connection.window.showInformationMessage('年报刚刚改动过，这次没有改。请再试一次。');
    return null;
  });
}

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
  return { range: anchorRange(analysis, edit.anchor), newText: writtenText(analysis, edit) };
}

function candidates(
  analysis: Analysis,
  where: string | { line: number; character: number } | undefined,
): readonly Refactoring[] {
  if (typeof where === 'object') return refactoringsAt(analysis, analysis.lines.offset(where));
  return (analysis.report?.tables ?? [])
    .filter((table) => where === undefined || table.id === where)
    .flatMap((table) => refactorings(analysis, table));
}
