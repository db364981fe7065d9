import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts that follow each other, each an edit of the one before; what is kept through them once differed at the last. */
export type Case = readonly string[];

const folder = join(import.meta.dirname, 'kept');

/** All cases that a fuzzer has ever found, shrunk. */
export function keptCases(): readonly Case[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case[]);
}

/** Shrinks a case that fails, and keeps it for ever; what to say of it. */
export function keep(found: Case, fails: (texts: Case) => boolean): string {
  const smallest = shrunk(found, fails);
  const json = `${JSON.stringify([smallest], undefined, 2)}\n`;
  const name = `${createHash('sha256').update(json).digest('hex').slice(0, 12)}.json`;
  writeFileSync(join(folder, name), json);
  return `kept as test/fuzz/kept/${name}: ${JSON.stringify(smallest)}`;
}

/** So often at most is it tried whether something smaller fails, too. */
const mostTries = 3000;

/** The case without all that it fails without: texts first, then lines that several texts have, then characters. */
export function shrunk(found: Case, fails: (texts: Case) => boolean): Case {
  let best = found;
  let tries = 0;
  const attempt = (smaller: Case): boolean => {
    if (tries++ >= mostTries || !fails(smaller)) return false;
    best = smaller;
    return true;
  };
  for (let at = best.length - 2; at >= 0; at--) attempt(best.filter((_, index) => index !== at));
  for (const line of new Set(best.flatMap((text) => text.split('\n\n'))))
    attempt(
      best.map((text) =>
        text
          .split('\n\n')
          .filter((one) => one !== line)
          .join('\n\n'),
      ),
    );
  for (let place = 0; place < best.length; place++)
    for (let length = (best[place] ?? '').length >> 1; length >= 1; length = length >> 1)
      for (let at = 0; at < (best[place] ?? '').length; ) {
        const shorter = best.map((text, index) =>
          index === place ? text.slice(0, at) + text.slice(at + length) : text,
        );
        if (!attempt(shorter)) at += length;
      }
  return best;
}
