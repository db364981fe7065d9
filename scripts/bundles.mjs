// The bundles: the extension for both hosts, the server for both, the command line.
import { dirname, join, resolve } from 'node:path';
import { root } from './ensure.mjs';

// Parts that most drafts never need: the full Markdown parser, the HTML parser, YAML. In the bundles they
// are evaluated at the first call of one of their functions, which is all that these modules export.
const lazyModules = ['outline/remark.ts', 'outline/html.ts', 'report/frontMatter.ts'].map((path) =>
  join(root, 'server/src/core', path),
);

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

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  target: 'es2022',
  logLevel: 'warning',
  sourcemap: false,
  plugins: [lazy, offline],
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  conditions: ['node'],
};
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
  { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.cjs' },
  {
    ...web,
    entryPoints: ['server/src/main.worker.ts'],
    outfile: 'dist/server.worker.js',
    format: 'iife',
    globalName: 'goujiServer',
  },
  {
    ...node,
    entryPoints: ['server/src/main.cli.ts'],
    outfile: 'dist/gouji.cjs',
  },
];
