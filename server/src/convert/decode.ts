/** A text and the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
}

/**
 * The text of a file as offices have it: UTF-8, UTF-16 with a byte order mark (Notepad's “Unicode”), or
 * GB18030, which holds GBK and GB2312. `undefined` for what is no text in any of these.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', 'UTF-16', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', 'UTF-16', bytes);
  if (bytes.includes(0)) return undefined;
  return decodeAs('utf-8', 'UTF-8', bytes) ?? decodeAs('gb18030', 'GB18030', bytes);
}

function decodeAs(label: string, encoding: Decoded['encoding'], bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
