import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { quickFixes, refactoringsAt, safeEdits } from '../core/features/actions.ts';
import { annotatedEdit, workspaceEdit } from './refactor.ts';
import type { Session } from './session.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.gouji`;

export function registerCodeActions(session: Session): void {
  const { connection, documents } = session;
  connection.onCodeAction(({ textDocument, range, context }): CodeAction[] => {
    const { uri } = textDocument;
    const analysis = documents.analysis(uri);
    if (analysis === undefined) return [];
    const version = documents.get(uri)?.version ?? null;
    const wanted = (kind: string) =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const span = { start: analysis.lines.offset(range.start), end: analysis.lines.offset(range.end) };
    const actions: CodeAction[] = [];
    if (wanted(CodeActionKind.QuickFix)) {
      for (const { finding, fix } of quickFixes(analysis, span)) {
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          isPreferred: fix.preferred === true,
          diagnostics: context.diagnostics.filter(
            (diagnostic: Diagnostic) =>
              diagnostic.code === finding.rule && diagnostic.message === finding.message,
          ),
          edit: workspaceEdit(uri, version, analysis, fix.edits),
        });
      }
    }
    if (wanted(CodeActionKind.RefactorRewrite)) {
      for (const refactoring of refactoringsAt(analysis, span.start)) {
        actions.push({
          title: refactoring.title,
          kind: CodeActionKind.RefactorRewrite,
          edit: annotatedEdit(session, uri, analysis, refactoring),
        });
      }
    }
    // Only when asked for by name: on save, or from the source menu.
    if (context.only?.some((only) => fixAllKind === only || fixAllKind.startsWith(`${only}.`)) === true) {
      const edits = safeEdits(analysis);
      if (edits.length > 0)
        actions.push({
          title: '修正全部可以安全修正的问题',
          kind: fixAllKind,
          edit: workspaceEdit(uri, version, analysis, edits),
        });
    }
    return actions;
  });
}
