import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckedFinding, CheckedReport } from '../../server/src/cli/contract.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { formOfVersion } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { consistentFigures } from '../support/figures.ts';
import { renderReport } from '../support/layouts.ts';
import { type Workplace, workplace } from './cli.ts';

const form = formOfVersion('2021') as Form;
const oldForm = formOfVersion('2019') as Form;

let place: Workplace;
afterEach(() => place.remove());

/** One process; the reports by path. */
function checked(args: readonly string[], stdin = ''): ReadonlyMap<string, CheckedReport> {
  const { out, err } = place.start(['check', '--format', 'ndjson', ...args], { stdin });
  expect(err).toBe('');
  const lines = out.trim().split('\n');
  return new Map(lines.map((line) => JSON.parse(line) as CheckedReport).map((one) => [one.path, one]));
}

function found(report: CheckedReport | undefined, rule: string): readonly CheckedFinding[] {
  return report?.findings.filter((finding) => finding.rule === rule) ?? [];
}

/** What stands in a file where a finding leads to. */
function textAt(
  files: Readonly<Record<string, string>>,
  path: string,
  { start, end }: CheckedFinding['range'],
) {
  const line = files[path]?.split('\n')[start.line] ?? '';
  return line.slice(start.character, end.character);
}

const ofYear = (text: string, year: number) =>
  text
    .replaceAll('2026', '次年')
    .replaceAll('2025', String(year))
    .replaceAll('次年', String(year + 1));

/** Last year's report as this year's takes it up: 1 request carried over, 8 documents in force. */
const before = {
  'applications/received/otherOrg': '2',
  'applications/received/total': '11',
  'applications/carriedOut/otherOrg': '0',
  'applications/carriedOut/total': '1',
  'disclosure/documents/inForce': '8',
};
const lastYear = ofYear(sampleReport(form, before), 2024).replace('收到申请12件', '收到申请11件');

/** Of the one request carried in, its own sums know nothing: it is counted for a company instead of a person. */
const shifted = sampleReport(form, {
  'applications/received/natural': '9',
  'applications/received/enterprise': '0',
  'applications/carriedIn/natural': '0',
  'applications/carriedIn/enterprise': '1',
});

const yearRules = ['carry-over-mismatch', 'stock-mismatch'];

describe('last year’s report', () => {
  const files = { '2025.md': shifted, '去年/甲.md': lastYear };
  const fromFrontMatter = { ...files, '2025.md': `---\n上年报告: 去年/甲.md\n---\n${shifted}` };

  it.each([
    ['--last', files, ['--last', '去年/甲.md', '2025.md'], ''],
    ['上年报告 in the front matter', fromFrontMatter, ['2025.md'], ''],
    ['organ and year in a folder', files, ['.'], ''],
    ['organ and year in a list', files, ['--files-from', '-'], '去年/甲.md\n2025.md\n'],
    ['organ and year in a list, the other way round', files, ['--files-from', '-'], '2025.md\r\n去年/甲.md'],
  ])('named by %s is compared column by column, with places in its file', (_by, written, args, stdin) => {
    place = workplace(written);
    const reports = checked(args, stdin);
    const findings = found(reports.get('2025.md'), 'carry-over-mismatch');
    const shown = findings.map(({ figure, actual, expected, delta }) => [figure, actual, expected, delta]);
    expect(shown).toEqual([
      ['applications/carriedIn/natural', '0', '1', '-1'],
      ['applications/carriedIn/enterprise', '1', '0', '1'],
    ]);
    for (const { range, related, actual, expected } of findings) {
      expect(textAt(written, '2025.md', range)).toBe(actual);
      expect(related.map(({ path }) => path)).toEqual(['去年/甲.md']);
      for (const { range: there, path = '' } of related) expect(textAt(written, path, there)).toBe(expected);
    }
  });

  it('that is taken up rightly leaves nothing to say', () => {
    place = workplace({ '2025.md': sampleReport(form), '2024.md': lastYear });
    const reports = checked(['.']);
    expect(reports.size).toBe(2);
    for (const report of reports.values())
      expect(report.findings.filter(({ rule }) => yearRules.includes(rule))).toEqual([]);
  });

  it('is told by its organ: another’s is not compared', () => {
    place = workplace({ '2025.md': shifted, '2024.md': lastYear.replaceAll('自然资源局', '水务局') });
    expect(found(checked(['.']).get('2025.md'), 'carry-over-mismatch')).toEqual([]);
  });

  it('of the old form is compared where both forms ask for the same', () => {
    const first = ofYear(
      sampleReport(form, {
        'applications/carriedIn/natural': '0',
        'applications/received/natural': '9',
        'applications/carriedIn/total': '0',
        'applications/received/total': '13',
      }),
      2021,
    );
    place = workplace({ '2021.md': first, '2020.md': sampleReport(oldForm) });
    const report = checked(['2021.md', '2020.md']).get('2021.md');
    expect(report?.form).toBe('2021');
    const wrong = found(report, 'carry-over-mismatch');
    // The old practice report carries two requests over, and counts documents in another way.
    expect(wrong.map(({ figure, expected }) => [figure, expected])).toEqual([
      ['applications/carriedIn/natural', '1'],
      ['applications/carriedIn/otherOrg', '1'],
    ]);
    expect(found(report, 'stock-mismatch')).toEqual([]);
  });

  it('that cannot be read is said once, and the reports are checked all the same', () => {
    place = workplace({ '甲/1.md': shifted, '甲/2.md': shifted });
    const { out, err, status } = place.start(['check', '甲', '--last', '没有.md', '--format', 'ndjson']);
    expect([status, err]).toEqual([2, '没有.md：找不到这个文件。\n']);
    expect(out.trim().split('\n')).toHaveLength(2);
  });
});

describe('subordinate reports', () => {
  const [ofTown = new Map(), ofVillage = new Map()] = fc.sample(consistentFigures(form), {
    numRuns: 2,
    seed: 20257,
  });
  const sum = (address: string) =>
    String(Math.round(100 * (Number(ofTown.get(address)) + Number(ofVillage.get(address)))) / 100);
  const sums = new Map([...ofTown.keys()].map((address) => [address, sum(address)]));
  const written = renderReport(form, sums);
  const naming = (...children: readonly string[]) =>
    `---\n下级报告:\n${children.map((path) => `  - ${path}\n`).join('')}---\n${written}`;

  it('every figure that is not their sum is found, once, with the places in their files', () => {
    const addresses = [...ofTown.keys()];
    const files: Record<string, string> = { '乡镇/乙.md': renderReport(form, ofVillage) };
    for (const [index, address] of addresses.entries()) {
      const more = String(Number(ofTown.get(address)) + 1);
      files[`乡镇/甲${index}.md`] = renderReport(form, new Map(ofTown).set(address, more));
      files[`汇总/${index}.md`] = naming(`../乡镇/甲${index}.md`, '../乡镇/乙.md');
    }
    place = workplace(files);
    const reports = checked(['汇总']);
    expect(reports.size).toBe(addresses.length);
    for (const [index, address] of addresses.entries()) {
      const report = reports.get(join('汇总', `${index}.md`));
      const findings = found(report, 'roll-up-mismatch');
      expect(findings.map(({ figure, actual, delta }) => [figure, actual, delta])).toEqual([
        [address, sums.get(address), '-1'],
      ]);
      const [finding] = findings;
      const paths = [join('乡镇', `甲${index}.md`), join('乡镇', '乙.md')];
      expect(finding?.related.map(({ path }) => path)).toEqual(paths);
      const parts = finding?.related.map(({ path = '', range }) => Number(textAt(files, path, range)));
      expect(parts, address).toEqual([Number(ofTown.get(address)) + 1, Number(ofVillage.get(address))]);
    }
    console.log(`${addresses.length} of ${addresses.length} figures of a consolidated report`);
  });

  it('that are missing are named once, by their whole names', () => {
    place = workplace({
      '汇总.md': naming('乡镇/甲.md', '乡镇/乙：新.md', '乡镇/丙：*.md', '没有的目录/'),
      '乡镇/甲.md': renderReport(form, ofTown),
    });
    const findings = found(checked(['汇总.md']).get('汇总.md'), 'roll-up-mismatch');
    expect(findings.map(({ message }) => message)).toEqual([
      '缺 3 份下级报告（乡镇/乙：新.md、没有的目录/、乡镇/丙：*.md），汇总数没有全部核对。',
    ]);
  });

  it('that several paths mean count once, with slashes of either kind', () => {
    place = workplace({
      '汇总.md': naming('./乡镇/*.md', '乡镇\\甲.md', '乡镇', '.\\乡镇\\乙.md'),
      '乡镇/甲.md': renderReport(form, ofTown),
      '乡镇/乙.md': renderReport(form, ofVillage),
    });
    expect(found(checked(['汇总.md']).get('汇总.md'), 'roll-up-mismatch')).toEqual([]);
  });

  it('found by a pattern or in a folder are those of the same year, without the report itself', () => {
    const town = renderReport(form, ofTown);
    const files = {
      '年报/甲2025.md': town,
      '年报/甲2024.md': ofYear(town, 2024),
      '年报/乙2025.md': renderReport(form, ofVillage),
      '年报/说明.md': '# 说明\n',
    };
    for (const pattern of ['./*.md', '.']) {
      place = workplace({ ...files, '年报/全县2025.md': naming(pattern) });
      const report = checked(['年报/全县2025.md']).get('年报/全县2025.md');
      expect(found(report, 'roll-up-mismatch'), pattern).toEqual([]);
      place.remove();
    }
    place = workplace({ ...files, '年报/全县2025.md': naming('./*2025.md'), '年报/乙2025.md': town });
    expect(found(checked(['年报']).get(join('年报', '全县2025.md')), 'roll-up-mismatch')).not.toEqual([]);
  });
});
