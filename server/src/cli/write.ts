import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { reason } from './files.ts';

/**
 * Writes a file so that it is there as a whole or not at all: beside it, to the disk, then renamed over it.
 * With `expected`, the file must still have those bytes just before, else it has been changed by somebody
 * and stays. Gives the reason in words when nothing was written.
 */
export async function writeAtomically(
  path: string,
  text: string,
  expected?: Uint8Array,
): Promise<string | undefined> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const mode = await stat(path).then(
      (info) => info.mode & 0o777,
      () => 0o644,
    );
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (expected !== undefined && Buffer.compare(await readFile(path), expected) !== 0) {
      await rm(temporary, { force: true });
      return '文件在处理期间被别的程序改动，没有写入。请重新运行。';
    }
    await rename(temporary, path);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return reason(error);
  }
}
