import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { type Workplace, workplace } from './cli.ts';

const cli = join(import.meta.dirname, '../../dist/cli.cjs');
const form = forms[forms.length - 1];
const text = (total: string) =>
  form === undefined ? '' : sampleReport(form, { 'proceedings/review/total': total });

let place: Workplace;
afterEach(() => place.remove());

const names = Array.from({ length: 60 }, (_, index) => `年报/${String(index).padStart(3, '0')}.md`);
const files = () => Object.fromEntries(names.map((name, index) => [name, text(index % 3 === 0 ? '3' : '2')]));
const findingsOf = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string; findings: unknown[] })
    .map(({ path, findings }) => `${path} ${findings.length}`);
const expected = names.map((name, index) => `${name} ${index % 3 === 0 ? 1 : 0}`);

it('GNU parallel spreads a list of files over processes, as docs/batch.md says', () => {
  place = workplace(files());
  const command = `find 年报 -name '*.md' | parallel --will-cite --pipe -N 10 --jobs 2 '${process.execPath}' '${cli}' check --files-from - --format ndjson --max-severity error`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: place.folder,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(findingsOf(stdout).sort()).toEqual(expected);
});

it('a folder with many files is done by all cores, in the order of the files', () => {
  place = workplace(files());
  const { status, stdout } = spawnSync(process.execPath, [cli, 'check', '年报', '--format', 'ndjson'], {
    cwd: place.folder,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(findingsOf(stdout)).toEqual(expected);
});
