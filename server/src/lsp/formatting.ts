import type { TextEdit } from 'vscode-languageserver';
import { formatTables } from '../core/features/format.ts';
import type { Span } from '../core/text/span.ts';
import { toTextEdit } from './refactor.ts';
import type { Session } from './session.ts';

export function registerFormatting({ connection, documents, settings }: Session): void {
  const format = (
    uri: string,
    range?: (offset: (position: { line: number; character: number }) => number) => Span,
  ): TextEdit[] => {
    const analysis = documents.analysis(uri);
    if (analysis === undefined) return [];
    const span = range?.((position) => analysis.lines.offset(position));
    return formatTables(analysis, settings().tableLayout, span).map((edit) => toTextEdit(analysis, edit));
  };
  connection.onDocumentFormatting(({ textDocument }) => format(textDocument.uri));
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    format(textDocument.uri, (offset) => ({ start: offset(range.start), end: offset(range.end) })),
  );
}
