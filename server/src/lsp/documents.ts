import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../core/analysis.ts';
import type { Related } from './related.ts';
import type { Settings } from './settings.ts';

/** An open document with its analysis, which is made anew only when the text or the settings have changed. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

export interface Documents {
  open(uri: string, languageId: string, version: number, text: string): void;
  /** Applies changes; versions only go forward. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  /** The analysis of the document's current text; a leading BOM never reaches the core. */
  analysis(uri: string): Analysis | undefined;
  /** What the document is compared with, when that is known. */
  related(uri: string): Related | undefined;
  relate(uri: string, related: Related): void;
  configure(settings: Settings): void;
}

interface Entry {
  document: TextDocument;
  analysis: Analysis | undefined;
  related: Related | undefined;
  /** Settings or related reports have changed since the analysis was made. */
  stale: boolean;
}

/** Analyses older than the last one serve as the base of the next. */
export function openDocuments(initial: Settings): Documents {
  const entries = new Map<string, Entry>();
  let settings = initial;
  const view = ({ document }: Entry): OpenDocument => ({
    uri: document.uri,
    version: document.version,
    text: document.getText(),
  });
  return {
    open(uri, languageId, version, text) {
      entries.set(uri, {
        document: TextDocument.create(uri, languageId, version, text),
        analysis: undefined,
        related: undefined,
        stale: false,
      });
    },
    change(uri, version, changes) {
      const entry = entries.get(uri);
      if (entry === undefined || version < entry.document.version) return;
      const { document } = entry;
      for (const change of changes) {
        // The library corrupts its line table on ranges outside the text, so positions are clamped first.
        const clamped =
          'range' in change
            ? {
                ...change,
                range: { start: clamp(document, change.range.start), end: clamp(document, change.range.end) },
              }
            : change;
        TextDocument.update(document, [clamped], version);
      }
      entry.document = document;
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
      if (entry === undefined) return undefined;
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
