import { type Analysis, type AnalysisOptions, analyze } from '../core/analysis.ts';
import { type Child, isSubordinate } from '../core/equations/rollup.ts';
import type { Report } from '../core/report/report.ts';
import { matchesPattern } from '../core/text/pattern.ts';
import { partsOf, readableUri, relativeUri } from './convert.ts';
import { inBackground } from './handlers.ts';
import { findReportsRequest, readFileRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** What a document is compared with: options for its analysis, and the other reports by the names they have there. */
export interface Related {
  readonly options: Pick<AnalysisOptions, 'last' | 'children'>;
  readonly others: ReadonlyMap<string, { readonly uri: string; readonly analysis: Analysis }>;
}

export interface RelatedReports {
  /** Looks again at what a document names, when that has changed; the findings follow when all is read. */
  update(uri: string): void;
  /** An open document has changed: whatever is compared with it is looked at again. */
  changed(uri: string): void;
  /** A file has changed, or is new: so is whatever would have been compared with it, had it been there. */
  fileChanged(uri: string): void;
  /** A document has been closed: what is compared with it is, from now on, compared with the file. */
  closed(uri: string): void;
}

interface State {
  /** What the report says of itself, as one text: nothing is read anew while it stays. */
  key: string;
  /** Files that the last reading drew on, readable. */
  uris: readonly string[];
  /** Whether it would have drawn on another, had it been there. */
  seeks: (uri: string, report: Report) => boolean;
}

/** Reads last year's and the subordinate reports of open documents, through the client or from the disk. */
export function relatedReports(
  { connection, documents, read: readAnalysis, options }: Session,
  refresh: () => void,
  readLocally?: (uri: string) => Promise<string | undefined>,
): RelatedReports {
  const states = new Map<string, State>();

  const read = async (uri: string): Promise<string | undefined> => {
    const open = documents.get(uri);
    if (open !== undefined) return open.text;
    if (!options().readsFiles) return readLocally?.(uri);
    return (await connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined;
  };

  /** The address by which the editor has opened a file, if it has. */
  const asOpened = (uri: string): string => {
    const readable = readableUri(uri);
    return documents.all().find((open) => readableUri(open.uri) === readable)?.uri ?? uri;
  };

  /** Files that the client knows, and what is open and not saved. */
  const find = async (uri: string): Promise<readonly string[]> => {
    const files = options().readsFiles
      ? await connection.sendRequest<readonly string[]>(findReportsRequest, { uri })
      : [];
    const found = new Set([...files, ...documents.all().map((open) => open.uri)]);
    found.delete(uri);
    return [...found];
  };

  const analysisOf = async (uri: string): Promise<Analysis | undefined> => {
    const text = await read(uri).catch(() => undefined);
    return text === undefined ? undefined : (documents.analysis(uri) ?? analyze(text));
  };

  async function load(uri: string, state: State): Promise<void> {
    const report = await reportOf(uri);
    if (report === undefined) return;
    const { frontMatter, organ, year } = report;
    const others = new Map<string, { uri: string; analysis: Analysis }>();
    const uris: string[] = [];
    const take = async (named: string) => {
      const target = asOpened(named);
      uris.push(readableUri(target));
      const analysis = await analysisOf(target);
      const name = nameFrom(uri, target);
      if (analysis?.report === undefined) return { name, report: undefined };
      others.set(name, { uri: target, analysis });
      return { name, report: analysis.report };
    };
    const isLast = (other: Report | undefined): boolean =>
      frontMatter.last === undefined &&
      other?.organ !== undefined &&
      other.year !== undefined &&
      other.organ.value === organ?.value &&
      other.year.value + 1 === year?.value;
    const patterns = (frontMatter.children ?? []).flatMap((path) => meantBy(uri, path) ?? []);
    let last: Child | undefined;
    state.seeks = (target, other) =>
      (last === undefined && isLast(other)) ||
      (patterns.some((isMeant) => isMeant(target)) && isSubordinate(other, report));
    if (frontMatter.last !== undefined) last = await take(relativeUri(uri, frontMatter.last));
    else if (organ !== undefined && year !== undefined) {
      for (const candidate of await find(uri)) {
        // While organ or year are being typed, each keystroke begins anew.
        if (states.get(uri) !== state) return;
        if (!isLast((await analysisOf(candidate))?.report)) continue;
        last = await take(candidate);
        break;
      }
    }
    const children =
      frontMatter.children === undefined
        ? undefined
        : await takeChildren(await childUris(uri, frontMatter.children), report, take);
    if (states.get(uri) !== state) return;
    state.uris = uris;
    const before = documents.related(uri);
    if (before === undefined && last === undefined && children === undefined) return;
    documents.relate(uri, {
      others,
      options: {
        ...(last?.report === undefined ? {} : { last: { name: last.name, report: last.report } }),
        ...(children === undefined ? {} : { children }),
      },
    });
    refresh();
  }

  /** Patterns and folders mean files that the client knows; other paths stand for themselves. */
  async function childUris(uri: string, paths: readonly string[]): Promise<readonly ChildUri[]> {
    const meanings = paths.map((path) => ({ path, isMeant: meantBy(uri, path) }));
    const areAllFiles = meanings.every(({ isMeant }) => isMeant === undefined);
    const known = areAllFiles ? [] : await find(uri);
    const found = meanings.flatMap(({ path, isMeant }): readonly ChildUri[] => {
      const named = [{ uri: targetOf(uri, path), named: true }];
      if (isMeant === undefined) return named;
      const meant = known.filter(isMeant);
      if (meant.length === 0) return options().readsFiles ? named : [];
      return meant.map((candidate) => ({ uri: candidate, named: false }));
    });
    // Each once, however many of the paths mean it.
    const once = new Map<string, ChildUri>();
    for (const child of found) {
      const key = readableUri(child.uri);
      if (child.named || !once.has(key)) once.set(key, child);
    }
    return [...once.values()];
  }

  const reportOf = (uri: string) => readAnalysis(uri, undefined, undefined, ({ report }) => report);

  function start(uri: string, key: string): void {
    const state: State = { key, uris: [], seeks: () => false };
    states.set(uri, state);
    // A client that has gone, or a file that cannot be read, leaves the report without comparison.
    load(uri, state).catch(() => undefined);
  }

  /** Has those documents look again at what they are compared with that a changed one concerns. */
  function lookAgain(changedUri: string, isDue: (state: State) => boolean): void {
    for (const [uri, state] of states) if (uri !== changedUri && isDue(state)) start(uri, state.key);
  }

  const changed = (uri: string) => lookAgain(uri, ({ uris }) => uris.includes(readableUri(uri)));
  const offer = (uri: string, report: Report) =>
    lookAgain(uri, ({ uris, seeks }) => !uris.includes(readableUri(uri)) && seeks(uri, report));

  return {
    update(uri) {
      void inBackground(connection, 'related', async () => {
        const report = await reportOf(uri);
        if (report === undefined) return;
        const { frontMatter, organ, year } = report;
        const key = JSON.stringify([frontMatter.last, frontMatter.children, organ?.value, year?.value]);
        if (states.get(uri)?.key === key) return;
        start(uri, key);
        offer(uri, report);
      });
    },
    changed,
    fileChanged(uri) {
      changed(uri);
      void inBackground(connection, 'related', async () => {
        const report = states.size === 0 ? undefined : (await analysisOf(uri))?.report;
        if (report !== undefined) offer(uri, report);
      });
    },
    closed(uri) {
      states.delete(uri);
      changed(uri);
    },
  };
}

/** What a pattern or a folder means, told of URIs; `undefined` for the path of a file. */
function meantBy(uri: string, path: string): ((candidate: string) => boolean) | undefined {
  const target = targetOf(uri, path);
  if (/[*?]/.test(path)) {
    const pattern = partsOf(target);
    return (candidate) => matchesPattern(partsOf(candidate), pattern);
  }
  if (/\.(?:md|markdown)$/i.test(path)) return undefined;
  const folder = `${readableUri(target)}/`;
  return (candidate) => readableUri(candidate).startsWith(folder);
}

function targetOf(uri: string, path: string): string {
  return relativeUri(uri, path).replace(/\/$/, '');
}

interface ChildUri {
  readonly uri: string;
  readonly named: boolean;
}

/** The files that are named, and of those that a pattern or a folder means the subordinate reports. */
async function takeChildren(
  uris: readonly ChildUri[],
  parent: Report,
  take: (uri: string) => Promise<Child>,
): Promise<readonly Child[]> {
  const taken = await Promise.all(
    uris.map(async ({ uri, named }) => {
      const child = await take(uri);
      return named || isSubordinate(child.report, parent) ? [child] : [];
    }),
  );
  return taken.flat();
}

/** What a report calls another: its path from the report's folder, so that no two have the same name. */
function nameFrom(uri: string, target: string): string {
  const from = partsOf(uri).slice(0, -1);
  const to = partsOf(target);
  const apart = from.findIndex((part, index) => part !== to[index]);
  const shared = apart < 0 ? from.length : apart;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
