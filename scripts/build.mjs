// Builds dist/: the bundles, and the command line's compiled code, kept after a real run.
import { spawnSync } from 'node:child_process';
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
spawnSync(process.execPath, [join(dist, 'cli.cjs'), 'check', join(root, 'samples', 'practice.md')], {
  env,
  stdio: 'ignore',
});
