// `npm run soak`: the long tier of what `npm test` does shortly: a million edits each of outline and findings, a
// hundred thousand mutated messages, edits and streams of frames, ten thousand times open and close, a thousand
// kills, fifty-five thousand documents mended and formatted, a thousand generated reports. SOAK=20000 does two
// hundredths of all that; SEED=… repeats a run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, root, run } from './ensure.mjs';

ensurePackages();
run(process.execPath, ['scripts/build.mjs'], '编译失败。');
const seed = process.env.SEED ?? String(Date.now() % 1e9);
const soak = process.env.SOAK ?? '1000000';
console.log(`SEED=${seed} SOAK=${soak}`);
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    'test/fuzz',
    'test/lsp/protocol.test.ts',
    'test/lsp/frames.test.ts',
    'test/lsp/memory.test.ts',
    'test/lsp/large.test.ts',
    'test/cli/kill.test.ts',
    'test/lsp/edits.test.ts',
    'test/core/report/layouts.test.ts',
    'test/core/report/damage.test.ts',
    'test/core/equations/evidence.test.ts',
    'test/core/rules/fixes.test.ts',
    'test/core/features/format.test.ts',
    // Whatever has no limit of its own that grows with what there is to do.
    '--testTimeout=86400000',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SEED: seed, SOAK: soak },
  },
);
process.exitCode = status ?? 1;
