/** Words in “”; those that have such marks themselves get ‘’ for them, as GB/T 15834 has it. */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
