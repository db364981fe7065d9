/** What two texts have in common at their ends; the end not counting what is in the common start. */
export function commonEnds(a: string, b: string): { readonly prefix: number; readonly suffix: number } {
  const prefix = commonPrefix(a, b);
  return { prefix, suffix: commonSuffix(a, b, prefix) };
}

/** Strings are compared piece by piece, which engines do faster than character by character. */
const chunk = 2048;

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length + chunk <= most && a.slice(length, length + chunk) === b.slice(length, length + chunk))
    length += chunk;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  const endsOf = (text: string, length: number) =>
    text.slice(text.length - length - chunk, text.length - length);
  let length = 0;
  while (length + chunk <= most && endsOf(a, length) === endsOf(b, length)) length += chunk;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}
