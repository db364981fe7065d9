import type { CancellationToken, Range, TextEdit } from 'vscode-languageserver';
import { formatTables } from '../core/features/format.ts';
import { toTextEdit } from './edits.ts';
import type { Session } from './session.ts';

export function registerFormatting({ connection, read, settings }: Session): void {
  const format = (uri: string, token: CancellationToken, range?: Range) =>
    read(uri, token, [], (analysis): TextEdit[] => {
      const { lines } = analysis;
      const span = range && { start: lines.offset(range.start), end: lines.offset(range.end) };
      return formatTables(analysis, settings().tableLayout, span).map((edit) => toTextEdit(analysis, edit));
    });
  connection.onDocumentFormatting(({ textDocument }, token) => format(textDocument.uri, token));
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    format(textDocument.uri, token, range),
  );
}
