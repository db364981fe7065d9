import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../core/analysis.ts';
import type { Related } from './related.ts';
import type { Settings } from './settings.ts';

/** Longer texts are not checked, in bytes of UTF-8; no report comes near. */
export const longestText = 20 * 1024 * 1024;

export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Why it is not checked, in a sentence; `undefined` when it is. */
  readonly refusal: string | undefined;
}

/** What became of a change; each but the first leaves the document as it was. */
export type ChangeResult = 'made' | 'not open' | 'version not forward' | 'malformed';

export interface Documents {
  open(uri: string, languageId: string, version: number, text: string): void;
  /**
   * Makes all changes or none; versions only go forward. Behind a change that could not be made the text is not
   * the client's any more: nothing is said of it until it is sent as a whole.
   */
  change(uri: string, version: unknown, changes: unknown): ChangeResult;
  close(uri: string): void;
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  /** The analysis of the document's current text, unless it is not checked. */
  analysis(uri: string): Analysis | undefined;
  /** What the document is compared with, when that is known. */
  related(uri: string): Related | undefined;
  relate(uri: string, related: Related): void;
  configure(settings: Settings): void;
}

/** An open document with its analysis, which is made anew only when the text or the settings have changed. */
interface Entry {
  document: TextDocument;
  analysis: Analysis | undefined;
  related: Related | undefined;
  /** Settings or related reports have changed since the analysis was made. */
  stale: boolean;
  refusal: string | undefined;
}

/** Analyses older than the last one serve as the base of the next. */
export function openDocuments(initial: Settings): Documents {
  const entries = new Map<string, Entry>();
  let settings = initial;
  const view = ({ document, refusal }: Entry): OpenDocument => ({
    uri: document.uri,
    version: document.version,
    text: document.getText(),
    refusal,
  });
  return {
    open(uri, languageId, version, text) {
      entries.set(uri, {
        document: TextDocument.create(uri, languageId, version, text),
        analysis: undefined,
        related: undefined,
        stale: false,
        refusal: tooLong(text),
      });
    },
    change(uri, version, changes) {
      const entry = entries.get(uri);
      if (entry === undefined) return 'not open';
      const result = changed(entry, version, changes);
      if (result !== 'made') {
        entry.refusal = outOfStep;
        entry.analysis = undefined;
      }
      return result;
    },
    close(uri) {
      entries.delete(uri);
    },
    get(uri) {
      const entry = entries.get(uri);
      return entry === undefined ? undefined : view(entry);
    },
    all() {
      return [...entries.values()].map(view);
    },
    analysis(uri) {
      const entry = entries.get(uri);
      if (entry === undefined || entry.refusal !== undefined) return undefined;
      const text = entry.document.getText();
      if (entry.stale || entry.analysis?.text !== text) {
        entry.analysis = analyze(text, { ...settings.analysis, ...entry.related?.options }, entry.analysis);
        entry.stale = false;
      }
      return entry.analysis;
    },
    related(uri) {
      return entries.get(uri)?.related;
    },
    relate(uri, related) {
      const entry = entries.get(uri);
      if (entry === undefined) return;
      entry.related = related;
      entry.stale = true;
    },
    configure(next) {
      settings = next;
      for (const entry of entries.values()) entry.stale = true;
    },
  };
}

const outOfStep = '编辑器发来的改动缺了或者乱了，这个文件暂时没有检查。请关闭后重新打开。';

function changed(entry: Entry, version: unknown, changes: unknown): ChangeResult {
  const { document } = entry;
  if (!Number.isInteger(version) || (version as number) <= document.version) return 'version not forward';
  if (!Array.isArray(changes) || !changes.every(isChange)) return 'malformed';
  const isWhole = changes.some((change) => !('range' in change));
  if (entry.refusal === outOfStep && !isWhole) return 'version not forward';
  TextDocument.update(document, [], version as number);
  for (const change of changes) {
    // The library corrupts its line table on ranges outside the text, so positions are clamped first.
    const { text } = change;
    const clamped =
      'range' in change
        ? {
            text,
            range: { start: clamp(document, change.range.start), end: clamp(document, change.range.end) },
          }
        : { text };
    TextDocument.update(document, [clamped], version as number);
  }
  entry.refusal = tooLong(document.getText());
  return 'made';
}

function isChange(sent: unknown): sent is TextDocumentContentChangeEvent {
  if (typeof sent !== 'object' || sent === null) return false;
  const { text, range } = sent as { text?: unknown; range?: { start?: unknown; end?: unknown } | null };
  if (typeof text !== 'string') return false;
  return !('range' in sent) || (isPlace(range?.start) && isPlace(range?.end));
}

function isPlace(sent: unknown): boolean {
  return typeof sent === 'object' && sent !== null;
}

/** Counts only what may be too long: a character takes at most three bytes for each of its units. */
function tooLong(text: string): string | undefined {
  if (text.length * 3 <= longestText) return undefined;
  const bytes = new TextEncoder().encode(text).length;
  return bytes <= longestText
    ? undefined
    : `文件有 ${(bytes / 1024 / 1024).toFixed(1)} MB，超过 20 MB 的上限，没有检查。`;
}

/** The nearest place inside the text that is not between the halves of a character; what is no number counts as 0. */
function clamp(document: TextDocument, { line, character }: Position): Position {
  const offset = document.offsetAt({ line: natural(line), character: natural(character) });
  const code = document.getText().charCodeAt(offset);
  const isInside = offset > 0 && code >= 0xdc00 && code <= 0xdfff;
  return document.positionAt(isInside ? offset - 1 : offset);
}

function natural(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.floor(value), 2 ** 31 - 1) : 0;
}
