import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { matchesPattern } from '../core/text/pattern.ts';
import type { Io } from './io.ts';

/** Larger files are not read: no report comes near. */
export const largestFile = 20 * 1024 * 1024;

export interface SourceFile {
  /** As given, or joined to the directory that was given; `-` for standard input. */
  readonly path: string;
  /** Named on the command line, not found in a directory or by a pattern. */
  readonly named: boolean;
}

/** The text, without BOM, and the bytes it was read from; or why there are none. */
export type ReadResult = { readonly text: string; readonly bytes: Uint8Array } | { readonly problem: string };

/** Says what is wrong with a path; the message names it. */
export type Problem = (message: string, path: string) => void;

/** The files that the arguments stand for, each once, in order; problems are said as they occur. */
export function findFiles(paths: readonly string[], io: Io, problem: Problem): SourceFile[] {
  const files = new Map<string, SourceFile>();
  for (const path of paths)
    for (const file of filesOf(path, io, problem)) {
      const key = file.path === '-' ? '-' : resolve(io.cwd, file.path);
      if (file.named || !files.has(key)) files.set(key, file);
    }
  return [...files.values()];
}

function filesOf(path: string, io: Io, problem: Problem): SourceFile[] {
  const info = path === '-' ? undefined : infoOf(resolve(io.cwd, path));
  if (info?.isDirectory()) {
    const found = markdownFiles(resolve(io.cwd, path), path, problem);
    if (found.length === 0) problem(`${path}：目录里没有 .md 文件。`, path);
    return found;
  }
  if (info === undefined && /[*?]/.test(path)) {
    const found = matching(path, io, problem);
    if (found.length === 0) problem(`${path}：没有匹配的文件。`, path);
    return found;
  }
  return [{ path, named: true }];
}

function infoOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Reads a file as UTF-8 text without BOM, or says in one sentence why it cannot be read. */
export async function readSource(path: string, io: Io): Promise<ReadResult> {
  try {
    if (path === '-') return decode('标准输入', await io.stdin());
    const absolute = resolve(io.cwd, path);
    const info = statSync(absolute);
    if (!info.isFile()) return { problem: `${path}：不是文件。` };
    if (info.size > largestFile) return { problem: tooLarge(path, info.size) };
    return decode(path, readFileSync(absolute));
  } catch (error) {
    return { problem: `${path}：${reason(error)}` };
  }
}

/** Why a file operation failed, in words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return '找不到这个文件。';
    case 'EACCES':
    case 'EPERM':
      return '没有读取或写入的权限。';
    case 'EISDIR':
      return '这是一个目录，不是文件。';
    case 'ENOSPC':
      return '磁盘空间不足。';
    default:
      return `无法读写${code === '' ? '' : `（${code}）`}。`;
  }
}

/** UTF-8 text without BOM; anything else is refused in words. */
export function decode(path: string, bytes: Uint8Array): ReadResult {
  if (bytes.length > largestFile) return { problem: tooLarge(path, bytes.length) };
  if (isOfficeFile(bytes)) return { problem: `${path}：${officeFile}` };
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isWide && bytes.subarray(0, 4096).includes(0)) return { problem: `${path}：不是文本文件，无法检查。` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes };
  } catch {
    return { problem: `${path}：不是 UTF-8 编码的文本。请用编辑器另存为 UTF-8 后再试。` };
  }
}

/** The files of Word and the like: archives (.docx, .xlsx, .odt), or compound files (.doc, .xls, .wps). */
export function isOfficeFile(bytes: Uint8Array): boolean {
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  return begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

export const officeFile =
  '是 Word 等办公软件的文件。请在其中全选、复制，粘贴到文本文件，再用 gouji import 导入，或另存为纯文本。';

function tooLarge(path: string, size: number): string {
  return `${path}：文件有 ${(size / 1024 / 1024).toFixed(1)} MB，超过 20 MB 的上限，没有检查。`;
}

function markdownFiles(absolute: string, shown: string, problem: Problem): SourceFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    problem(`${shown}：${reason(error)}`, shown);
    return [];
  }
  const files: SourceFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(shown, entry.name);
    if (entry.isDirectory()) files.push(...markdownFiles(join(absolute, entry.name), path, problem));
    else if (/\.(?:md|markdown)$/i.test(entry.name) && isFile(entry, join(absolute, entry.name)))
      files.push({ path, named: false });
  }
  return files;
}

/** A linked file is one, and so is a link that leads nowhere, which is said when it is read. */
function isFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && infoOf(path)?.isDirectory() !== true);
}

// A pattern like 乡镇/2025*.md: * and ? stand within a name, ** for any folders.
function matching(pattern: string, io: Io, problem: Problem): SourceFile[] {
  const parts = pattern.split(/[\\/]/);
  const fixed = parts.findIndex((part) => /[*?]/.test(part));
  const base = parts.slice(0, fixed).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const all = markdownFiles(resolve(io.cwd, base), base === '.' ? '' : base, problem);
  const wanted = parts.filter((part) => part !== '.');
  return all.filter((file) =>
    matchesPattern(
      file.path.split(/[\\/]/).filter((part) => part !== '.'),
      wanted,
    ),
  );
}
