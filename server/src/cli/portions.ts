import { findFiles, type Problem, readSource, type SourceFile } from './files.ts';
import { type Io, UsageError } from './io.ts';

/** Paths of a list that are looked at together: what is found never depends on how the list comes in. */
const portion = 1000;

/** Files that are looked at together: those of the arguments all at once, those of a list as it is read. */
export interface Portions {
  /** How many files there are; `undefined` for a list. */
  readonly total: number | undefined;
  readonly files: AsyncIterable<readonly SourceFile[]>;
}

export async function portionsOf(
  paths: readonly string[],
  list: string | undefined,
  io: Io,
  problem: Problem,
): Promise<Portions> {
  const named = findFiles(paths, io, problem);
  async function* files() {
    if (named.length > 0) yield named;
    if (list === undefined) return;
    let some: SourceFile[] = [];
    for await (const line of list === '-' ? linesOf(io.stdinChunks()) : linesIn(list, io)) {
      const path = line.trim();
      if (path !== '') some.push({ path, named: true });
      if (some.length < portion) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  }
  return { total: list === undefined ? named.length : undefined, files: files() };
}

/** Line by line as the input comes, so that any number of them fits. */
async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const piece of pieces) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  yield begun + decoder.decode();
}

async function* linesIn(list: string, io: Io): AsyncIterable<string> {
  const source = await readSource(list, io);
  if ('problem' in source) throw new UsageError(source.problem);
  yield* source.text.split('\n');
}
