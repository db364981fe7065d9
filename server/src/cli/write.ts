import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reason } from './files.ts';

/**
 * Writes a file that is not there yet, so that it is there as a whole or not at all. Gives the reason in words
 * when nothing was written.
 */
export async function createFile(path: string, text: string): Promise<string | undefined> {
  if (await stat(path).catch(() => undefined)) return '文件已经存在，没有写入。请换一个文件名。';
  return moved(path, text, undefined, async () => undefined);
}

/**
 * Puts a text in the place of the bytes that were read, all of it or nothing; a link stays one. A file that has
 * been changed since stays, and so does one that is read-only. Gives the reason in words when nothing was written.
 */
export async function replaceFile(
  path: string,
  text: string,
  expected: Uint8Array,
): Promise<string | undefined> {
  try {
    const target = await realpath(path);
    const mode = (await stat(target)).mode & 0o777;
    if ((mode & 0o222) === 0) return '文件是只读的，没有写入。';
    await access(target, constants.W_OK);
    return await moved(target, text, mode, async () =>
      Buffer.compare(await readFile(target), expected) === 0
        ? undefined
        : '文件在处理期间被别的程序改动，没有写入。请重新运行。',
    );
  } catch (error) {
    return reason(error);
  }
}

/** Beside the file, to the disk, then renamed over it, unless there is something against it. */
async function moved(
  path: string,
  text: string,
  mode: number | undefined,
  against: () => Promise<string | undefined>,
): Promise<string | undefined> {
  // Not the file's own name with more behind it: that may be as long as a name can be.
  const temporary = join(dirname(path), `.gouji-${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    const refused = await against();
    if (refused === undefined) await rename(temporary, path);
    else await rm(temporary, { force: true });
    return refused;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return isMissing(error) ? '没有这个文件夹，没有写入。' : reason(error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
