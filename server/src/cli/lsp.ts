import { serveProcess } from '../lsp/stdio.ts';
import type { Io } from './io.ts';

/** `gouji lsp --stdio`: the language server for any editor; ends when its client does. */
export function lsp(_args: readonly string[], _io: Io): Promise<number> {
  serveProcess('stdio');
  return new Promise(() => {});
}
