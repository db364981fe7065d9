import type { FigureAddress } from '../forms/address.ts';
import type { Form } from '../forms/form.ts';
import { formOfVersion, forms } from '../forms/forms.ts';
import { layoutOf } from '../forms/layout.ts';
import { tableMarkdown } from '../forms/markdown.ts';
import { readOutline } from '../outline/read.ts';
import { buildReport } from '../report/build.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { RuleLevels } from './check.ts';
import type { Example, ExampleReport, Rule, RuleContext } from './rule.ts';
import { rules } from './rules.ts';
import { unusedIgnore } from './unused-ignore.ts';

/**
 * The report that every rule's examples change: an invented organ, consistent throughout, in which no rule
 * finds anything.
 */
export function sampleReport(form: Form, changes: Readonly<Record<FigureAddress, string>> = {}): string {
  const year = form.years.to ?? 2025;
  const figures: Record<string, string> = { ...sampleFigures(form), ...changes };
  const table = (id: string) => {
    const found = form.tables.find((candidate) => candidate.id === id);
    return found === undefined
      ? ''
      : tableMarkdown(layoutOf(form, found), (figure) => figures[figure.address] ?? '0');
  };
  const [overview, disclosure, applications, proceedings, problems, other] = form.sections.map(
    ({ numeral, title }) => `## ${numeral}、${title}`,
  );
  return `# 示例县自然资源局${year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。

${overview}

${year}年，示例县自然资源局认真执行《中华人民共和国政府信息公开条例》，围绕群众关心的事项做好政府信息公开工作。

主动公开方面，及时发布规划、用地和执法信息。依申请公开方面，全年收到申请12件，办结11件。政府信息管理方面，对公开目录逐条核对。平台建设方面，更新门户网站专栏。监督保障方面，组织业务培训，接受社会评议，没有发生责任追究。

${disclosure}

${table('disclosure')}

${applications}

${table('applications')}

${proceedings}

${table('proceedings')}

${problems}

存在的主要问题：公开内容还不够细致，答复的时间可以更短。

改进情况：建立公开事项清单，按月检查更新；加强培训，提高答复质量。

${other}

本年度没有收取信息处理费，没有其他需要报告的事项。

示例县自然资源局

${year + 1}年1月15日
`;
}

function sampleFigures(form: Form): Record<FigureAddress, string> {
  const applications = {
    received: [8, 1, 0, 0, 0, 3],
    carriedIn: [1, 0, 0, 0, 0, 0],
    granted: [5, 1, 0, 0, 0, 0],
    partial: [2, 0, 0, 0, 0, 1],
    'unavailable.notHeld': [1, 0, 0, 0, 0, 1],
    carriedOut: [1, 0, 0, 0, 0, 1],
  };
  const columns = ['natural', 'enterprise', 'research', 'nonprofit', 'legal', 'otherOrg'];
  const figures: Record<string, string> = {};
  const sums = columns.map(() => 0);
  for (const [row, values] of Object.entries(applications)) {
    values.forEach((value, index) => {
      figures[`applications/${row}/${columns[index]}`] = String(value);
      if (!/^(?:received|carriedIn|carriedOut)$/.test(row)) sums[index] = (sums[index] ?? 0) + value;
    });
    figures[`applications/${row}/total`] = String(values.reduce((sum, value) => sum + value, 0));
  }
  sums.forEach((sum, index) => {
    figures[`applications/processed/${columns[index]}`] = String(sum);
  });
  figures['applications/processed/total'] = String(sums.reduce((sum, value) => sum + value, 0));
  Object.assign(figures, {
    'proceedings/review/upheld': '1',
    'proceedings/review/pending': '1',
    'proceedings/review/total': '2',
  });
  if (form.years.to === undefined) {
    Object.assign(figures, {
      'disclosure/documents/made': '2',
      'disclosure/documents/repealed': '1',
      'disclosure/documents/inForce': '9',
      'disclosure/licence/decisions': '120',
      'disclosure/penalty/decisions': '14',
      'disclosure/fees/amount': '36.5',
    });
  } else {
    Object.assign(figures, {
      'disclosure/documents/made': '2',
      'disclosure/documents/published': '2',
      'disclosure/documents/inTotal': '9',
      'disclosure/licence/previous': '10',
      'disclosure/licence/change': '-2',
      'disclosure/licence/decisions': '120',
      'disclosure/procurement/projects': '3',
      'disclosure/procurement/amount': '36.5',
    });
  }
  return figures;
}

/** The reports beside an example, by the names under which messages call them. */
export function exampleContext({ last, children }: Example): Pick<RuleContext, 'last' | 'children'> {
  const before = last === undefined ? undefined : exampleReport(last);
  return {
    ...(before === undefined ? {} : { last: { name: '上年.md', report: before } }),
    ...(children === undefined
      ? {}
      : {
          children: children.map((child, index) => ({
            name: `下级${index + 1}.md`,
            ...(child === 'missing' ? { report: undefined } : { report: exampleReport(child) }),
          })),
        }),
  };
}

/** For an analysis in which one rule alone is heard of its example; what is ignored is known only with all rules. */
export function aloneContext(
  rule: Rule,
  example: Example,
): Pick<RuleContext, 'last' | 'children'> & { readonly levels: RuleLevels } {
  return {
    ...exampleContext(example),
    levels: onlyHeard((other) => rule === unusedIgnore || other === rule),
  };
}

/** Levels under which no other rule is run. */
export function onlyHeard(isHeard: (rule: Rule) => boolean): RuleLevels {
  return Object.fromEntries(rules.filter((rule) => !isHeard(rule)).map(({ id }) => [id, 'off']));
}

function exampleReport(example: ExampleReport): Report {
  const report = buildReport(readOutline(renderExample(example).text));
  if (report === undefined) throw new Error('an example beside another must be a report');
  return report;
}

/** An example as text, and the ranges it expects to be found. */
export function renderExample(example: ExampleReport): {
  readonly text: string;
  readonly expected: readonly Span[];
} {
  const form = formOfVersion(example.form ?? '') ?? (forms[forms.length - 1] as Form);
  let marked = example.whole ?? sampleReport(form, example.figures);
  for (const [from, to] of example.replace ?? []) {
    if (!marked.includes(from)) throw new Error(`the practice report does not contain “${from}”`);
    marked = marked.replace(from, () => to);
  }
  const expected: Span[] = [];
  let text = '';
  let start = 0;
  for (const character of marked) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') expected.push({ start, end: text.length });
    else text += character;
  }
  return { text, expected };
}
