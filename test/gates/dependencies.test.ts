import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { networkUses } from './network.ts';

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

describe('a way to the network', () => {
  it.each([
    ['fetch("x")', 'fetch'],
    ['const get = fetch; get("x")', 'fetch'],
    ['globalThis.fetch("x")', 'fetch'],
    ['self["fetch"]("x")', 'fetch'],
    ['window["Web" + `Socket`]', 'WebSocket'],
    ['new self.XMLHttpRequest()', 'XMLHttpRequest'],
    ['const { fetch: get } = globalThis', 'fetch'],
    ['const { ["fetch"]: get } = self', 'fetch'],
    ['globalThis[name]("x")', 'globalThis[…]'],
    ['navigator.sendBeacon("x")', 'sendBeacon'],
    ['importScripts("x")', 'importScripts'],
    ['require("node:https")', 'node:https'],
    ['t("net")', 'net'],
    ['require("ht" + "tp")', 'http'],
    ['import("node:dns/promises")', 'node:dns/promises'],
  ])('%s is one', (program, name) => {
    expect(networkUses(program)).toContain(name);
  });

  it.each(['const fetched = read("fetch")', 'self.postMessage("fetch")', 'require("node:fs")', 'a[name]'])(
    '%s is none',
    (program) => {
      expect(networkUses(program)).toEqual([]);
    },
  );
});

describe('the bundles', () => {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw new Error('dist is missing: run `npm run build` first');
  const files = readdirSync(dist).filter((name) => /\.c?js$/.test(name));

  it.each(files)('%s has no way to the network', (name) => {
    expect(networkUses(readFileSync(join(dist, name), 'utf8'))).toEqual([]);
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
