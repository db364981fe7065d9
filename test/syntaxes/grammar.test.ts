import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const tool = require.resolve('vscode-tmgrammar-test/dist/unit.js');
/** The grammar of Markdown that VS Code has, as a package. */
const markdown = require.resolve('tm-grammars/grammars/markdown.json');

it('colours citations, document numbers, titles, section numbers and totals, and nothing else', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tool, '--config', 'package.json', '-g', markdown, 'test/syntaxes/*.md'],
    { cwd: root, encoding: 'utf8' },
  );
  expect([status, stdout, stderr]).toEqual([0, expect.stringMatching(/report\.md run successfuly/), '']);
});
