// Builds dist/: the bundles, and the compiled code of the command line and of its server, kept after
// a real run of each.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';
import { root } from './ensure.mjs';

const dist = join(root, 'dist');
await rm(dist, { recursive: true, force: true });
await Promise.all(bundles.map((options) => build(options)));
await copyFile(join(root, 'scripts', 'loader.cjs'), join(dist, 'cli.cjs'));
const env = { ...process.env, GOUJI_WRITE_CACHE: '1' };
const sample = join(root, 'samples', 'practice.md');
const cli = (args, input) =>
  spawnSync(process.execPath, [join(dist, 'cli.cjs'), ...args], {
    env,
    input,
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: 60_000,
  });
cli(['check', sample]);
// The second run begins with what the first has kept, and keeps both.
cli(['lsp', '--stdio'], serverSession(readFileSync(sample, 'utf8')));

/** What a client sends that opens a draft, asks for its findings and ends the server. */
function serverSession(text) {
  const document = { uri: 'file:///practice.md', languageId: 'markdown', version: 1, text };
  const capabilities = { textDocument: { diagnostic: {} } };
  const messages = [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities } },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: document } },
    { id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: document.uri } } },
    { id: 3, method: 'shutdown' },
    { method: 'exit' },
  ];
  return messages
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    .join('');
}
