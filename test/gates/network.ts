import { parse } from 'acorn';
import { simple } from 'acorn-walk';

/** Modules of Node that reach other machines. */
const networkModules = /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns|inspector|cluster)(?:\/|$)/;

/** What browsers and Node offer everywhere to do so. */
const networkNames = new Set([
  'fetch',
  'WebSocket',
  'WebSocketStream',
  'XMLHttpRequest',
  'EventSource',
  'RTCPeerConnection',
  'WebTransport',
  'sendBeacon',
  'importScripts',
]);

/** The global object; what is taken from it by a name that is only known later may be anything. */
const globals = new Set(['globalThis', 'self', 'window', 'global', 'top', 'parent', 'frames']);

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Every way to the network that a program has: a name, however it is reached, or a module. */
export function networkUses(program: string): string[] {
  const found: string[] = [];
  const named = (name: string | undefined) => {
    if (name !== undefined && networkNames.has(name)) found.push(name);
  };
  const required = (source: Node | undefined) => {
    const name = textOf(source);
    if (name !== undefined && networkModules.test(name)) found.push(name);
  };
  simple(parse(program, { ecmaVersion: 'latest', allowHashBang: true, sourceType: 'script' }), {
    // As a value, called or not: `const get = fetch`.
    Identifier: ({ name }) => named(name),
    MemberExpression(node) {
      const { object, property, computed } = node as unknown as {
        object: Node;
        property: Node;
        computed: boolean;
      };
      const name = computed ? textOf(property) : (property.name as string);
      named(name);
      const isGlobal = object.type === 'Identifier' && globals.has(object.name as string);
      if (isGlobal && name === undefined) found.push(`${object.name}[…]`);
    },
    // const { fetch: get } = globalThis
    ObjectPattern({ properties }) {
      for (const property of properties as unknown as readonly Node[]) {
        const key = property.key as Node | undefined;
        named(property.computed === true ? textOf(key) : (key?.name as string | undefined));
      }
    },
    CallExpression({ callee, arguments: [first] }) {
      const called = callee.type === 'Identifier' ? callee.name : '';
      // Minified, `require` may go by a short name.
      if (called === 'require' || called.length <= 2) required(first as unknown as Node);
    },
    ImportExpression: ({ source }) => required(source as unknown as Node),
  });
  return found;
}

/** A string that is written in pieces: 'a' + `b`. */
function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal') return String(node.value);
  if (node?.type === 'TemplateLiteral') {
    const [quasi, ...more] = node.quasis as readonly { value: { cooked: string } }[];
    return more.length === 0 ? quasi?.value.cooked : undefined;
  }
  if (node?.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const [left, right] = [textOf(node.left as Node), textOf(node.right as Node)];
  return left === undefined || right === undefined ? undefined : left + right;
}
