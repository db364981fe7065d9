import { serveProcess } from '../lsp/stdio.ts';
import { type Io, UsageError } from './io.ts';

/** `gouji lsp --stdio`: the language server for any editor; ends when its client does. */
export function lsp(args: readonly string[], io: Io): Promise<number> {
  // Editors add options of their own.
  const surplus = args.find((word) => !word.startsWith('-'));
  if (surplus !== undefined)
    throw new UsageError(
      `gouji lsp 是给编辑器用的，不检查文件：“${surplus}”是多余的。检查文件请用 gouji check。`,
    );
  // Started by hand it would wait without a word.
  if (io.interactive) io.err('语言服务在等编辑器从标准输入连接，Ctrl+C 结束。检查文件请用 gouji check。\n');
  serveProcess('stdio');
  return new Promise(() => {});
}
