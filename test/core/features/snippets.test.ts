import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';
import { type Snippet, snippets } from '../../../server/src/core/features/snippets.ts';
import type { Form, FormTable } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';

/** The text that an editor inserts when no stop is filled in. */
function inserted({ body }: Snippet): string {
  return body
    .replace(/\$0/g, '')
    .replace(/\$\{\d+(?::((?:[^\\}]|\\.)*))?\}/g, (_, text: string | undefined) => text ?? '')
    .replace(/\\([\\$}])/g, '$1');
}

const inForce = forms[forms.length - 1];
const ofForm = (form: Form) => (form === inForce ? '' : form.version);
const find = (prefix: string, facts = {}) => {
  const found = snippets(facts).filter(({ prefixes }) => prefixes.includes(prefix));
  expect(found).toHaveLength(1);
  return found[0] as Snippet;
};

/** The sample report with a table or a section of it replaced. */
function withTable(form: Form, table: FormTable, text: string): string {
  const sound = sampleReport(form);
  const section = form.sections.find(({ id }) => id === table.section);
  const start = sound.indexOf('|', sound.indexOf(`## ${section?.numeral}、`));
  return sound.slice(0, start) + text.trimEnd() + sound.slice(sound.indexOf('\n\n', start));
}

describe.each(forms)('$version', (form) => {
  it.each(form.tables)('$name binds completely and is only blank', (table) => {
    const number = { 表二: 'biao2', 表三: 'biao3', 表四: 'biao4' }[table.name];
    const snippet = find(`${table.name}${ofForm(form)}`);
    expect(snippet.prefixes).toContain(`${number}${ofForm(form)}`);
    const { report, findings } = analyze(withTable(form, table, inserted(snippet)));
    const bound = report?.tables.find(({ id }) => id === table.id);
    expect(bound).toMatchObject({
      missingRows: [],
      missingColumns: [],
      unknownRows: [],
      unknownColumns: [],
      layout: { form: { version: form.version } },
    });
    expect(bound?.rows.every(({ label }) => label.how === 'exact')).toBe(true);
    expect(findings.map(({ rule }) => rule)).toContain('blank-cell');
    expect(findings.filter(({ rule }) => rule !== 'blank-cell')).toEqual([]);
  });

  it.each(form.sections)('$title is recognised by its heading', (section) => {
    const [snippet] = snippets().filter(
      ({ name }) =>
        name.startsWith(`${section.numeral}、${section.title}`) &&
        (ofForm(form) === '' ? !name.includes('年格式') : name.includes(form.version)),
    );
    const report = analyze(
      `---\n年报: true\n格式: "${form.version}"\n---\n\n${inserted(snippet as Snippet)}`,
    ).report;
    expect(report?.sections.map(({ id, match }) => [id, match])).toEqual([[section.id, 'exact']]);
    expect(report?.tables).toHaveLength(section.table === undefined ? 0 : 1);
  });

  it('the whole report lacks nothing but figures and words', () => {
    const year = form.years.to ?? 2025;
    const text = inserted(find(`nianbao${ofForm(form)}`, { organ: '示例县水务局', year }));
    const { report, findings } = analyze(text);
    expect([report?.organ?.value, report?.year?.value, report?.form.version]).toEqual([
      '示例县水务局',
      year,
      form.version,
    ]);
    expect(report?.sections.map(({ id }) => id)).toEqual(form.sections.map(({ id }) => id));
    expect(report?.tables.map(({ id }) => id)).toEqual(form.tables.map(({ id }) => id));
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['blank-cell', 'empty-section']));
  });
});

it('every stop is reached once by Tab, in order, and the last one is $0', () => {
  for (const { name, body } of snippets()) {
    const stops = [...body.matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
    const fresh = stops.filter((stop, index) => stops.indexOf(stop) === index);
    expect(fresh, name).toEqual(fresh.map((_, index) => index + 1));
    expect(body.match(/\$0/g), name).toHaveLength(1);
    expect(body.indexOf('$0'), name).toBeGreaterThan(body.lastIndexOf('${'));
  }
});

it('no prefix belongs to two snippets', () => {
  const prefixes = snippets().flatMap((snippet) => snippet.prefixes);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

it('takes marks of the snippet language in a name as they are', () => {
  expect(inserted(find('nianbao', { organ: '示例}局$1\\', year: 2025 }))).toContain('# 示例}局$1\\2025年');
});
