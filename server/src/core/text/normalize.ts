/** Full-width ASCII (０ ， （ Ａ) to half width, one character for one; everything else unchanged. */
export function halfWidth(text: string): string {
  let result = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) {
      result += text.slice(copied, i) + String.fromCharCode(code - 0xfee0);
      copied = i + 1;
    }
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** White space as drafters know it: blanks of every width, no-break and zero-width characters, soft hyphen, BOM. */
export function isBlankCode(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x1680 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0xfeff
  );
}

export function withoutBlanks(text: string): string {
  let result = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    if (isBlankCode(text.charCodeAt(i))) {
      result += text.slice(copied, i);
      copied = i + 1;
    }
  }
  return copied === 0 ? text : result + text.slice(copied);
}

export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Lines joined by single blanks, without those at their ends. */
export function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Letters, digits and Chinese characters only: how titles and labels are compared. */
export function bare(text: string): string {
  return halfWidth(text).replace(others, '');
}

const others = /[^0-9A-Za-z\u3007\u3400-\u9fff\ud800-\udfff\uf900-\ufaff]+/g;
