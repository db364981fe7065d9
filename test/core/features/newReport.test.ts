import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { newReport } from '../../../server/src/core/features/newReport.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';

const [old, inForce] = [forms[0] as Form, forms[forms.length - 1] as Form];
const request = { year: 2026, organ: '示例县自然资源局' };
const last = (text: string) => {
  const { report } = analyze(text);
  return report === undefined ? {} : { last: report };
};
const figuresOf = (text: string) =>
  Object.fromEntries(
    [...(analyze(text).report?.figures ?? [])].flatMap(([address, { value, text: written }]) =>
      value.kind === 'blank' ? [] : [[address, written]],
    ),
  );

describe('from nothing', () => {
  const text = newReport(request);
  const { report, findings } = analyze(text);

  it('is a report of that year and organ with everything in its place', () => {
    expect([report?.year?.value, report?.organ?.value, report?.form.version]).toEqual([
      2026,
      '示例县自然资源局',
      '2021',
    ]);
    expect(report?.sections.map(({ id }) => id)).toEqual(inForce.sections.map(({ id }) => id));
    expect(report?.tables.map(({ missingRows, missingColumns }) => [missingRows, missingColumns])).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ]);
  });

  it('lacks nothing but figures and words', () => {
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['blank-cell', 'placeholder']));
  });
});

describe('rolled forward from last year', () => {
  const before = sampleReport(inForce);
  const text = newReport({ ...request, ...last(before), lastPath: './2025.md' });

  it('carries 结转下年度 over to 上年结转, column by column, and no other figure', () => {
    expect(figuresOf(text)).toEqual({
      'applications/carriedIn/natural': '1',
      'applications/carriedIn/enterprise': '0',
      'applications/carriedIn/research': '0',
      'applications/carriedIn/nonprofit': '0',
      'applications/carriedIn/legal': '0',
      'applications/carriedIn/otherOrg': '1',
      'applications/carriedIn/total': '2',
    });
  });

  it('leaves behind what last year was never filled in', () => {
    const blank = newReport({ ...request, year: 2025 });
    expect(newReport({ ...request, ...last(blank) })).toBe(newReport(request));
  });

  it('brings the prose along, its years moved on, each paragraph marked 〔待更新〕', () => {
    expect(text).toContain('〔待更新〕2026年，示例县自然资源局认真执行');
    expect(text).toContain('〔待更新〕存在的主要问题：');
    expect(text).not.toContain('2025年');
    expect(text).not.toContain('2026年1月15日');
    const { findings } = analyze(text);
    const marked = findings.filter(({ message }) => message.includes('〔待更新〕'));
    expect(marked).toHaveLength(text.split('〔待更新〕').length - 1);
  });

  it('keeps lists, headings and emphasis of the prose as they are written', () => {
    const listed = before.replace(
      '改进情况：建立',
      '### （一）改进\n\n1. 建立**清单**；\n2. 2025年加强培训。\n\n改进情况：建立',
    );
    expect(newReport({ ...request, ...last(listed) })).toContain(
      '### （一）改进\n\n1. 〔待更新〕建立**清单**；\n2. 〔待更新〕2026年加强培训。\n\n〔待更新〕改进情况：建立',
    );
  });

  it('writes the line ends of one kind', () => {
    const crlf = before.replace('，示例县', '，\n示例县').replaceAll('\n', '\r\n');
    const made = newReport({ ...request, ...last(crlf) });
    expect(made).toContain('〔待更新〕2026年，\n示例县');
    expect(made).not.toContain('\r');
  });

  it('takes the prose of sections whose headings are plain lines', () => {
    const plain = before.replaceAll(/^## /gm, '');
    expect(newReport({ ...request, ...last(plain) })).toContain('〔待更新〕2026年，示例县自然资源局认真执行');
  });

  it('agrees with last year’s report', () => {
    const { findings } = analyze(text, {
      last: { name: '2025.md', report: analyze(before).report as never },
    });
    expect(findings.map(({ rule }) => rule)).not.toContain('carry-over-mismatch');
  });

  it('takes a report of the earlier form as well', () => {
    const from2019 = newReport({ ...request, year: 2022, ...last(sampleReport(old)) });
    expect(analyze(from2019).report?.form.version).toBe('2021');
    expect(figuresOf(from2019)['applications/carriedIn/natural']).toBe('1');
  });

  it('carries nothing where last year’s figure is blank or no number', () => {
    const spoilt = sampleReport(inForce, {
      'applications/carriedOut/natural': '/',
      'applications/carriedOut/enterprise': '若干',
    });
    const figures = figuresOf(newReport({ ...request, ...last(spoilt) }));
    expect(figures).not.toHaveProperty('applications/carriedIn/natural');
    expect(figures).not.toHaveProperty('applications/carriedIn/enterprise');
  });
});

it('names with marks of YAML stay names', () => {
  for (const organ of ['示例县: 水务局', '"示例"局', '#局', '2026', '示例县水务局（示例县河长办）'])
    expect(analyze(newReport({ year: 2026, organ })).report?.organ?.value).toBe(organ);
});
