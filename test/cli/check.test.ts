import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterEach, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { type Workplace, workplace } from './cli.ts';

const form = forms[forms.length - 1] as Form;
const sound = sampleReport(form);
const faulty = sampleReport(form, { 'proceedings/review/total': '3' });

const cli = join(import.meta.dirname, '../../dist/cli.cjs');
let place: Workplace;
afterEach(() => place.remove());

describe('gouji check', () => {
  it('names place, severity, message and rule, a line a report, and a total', async () => {
    place = workplace({ '甲.md': faulty });
    const { status, out, err } = await place.gouji(['check', '甲.md']);
    const line = faulty.split('\n').findIndex((text) => text.startsWith('| 1 | 0 | 0 | 1 | 3 |')) + 1;
    expect(out.split('\n')).toEqual([
      `甲.md:${line}:19 错误 “行政复议”一组：总计应为 2（＝1＋0＋0＋1），现填 3，多 1。 sum-mismatch`,
      '甲.md（示例县自然资源局，2025年，2021年格式）：1 错误',
      '共 1 份年报：1 错误，0 提醒，0 建议，0 提示',
      '',
    ]);
    expect([status, err]).toEqual([1, '']);
  });

  it.each(['text', 'github'])('lets nothing of a draft steer the terminal: %s', async (format) => {
    const draft = sampleReport(form, { 'proceedings/review/total': '\u001b[31m红\u009b2J\u202e' });
    place = workplace({ 'a\u001b[2J.md': draft });
    const { out } = await place.gouji(['check', '--format', format, 'a\u001b[2J.md']);
    expect(out).toContain('\ufffd[31m红\ufffd2J');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    const fixed = (await place.gouji(['fix', '--dry-run', 'a\u001b[2J.md'])).out;
    expect(fixed.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f]/);
  });

  it('keeps the JSON contract', async () => {
    place = workplace({ '甲.md': faulty });
    const { out } = await place.gouji(['check', '--format', 'json', '甲.md']);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      version: 1,
      summary: { reports: 1, errors: 1, warnings: 0, information: 0, hints: 0 },
    });
    const [report] = result.reports;
    expect(report).toMatchObject({
      path: '甲.md',
      isReport: true,
      year: 2025,
      organ: '示例县自然资源局',
      organKind: '部门',
      form: '2021',
    });
    expect(report.findings[0]).toMatchObject({
      rule: 'sum-mismatch',
      severity: 'error',
      range: { start: { character: 18 }, end: { character: 19 } },
      figure: 'proceedings/review/total',
      equation: 'proceedings/review: total',
      expected: '2',
      actual: '3',
      delta: '1',
    });
    expect(report.findings[0].related).toHaveLength(4);
    expect(report.findings[0].fixes[0].edits[0].newText).toBe('2');
  });

  it('says the same on a line a report, as it goes', async () => {
    place = workplace({ 'a.md': sound, 'b.md': faulty });
    const { out } = await place.gouji(['check', '--format', 'ndjson', '.']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ path, findings }) => [path, findings.length])).toEqual([
      ['a.md', 0],
      ['b.md', 1],
    ]);
  });

  it('takes a list of files from standard input', async () => {
    place = workplace({ 'a.md': sound, 'b.md': faulty });
    const { out, status } = await place.gouji(
      ['check', '--format', 'ndjson', '--files-from', '-'],
      'b.md\na.md\n',
    );
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).path),
    ).toEqual(['b.md', 'a.md']);
    expect(status).toBe(1);
  });

  it('writes SARIF with rules, places and related places', async () => {
    place = workplace({ '甲.md': faulty });
    const { out } = await place.gouji(['check', '--format', 'sarif', './甲.md']);
    const log = JSON.parse(out) as Log;
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    const [result] = run?.results ?? [];
    const rule = run?.tool.driver.rules?.[result?.ruleIndex ?? -1];
    expect(rule?.id).toBe('sum-mismatch');
    expect(result).toMatchObject({ ruleId: 'sum-mismatch', level: 'error' });
    const region = result?.locations?.[0]?.physicalLocation?.region;
    expect([region?.startColumn, region?.endColumn]).toEqual([19, 20]);
    expect(result?.relatedLocations).toHaveLength(4);
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(encodeURIComponent('甲.md'));
  });

  it('writes JUnit that holds markup of the draft as text', async () => {
    place = workplace({ '<a>&.md': sampleReport(form, { 'proceedings/review/total': '<b>"&' }) });
    const { out } = await place.gouji(['check', '--format', 'junit', '<a>&.md']);
    expect(out).toContain('<testsuite name="&lt;a&gt;&amp;.md" tests="1" failures="1"');
    expect(out.match(/<failure /g)).toHaveLength(1);
    expect(out).not.toContain('<b>');
  });

  it('writes workflow commands', async () => {
    place = workplace({ 'a,b.md': faulty });
    const { out } = await place.gouji(['check', '--format', 'github', './a,b.md']);
    expect(out).toMatch(
      /^::error file=a%2Cb\.md,line=\d+,endLine=\d+,col=19,endColumn=20,title=sum-mismatch::“行政复议”/,
    );
  });

  it('writes a record of every equation, passed ones too, with the hash of the file', async () => {
    place = workplace({ '甲.md': faulty });
    const { out } = await place.gouji(['check', '--format', 'markdown', '甲.md']);
    expect(out).toContain('## 勾稽关系（44 条，43 条相等，1 条不等，0 条未填全）');
    expect(out.match(/\| 相等 \|/g)).toHaveLength(43);
    expect(out).toMatch(/\| SHA-256 \| [0-9a-f]{64} \|/);
    const html = (await place.gouji(['check', '--format', 'html', '甲.md'])).out;
    expect(html.match(/<td>相等<\/td>/g)).toHaveLength(43);
    expect(html).not.toContain('<script');
  });

  it('records the equations with last year’s report, and those of sentences', async () => {
    const before = sound.replaceAll('2025年', '2024年').replaceAll('2026年', '2025年');
    place = workplace({ '今年.md': sound, '去年.md': before });
    const rows = async (...more: string[]) => {
      const { out } = await place.gouji(['check', '--format', 'markdown', '今年.md', ...more]);
      return out.split('\n').filter((line) => / (?:相等|不等|未填全) \|/.test(line));
    };
    const alone = await rows();
    expect(alone.filter((row) => row.startsWith('| 正文 |'))).toEqual([
      '| 正文 | “收到申请12件” | 12＝新收 12 | 相等 | 第 9 行 |',
      '| 正文 | “办结11件” | 11＝办理总计 11 | 相等 | 第 9 行 |',
    ]);
    const compared = (await rows('--last', '去年.md')).filter((row) => row.includes('上年的'));
    expect(compared).toContain('| 表三 | “自然人”一列 | 上年结转 1＝上年的结转下年 1 | 相等 | 第 36 行 |');
    expect(compared).toHaveLength(9);
    expect(alone.join()).not.toContain('上年的');
  });

  it('writes the records of several reports as one page, and says of another file that there is none', async () => {
    place = workplace({ '甲.md': faulty, '乙.md': sound, 'README.md': '# 说明\n' });
    const { out, err } = await place.gouji(['check', '--format', 'html', '甲.md', '乙.md', 'README.md']);
    expect(out.match(/<!doctype html>/g)).toHaveLength(1);
    expect(out.match(/<h1>校核记录<\/h1>/g)).toHaveLength(2);
    expect(out.match(/<p>没有。<\/p>/g)).toHaveLength(3);
    expect(err).toBe('README.md：不是政府信息公开工作年度报告，没有检查。\n');
  });

  it('writes what is no Markdown into a Markdown record as text', async () => {
    const name = 'a\\|<b>`[x].md';
    place = workplace({ [name]: sound });
    const { out } = await place.gouji(['check', '--format', 'markdown', name]);
    expect(out).toContain('| 文件 | a\\\\\\|\\<b>\\`\\[x\\].md |');
  });

  it.each([
    ['error', 0],
    ['warning', 1],
  ])('with --max-severity %s exits %i on an error', async (allowed, status) => {
    place = workplace({ 'a.md': faulty });
    expect((await place.gouji(['check', '--max-severity', allowed, 'a.md'])).status).toBe(status);
  });

  it('reads standard input', async () => {
    place = workplace();
    const { out, status } = await place.gouji(['check', '-'], faulty);
    expect(out).toMatch(/^-:\d+:19 错误/);
    expect(status).toBe(1);
  });

  it('finds reports in folders and by patterns, and leaves other files alone', async () => {
    place = workplace({
      '甲/2025.md': faulty,
      '甲/乙/2025.md': sound,
      '甲/README.md': '# 说明\n\n与年报有关。\n',
      '甲/node_modules/x.md': faulty,
    });
    const paths = async (...args: string[]) =>
      JSON.parse((await place.gouji(['check', '--format', 'json', ...args])).out).reports.map(
        ({ path }: { path: string }) => path,
      );
    expect(await paths('甲')).toEqual([join('甲', '2025.md'), join('甲', '乙', '2025.md')]);
    expect(await paths('**/2025.md')).toEqual(await paths('甲'));
    expect(await paths('甲/*.md')).toEqual([join('甲', '2025.md')]);
  });

  it('checks linked files in a folder, and says of a link that it leads nowhere', async () => {
    place = workplace({ '甲/a.md': sound, '乙.md': sound });
    symlinkSync(join('..', '乙.md'), join(place.folder, '甲', 'b.md'));
    symlinkSync('无.md', join(place.folder, '甲', 'c.md'));
    symlinkSync('.', join(place.folder, '甲', 'd.md'));
    const { out, err, status } = await place.gouji(['check', '甲', '--format', 'ndjson']);
    expect(out.match(/"path":"[^"]*"/g)).toEqual([
      `"path":"${join('甲', 'a.md')}"`,
      `"path":"${join('甲', 'b.md')}"`,
    ]);
    expect([status, err]).toEqual([2, `${join('甲', 'c.md')}：找不到这个文件。\n`]);
  });

  it('says of a named file that it is no report, without findings', async () => {
    place = workplace({ 'README.md': '# 说明\n' });
    const { out, status } = await place.gouji(['check', '--format', 'json', 'README.md']);
    expect(JSON.parse(out).reports).toEqual([{ path: 'README.md', isReport: false, findings: [] }]);
    expect(status).toBe(0);
  });

  it('takes levels from a settings file', async () => {
    place = workplace({ 'a.md': faulty, 'gouji.json': '{ "gouji.rules": { "arithmetic/*": "hint" } }' });
    const { out, status } = await place.gouji(['check', '--config', 'gouji.json', 'a.md']);
    expect(out).toContain('1 提示');
    expect(status).toBe(0);
  });

  it.each([
    ['{ "rules": { "sum-mismatc": "off" } }', '“sum-mismatc”不是规则，也不是 structure/*、'],
    ['{ "gouji.rules": { "sums/*": "off" } }', '“sums/*”不是规则'],
    [
      '{ "rules": { "sum-mismatch": "warn" } }',
      '“sum-mismatch”应为 error、warning、information、hint、off 之一，现在是 "warn"。',
    ],
    ['{ "rules": ["sum-mismatch"] }', '内容应是一个 JSON 对象。'],
  ])('a settings file that would do nothing is refused: %s', async (settings, words) => {
    place = workplace({ 'a.md': faulty, 'c.json': settings });
    const { err, status } = await place.gouji(['check', '--config', 'c.json', 'a.md']);
    expect(status).toBe(2);
    expect(err).toContain(`c.json：rules 里的${words}`);
  });
});

describe('gouji', () => {
  it.each([['--help'], ['-h'], ['help'], ['check', '--help'], ['new', '-h']])(
    '%s %s says every command and option',
    async (...args) => {
      place = workplace();
      const { out, status } = await place.gouji(args);
      expect(status).toBe(0);
      for (const words of [
        'check',
        'explain',
        'lsp',
        '--max-severity',
        '--files-from',
        '--fill-zero',
        '--from',
      ])
        expect(out).toContain(words);
    },
  );

  it('says its version', async () => {
    place = workplace();
    expect(await place.gouji(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it.skipIf(!existsSync('/dev/full'))(
    'that cannot write its results says so, and does not end as if nothing were wrong',
    () => {
      place = workplace({ 'a.md': sound });
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli, 'check', 'a.md'], {
        cwd: place.folder,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      expect([status, stderr]).toEqual([2, '标准输出：磁盘空间不足。\n']);
    },
  );
});

describe('bad input', () => {
  const latin = new Uint8Array([0xb8, 0xe6, 0xc1, 0xaa, 0x0a]);

  it('is said in one sentence that names the file; the other files are still done', async () => {
    place = workplace({
      'a.md': faulty,
      'gbk.md': latin,
      'binary.md': new Uint8Array([0, 1, 2, 0]),
      'wide.md': new Uint8Array([0xff, 0xfe, 0x61, 0]),
      'word.md': new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
      'large.md': new Uint8Array(30 * 1024 * 1024).fill(0x61),
      'empty/readme.txt': 'x',
    });
    const { status, out, err } = await place.gouji([
      'check',
      'gbk.md',
      'a.md',
      'binary.md',
      'wide.md',
      'word.md',
      'large.md',
      'missing.md',
      'empty',
    ]);
    expect(status).toBe(2);
    expect(out).toContain('sum-mismatch');
    expect(err.trim().split('\n').sort()).toEqual(
      [
        'gbk.md：不是 UTF-8 编码的文本。请用编辑器另存为 UTF-8 后再试。',
        'binary.md：不是文本文件，无法检查。',
        'wide.md：不是 UTF-8 编码的文本。请用编辑器另存为 UTF-8 后再试。',
        'word.md：是 Word 等办公软件的文件。请在其中全选、复制，粘贴到文本文件，再用 gouji import 导入，或另存为纯文本。',
        'large.md：文件有 30.0 MB，超过 20 MB 的上限，没有检查。',
        'missing.md：找不到这个文件。',
        'empty：目录里没有 .md 文件。',
      ].sort(),
    );
  });

  it('a file without read permission is named', () => {
    place = workplace({ 'a.md': faulty });
    chmodSync(place.folder, 0o755);
    chmodSync(join(place.folder, 'a.md'), 0);
    // root reads every file whatever its mode, so it hands the command to nobody.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check', 'a.md'], {
      cwd: place.folder,
      encoding: 'utf8',
      ...user,
    });
    expect([status, stderr]).toEqual([2, 'a.md：没有读取或写入的权限。\n']);
  });

  it.each(['check', 'fix', 'extract', 'import', 'new --from', 'explain'])(
    'lets nothing of a name that it complains of steer the terminal: %s',
    async (command) => {
      place = workplace({ 'a\u001b[2J.md': new Uint8Array([0xff, 0]) });
      const { err, status } = await place.gouji([...command.split(' '), 'a\u001b[2J.md']);
      expect(status).toBe(2);
      expect(err).toContain('a\ufffd[2J.md');
      expect(err).not.toContain('\u001b');
    },
  );

  it('a folder without reports is said to have none', async () => {
    place = workplace({ 'a/README.md': '# 说明\n' });
    const { status, err } = await place.gouji(['check', 'a']);
    expect([status, err]).toEqual([2, 'a：没有找到政府信息公开工作年度报告。\n']);
  });

  it('a file that several arguments stand for is checked once', async () => {
    place = workplace({ 'a/1.md': sound, 'a/2.md': '# 说明\n' });
    const { out } = await place.gouji(['check', 'a/*.md', './a/2.md', 'a', 'a/1.md']);
    const lines = out.split('\n').map((line) => line.split('：')[0]);
    expect(lines).toEqual(['a/1.md（示例县自然资源局，2025年，2021年格式）', './a/2.md', '共 1 份年报', '']);
  });

  it('a BOM shifts nothing', async () => {
    place = workplace({ 'a.md': `\ufeff${faulty}`, 'b.md': faulty });
    const ranges = async (path: string) =>
      JSON.parse((await place.gouji(['check', '--format', 'json', path])).out).reports[0].findings[0].range;
    expect(await ranges('a.md')).toEqual(await ranges('b.md'));
  });

  it.each([
    [['check'], '请写出要检查的文件'],
    [['check', '--format', 'xml', 'a.md'], '--format 应为 text、json'],
    [['check', '-', '--files-from', '-'], '标准输入只能读一次'],
    [['check', '--nope', 'a.md'], '没有“--nope”这个选项。'],
    [['check', 'a.md', '--format'], '选项“--format”后面缺少值，或者多了值。'],
    [['lsp', 'a.md'], '“a.md”是多余的。检查文件请用 gouji check'],
    [['chek'], '没有“chek”这个命令'],
    [['constructor'], '没有“constructor”这个命令'],
    [['explain', 'no-such-rule'], '没有“no-such-rule”'],
    [['extract'], '请写出要提取的文件'],
    [['new', '--year', '25'], '请用 --year 写出年度'],
    [['fix', '-'], '标准输入不能修正'],
  ])('%j exits 2 and says what to do', async (args, words) => {
    place = workplace({ 'a.md': sound });
    const { status, err } = await place.gouji(args);
    expect(status).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\bat .*\.ts:/);
  });
});
