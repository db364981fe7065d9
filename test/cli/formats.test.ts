import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, PhysicalLocation } from 'sarif';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckedReport } from '../../server/src/cli/contract.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { rules } from '../../server/src/core/rules/rules.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { readXml, type XmlElement } from '../support/xml.ts';
import { type Workplace, workplace } from './cli.ts';

const form = forms[forms.length - 1] as Form;
const last = sampleReport(form).replaceAll('2025年', '2024年').replaceAll('2026年', '2025年');

/** Every severity, related places in this file and another, names that a URI or markup must not hold as they are. */
const drafts = {
  '<a>&"b.md': sampleReport(form, {
    'proceedings/review/total': '<b>"&',
    'applications/carriedIn/natural': '3',
    'disclosure/fees/amount': '３６.5万元',
  }).replace('没有收取信息处理费，没有', '没有，，'),
  '100% 草稿#1?.md': sampleReport(form, { 'proceedings/review/total': '/', 'proceedings/direct/total': '4' }),
  '甲/2025.md': sampleReport(form),
  '甲/2024.md': last,
  '说明.md': '# 说明\n',
};
const named = ['<a>&"b.md', '100% 草稿#1?.md', '甲', '说明.md'];

let place: Workplace;
afterEach(() => place.remove());

function check(format: string, ...args: readonly string[]): string {
  place = workplace(drafts);
  const { out, err } = place.start(['check', '--format', format, ...named, ...args]);
  expect(err).toBe('');
  return out;
}

const json = () => (JSON.parse(check('json')) as { reports: readonly CheckedReport[] }).reports;

describe('SARIF', () => {
  // The schema of the OASIS standard, as Microsoft's package ships it.
  const require = createRequire(import.meta.url);
  const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv as never);
  const validate = ajv.compile(schema);
  const problems = (log: unknown) => {
    validate(log);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  it('is valid by the schema of version 2.1.0', () => {
    const log = JSON.parse(check('sarif')) as Log;
    expect(log.runs[0]?.results?.length).toBeGreaterThan(5);
    expect(problems(log)).toEqual([]);
  });

  it('of nothing found, and of standard input, is valid, too', () => {
    place = workplace({ 'a.md': sampleReport(form) });
    expect(problems(JSON.parse(place.start(['check', '--format', 'sarif', 'a.md']).out))).toEqual([]);
    const piped = place.start(['check', '--format', 'sarif', '-'], { stdin: drafts['<a>&"b.md'] });
    const log = JSON.parse(piped.out) as Log;
    expect(log.runs[0]?.results?.length).toBeGreaterThan(0);
    expect(problems(log)).toEqual([]);
  });

  it('would be refused with a column 0, an unknown level or a key of its own', () => {
    const text = check('sarif');
    const spoilt = [
      text.replace(/"startColumn": \d+/, '"startColumn": 0'),
      text.replace('"level": "error"', '"level": "fatal"'),
      text.replace('"version"', '"versio"'),
      text.replace(/"uri": "[^"]*"/, '"uri": "a b"'),
    ];
    for (const log of spoilt) expect(problems(JSON.parse(log))).not.toEqual([]);
  });

  it('says what JSON says: rules, levels, places, and those in other files', () => {
    const [run] = (JSON.parse(check('sarif')) as Log).runs;
    const shown = run?.results?.map(({ ruleId, ruleIndex, level, message, locations, relatedLocations }) => {
      const [at] = locations ?? [];
      return {
        rule: ruleId,
        named: run.tool.driver.rules?.[ruleIndex ?? -1]?.id,
        level,
        message: message.text,
        place: placeOf(at?.physicalLocation),
        related: relatedLocations?.map(({ physicalLocation, message: note }) => [
          placeOf(physicalLocation),
          note?.text,
        ]),
      };
    });
    place.remove();
    const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
    const expected = json().flatMap(({ path, findings }) =>
      findings.map(({ rule, severity, message, range, related }) => ({
        rule,
        named: rule,
        level: levels[severity],
        message,
        place: placeIn(path, range),
        related: related.map((other) => [placeIn(other.path ?? path, other.range), other.message]),
      })),
    );
    expect(shown).toEqual(expected);
    const others = expected.flatMap(({ related }) => related.map(([at]) => String(at)));
    expect(others.some((at) => at.startsWith(join('甲', '2024.md')))).toBe(true);
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });
});

function placeOf(physical: PhysicalLocation | undefined): string {
  const { startLine, startColumn, endLine, endColumn } = physical?.region ?? {};
  const uri = physical?.artifactLocation?.uri ?? '';
  const path = fileURLToPath(new URL(uri, 'file:///')).slice(1);
  return `${path} ${startLine}:${startColumn} ${endLine}:${endColumn}`;
}

function placeIn(path: string, { start, end }: CheckedReport['findings'][number]['range']): string {
  return `${path} ${start.line + 1}:${start.character + 1} ${end.line + 1}:${end.character + 1}`;
}

describe('JUnit', () => {
  /** The elements and attributes that the readers of JUnit files know; all attributes are required. */
  const structure: Readonly<Record<string, { attributes: readonly string[]; children: readonly string[] }>> =
    {
      testsuites: { attributes: ['name'], children: ['testsuite'] },
      testsuite: { attributes: ['name', 'tests', 'failures', 'errors', 'skipped'], children: ['testcase'] },
      testcase: { attributes: ['classname', 'name'], children: ['failure', 'system-out', 'skipped'] },
      failure: { attributes: ['message'], children: [] },
      'system-out': { attributes: [], children: [] },
      skipped: { attributes: ['message'], children: [] },
    };

  function expectStructure({ name, attributes, children }: XmlElement): void {
    const known = structure[name];
    expect(Object.keys(attributes), name).toEqual(known?.attributes);
    for (const child of children) {
      expect(known?.children, `${child.name} in ${name}`).toContain(child.name);
      expectStructure(child);
    }
  }

  it('is XML of suites, cases and failures that count what there is', () => {
    const root = readXml(check('junit'));
    expect(root.name).toBe('testsuites');
    expectStructure(root);
    const shown = root.children.map(({ attributes: { name, tests, failures, errors }, children }) => {
      const cases = children.map(({ children: [inner] }) => inner?.attributes.message ?? inner?.text ?? '');
      const failed = children.filter(({ children: [inner] }) => inner?.name === 'failure');
      expect([Number(tests), Number(failures), errors]).toEqual([children.length, failed.length, '0']);
      return [name, cases];
    });
    place.remove();
    const words = { error: '错误', warning: '提醒', information: '建议', hint: '提示' };
    expect(shown).toEqual(
      json().map(({ path, isReport, findings }) => [
        path,
        findings.length === 0
          ? [isReport ? '' : '不是政府信息公开工作年度报告，没有检查。']
          : findings.map(({ severity, message }) => `${words[severity]}：${message}`),
      ]),
    );
  });
});
