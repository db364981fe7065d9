import { matchesIn } from './matches.ts';
import type { Span } from './span.ts';

const ends = /[。！？!?][。！？!?”’"）)》」』]*/g;

/** The sentences of a text, each with its mark; a rest without one is a sentence, too. Time linear. */
export function sentencesIn(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const { 0: marks, index } of matchesIn(text, ends)) {
    const end = index + marks.length;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** The sentence that holds an offset. */
export function sentenceAt(text: string, offset: number): Span {
  return sentencesIn(text).find(({ end }) => offset < end) ?? { start: 0, end: text.length };
}
