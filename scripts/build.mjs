// Builds the bundles: the extension for both hosts, the server for both, the command line.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

const common = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  target: 'es2022',
  logLevel: 'warning',
  sourcemap: false,
  define: { 'process.env.NODE_DEBUG': 'undefined' },
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  conditions: ['node'],
};
const web = { ...common, platform: 'browser', conditions: ['browser'] };

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
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
];

await rm('dist', { recursive: true, force: true });
await Promise.all(bundles.map((options) => build(options)));
