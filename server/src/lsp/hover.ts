import type { Hover } from 'vscode-languageserver';
import { hover } from '../core/features/hover.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

export function registerHover({ connection, documents }: Session): void {
  connection.onHover(({ textDocument, position }): Hover | null => {
    const analysis = documents.analysis(textDocument.uri);
    if (analysis === undefined) return null;
    const found = hover(
      analysis,
      analysis.lines.offset(position),
      documents.related(textDocument.uri)?.options.last?.report,
    );
    return found === undefined
      ? null
      : { range: toRange(analysis, found.span), contents: { kind: 'markdown', value: found.markdown } };
  });
}
