/** An element of an XML document, with its text put together. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

type Draft = { name: string; attributes: Record<string, string>; children: Draft[]; text: string };

const markup = /<\?xml [^?]*\?>|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads a document of elements, attributes and text; throws where it is not well-formed. */
export function readXml(document: string): XmlElement {
  const whole: Draft = { name: '', attributes: {}, children: [], text: '' };
  const open = [whole];
  markup.lastIndex = 0;
  while (markup.lastIndex < document.length) {
    const at = markup.lastIndex;
    const match = markup.exec(document);
    const parent = open[open.length - 1];
    if (match === null || parent === undefined) throw new Error(`no XML at ${document.slice(at, at + 40)}`);
    const [, closed, name, attributes = '', empty, text] = match;
    if (text !== undefined) parent.text += resolved(text);
    else if (closed !== undefined) {
      if (open.length < 2 || parent.name !== closed) throw new Error(`</${closed}> ends <${parent.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element: Draft = { name, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const [root, ...more] = whole.children;
  if (root === undefined || more.length > 0 || open.length > 1 || whole.text.trim() !== '')
    throw new Error('not one element with all its ends');
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`${name} twice`);
    found[name] = resolved(value);
  }
  return found;
}

function resolved(text: string): string {
  return text.replace(/&(\w*);?|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (reference, name) => {
    const character = reference.endsWith(';') ? entities[name] : undefined;
    if (character === undefined) throw new Error(`not in XML: ${JSON.stringify(reference)}`);
    return character;
  });
}
