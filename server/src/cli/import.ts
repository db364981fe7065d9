import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '../convert/decode.ts';
import { importHtml } from '../convert/importHtml.ts';
import { importText } from '../convert/importText.ts';
import { type Note, noteText } from '../convert/note.ts';
import { isOfficeFile, largestFile, officeFile, reason } from './files.ts';
import { exit, type Io, UsageError } from './io.ts';
import { say } from './text.ts';
import { createFile } from './write.ts';

/** `gouji import`: a clean draft on stdout or in a new file, the 对照单 on stderr. */
export async function runImport(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { output: { type: 'string', short: 'o' } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    throw new UsageError('请写出一个要导入的文件，例如：gouji import 年报.txt -o 年报.md（“-”表示标准输入）');
  const { output } = values;
  const name = path === '-' ? '标准输入' : path;
  const source = await readBytes(path, io);
  if (typeof source === 'string') return failed(io, `${name}：${source}`);
  const decoded = isOfficeFile(source) ? undefined : decodeText(source);
  if (decoded === undefined) return failed(io, `${name}：${notText(source)}`);
  if (decoded.text.trim() === '') return failed(io, `${name}：文件是空的，没有可导入的内容。`);
  const result = /\.html?$/i.test(path) ? importHtml(decoded.text) : importText(decoded.text);
  const notes: readonly Note[] =
    decoded.encoding === 'UTF-8'
      ? result.notes
      : [...result.notes, { kind: 'inferred', message: `来源按 ${decoded.encoding} 编码读取` }];
  if (output === undefined) io.out(result.markdown);
  else {
    const problem = await createFile(resolve(io.cwd, output), result.markdown);
    if (problem !== undefined) return failed(io, `${output}：${problem}`);
  }
  say(io, `${name} 对照单\n${noteText(notes)}`.trimEnd());
  return exit.ok;
}

function failed(io: Io, message: string): number {
  say(io, message);
  return exit.failed;
}

/** The bytes of a file, or why there are none. */
async function readBytes(path: string, io: Io): Promise<Uint8Array | string> {
  try {
    const absolute = resolve(io.cwd, path);
    if (path !== '-') {
      const info = await stat(absolute);
      if (!info.isFile()) return '不是文件。';
      if (info.size > largestFile) return '文件超过 20 MB 的上限，没有导入。';
    }
    const bytes = path === '-' ? await io.stdin() : await readFile(absolute);
    return bytes.length > largestFile ? '内容超过 20 MB 的上限，没有导入。' : bytes;
  } catch (error) {
    return reason(error);
  }
}

function notText(bytes: Uint8Array): string {
  return isOfficeFile(bytes) ? officeFile : '不是文本文件，无法导入。';
}
