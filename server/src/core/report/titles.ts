import type { FormSection } from '../forms/form.ts';
import { bare } from '../text/normalize.ts';

/** How the words behind a section's number were recognised. */
export interface TitleMatch {
  readonly section: FormSection;
  readonly match: 'exact' | 'accepted' | 'known';
  /** Length of the title in the text; what follows is the section's first sentence. */
  readonly length: number;
}

const expansions = new WeakMap<FormSection, ReadonlySet<string>>();
/** A title with more characters than this is a sentence. */
const longestTitle = 48;
const separators = ' \u3000\u00a0\t。：:.';

/** Which section's title a text begins with; `undefined` when it is none. */
export function matchTitle(text: string, sections: readonly FormSection[]): TitleMatch | undefined {
  let best: TitleMatch | undefined;
  let words = '';
  const limit = Math.min(text.length, longestTitle);
  for (let i = 0; i < limit; i++) {
    words += bare(text[i] as string);
    if (words === '') continue;
    const next = text[i + 1];
    if (next !== undefined && !separators.includes(next)) continue;
    for (const section of sections) {
      if (words === bareTitle(section)) best = { section, match: 'exact', length: i + 1 };
      else if (acceptedWordings(section).has(words)) best = { section, match: 'accepted', length: i + 1 };
    }
  }
  if (best !== undefined) return best;
  if (text.length > longestTitle || /[。；，,;]/.test(text.replace(/行政复议[、，,]/, ''))) return undefined;
  const whole = bare(text);
  for (const section of sections) {
    if (section.keywords.some((keyword) => whole.includes(keyword)))
      return { section, match: 'known', length: text.length };
  }
  return undefined;
}

const bareTitles = new WeakMap<FormSection, string>();

function bareTitle(section: FormSection): string {
  const title = bareTitles.get(section) ?? bare(section.title);
  bareTitles.set(section, title);
  return title;
}

function acceptedWordings(section: FormSection): ReadonlySet<string> {
  const known = expansions.get(section);
  if (known !== undefined) return known;
  const wordings = new Set(section.accepted.flatMap((pattern) => expand(pattern)));
  expansions.set(section, wordings);
  return wordings;
}

/** All texts that a pattern of `[a|b]` (one or none) and `(a|b)` (one) stands for. */
function expand(pattern: string): string[] {
  const group = /^([^[(]*)(?:\[([^\]]*)\]|\(([^)]*)\))/.exec(pattern);
  if (group === null) return [pattern];
  const [matched, before = '', optional, required] = group;
  const choices = optional === undefined ? (required ?? '').split('|') : ['', ...optional.split('|')];
  const rest = expand(pattern.slice(matched.length));
  return choices.flatMap((choice) => rest.map((tail) => before + choice + tail));
}
