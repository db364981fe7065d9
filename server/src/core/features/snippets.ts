import type { Form, FormSection } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';
import { layoutOf } from '../forms/layout.ts';
import { sectionHeading, tableMarkdown } from '../forms/markdown.ts';

/** A snippet in TextMate's notation: `$1` a place for the cursor. */
export interface Snippet {
  readonly name: string;
  /** What is typed to get it: Chinese, and pinyin for those who have not switched the input method. */
  readonly prefixes: readonly string[];
  readonly body: string;
  readonly description: string;
}

/** What is known of the draft and goes into its snippets. */
export interface SnippetFacts {
  readonly year?: number;
  readonly organ?: string;
}

const sectionPinyin: Readonly<Record<FormSection['id'], string>> = {
  overview: 'ztqk',
  disclosure: 'zdgk',
  applications: 'ysqgk',
  proceedings: 'fyss',
  problems: 'wtgj',
  other: 'qtsx',
};

const made = new Map<string, readonly Snippet[]>();

/** Snippets of every standard table, every section and the whole report, of both forms; the form in force comes first. */
export function snippets(facts: SnippetFacts = {}): readonly Snippet[] {
  const key = `${facts.year} ${facts.organ}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  // The drafts of one session are of few organs and years.
  if (made.size > 20) made.clear();
  const all = [...forms]
    .reverse()
    .flatMap((form, age) => snippetsOf(form, age === 0 ? '' : form.version, facts));
  made.set(key, all);
  return all;
}

function snippetsOf(form: Form, mark: string, facts: SnippetFacts): Snippet[] {
  const version = `${form.version}年格式（${form.number}）`;
  const tables = form.tables.map((table): Snippet => {
    const number = ['二', '三', '四'].indexOf(table.name.slice(1)) + 2;
    return {
      name: `${table.name}${mark === '' ? '' : `（${mark}年格式）`}`,
      prefixes: [`${table.name}${mark}`, `biao${number}${mark}`],
      body: `${tableBody(form, table.id)}\n$0`,
      description: `${version}的${table.name}`,
    };
  });
  const sections = form.sections.map((section): Snippet => {
    return {
      name: `${section.numeral}、${section.title}${mark === '' ? '' : `（${mark}年格式）`}`,
      prefixes: [`${section.title.slice(0, 8)}${mark}`, `${sectionPinyin[section.id]}${mark}`],
      body: `${sectionBody(form, section, counter())}\n$0`,
      description: `${version}的第${section.numeral}部分`,
    };
  });
  return [
    {
      name: `年报全文${mark === '' ? '' : `（${mark}年格式）`}`,
      prefixes: [`年报${mark}`, `nianbao${mark}`],
      body: reportBody(form, facts),
      description: [`${version}的整份年报`, facts.organ, facts.year]
        .filter((fact) => fact !== undefined)
        .join('　'),
    },
    ...tables,
    ...sections,
  ];
}

function tableBody(form: Form, id: string, stop: () => string = counter()): string {
  const table = form.tables.find((candidate) => candidate.id === id);
  return table === undefined ? '' : tableMarkdown(layoutOf(form, table), stop);
}

function sectionBody(form: Form, section: FormSection, stop: () => string): string {
  const body = section.table === undefined ? stop() : tableBody(form, section.table, stop);
  return `${sectionHeading(section)}\n\n${body}\n`;
}

function reportBody(form: Form, facts: SnippetFacts): string {
  const stop = counter();
  const organ = facts.organ === undefined ? placeholder(stop(), '机关名称') : escapeSnippet(facts.organ);
  const year =
    facts.year === undefined ? placeholder(stop(), String(form.years.to ?? '20××')) : String(facts.year);
  const opening = `根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
  const sections = form.sections.map((section) => sectionBody(form, section, stop));
  return `# ${organ}${year}年政府信息公开工作年度报告\n\n${opening}\n\n${sections.join('\n')}\n${organ}\n\n${stop()}\n$0`;
}

/** Tab stops in order: `$1`, `$2` … */
function counter(): () => string {
  let next = 1;
  return () => `\${${next++}}`;
}

function placeholder(stop: string, text: string): string {
  return `${stop.slice(0, -1)}:${escapeSnippet(text)}}`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
