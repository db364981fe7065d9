// The folder a window is opened on: a copy of the practice reports that tests may write to.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository, which is also the folder of the extension under development. */
export const root = join(import.meta.dirname, '../..');

/** @returns {Promise<{ folder: string, remove(): Promise<void> }>} */
export async function newWorkspace() {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-workspace-'));
  await cp(join(root, 'samples'), folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
