import { commonEnds } from './difference.ts';
import { Notes } from './notes.ts';
import { partitionPoint } from './search.ts';

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

interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

const known = new Notes<LineIndex, Lines>();

/** With the lines of an earlier version of the text, only what has changed is looked at. */
export function lineIndex(text: string, previous?: LineIndex): LineIndex {
  const before = previous === undefined ? undefined : known.get(previous);
  const starts = before === undefined ? startsIn(text, 0, text.length, [0]) : patched(text, before);
  const lineAt = (offset: number): number => Math.max(0, firstAfter(starts, offset) - 1);
  const lineEnd = (line: number): number => {
    let end = starts[line + 1] ?? text.length;
    if (line + 1 < starts.length) {
      end--;
      if (text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  };
  const index: LineIndex = {
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
  known.set(index, { text, starts });
  return index;
}

/** Adds the starts of the lines that end in a part of the text. */
function startsIn(text: string, from: number, to: number, starts: number[]): number[] {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function patched(text: string, { text: old, starts: before }: Lines): readonly number[] {
  const { prefix, suffix } = commonEnds(old, text);
  // A CR ends its line by itself or not, depending on the character behind it.
  const from = Math.max(0, prefix - 1);
  const starts = before.slice(0, Math.max(1, firstAfter(before, from)));
  startsIn(text, from, text.length - suffix, starts);
  const shift = text.length - old.length;
  for (let line = firstAfter(before, old.length - suffix); line < before.length; line++)
    starts.push((before[line] as number) + shift);
  return starts;
}

/** The first of rising numbers that is greater. */
function firstAfter(numbers: readonly number[], limit: number): number {
  return partitionPoint(numbers, (number) => number <= limit);
}
