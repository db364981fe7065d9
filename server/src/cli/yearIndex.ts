import { analyze } from '../core/analysis.ts';
import type { Report } from '../core/report/report.ts';
import { readSource, type SourceFile } from './files.ts';
import type { Io } from './io.ts';

/** Whose report of which year a file is. */
export interface Identity {
  readonly organ: string;
  readonly year: number;
}

/** Where each organ's report of each year was seen: how last year's is found among the files given. */
export interface YearIndex {
  /** Files that are checked together see each other; of those before only so many are remembered. */
  add(seen: readonly { readonly file: SourceFile; readonly identity?: Identity }[]): void;
  lastOf(identity: Identity): string | undefined;
}

/** Enough for front matter and title. */
const headLength = 1500;
/** Reports remembered beyond the files at hand: a list of any length takes no more memory than this. */
const mostRemembered = 20_000;

export function yearIndex(): YearIndex {
  const paths = new Map<string, string>();
  const key = (organ: string, year: number) => `${year}|${organ}`;
  return {
    add(seen) {
      for (const oldest of paths.keys()) {
        if (paths.size <= mostRemembered) break;
        paths.delete(oldest);
      }
      for (const { file, identity } of seen) {
        if (identity === undefined) continue;
        const own = key(identity.organ, identity.year);
        paths.delete(own);
        paths.set(own, file.path);
      }
    },
    lastOf: ({ organ, year }) => paths.get(key(organ, year - 1)),
  };
}

/** Organ and year of a file; `undefined` where they cannot be told, or the file is not a report. */
export async function identify(path: string, io: Io): Promise<Identity | undefined> {
  const source = path === '-' ? undefined : await readSource(path, io);
  if (source === undefined || 'problem' in source) return undefined;
  return identityOf(analyze(beginning(source.text)).report) ?? identityOf(analyze(source.text).report);
}

/** The title and front matter name organ and year in nearly every report: only where they do not is all of it read. */
function beginning(text: string): string {
  const head = text.slice(0, headLength);
  const end = Math.max(head.lastIndexOf('\n\n'), head.lastIndexOf('\n\r\n'));
  return end < 0 ? head : head.slice(0, end + 1);
}

function identityOf(report: Report | undefined): Identity | undefined {
  const { organ, year } = report ?? {};
  return organ === undefined || year === undefined ? undefined : { organ: organ.value, year: year.value };
}
