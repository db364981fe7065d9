// The bundles: the extension for both hosts, the server for both, the command line.
import { dirname, join, resolve } from 'node:path';
import { root } from './ensure.mjs';

// Parts that most drafts never need (the full Markdown parser, the HTML parser, YAML), and the language client,
// which the activation of the extension does not wait for. In the bundles they are evaluated at the first call
// of one of their functions, which is all that these modules export.
const lazyModules = [
  'server/src/core/outline/remark.ts',
  'server/src/core/outline/html.ts',
  'server/src/core/report/frontMatter.ts',
  'client/src/newClient.node.ts',
  'client/src/newClient.web.ts',
].map((path) => join(root, path));

const lazy = {
  name: 'lazy',
  setup({ onResolve, onLoad, esbuild }) {
    onResolve({ filter: /\.ts$/ }, ({ path, importer, kind, namespace }) => {
      const file = resolve(dirname(importer), path);
      if (
        kind !== 'import-statement' ||
        namespace === 'lazy' ||
        !lazyModules.includes(file) ||
        lazyModules.includes(importer)
      )
        return undefined;
      return { path: file, namespace: 'lazy' };
    });
    onLoad({ filter: /.*/, namespace: 'lazy' }, async ({ path }) => {
      const { metafile } = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        packages: 'external',
        write: false,
        metafile: true,
        format: 'esm',
        outdir: 'x',
      });
      const names = Object.values(metafile.outputs)[0].exports;
      const contents = names.map(
        (name) =>
          `export function ${name}(...values) { return require(${JSON.stringify(path)}).${name}(...values); }`,
      );
      return { contents: contents.join('\n'), resolveDir: dirname(path), loader: 'js' };
    });
  },
};

// The protocol library can also speak over sockets, which nothing here does: no bundle has a network module.
const offline = {
  name: 'offline',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?net$/ }, ({ path }) => ({ path, namespace: 'offline' }));
    onLoad({ filter: /.*/, namespace: 'offline' }, () => ({ contents: 'module.exports = {};' }));
  },
};

// Markdown is only read here: what writes it, and the pass over the finished tree that outline/remark.ts
// leaves out, stay out of the bundles. Their names are still imported, but never called.
const writers = new Map([
  ['mdast-util-to-markdown', 'export const defaultHandlers = {};'],
  ['mdast-util-to-markdown-cjk-friendly', 'export const cjkFriendlyToMarkdown = () => ({});'],
  ['markdown-table', 'export const markdownTable = undefined;'],
  ['mdast-util-find-and-replace', 'export const findAndReplace = undefined;'],
]);

const readOnly = {
  name: 'read-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^m/ }, ({ path }) =>
      writers.has(path) ? { path, namespace: 'read-only' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'read-only' }, ({ path }) => ({ contents: writers.get(path) }));
  },
};

// Modules of Node.js that take milliseconds to load and that most runs never use: they are loaded at the first
// look at one of their members. Nothing may look at one, or copy it, while the bundle is evaluated; the language
// client does, so the extension, whose host has them all, does without.
const whenUsed = `require = ((load) => (name) =>
  /^(?:node:)?(?:child_process|crypto|fs\\/promises|os|readline|worker_threads)$/.test(name)
    ? new Proxy({}, { get: (_, member) => load(name)[member] })
    : load(name))(require);`;

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  target: 'es2022',
  logLevel: 'warning',
  sourcemap: false,
  plugins: [lazy, offline, readOnly],
};
/** What esbuild's `ascii` leaves in regular expressions, escaped, too. */
export const escapeRest = (code) =>
  code.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  conditions: ['node'],
};
const program = { ...node, banner: { js: whenUsed } };
const web = { ...common, platform: 'browser', conditions: ['worker', 'browser'] };

export const bundles = [
  {
    ...node,
    entryPoints: ['client/src/extension.node.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
  },
  {
    ...web,
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...program, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.cjs' },
  {
    ...web,
    entryPoints: ['server/src/main.worker.ts'],
    outfile: 'dist/server.worker.js',
    format: 'iife',
    globalName: 'goujiServer',
  },
  {
    ...program,
    entryPoints: ['server/src/main.cli.ts'],
    outfile: 'dist/gouji.cjs',
    // With `escapeRest`: read by the loader as one byte a character, which takes half the time and memory.
    charset: 'ascii',
  },
];
