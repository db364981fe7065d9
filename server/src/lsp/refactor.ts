import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { refactoringsAt } from '../core/features/actions.ts';
import { type Refactoring, refactorings } from '../core/features/refactorings.ts';
import type { Edit } from '../core/rules/finding.ts';
import { anchorRange } from './convert.ts';
import type { Session } from './session.ts';

/** Run by lenses and by the client's own commands: uri, refactoring, then table or position. */
export const refactorCommand = 'gouji.server.refactor';

export function registerRefactor(session: Session): void {
  const { connection, documents } = session;
  connection.onExecuteCommand(async ({ command, arguments: values = [] }) => {
    const [uri, id, where] = values as [string?, string?, (string | { line: number; character: number })?];
    const analysis = command !== refactorCommand || uri === undefined ? undefined : documents.analysis(uri);
    if (analysis === undefined || uri === undefined) return null;
    const found = candidates(analysis, where).find((refactoring) => refactoring.id === id);
    if (found === undefined) {
      connection.window.showInformationMessage('这里没有需要改动的地方。');
      return null;
    }
    await connection.workspace.applyEdit({
      label: found.title,
      edit: annotatedEdit(session, uri, analysis, found),
    });
    return null;
  });
}

/** An edit of one version of one document; changes of many places carry labels and ask to be confirmed, where the client can. */
export function annotatedEdit(
  { client, documents }: Session,
  uri: string,
  analysis: Analysis,
  refactoring: Refactoring,
): WorkspaceEdit {
  const support = client().workspace?.workspaceEdit;
  const plain = workspaceEdit(uri, documents.get(uri)?.version ?? null, analysis, refactoring.edits);
  if (
    support?.changeAnnotationSupport === undefined ||
    support.documentChanges !== true ||
    refactoring.changes.length < 2
  )
    return plain;
  const edits = refactoring.changes.map(
    ({ edit }, index): AnnotatedTextEdit => ({ ...toTextEdit(analysis, edit), annotationId: String(index) }),
  );
  return {
    documentChanges: [{ textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits }],
    changeAnnotations: Object.fromEntries(
      refactoring.changes.map(({ label }, index) => [String(index), { label, needsConfirmation: true }]),
    ),
  };
}

export function workspaceEdit(
  uri: string,
  version: number | null,
  analysis: Analysis,
  edits: readonly Edit[],
): WorkspaceEdit {
  return {
    documentChanges: [
      { textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(analysis, edit)) },
    ],
  };
}

export function toTextEdit(analysis: Analysis, { anchor, newText }: Edit): TextEdit {
  return { range: anchorRange(analysis, anchor), newText };
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
