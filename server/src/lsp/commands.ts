import {
  type CancellationToken,
  MessageType,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { refactoringsAt } from '../core/features/actions.ts';
import { ignoreEdit } from '../core/features/ignoring.ts';
import { type Refactoring, refactorings } from '../core/features/refactorings.ts';
import { confirmedEdit, workspaceEdit } from './edits.ts';
import type { PlainPosition } from './protocol.ts';
import type { Session } from './session.ts';

/** The commands of the server: of lenses, of actions, and of the client's own commands. */
export const commands = {
  /** Address of the document, refactoring, then table or position. */
  refactor: 'gouji.server.refactor',
  /** Of an action whose changes our own client asks about: its title, its edit. */
  apply: 'gouji.server.apply',
  /** When our own client has asked for the reason: address, rule, where the finding starts, reason. */
  ignore: 'gouji.server.ignore',
} as const;

export function registerCommands(session: Session): void {
  const { connection } = session;
  connection.onExecuteCommand(async ({ command, arguments: values = [] }, token) => {
    switch (command) {
      case commands.refactor:
        await refactor(session, token, ...(values as [string?, string?, (string | PlainPosition)?]));
        break;
      case commands.apply: {
        const [label, edit] = values as [string, WorkspaceEdit];
        await connection.workspace.applyEdit({ label, edit });
        break;
      }
      case commands.ignore:
        await ignore(session, token, ...(values as [string, string, PlainPosition, string]));
        break;
    }
    return null;
  });
}

async function refactor(
  session: Session,
  token: CancellationToken,
  uri?: string,
  id?: string,
  where?: string | PlainPosition,
): Promise<void> {
  if (uri === undefined) return;
  const asked = await session.read(uri, token, undefined, (analysis) => ({
    analysis,
    found: candidates(analysis, where).find((refactoring) => refactoring.id === id),
  }));
  if (asked === undefined) return;
  const { analysis, found } = asked;
  if (found === undefined) say(session, '这里没有需要改动的地方。');
  else await apply(session, uri, analysis, found.title, confirmedEdit(session, uri, analysis, found.changes));
}

async function ignore(
  session: Session,
  token: CancellationToken,
  uri: string,
  rule: string,
  where: PlainPosition,
  reason: string,
): Promise<void> {
  const asked = await session.read(uri, token, undefined, (analysis) => {
    const start = analysis.lines.offset(where);
    const finding = analysis.findings.find((one) => one.rule === rule && one.span.start === start);
    return { analysis, edit: finding && ignoreEdit(analysis, finding, reason) };
  });
  if (asked === undefined) return;
  const { analysis, edit } = asked;
  if (edit === undefined) sayMoved(session);
  else await apply(session, uri, analysis, '忽略这处问题', workspaceEdit(session, uri, analysis, [edit]));
}

async function apply(
  session: Session,
  uri: string,
  analysis: Analysis,
  label: string,
  edit: WorkspaceEdit,
): Promise<void> {
  const { applied } = await session.connection.workspace.applyEdit({ label, edit });
  // A person who does not confirm has been asked; a draft that has moved on has to be looked at again.
  if (!applied && session.documents.analysis(uri) !== analysis) sayMoved(session);
}

function sayMoved(session: Session): void {
  say(session, '年报刚刚改动过，这次没有改。请再试一次。');
}

/** A notification: a client need not answer it. */
function say({ connection }: Session, message: string): void {
  connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message })
    .catch(() => undefined);
}

function candidates(
  analysis: Analysis,
  where: string | PlainPosition | null | undefined,
): readonly Refactoring[] {
  if (typeof where === 'object' && where !== null)
    return refactoringsAt(analysis, analysis.lines.offset(where));
  return (analysis.report?.tables ?? [])
    .filter((table) => (where ?? table.id) === table.id)
    .flatMap((table) => refactorings(analysis, table));
}
