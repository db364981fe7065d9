import { serveProcess } from '../lsp/stdio.ts';
import { type Io, UsageError } from './io.ts';

/** `gouji lsp --stdio`: the language server for any editor; ends when its client does. */
export function lsp(args: readonly string[], _io: Io): Promise<number> {
  // Editors add options of their own.
  const surplus = args.find((word) => !word.startsWith('-'));
  if (surplus !== undefined)
    throw new UsageError(
      `gouji lsp 是给编辑器用的，不检查文件：“${surplus}”是多余的。检查文件请用 gouji check。`,
    );
  serveProcess('stdio');
  return new Promise(() => {});
}
