import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewTable, previewRequest, type StatusParams } from './protocol.ts';

/** The parts of markdown-it that are used here. */
interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
}
interface State {
  readonly src: string;
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: number) => Token;
}
interface Token {
  readonly type: string;
  content: string;
  map: [number, number] | null;
  readonly level: number;
  block: boolean;
}

/** Tables by their Markdown; the preview is drawn at once, so they must be at hand. */
const known = new Map<string, string>();
/** More are not kept: a draft has three, and every keystroke in a table makes another. */
const most = 200;
let drawn = false;

/** Puts the official layout in the place of the report's tables in the built-in Markdown preview. */
export function extendMarkdownIt<T extends MarkdownIt>(markdown: T): T {
  markdown.core.ruler.push('gouji_tables', (state) => {
    drawn = true;
    if (known.size === 0) return;
    const lines = state.src.split('\n');
    const tokens: Token[] = [];
    for (let i = 0; i < state.tokens.length; i++) {
      const token = state.tokens[i] as Token;
      const html =
        token.type === 'table_open' && token.map !== null
          ? known.get(key(lines.slice(...token.map).join('\n')))
          : undefined;
      if (html === undefined) {
        tokens.push(token);
        continue;
      }
      const replacement = new state.Token('html_block', '', 0);
      replacement.content = html;
      replacement.map = token.map;
      replacement.block = true;
      tokens.push(replacement);
      while (
        i + 1 < state.tokens.length &&
        !(state.tokens[i]?.type === 'table_close' && state.tokens[i]?.level === token.level)
      )
        i++;
    }
    state.tokens = tokens;
  });
  return markdown;
}

/** Fetches the tables after each check, once a preview has been drawn, and has it drawn anew when they changed. */
export function registerPreview(
  client: BaseLanguageClient,
  onStatus: vscode.Event<StatusParams>,
): vscode.Disposable {
  const latest = new Map<string, number>();
  return onStatus(async ({ uri, version, isReport }: StatusParams) => {
    if (!isReport) return;
    latest.set(uri, version);
    const tables = await client.sendRequest<readonly PreviewTable[]>(previewRequest, { uri });
    if (latest.get(uri) !== version) return;
    let changed = false;
    for (const { source, html } of tables) {
      if (known.get(key(source)) === html) continue;
      known.delete(key(source));
      known.set(key(source), html);
      changed = true;
    }
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    if (changed && drawn) await vscode.commands.executeCommand('markdown.preview.refresh');
  });
}

function key(source: string): string {
  return source.replace(/\r/g, '').trim();
}
