import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { folds, type OutlineEntry, symbols } from '../core/features/symbols.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

const kinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  section: SymbolKind.Module,
  table: SymbolKind.Array,
  row: SymbolKind.Field,
};

export function registerDocumentSymbols({ connection, read }: Session): void {
  connection.onDocumentSymbol(({ textDocument }, token) =>
    read(textDocument.uri, token, [], (analysis): DocumentSymbol[] =>
      symbols(analysis).map((symbol) => toSymbol(analysis, symbol)),
    ),
  );
  connection.onFoldingRanges(({ textDocument }, token) =>
    read(textDocument.uri, token, [], (analysis): FoldingRange[] =>
      folds(analysis)
        .map((span) => toRange(analysis, span))
        .filter(({ start, end }) => end.line > start.line)
        .map(({ start, end }) => ({ startLine: start.line, endLine: end.line })),
    ),
  );
}

function toSymbol(analysis: Analysis, symbol: OutlineEntry): DocumentSymbol {
  return {
    name: symbol.name === '' ? symbol.kind : symbol.name,
    detail: symbol.detail,
    kind: kinds[symbol.kind],
    range: toRange(analysis, symbol.span),
    selectionRange: toRange(analysis, symbol.selection),
    children: symbol.children.map((child) => toSymbol(analysis, child)),
  };
}
