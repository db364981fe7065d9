import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('client and server declare the same protocol', () => {
  const declarations = (path: string) => {
    const text = readFileSync(join(root, path), 'utf8');
    return text.slice(text.indexOf('/** Server → client, after each check')).replace(/\s+/g, ' ');
  };
  expect(declarations('client/src/protocol.ts')).toBe(declarations('server/src/lsp/protocol.ts'));
});
