import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { type Completion, completions } from '../core/features/completion.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  row: CompletionItemKind.Field,
  article: CompletionItemKind.Reference,
  law: CompletionItemKind.Reference,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  rule: CompletionItemKind.Constant,
  snippet: CompletionItemKind.Snippet,
};

export function registerCompletion({ connection, read, client, options }: Session): void {
  connection.onCompletion(({ textDocument, position }, token) =>
    read(textDocument.uri, token, [], (analysis): CompletionItem[] => {
      const snippets = client().textDocument?.completion?.completionItem?.snippetSupport === true;
      return completions(analysis, analysis.lines.offset(position), {
        staticSnippets: options().staticSnippets,
      })
        .filter((completion) => snippets || !completion.snippet)
        .map((completion, index) => ({
          label: completion.label,
          kind: kinds[completion.kind],
          detail: completion.detail,
          filterText: completion.filter,
          sortText: String(index).padStart(4, '0'),
          insertTextFormat: completion.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
          textEdit: { range: toRange(analysis, completion.span), newText: completion.newText },
        }));
    }),
  );
}
