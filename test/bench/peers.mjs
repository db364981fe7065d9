// The neighbours, installed from npm into a cache that git ignores.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/ensure.mjs';

const folder = join(root, '.cache', 'bench-peers');
const packages = [
  'markdownlint-cli2@0.24.1',
  'zhlint@0.8.2',
  'autocorrect-node@2.14.0',
  'rumdl@0.2.75',
  'textlint@15.8.0',
  'textlint-rule-preset-ja-technical-writing@12.0.2',
  'vscode-json-languageserver@1.3.4',
  'yaml-language-server@2.0.0',
  'unified-language-server@4.1.0',
  'remark@15.0.1',
  'remark-preset-lint-recommended@7.0.1',
];
/** remark-lint has no server of its own: a few lines make one, as unified-language-server describes. */
const remarkServer = `
import { createUnifiedLanguageServer } from 'unified-language-server';
createUnifiedLanguageServer({
  configurationSection: 'remark', packageField: 'remarkConfig', pluginPrefix: 'remark',
  processorName: 'remark', processorSpecifier: 'remark', plugins: ['remark-preset-lint-recommended'],
});
`;

const script = (name, path) => join(folder, 'node_modules', name, path);

/** Packages that cannot be installed are left out of the tables. */
export function installPeers() {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, JSON.stringify({ private: true }));
  writeFileSync(join(folder, 'remark-server.mjs'), remarkServer);
  for (const name of packages)
    if (!existsSync(join(folder, 'node_modules', name.slice(0, name.lastIndexOf('@')))))
      spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', name], {
        cwd: folder,
        stdio: 'inherit',
      });
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function binOf(name, bin = name) {
  const path = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(path)) return undefined;
  const own = JSON.parse(readFileSync(path, 'utf8')).bin;
  const file = typeof own === 'string' ? own : own?.[bin];
  return file === undefined ? undefined : script(name, file);
}

/** `[name and version, command, args, options]` of the command lines, for one file. */
export function peerCommands(file) {
  const list = [
    ['markdownlint-cli2', 'markdownlint-cli2', [file]],
    ['zhlint', 'zhlint', [file]],
    ['autocorrect-node', 'autocorrect', ['--lint', file]],
    ['rumdl', 'rumdl', ['check', '--no-cache', file]],
    ['textlint', 'textlint', ['--preset', 'ja-technical-writing', file]],
  ];
  return list.flatMap(([name, bin, args]) => {
    const path = binOf(name, bin);
    return path === undefined
      ? []
      : [[`${name} ${versionOf(name)}`, process.execPath, [path, ...args], { cwd: folder }]];
  });
}

/** The language servers, with the language they are shown the same text as. */
export function peerServers() {
  const list = [
    ['rumdl', 'rumdl', ['server', '--stdio'], 'markdown'],
    ['vscode-json-languageserver', 'vscode-json-languageserver', ['--stdio'], 'json'],
    ['yaml-language-server', 'yaml-language-server', ['--stdio'], 'yaml'],
  ];
  const found = list.flatMap(([name, bin, args, language]) => {
    const path = binOf(name, bin);
    return path === undefined
      ? []
      : [{ name: `${name} ${versionOf(name)}`, command: process.execPath, args: [path, ...args], language }];
  });
  if (existsSync(script('unified-language-server', 'package.json')))
    found.push({
      name: `unified-language-server ${versionOf('unified-language-server')} + remark-lint`,
      command: process.execPath,
      args: [join(folder, 'remark-server.mjs'), '--stdio'],
      language: 'markdown',
    });
  return found;
}
