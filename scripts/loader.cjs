#!/usr/bin/env node
'use strict';
// Starts gouji.cjs beside it with the compiled code that the build kept, so that nothing is compiled twice. The
// data only fits the Node.js that wrote it; any other ignores it and compiles as usual.
const { readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// V8 may decide, as its first collections happen to fall, that what we make lives long: then all of each report is
// kept until a full collection, which takes a batch a fifth more time and half as much memory again.
setFlagsFromString('--no-allocation-site-pretenuring');

const folder = dirname(__filename);
const filename = join(folder, 'gouji.cjs');
// What only the server calls would be read in vain by a check.
const kept = join(folder, process.argv[2] === 'lsp' ? 'gouji.lsp.cache' : 'gouji.cache');
let cachedData;
try {
  cachedData = readFileSync(kept);
} catch {}
const script = new Script(wrap(readFileSync(filename, 'latin1')), {
  filename,
  ...(cachedData === undefined ? {} : { cachedData }),
});
script.runInThisContext()(exports, require, module, __filename, folder);
if (process.env.GOUJI_WRITE_CACHE !== undefined) {
  // Written at the very end: by then all that a run needs has been compiled.
  process.on('exit', () => require('node:fs').writeFileSync(kept, script.createCachedData()));
}
