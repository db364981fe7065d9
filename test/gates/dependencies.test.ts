import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<
    string,
    { version: string; integrity?: string; dev?: boolean; hasInstallScript?: boolean; optional?: boolean }
  >;
};

/** Taken over once, abandoned, or known to misread what drafts are full of. */
const forbidden = [
  'event-stream',
  'colors',
  'faker',
  'request',
  'left-pad',
  'node-ipc',
  'ua-parser-js',
  'nzh',
  'chinese-numbering',
];

describe('dependencies', () => {
  it('are pinned to the version', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  });

  it('are locked with their digests, and are none of those that must not be', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(100);
    for (const [path, { integrity }] of packages) {
      expect(integrity, path).toMatch(/^sha512-/);
      expect(forbidden, path).not.toContain(path.replace(/^.*node_modules\//, ''));
    }
  });

  it('run nothing when they are installed, where a user gets them', () => {
    const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
    expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });
});

/** Modules of Node that reach other machines, and the browser's ways to do so. */
const networkModules = /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns|inspector|cluster)(?:\/|$)/;
const networkGlobals = new Set([
  'fetch',
  'WebSocket',
  'XMLHttpRequest',
  'EventSource',
  'RTCPeerConnection',
  'WebTransport',
]);

describe('the bundles', () => {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw new Error('dist is missing: run `npm run build` first');
  const files = readdirSync(dist).filter((name) => /\.c?js$/.test(name));

  it.each(files)('%s has no way to the network', (name) => {
    const found: string[] = [];
    const program = parse(readFileSync(join(dist, name), 'utf8'), {
      ecmaVersion: 'latest',
      allowHashBang: true,
    });
    const literal = (node: { type: string; value?: unknown } | undefined) =>
      node?.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
    simple(program, {
      CallExpression({ callee, arguments: [first] }) {
        const called = callee.type === 'Identifier' ? callee.name : '';
        const named = literal(first as never);
        if (networkModules.test(named) && (called === 'require' || called.length <= 2)) found.push(named);
        if (networkGlobals.has(called)) found.push(called);
      },
      NewExpression({ callee }) {
        if (callee.type === 'Identifier' && networkGlobals.has(callee.name)) found.push(callee.name);
      },
      MemberExpression({ property }) {
        if (property.type === 'Identifier' && ['fetch', 'sendBeacon'].includes(property.name))
          found.push(property.name);
      },
      ImportExpression({ source }) {
        if (networkModules.test(literal(source as never))) found.push(literal(source as never));
      },
    });
    expect(found).toEqual([]);
  });

  it('are five, and the start of the command line', () => {
    expect(files.sort()).toEqual([
      'cli.cjs',
      'extension.cjs',
      'extension.web.js',
      'gouji.cjs',
      'server.cjs',
      'server.worker.js',
    ]);
  });
});
