/**
 * One line of the 对照单: what an import understood (`recognised`), concluded from the place alone
 * (`inferred`), kept although the form has no place for it (`kept`), left out (`dropped`), or did not find
 * (`missing`).
 */
export interface Note {
  readonly kind: NoteKind;
  /** Line of the source, counted from 1. */
  readonly line?: number;
  readonly message: string;
}

export type NoteKind = 'recognised' | 'inferred' | 'kept' | 'dropped' | 'missing';

export interface ImportResult {
  readonly markdown: string;
  /** In the order of the source; notes about no place in particular last. */
  readonly notes: readonly Note[];
}

const headings: Readonly<Record<NoteKind, string>> = {
  recognised: '已识别',
  inferred: '推断补全（请核对）',
  kept: '格式以外、原样保留',
  dropped: '已去除',
  missing: '原文没有',
};

/** The 对照单 as plain text, grouped by kind. */
export function noteText(notes: readonly Note[]): string {
  const groups = (Object.keys(headings) as NoteKind[]).flatMap((kind) => {
    const own = notes.filter((note) => note.kind === kind);
    if (own.length === 0) return [];
    const lines = own.map(({ line, message }) => `  ${line === undefined ? '' : `第${line}行 `}${message}`);
    return [`${headings[kind]}：${own.length}项`, ...lines];
  });
  return groups.length === 0 ? '' : `${groups.join('\n')}\n`;
}

export function inSourceOrder(notes: readonly Note[]): Note[] {
  const place = (note: Note) => note.line ?? Number.POSITIVE_INFINITY;
  return [...notes].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
