import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { formOfVersion, forms } from '../../server/src/core/forms/forms.ts';
import { layoutsOf } from '../../server/src/core/forms/layout.ts';
import type { Report } from '../../server/src/core/report/report.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { type Workplace, workplace } from './cli.ts';

const form = forms[forms.length - 1] as Form;
const sound = sampleReport(form);
const all = layoutsOf(form).flatMap(({ figures }) => figures.map(({ address }) => address));

let place: Workplace;
afterEach(() => place.remove());
const read = (path: string) => readFileSync(join(place.folder, path), 'utf8');

describe('gouji extract', () => {
  it('gives every figure with its address, blanks and unreadable ones apart', async () => {
    place = workplace({
      'a.md': sampleReport(form, {
        'applications/granted/legal': '/',
        'applications/granted/research': '约三十',
      }),
    });
    const [report] = JSON.parse((await place.gouji(['extract', 'a.md'])).out).reports;
    expect(Object.keys(report.figures)).toHaveLength(all.length - 2);
    expect(report.figures).toMatchObject({
      'applications/received/total': '12',
      'disclosure/fees/amount': '36.5',
    });
    expect(report.blank).toEqual(['applications/granted/legal']);
    expect(report.unreadable).toEqual({ 'applications/granted/research': '约三十' });
  });

  it('writes CSV that no spreadsheet takes for a formula', async () => {
    place = workplace({ '=a.md': sound });
    const { out } = await place.gouji(['extract', '--format', 'csv', '=a.md']);
    const lines = out.trim().split('\r\n');
    expect(lines).toHaveLength(all.length + 1);
    expect(lines[1]).toBe("'=a.md,2025,示例县自然资源局,2021,disclosure/rules/made,0,number");
  });
});

describe('gouji fix', () => {
  const spoilt = sampleReport(form, {
    'proceedings/review/total': '3',
    'disclosure/licence/decisions': '１２０',
  }).replace('5.属于三类内部事务信息', '5.属于三类内部事物信息');

  it('shows old and new, writes what is left, and finds nothing the second time', async () => {
    place = workplace({ 'a.md': spoilt });
    const { out, status } = await place.gouji(['fix', 'a.md']);
    expect(status).toBe(0);
    expect(out).toContain('１２０ → 120');
    expect(out).toContain('3 → 2');
    expect(out).toContain('5.属于三类内部事物信息 → 5.属于三类内部事务信息');
    expect(read('a.md')).toBe(sound);
    expect((await place.gouji(['fix', 'a.md'])).out).toBe('a.md：没有可以自动修正的地方\n');
    expect(readdirSync(place.folder)).toEqual(['a.md']);
  });

  it('tells the places of the file that was read, also of what is only mended afterwards', async () => {
    const draft = sampleReport(form, {
      'applications/received/research': '',
      'applications/received/nonprofit': '',
      'applications/received/total': '',
    }).replace('自然人', '自然 人');
    place = workplace({ 'a.md': draft });
    const { out } = await place.gouji(['fix', '--dry-run', '--fill-zero', 'a.md']);
    const lines = draft.split('\n');
    const at = lines.findIndex((line) => line.startsWith('| 一、本年新收'));
    const row = lines[at] ?? '';
    // In the row the two blanks are filled first, then the total is computed.
    const columns = [row.indexOf('1') + 5, row.indexOf('1') + 7, row.length];
    const said = out.split('\n').filter((line) => line.startsWith(`a.md:${at + 1}:`));
    expect(said).toEqual([
      `a.md:${at + 1}:${columns[0]} （空） → 0`,
      `a.md:${at + 1}:${columns[1]} （空） → 0`,
      `a.md:${at + 1}:${columns[2]} （空） → 12`,
    ]);
  });

  it('changes nothing with --dry-run', async () => {
    place = workplace({ 'a.md': spoilt });
    await place.gouji(['fix', '--dry-run', 'a.md']);
    expect(read('a.md')).toBe(spoilt);
  });

  it('fills in 0, tidies and converts whole tables only when it is asked to', async () => {
    const older = formOfVersion('2019') as Form;
    const blank = { 'applications/received/research': '', 'applications/received/total': '' };
    const front = '---\n格式: 2021\n---\n\n';
    place = workplace({
      'a.md': sampleReport(form, blank).replace('|---|---|---|', '| --- | --- | --- |'),
      'b.md': front + sampleReport(older),
    });
    const untouched = (await place.gouji(['fix', 'a.md', 'b.md', '--dry-run'])).out;
    expect(untouched).not.toContain('（空） → 0');
    expect(untouched).not.toContain('改写表格');
    expect((await place.gouji(['fix', 'a.md', '--fill-zero'])).out).toContain('（空） → 0');
    expect(read('a.md')).toBe(sound);
    expect((await place.gouji(['fix', 'b.md', '--convert', '--dry-run'])).out).toContain('改写表格');
    expect(read('b.md')).toBe(front + sampleReport(older));
    await place.gouji(['fix', 'b.md', '--convert', '--fill-zero', '--tidy']);
    const { figures, form: read2021 } = analyze(read('b.md')).report as Report;
    expect(read2021.version).toBe('2021');
    expect([...figures.values()].filter(({ value }) => value.kind === 'blank')).toEqual([]);
    expect(figures.get('applications/received/total')?.cells[0]?.text).toBe('12');
  });

  it('keeps BOM and line endings', async () => {
    place = workplace({ 'a.md': `\ufeff${spoilt.replaceAll('\n', '\r\n')}` });
    await place.gouji(['fix', 'a.md']);
    expect(read('a.md')).toBe(`\ufeff${sound.replaceAll('\n', '\r\n')}`);
  });

  it('writes through a link, which stays one, and leaves the mode as it is', async () => {
    place = workplace({ '甲/a.md': spoilt });
    symlinkSync(join('甲', 'a.md'), join(place.folder, 'link.md'));
    chmodSync(join(place.folder, '甲/a.md'), 0o666);
    expect((await place.gouji(['fix', 'link.md'])).status).toBe(0);
    expect(read('甲/a.md')).toBe(sound);
    expect(lstatSync(join(place.folder, 'link.md')).isSymbolicLink()).toBe(true);
    expect(statSync(join(place.folder, '甲/a.md')).mode & 0o777).toBe(0o666);
    expect(readdirSync(join(place.folder, '甲'))).toEqual(['a.md']);
  });

  it('leaves a read-only file as it is', async () => {
    place = workplace({ 'a.md': spoilt });
    chmodSync(join(place.folder, 'a.md'), 0o444);
    const { err, status } = await place.gouji(['fix', 'a.md']);
    expect([status, err]).toEqual([2, 'a.md：文件是只读的，没有写入。\n']);
    expect(read('a.md')).toBe(spoilt);
  });

  it('writes a file whose name is as long as a name can be', async () => {
    const name = `${'年'.repeat(84)}.md`;
    place = workplace({ [name]: spoilt });
    await place.gouji(['fix', name]);
    expect(read(name)).toBe(sound);
  });

  it('leaves other files alone', async () => {
    place = workplace({ 'README.md': '# 说明\n\n|a|b|\n|-|-|\n|１|2|\n' });
    expect((await place.gouji(['fix', 'README.md'])).status).toBe(2);
    expect(read('README.md')).toContain('|１|2|');
  });
});

describe('gouji new', () => {
  it('writes a report that has only blanks to fill', async () => {
    place = workplace();
    await place.gouji([
      'new',
      '--year',
      '2025',
      '--organ',
      '示例县自然资源局',
      '--kind',
      '部门',
      '-o',
      '2025.md',
    ]);
    const { out, status } = await place.gouji(['check', '--format', 'json', '2025.md']);
    const [report] = JSON.parse(out).reports;
    expect(
      report.findings.filter(
        ({ severity }: { severity: string }) => severity === 'error' || severity === 'warning',
      ),
    ).toEqual([]);
    expect(status).toBe(0);
  });

  it('takes organ and year from last year’s report where they are not given', async () => {
    place = workplace({ '2025.md': sound });
    const { out, status } = await place.gouji(['new', '--from', '2025.md']);
    expect(status).toBe(0);
    expect(out).toContain('年度: 2026\n机关: 示例县自然资源局\n上年报告: ./2025.md');
  });

  it('carries last year forward and writes over nothing', async () => {
    place = workplace({ '2025.md': sound });
    await place.gouji([
      'new',
      '--year',
      '2026',
      '--organ',
      '示例县自然资源局',
      '--from',
      '2025.md',
      '-o',
      '2026.md',
    ]);
    const [report] = JSON.parse((await place.gouji(['extract', '2026.md'])).out).reports;
    expect(report.figures).toEqual({
      'applications/carriedIn/natural': '1',
      'applications/carriedIn/enterprise': '0',
      'applications/carriedIn/research': '0',
      'applications/carriedIn/nonprofit': '0',
      'applications/carriedIn/legal': '0',
      'applications/carriedIn/otherOrg': '1',
      'applications/carriedIn/total': '2',
    });
    expect(read('2026.md')).toContain('〔待更新〕2026年，示例县自然资源局');
    const again = await place.gouji(['new', '--year', '2026', '--organ', 'x', '-o', '2026.md']);
    expect([again.status, again.err]).toEqual([2, '2026.md：文件已经存在，没有写入。请换一个文件名。\n']);
  });
});

describe('gouji import', () => {
  it('makes a new file and writes over nothing, not even its source', async () => {
    place = workplace({ 'a.txt': sound, 'b.md': '改过的稿子' });
    expect((await place.gouji(['import', 'a.txt', '-o', 'a.md'])).status).toBe(0);
    expect(read('a.md')).toBe(sound);
    for (const output of ['a.txt', 'b.md']) {
      const { err, status } = await place.gouji(['import', 'a.txt', '-o', output]);
      expect([status, err]).toEqual([2, `${output}：文件已经存在，没有写入。请换一个文件名。\n`]);
    }
    expect(read('a.txt')).toBe(sound);
    expect(read('b.md')).toBe('改过的稿子');
  });

  it('says that there is no such folder', async () => {
    place = workplace({ 'a.txt': sound });
    const { err, status } = await place.gouji(['import', 'a.txt', '-o', '无/a.md']);
    expect([status, err]).toEqual([2, '无/a.md：没有这个文件夹，没有写入。\n']);
  });
});

describe('gouji explain', () => {
  it('explains a rule, an article and a figure', async () => {
    place = workplace();
    expect((await place.gouji(['explain', 'sum-mismatch'])).out).toMatch(
      /总计不等于各项之和[\s\S]*例：.*总计应为/,
    );
    expect((await place.gouji(['explain', '第三十六条'])).out).toContain('第三十六条');
    expect((await place.gouji(['explain', 'applications/denied.process'])).out).toContain(
      '属于四类过程性信息',
    );
  });

  it.each([
    ['第三十六条第（五）项', '第三十六条第（五）项：不归本机关公开'],
    ['五、存在的主要问题及改进情况', '两方面都要有具体内容'],
    ['存在的主要问题及改进情况', '依据：《条例》第五十条'],
    ['商业企业', '申请人情况 › 法人或其他组织 › 商业企业　2021年格式 表三'],
    ['（三）不予公开', '包括：1.属于国家秘密'],
    ['表三', '收到和处理政府信息公开申请情况'],
    ['行政处罚', '《条例》第二十条第（六）项'],
    ['《保守国家秘密法》', '自 2024-05-01 起施行'],
    ['国办函〔2020〕109号', '政府信息公开信息处理费管理办法'],
    [' 国务院令第711号 ', '《中华人民共和国政府信息公开条例》'],
    ['applications/received/total', '“本年新收政府信息公开申请数量”行“总计”列'],
  ])('says of %s what a hover says, without marks and links', async (subject, words) => {
    place = workplace();
    const { out, status } = await place.gouji(['explain', subject]);
    expect(status).toBe(0);
    expect(out).toContain(words);
    expect(out).not.toMatch(/\*\*|gouji:|\\/);
  });

  it('says what can be explained when it does not know a word', async () => {
    place = workplace();
    const { err, status } = await place.gouji(['explain', '天气']);
    expect(status).not.toBe(0);
    expect(err).toContain('没有“天气”这条规则、条文、法规');
    expect(err).toContain('sum-mismatch  总计不等于各项之和');
  });

  it('names what is near to a word it does not know', async () => {
    place = workplace();
    const { err } = await place.gouji(['explain', '结转']);
    expect(err).toContain('相近的有：');
    expect(err).toContain('carry-over-mismatch');
    expect(err).toContain('四、结转下年度继续办理');
    expect(err).not.toContain('sum-mismatch');
  });
});
