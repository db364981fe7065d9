// Builds dist/.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';
import { root } from './ensure.mjs';

await rm(join(root, 'dist'), { recursive: true, force: true });
await Promise.all(bundles.map((options) => build(options)));
