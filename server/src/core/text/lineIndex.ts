/** A zero-based line and UTF-16 column, as the Language Server Protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets of one text into positions and back. Lines end with LF, CRLF or a lone CR. */
export interface LineIndex {
  readonly lineCount: number;
  /** The position of an offset; offsets outside the text are clamped to it. */
  position(offset: number): Position;
  /** The offset of a position; lines and columns outside the text are clamped to it. */
  offset(position: Position): number;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const lineEnd = (line: number): number => {
    let end = starts[line + 1] ?? text.length;
    if (line + 1 < starts.length) {
      end--;
      if (text.charCodeAt(end) === 10 && end > (starts[line] as number) && text.charCodeAt(end - 1) === 13)
        end--;
    }
    return end;
  };
  return {
    lineCount: starts.length,
    position(offset) {
      const clamped = Math.min(Math.max(offset, 0), text.length);
      const line = lineAt(clamped);
      return { line, character: clamped - (starts[line] as number) };
    },
    offset({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return text.length;
      return Math.min(start + Math.max(character, 0), lineEnd(line));
    },
  };
}
