// `npm run package`: builds and packs gouji-<version>.vsix, and holds its list of files and its size to what
// was agreed. The packages in the bundles are listed with their licences in THIRD-PARTY-NOTICES.md.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { ensurePackages, fail, root, run } from './ensure.mjs';

const largest = 1.5 * 1024 * 1024;

ensurePackages();
run(process.execPath, ['scripts/build.mjs'], '编译失败。');
const files = (await listFiles({ cwd: root, packageManager: PackageManager.None })).sort();
const wanted = readFileSync(join(root, 'scripts', 'package-files.txt'), 'utf8')
  .trim()
  .split('\n');
const docs = files.filter((file) => file.startsWith('docs/'));
const others = files.filter((file) => !file.startsWith('docs/'));
const surplus = others.filter((file) => !wanted.includes(file));
const missing = wanted.filter((file) => !others.includes(file));
if (surplus.length > 0 || missing.length > 0)
  fail(`扩展包的文件不对。多了：${surplus.join('、') || '无'}；少了：${missing.join('、') || '无'}。`);
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packagePath = join(root, `${name}-${version}.vsix`);
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  skipLicense: true,
  allowMissingRepository: true,
  baseContentUrl: 'https://example.invalid/',
  baseImagesUrl: 'https://example.invalid/',
});
const { size } = statSync(packagePath);
if (size > largest) fail(`扩展包有 ${(size / 1024 / 1024).toFixed(2)} MB，超过 1.5 MB。`);
console.log(
  `${packagePath}：${(size / 1024).toFixed(0)} KB，${files.length} 个文件（其中文档 ${docs.length} 个）`,
);
