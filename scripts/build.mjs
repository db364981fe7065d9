// Builds dist/: the bundles, and the compiled code of the command line and of its server, kept after
// a real run of each.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles, escapeRest } from './bundles.mjs';
import { root } from './ensure.mjs';

const dist = join(root, 'dist');
// V8 compares no more of a source than its length: code kept of another build must be gone before.
for (const name of ['gouji.cache', 'gouji.lsp.cache']) await rm(join(dist, name), { force: true });
await Promise.all(bundles.map((options) => build(options)));
const bundle = join(dist, 'gouji.cjs');
await writeFile(bundle, escapeRest(await readFile(bundle, 'utf8')));
await copyFile(join(root, 'scripts', 'loader.cjs'), join(dist, 'cli.cjs'));
const env = { ...process.env, GOUJI_WRITE_CACHE: '1' };
const sample = join(root, 'samples', 'practice.md');
await run(['check', sample], '');
// The server begins with what a check has compiled, as a draft it opens may need more than the practice report does.
await copyFile(join(dist, 'gouji.cache'), join(dist, 'gouji.lsp.cache'));
await run(['lsp', '--stdio'], serverSession(await readFile(sample, 'utf8')));

/** Runs the command line to its end. Its input stays open: a server whose input ends leaves its work. */
async function run(args, input) {
  const child = spawn(process.execPath, [join(dist, 'cli.cjs'), ...args], {
    env,
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: 60_000,
  });
  child.stdin.write(input);
  const [status] = await once(child, 'exit');
  // A practice report has findings, which is status 1.
  if (status !== 0 && status !== 1) throw new Error(`gouji ${args.join(' ')}: ${status}`);
}

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
