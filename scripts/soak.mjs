// `npm run soak`: the long tier of what `npm test` does shortly: a million edits, a hundred thousand mutated
// messages, a thousand kills, a thousand generated reports. SEED=… repeats a run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, root, run } from './ensure.mjs';

ensurePackages();
run(process.execPath, ['scripts/build.mjs'], '编译失败。');
const seed = process.env.SEED ?? String(Date.now() % 1e9);
console.log(`SEED=${seed}`);
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    'test/fuzz',
    'test/lsp/protocol.test.ts',
    'test/cli/kill.test.ts',
    'test/core/report/layouts.test.ts',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SEED: seed, SOAK: process.env.SOAK ?? '1000000', GOUJI_SOAK: '1000' },
  },
);
process.exitCode = status ?? 1;
