import type { Hover } from 'vscode-languageserver';
import { hover } from '../core/features/hover.ts';
import { withoutPageLinks } from '../core/features/pages.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

export function registerHover({ connection, documents, read, options }: Session): void {
  connection.onHover(({ textDocument, position }, token) =>
    read(textDocument.uri, token, null, (analysis): Hover | null => {
      const found = hover(
        analysis,
        analysis.lines.offset(position),
        documents.related(textDocument.uri)?.options.last?.report,
      );
      if (found === undefined) return null;
      const value = options().showsPages ? found.markdown : withoutPageLinks(found.markdown);
      return { range: toRange(analysis, found.span), contents: { kind: 'markdown', value } };
    }),
  );
}
