import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';

export interface Result {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** What a user starts; made by the build. */
export const cliPath = join(import.meta.dirname, '../../dist/cli.cjs');

/** A folder of its own for one test, with files in it; run in the folder, everything is caught. */
export interface Workplace {
  readonly folder: string;
  write(path: string, content: string | Uint8Array): void;
  gouji(args: readonly string[], stdin?: string): Promise<Result>;
  /** The same as a process of its own; `preload` is a module that Node.js loads first, in every thread. */
  start(args: readonly string[], options?: { readonly stdin?: string; readonly preload?: string }): Result;
  remove(): void;
}

export function workplace(files: Readonly<Record<string, string | Uint8Array>> = {}): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    folder,
    write,
    async gouji(args, stdin = '') {
      let out = '';
      let err = '';
      const bytes = new TextEncoder().encode(stdin);
      const status = await run(args, {
        out: (text) => (out += text),
        err: (text) => (err += text),
        interactive: false,
        colour: false,
        stdin: async () => bytes,
        stdinChunks: async function* () {
          yield bytes;
        },
        cwd: folder,
      });
      return { status, out, err };
    },
    start(args, { stdin = '', preload } = {}) {
      const first = preload === undefined ? [] : ['--require', join(folder, preload)];
      const { status, stdout, stderr } = spawnSync(process.execPath, [...first, cliPath, ...args], {
        cwd: folder,
        input: stdin,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      return { status: status ?? -1, out: stdout, err: stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
