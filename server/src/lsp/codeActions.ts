import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { findingsIn, quickFixes, refactoringsAt, safeEdits } from '../core/features/actions.ts';
import { describeChange } from '../core/features/changes.ts';
import { ignoreEdit } from '../core/features/ignoring.ts';
import type { PlacedFinding } from '../core/rules/finding.ts';
import type { Span } from '../core/text/span.ts';
import { commands } from './commands.ts';
import { toRange } from './convert.ts';
import { confirmedEdit, workspaceEdit } from './edits.ts';
import type { Session } from './session.ts';

/** Our own client's command that asks for the reason. */
const ignoreCommand = 'gouji.ignore';

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
        ...(wanted(CodeActionKind.QuickFix)
          ? [
              ...fixActions(session, uri, analysis, span, context),
              ...ignoreActions(session, uri, analysis, span, context),
            ]
          : []),
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
    diagnostics: ofFinding(diagnostics, finding),
    ...offered(
      session,
      fix.title,
      confirmedEdit(
        session,
        uri,
        analysis,
        fix.edits.map((edit) => describeChange(analysis, edit)),
      ),
    ),
  }));
}

/** The last resort, below the repairs: a comment with a reason, which our own client asks for. */
function ignoreActions(
  session: Session,
  uri: string,
  analysis: Analysis,
  span: Span,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  const asks = session.options().commands.includes(ignoreCommand);
  return findingsIn(analysis, span).flatMap((finding) => {
    const edit = ignoreEdit(analysis, finding, '');
    if (edit === undefined) return [];
    const title = `忽略这处问题（${finding.rule}）${asks ? '，写明理由…' : '，理由请写在注释里'}`;
    const { start } = toRange(analysis, finding.span);
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: ofFinding(diagnostics, finding),
        ...(asks
          ? { command: { title, command: ignoreCommand, arguments: [uri, finding.rule, start] } }
          : { edit: workspaceEdit(session, uri, analysis, [edit]) }),
      },
    ];
  });
}

function ofFinding(diagnostics: readonly Diagnostic[], { rule, message }: PlacedFinding): Diagnostic[] {
  return diagnostics.filter((one) => one.code === rule && one.message === message);
}

/** What an action does. VS Code shows changes that ask to be confirmed unticked; our own client asks better. */
function offered({ options }: Session, title: string, edit: WorkspaceEdit): Partial<CodeAction> {
  return edit.changeAnnotations !== undefined && options().confirmsChanges
    ? { command: { title, command: commands.apply, arguments: [title, edit] } }
    : { edit };
}

function rewriteActions(session: Session, uri: string, analysis: Analysis, offset: number): CodeAction[] {
  return refactoringsAt(analysis, offset).map(({ title, changes }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    ...offered(session, title, confirmedEdit(session, uri, analysis, changes)),
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
  const title = '修正全部可以安全修正的问题';
  return [{ title, kind: fixAllKind, ...offered(session, title, edit) }];
}
