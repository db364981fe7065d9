import {
  type CodeLens,
  CodeLensRefreshRequest,
  type Command,
  type InlayHint,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import { hints } from '../core/features/hints.ts';
import { type Lens, lenses } from '../core/features/lenses.ts';
import { commands } from './commands.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

export function registerCodeLenses({ connection, read, settings, client, options }: Session): void {
  connection.onCodeLens(({ textDocument: { uri } }, token) => {
    if (!settings().codeLens) return [];
    const edits = client().workspace?.applyEdit === true;
    return read(uri, token, [], (analysis): CodeLens[] =>
      lenses(analysis)
        .filter(({ action }) => edits || action.kind !== 'refactor')
        .map((lens) => ({
          range: toRange(analysis, lens.span),
          command: commandOf(lens, uri, options().commands),
        })),
    );
  });
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) => {
    if (!settings().inlayHints) return [];
    return read(uri, token, [], (analysis): InlayHint[] =>
      hints(analysis)
        .map(({ offset, label }) => ({ position: analysis.lines.position(offset), label, paddingLeft: true }))
        .filter(({ position }) => position.line >= range.start.line && position.line <= range.end.line),
    );
  });
}

/** Lenses and hints follow the settings at once, where the client can be told. */
export function refreshLenses({ connection, client }: Session): void {
  const { codeLens, inlayHint } = client().workspace ?? {};
  // A client that goes before it answers needs no lenses.
  const ask = (type: typeof CodeLensRefreshRequest.type) =>
    connection.sendRequest(type).catch(() => undefined);
  if (codeLens?.refreshSupport === true) void ask(CodeLensRefreshRequest.type);
  if (inlayHint?.refreshSupport === true) void ask(InlayHintRefreshRequest.type);
}

function commandOf({ title, action }: Lens, uri: string, clientsOwn: readonly string[]): Command {
  if (action.kind === 'refactor')
    return { title, command: commands.refactor, arguments: [uri, action.id, action.table] };
  return { title, command: clientsOwn.includes('gouji.showProblems') ? 'gouji.showProblems' : '' };
}
