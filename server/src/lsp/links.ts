import type { DocumentLink, Location } from 'vscode-languageserver';
import { definition, references } from '../core/features/definition.ts';
import { citedPage, pathLinks } from '../core/features/links.ts';
import { pageUri, relativeUri, toRange } from './convert.ts';
import type { Session } from './session.ts';

const topOfPage = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Links of the front matter; definitions of cited articles and of figures in prose; where a figure is spoken of. */
export function registerLinks({ connection, read, options }: Session): void {
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    read(uri, token, [], (analysis): DocumentLink[] =>
      pathLinks(analysis).map(({ span, path }) => ({
        range: toRange(analysis, span),
        target: relativeUri(uri, path),
      })),
    ),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    read(uri, token, [], (analysis): Location[] => {
      const offset = analysis.lines.offset(position);
      const page = citedPage(analysis, offset);
      if (page !== undefined)
        return options().showsPages ? [{ uri: pageUri(page.path), range: topOfPage }] : [];
      return definition(analysis, offset).map((span) => ({ uri, range: toRange(analysis, span) }));
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    read(uri, token, [], (analysis): Location[] =>
      references(analysis, analysis.lines.offset(position), context.includeDeclaration).map((span) => ({
        uri,
        range: toRange(analysis, span),
      })),
    ),
  );
}
