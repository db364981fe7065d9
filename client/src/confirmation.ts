import * as vscode from 'vscode';
import type { ApplyWorkspaceEditParams, Middleware, TextEdit, WorkspaceEdit } from 'vscode-languageclient';

type HandleApplyEdit = NonNullable<NonNullable<Middleware['workspace']>['handleApplyEdit']>;

/** Changes of one label, which a person takes or leaves together. */
interface Choice extends vscode.QuickPickItem {
  readonly annotations: readonly string[];
}

/**
 * Shows the changes that ask to be confirmed, `old → new`, all of them ticked, and applies those that stay so.
 * Escape leaves everything as it was.
 */
export const confirmChanges: HandleApplyEdit = async (params, apply) => {
  const next = apply as (params: ApplyWorkspaceEditParams) => ReturnType<typeof apply>;
  const choices = choicesOf(params.edit);
  if (choices.length === 0) return next(params);
  const wanted = await vscode.window.showQuickPick(choices, {
    canPickMany: true,
    title: params.label ?? '改动',
    placeHolder: '不要改的，去掉勾选；按回车键改，按 Esc 键不改',
    ignoreFocusOut: true,
  });
  if (wanted === undefined) return { applied: false };
  const annotations = new Set(wanted.flatMap((choice) => choice.annotations));
  return next({ ...params, edit: restricted(params.edit, annotations) });
};

function choicesOf({ changeAnnotations = {} }: WorkspaceEdit): Choice[] {
  const byLabel = new Map<string, string[]>();
  for (const [id, { label, needsConfirmation }] of Object.entries(changeAnnotations))
    if (needsConfirmation === true) byLabel.set(label, [...(byLabel.get(label) ?? []), id]);
  return [...byLabel].map(([label, annotations]) => ({
    label,
    annotations,
    picked: true,
    ...(annotations.length > 1 ? { description: `${annotations.length} 处` } : {}),
  }));
}

/** Without the edits that are not wanted; the others need no confirmation any more. */
function restricted(edit: WorkspaceEdit, wanted: ReadonlySet<string>): WorkspaceEdit {
  const documentChanges = edit.documentChanges?.map((change) =>
    'edits' in change
      ? {
          ...change,
          edits: change.edits.flatMap((one) => {
            if (!('annotationId' in one) || !('newText' in one)) return [one];
            const { annotationId, ...plain } = one;
            return wanted.has(annotationId) ? [plain satisfies TextEdit] : [];
          }),
        }
      : change,
  );
  return documentChanges === undefined ? {} : { documentChanges };
}
