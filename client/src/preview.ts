import type MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import * as vscode from 'vscode';
import { type PreviewTable, previewRequest, type StatusParams } from './protocol.ts';
import type { Server } from './server.ts';

type StateCore = InstanceType<MarkdownIt['core']['State']>;

/** Tables by their Markdown; the preview is drawn at once, so they must be at hand. */
const known = new Map<string, string>();
/** More are not kept: a draft has three, and every keystroke in a table makes another. */
const most = 200;
/** The documents that are reports, by their addresses. */
const reports = new Set<string>();
let drawn = false;

/** The built-in Markdown preview, with reports read as gouji reads them and their tables in the official layout. */
export function extendMarkdownIt(markdown: MarkdownIt): MarkdownIt {
  readEmphasisAsChinese(markdown);
  markdown.core.ruler.push('gouji_tables', (state) => {
    drawn = true;
    if (known.size > 0) state.tokens = withOfficialTables(state);
  });
  return markdown;
}

/** `**“重点”**内容` is emphasis in a report; other files are read as ever. */
function readEmphasisAsChinese(markdown: MarkdownIt): void {
  const { inline } = markdown;
  const usual = inline.State;
  cjkFriendly(markdown);
  const friendly = inline.State;
  markdown.core.ruler.before('inline', 'gouji_emphasis', ({ src }) => {
    inline.State = isReport(src) ? friendly : usual;
  });
}

function isReport(text: string): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => reports.has(document.uri.toString()) && document.getText().replace(/\r\n?/g, '\n') === text,
  );
}

function withOfficialTables({ src, tokens, Token }: StateCore): StateCore['tokens'] {
  const lines = src.split('\n');
  let end = -1;
  return tokens.flatMap((token, index) => {
    if (index <= end) return [];
    const { type, map, level } = token;
    const html =
      type === 'table_open' && map !== null ? known.get(key(lines.slice(...map).join('\n'))) : undefined;
    if (html === undefined) return [token];
    end = tokens.findIndex(
      (other, place) => place > index && other.type === 'table_close' && other.level === level,
    );
    const table = new Token('html_block', '', 0);
    table.content = html;
    table.map = map;
    table.block = true;
    return [table];
  });
}

/** Fetches the tables after each check, once a preview has been drawn, and has it drawn anew when they changed. */
export function registerPreview(server: Server, onStatus: vscode.Event<StatusParams>): vscode.Disposable {
  const latest = new Map<string, number>();
  return onStatus(async ({ uri, version, isReport }: StatusParams) => {
    if (!isReport) {
      reports.delete(uri);
      latest.delete(uri);
      return;
    }
    let changed = !reports.has(uri);
    reports.add(uri);
    latest.set(uri, version);
    // An edit that overtakes the request is followed by a check of its own.
    const tables = await server
      .request<readonly PreviewTable[]>(previewRequest, { uri })
      .catch(() => undefined);
    if (tables === undefined || latest.get(uri) !== version) return;
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
