// One thing done to every report of a folder, in one process: `node batchCore.mjs <core> <function> <folder>`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [core, work, folder] = process.argv.slice(2);
const { [work]: done } = await import(pathToFileURL(core).href);
for (const name of readdirSync(folder, { recursive: true }))
  if (name.endsWith('.md')) done(readFileSync(join(folder, name), 'utf8'));
