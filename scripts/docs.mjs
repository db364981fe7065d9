// Writes the files that are made from the code: the rules' pages, the snippets, the notices of third parties. With
// --check, only says whether what is committed is up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './ensure.mjs';
import { thirdPartyNotices } from './notices.mjs';

const check = process.argv.includes('--check');
const bundle = join(root, 'node_modules', '.cache', 'gouji-docs.mjs');
await build({
  entryPoints: [join(root, 'scripts', 'generated.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
const { generatedFiles } = await import(`file://${bundle}`);

const files = generatedFiles();
files.set('THIRD-PARTY-NOTICES.md', await thirdPartyNotices());
const stale = [];
for (const [path, text] of files) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const rulePages = join(root, 'docs', 'rules');
for (const name of existsSync(rulePages) ? readdirSync(rulePages) : []) {
  if (files.has(`docs/rules/${name}`)) continue;
  stale.push(`docs/rules/${name}`);
  if (!check) rmSync(join(rulePages, name));
}
if (check && stale.length > 0) {
  console.error(
    `这些生成的文件过期了，请运行 npm run docs：\n${stale.map((path) => `  ${path}`).join('\n')}`,
  );
  process.exitCode = 1;
} else console.log(`${files.size} 个生成的文件${check ? '都是最新的' : `，更新了 ${stale.length} 个`}`);
