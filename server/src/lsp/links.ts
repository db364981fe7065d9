import type { DocumentLink, Location } from 'vscode-languageserver';
import { definition, references } from '../core/features/definition.ts';
import { citedPage, pathLinks } from '../core/features/links.ts';
import { pageUri, relativeUri, toRange } from './convert.ts';
import type { Session } from './session.ts';

const topOfPage = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Links of the front matter; definitions of cited articles and of figures in prose; where a figure is spoken of. */
export function registerLinks({ connection, documents, options }: Session): void {
  connection.onDocumentLinks(({ textDocument }): DocumentLink[] => {
    const analysis = documents.analysis(textDocument.uri);
    if (analysis === undefined) return [];
    return pathLinks(analysis).map(({ span, path }) => ({
      range: toRange(analysis, span),
      target: relativeUri(textDocument.uri, path),
    }));
  });
  connection.onDefinition(({ textDocument, position }): Location[] => {
    const analysis = documents.analysis(textDocument.uri);
    if (analysis === undefined) return [];
    const offset = analysis.lines.offset(position);
    const page = citedPage(analysis, offset);
    if (page !== undefined)
      return options().showsPages ? [{ uri: pageUri(page.path), range: topOfPage }] : [];
    return definition(analysis, offset).map((span) => ({
      uri: textDocument.uri,
      range: toRange(analysis, span),
    }));
  });
  connection.onReferences(({ textDocument, position, context }): Location[] => {
    const analysis = documents.analysis(textDocument.uri);
    if (analysis === undefined) return [];
    const spans = references(analysis, analysis.lines.offset(position), context.includeDeclaration);
    return spans.map((span) => ({ uri: textDocument.uri, range: toRange(analysis, span) }));
  });
}
