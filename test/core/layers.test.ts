import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** From left to right; an import points left, or stays inside its own layer. */
const layers = [
  'server/src/core/text',
  'server/src/core/outline',
  'server/src/core/forms',
  'server/src/core/laws',
  'server/src/core/report',
  'server/src/core/equations',
  'server/src/core/rules',
  'server/src/core/edits.ts',
  'server/src/core/features',
  'server/src/core/analysis.ts',
  'package.json',
  'server/src/convert',
  'server/src/lsp',
  'server/src/cli',
  'server/src/main.',
];

/** Data: they import text and nothing else of the core. */
const dataOnly = ['server/src/core/forms', 'server/src/core/laws'];

const packages: Readonly<Record<string, RegExp>> = {
  'server/src/core': /^(?:mdast|unified|remark-parse|remark-gfm|remark-cjk-friendly|parse5|yaml)$/,
  'server/src/convert': /^parse5$/,
  'server/src/lsp': /^(?:vscode-languageserver(?:-textdocument)?(?:\/(?:node|browser))?|node:.*)$/,
  'server/src/cli': /^node:.*$/,
  'server/src/main.': /^(?:vscode-languageserver\/(?:node|browser)|node:.*)$/,
  'client/src': /^(?:vscode|markdown-it(?:-cjk-friendly)?|vscode-languageclient(?:\/(?:node|browser))?)$/,
};

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const layerOf = (file: string) => layers.findIndex((layer) => file.startsWith(layer));
const targetOf = (file: string, path: string) => relative(root, resolve(root, dirname(file), path));

describe('layers', () => {
  it.each(files)('%s imports only what stands left of it', (file) => {
    for (const path of importsOf(file)) {
      if (!path.startsWith('.')) {
        const home = Object.keys(packages).find((folder) => file.startsWith(folder)) ?? '';
        expect(path, file).toMatch(packages[home] ?? /^$/);
        continue;
      }
      const target = targetOf(file, path);
      if (file.startsWith('client/')) {
        expect(target, `${file}: the client speaks to the server by protocol only`).toMatch(/^client\/src\//);
        continue;
      }
      const [own, other] = [layerOf(file), layerOf(target)];
      expect(other, `${file} imports ${target}`).toBeGreaterThanOrEqual(0);
      expect(other, `${file} imports ${target}`).toBeLessThanOrEqual(own);
      const data = dataOnly.find((folder) => file.startsWith(folder));
      if (data !== undefined)
        expect(
          target.startsWith(data) || target.startsWith('server/src/core/text'),
          `${file} imports ${target}`,
        ).toBe(true);
    }
  });

  it('sees every file', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => file.startsWith('server/') && layerOf(file) < 0)).toEqual([]);
  });
});
