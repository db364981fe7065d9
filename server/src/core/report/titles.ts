import type { FormSection } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';
import { memoByText } from '../text/memo.ts';
import { bare } from '../text/normalize.ts';

/** How the words behind a section's number were recognised. */
export interface TitleMatch {
  readonly section: FormSection;
  readonly match: 'exact' | 'accepted' | 'known' | 'hinted';
  /** Length of the title in the text; what follows is the section's first sentence. */
  readonly length: number;
}

/** A title with more characters than this is a sentence. */
const longestTitle = 48;
const separators = ' \u3000\u00a0\t。：:.';

/** The titles of all versions are known to the last one. */
const sections = forms[forms.length - 1]?.sections ?? [];

/** Which section's title a text begins with; `undefined` when it is none. */
export const matchTitle = memoByText((text): TitleMatch | undefined => {
  let best: TitleMatch | undefined;
  const limit = Math.min(text.length, longestTitle);
  for (let length = 1; length <= limit; length++) {
    const next = text[length];
    if (next !== undefined && !separators.includes(next)) continue;
    const words = bare(text.slice(0, length));
    for (const { section, title, accepted } of titles) {
      if (words === title) best = { section, match: 'exact', length };
      else if (isAccepted(words, accepted)) best = { section, match: 'accepted', length };
    }
  }
  if (best !== undefined) return best;
  if (text.length > longestTitle || /[。；，,;]/.test(text.replace(/行政复议[、，,]/, ''))) return undefined;
  const whole = bare(text);
  for (const section of sections)
    for (const keyword of section.keywords)
      if (whole.includes(keyword)) return { section, match: 'known', length: text.length };
  return undefined;
});

/** Which section a title with the number of one may be meant for: it says a word of it. */
export function hintedTitle(text: string, number: number): TitleMatch | undefined {
  const section = sections[number - 1];
  const isHinted = section?.signs.some((word) => text.includes(word)) === true;
  return isHinted ? { section, match: 'hinted', length: text.length } : undefined;
}

/** A wording: a pattern of `[a|b]` (one or none) and `(a|b)` (one), and its longest part that is always there. */
interface Wording {
  readonly pattern: string;
  readonly always: string;
}

/** The sections' titles, ready to be compared. */
const titles = sections.map((section) => ({
  section,
  title: bare(section.title),
  accepted: section.accepted.map(wordingOf),
}));

function wordingOf(pattern: string): Wording {
  // Groups stand in none: what is outside of them and inside takes turns.
  const parts = pattern.split(/[[\]()]/).filter((_, index) => index % 2 === 0);
  return { pattern, always: parts.reduce((a, b) => (b.length > a.length ? b : a)) };
}

function isAccepted(words: string, accepted: readonly Wording[]): boolean {
  for (const { pattern, always } of accepted) if (words.includes(always) && fits(words, pattern)) return true;
  return false;
}

/** Whether the pattern stands for these words. */
function fits(words: string, pattern: string): boolean {
  const open = pattern.search(/[[(]/);
  if (open < 0) return words === pattern;
  if (!words.startsWith(pattern.slice(0, open))) return false;
  const isOptional = pattern[open] === '[';
  const close = pattern.indexOf(isOptional ? ']' : ')', open);
  const choices = pattern.slice(open + 1, close).split('|');
  const rest = words.slice(open);
  return [...choices, ...(isOptional ? [''] : [])].some(
    (choice) => rest.startsWith(choice) && fits(rest.slice(choice.length), pattern.slice(close + 1)),
  );
}
