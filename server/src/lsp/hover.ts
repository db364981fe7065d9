import type { Hover } from 'vscode-languageserver';
import { hover } from '../core/features/hover.ts';
import { withoutPageLinks } from '../core/features/pages.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

export function registerHover({ connection, documents, options }: Session): void {
  connection.onHover(({ textDocument, position }): Hover | null => {
    const analysis = documents.analysis(textDocument.uri);
    if (analysis === undefined) return null;
    const found = hover(
      analysis,
      analysis.lines.offset(position),
      documents.related(textDocument.uri)?.options.last?.report,
    );
    if (found === undefined) return null;
    const value = options().showsPages ? found.markdown : withoutPageLinks(found.markdown);
    return { range: toRange(analysis, found.span), contents: { kind: 'markdown', value } };
  });
}
