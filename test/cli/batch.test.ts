import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { CheckedReport } from '../../server/src/cli/contract.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { cliPath, type Workplace, workplace } from './cli.ts';

const form = forms[forms.length - 1] as Form;
const sound = sampleReport(form);
const faulty = sampleReport(form, { 'proceedings/review/total': '3' });

let place: Workplace;
afterEach(() => place.remove());

/** Every third is faulty. */
const nameOf = (index: number) => `年报/${String(index).padStart(3, '0')}.md`;
const folderOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [nameOf(at), at % 3 === 0 ? faulty : sound]));
const expectedOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `${nameOf(at)} ${at % 3 === 0 ? 1 : 0}`);
const findingsOf = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CheckedReport)
    .map(({ path, findings }) => `${path} ${findings.length}`);

it('GNU parallel spreads a list of files over processes, by the line of docs/batch.md', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/batch.md'), 'utf8');
  const [line = ''] = /^find 年报 .*parallel .*$/m.exec(docs) ?? [];
  expect(line).toContain('gouji check');
  place = workplace({
    ...folderOf(210),
    'bin/gouji': `#!/bin/sh\nexec '${process.execPath}' '${cliPath}' "$@"\n`,
  });
  const command = `chmod +x bin/gouji && PATH="$PWD/bin:$PATH" && ${line}`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: place.folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const written = readFileSync(join(place.folder, '结果.ndjson'), 'utf8');
  expect(findingsOf(written).sort()).toEqual(expectedOf(210));
});

it.each([
  ['a folder', ['年报'], ''],
  ['a list', ['--files-from', '-'], Array.from({ length: 60 }, (_, at) => `${nameOf(at)}\n`).join('')],
])('%s with many files is done by several threads, in the order of the files', (_what, args, stdin) => {
  place = workplace({ ...folderOf(60), 'threads.cjs': countThreads });
  const { status, out, err } = place.start(['check', '--jobs', '2', '--format', 'ndjson', ...args], {
    stdin,
    preload: 'threads.cjs',
  });
  expect([status, err]).toEqual([1, 'thread\nthread\n']);
  expect(findingsOf(out)).toEqual(expectedOf(60));
});

const countThreads = `const { isMainThread } = require('node:worker_threads');
if (!isMainThread) require('node:fs').writeSync(2, 'thread\\n');
`;

/** Ends the thread in which it is when certain files are read, as a thread without memory ends. */
const deadly = `const { isMainThread } = require('node:worker_threads');
const fs = require('node:fs');
const { readFileSync } = fs;
if (!isMainThread)
  fs.readFileSync = (path, ...rest) => (String(path).includes('致命') ? process.exit(7) : readFileSync(path, ...rest));
`;

it('a thread that ends at a file is replaced: that file is named, all others are checked', () => {
  const lost = ['年报/000致命.md', '年报/031致命.md', '年报/032致命.md', '年报/059致命.md'];
  place = workplace({
    ...folderOf(60),
    ...Object.fromEntries(lost.map((name) => [name, sound])),
    'deadly.cjs': deadly,
  });
  const { status, out, err } = place.start(['check', '--jobs', '2', '--format', 'ndjson', '年报'], {
    preload: 'deadly.cjs',
  });
  expect(status).toBe(2);
  expect(err.split('\n')).toEqual([
    ...lost.map(
      (name) => `${name}：检查这份文件时程序意外中断，没有检查。请单独再检查一次；如仍不行，请报告给开发者。`,
    ),
    '',
  ]);
  expect(findingsOf(out)).toEqual(expectedOf(60));
});

it('threads that cannot even start leave every file named, and the run ends', () => {
  place = workplace({
    ...folderOf(60),
    'deadly.cjs': `if (!require('node:worker_threads').isMainThread) process.exit(7);`,
  });
  const { status, out, err } = place.start(['check', '--jobs', '2', '年报'], { preload: 'deadly.cjs' });
  expect([status, out]).toEqual([2, '']);
  expect(
    err
      .trim()
      .split('\n')
      .map((line) => line.split('：')[0]),
  ).toEqual(Array.from({ length: 60 }, (_, at) => nameOf(at)));
});

/** What the whole process took at most, in MB, told at its end. */
const tellMemory = `if (require('node:worker_threads').isMainThread)
  process.on('exit', () => require('node:fs').writeSync(2, String(process.resourceUsage().maxRSS / 1024)));
`;

it('a list ten times as long takes no more memory', () => {
  // Short drafts: it is the number of files that counts here.
  const short = '# 示例县自然资源局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n收到申请12件。\n';
  const levels = '{ "rules": { "tables/*": "off" } }';
  place = workplace({
    '1.md': short,
    '2.md': short,
    '3.md': short,
    'levels.json': levels,
    'memory.cjs': tellMemory,
  });
  const memoryOf = (files: number) => {
    const stdin = Array.from({ length: files }, (_, index) => `${(index % 3) + 1}.md\n`).join('');
    const args = ['check', '--config', 'levels.json', '--format', 'ndjson', '--files-from', '-'];
    // A small young generation: what is garbage is soon gone, and what is kept shows.
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-semi-space-size=1', '--require', './memory.cjs', cliPath, ...args],
      { cwd: place.folder, input: stdin, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    expect(stdout.split('\n')).toHaveLength(files + 1);
    return Number(stderr);
  };
  const [few, many] = [memoryOf(500), memoryOf(5000)];
  console.log(`500 files: ${few.toFixed(0)} MB, 5000 files: ${many.toFixed(0)} MB`);
  // The heaps of three threads settle within 50 MB; findings that were kept, as in --format json, would take 200.
  expect(many - few).toBeLessThan(100);
}, 240_000);

const script = '/usr/bin/script';

it.skipIf(!existsSync(script))('progress is shown on a terminal, and taken away at the end', () => {
  place = workplace({ ...folderOf(60), 'few/1.md': sound });
  const onTerminal = (args: string) =>
    spawnSync(script, ['-qec', `'${process.execPath}' '${cliPath}' check ${args} > out`, '/dev/null'], {
      cwd: place.folder,
      encoding: 'utf8',
    }).stdout;
  const shown = onTerminal('年报 --format ndjson');
  expect(shown).toContain('\r[██████████░░░░░░░░░░]  50%　共 60 份');
  expect(shown).toMatch(/100%　共 60 份\r\u001b\[K$/);
  expect(findingsOf(readFileSync(join(place.folder, 'out'), 'utf8'))).toEqual(expectedOf(60));
  // Nothing to wait for.
  expect(onTerminal('few')).toBe('');
  // No terminal.
  expect(place.start(['check', '年报', '--format', 'ndjson']).err).toBe('');
});
