import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { quickFixes, refactoringsAt, safeEdits } from '../core/features/actions.ts';
import { describeChange } from '../core/features/changes.ts';
import type { Span } from '../core/text/span.ts';
import { confirmedEdit, workspaceEdit } from './refactor.ts';
import type { Session } from './session.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.gouji`;

/** The actions at a range, as far as the client asks for them. */
export function registerCodeActions(session: Session): void {
  const { connection, read } = session;
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => {
    const { only } = context;
    const wanted = (kind: string) => only === undefined || only.some((one) => includes(one, kind));
    return read(uri, token, [], (analysis): CodeAction[] => {
      const span = { start: analysis.lines.offset(range.start), end: analysis.lines.offset(range.end) };
      return [
        ...(wanted(CodeActionKind.QuickFix) ? fixActions(session, uri, analysis, span, context) : []),
        ...(wanted(CodeActionKind.RefactorRewrite) ? rewriteActions(session, uri, analysis, span.start) : []),
        // Only when asked for by name: on save, or from the source menu.
        ...(only !== undefined && wanted(fixAllKind) ? fixAllActions(session, uri, analysis, context) : []),
      ];
    });
  });
}

/** `source` includes `source.fixAll.gouji`; the empty kind includes everything. */
function includes(kind: string, other: string): boolean {
  return kind === '' || other === kind || other.startsWith(`${kind}.`);
}

function fixActions(
  session: Session,
  uri: string,
  analysis: Analysis,
  span: Span,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  return quickFixes(analysis, span).map(({ finding, fix }) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.preferred === true,
    diagnostics: diagnostics.filter(
      ({ code, message }) => code === finding.rule && message === finding.message,
    ),
    edit: confirmedEdit(
      session,
      uri,
      analysis,
      fix.edits.map((edit) => describeChange(analysis, edit)),
    ),
  }));
}

function rewriteActions(session: Session, uri: string, analysis: Analysis, offset: number): CodeAction[] {
  return refactoringsAt(analysis, offset).map(({ title, changes }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    edit: confirmedEdit(session, uri, analysis, changes),
  }));
}

/** On save nobody is asked; a person who chooses it sees each change first. */
function fixAllActions(
  session: Session,
  uri: string,
  analysis: Analysis,
  { triggerKind }: CodeActionContext,
): CodeAction[] {
  const edits = safeEdits(analysis);
  if (edits.length === 0) return [];
  const edit =
    triggerKind === CodeActionTriggerKind.Automatic
      ? workspaceEdit(session, uri, analysis, edits)
      : confirmedEdit(
          session,
          uri,
          analysis,
          edits.map((one) => describeChange(analysis, one)),
        );
  return [{ title: '修正全部可以安全修正的问题', kind: fixAllKind, edit }];
}
