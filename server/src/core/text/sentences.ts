import type { Span } from './span.ts';

const ends = '。！？!?';
const closers = '”’"）)》」』';

/** The sentences of a text, each with its mark; a rest without one is a sentence, too. Time linear. */
export function sentencesIn(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!ends.includes(text[i] as string)) continue;
    while (i + 1 < text.length && (ends + closers).includes(text[i + 1] as string)) i++;
    sentences.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** The sentence that holds an offset. */
export function sentenceAt(text: string, offset: number): Span {
  return sentencesIn(text).find(({ end }) => offset < end) ?? { start: 0, end: text.length };
}
