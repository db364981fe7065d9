import { trimBlanks } from '../core/text/normalize.ts';

/** A line of plain text as a Markdown paragraph that shows exactly this text, blanks at its ends aside. */
export function proseMarkdown(line: string): string {
  return escapeLineStart(escapeInline(trimBlanks(line)));
}

/** Plain text as a table cell: as prose, with pipes escaped and line breaks as `<br>`. */
export function cellMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeInline(trimBlanks(line)).replaceAll('|', '\\|'))
    .filter((line) => line !== '')
    .join('<br>');
}

/** Escapes what Markdown would read as markup inside a line; ordinary text stays as it is. */
function escapeInline(line: string): string {
  // One tilde strikes nothing out, and a bracket links nothing unless something to link to follows.
  const tildes = line.indexOf('~') !== line.lastIndexOf('~');
  const links = line.includes('](') || line.includes('[^') || /^\[[^\]]*\]:/.test(line);
  let result = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i] as string;
    if (needsEscape(character, line, i, tildes, links)) result += '\\';
    result += character;
  }
  return result;
}

function needsEscape(character: string, line: string, at: number, tildes: boolean, links: boolean): boolean {
  switch (character) {
    case '*':
    case '`':
      return true;
    case '_':
      return !(isWord(line[at - 1]) && isWord(line[at + 1]));
    case '~':
      return tildes;
    case '[':
      return links;
    case '<':
      return /[A-Za-z/!?]/.test(line[at + 1] ?? '');
    case '&':
      return /^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/.test(line.slice(at, at + 40));
    case '\\':
      return /[!-/:-@[-`{-~]/.test(line[at + 1] ?? '') || at === line.length - 1;
    default:
      return false;
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9]/.test(character);
}

/** Keeps a paragraph's first characters from opening a heading, list, quote, rule or HTML block. */
function escapeLineStart(line: string): string {
  const ordered = /^(\d{1,9})([.)])(?=[ \t]|$)/.exec(line);
  if (ordered !== null) return `${ordered[1]}\\${line.slice((ordered[1] as string).length)}`;
  if (/^(?:#{1,6}(?:[ \t]|$)|>|[-+](?:[ \t]|$)|-(?:[ \t]*-){2}|=+$)/.test(line)) return `\\${line}`;
  return line;
}
