import { equationsOf } from '../equations/equation.ts';
import type { Form } from '../forms/form.ts';
import { formOfYear } from '../forms/forms.ts';
import { layoutOf } from '../forms/layout.ts';
import { sectionHeading, tableMarkdown } from '../forms/markdown.ts';
import type { Block } from '../outline/outline.ts';
import type { OrganKind, Report, Section } from '../report/report.ts';
import { bodyOf } from '../report/sections.ts';
import { inColumnUnit } from '../report/value.ts';
import { formatDecimal } from '../text/decimal.ts';

export interface NewReportRequest {
  readonly year: number;
  readonly organ: string;
  readonly kind?: OrganKind;
  /** Last year's report: its figures are carried forward, its prose comes along marked 〔待更新〕. */
  readonly last?: Report;
  /** Path of last year's report, for the front matter. */
  readonly lastPath?: string;
}

/** The draft of a new report: front matter, title, six sections with blank tables. */
export function newReport(request: NewReportRequest): string {
  const form = formOfYear(request.year);
  const { year, organ } = request;
  const front = ['---', '年报: true', `年度: ${year}`, `机关: ${yamlText(organ)}`];
  if (request.kind !== undefined) front.push(`机关类型: ${request.kind}`);
  if (request.lastPath !== undefined) front.push(`上年报告: ${yamlText(request.lastPath)}`);
  front.push('---');
  const sections = form.sections.map(
    (section) => `${sectionHeading(section)}\n\n${sectionBody(form, section.id, request)}`,
  );
  return `${front.join('\n')}

# ${organ}${year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。

${sections.join('\n\n')}

${organ}

〔待填：${year + 1}年×月×日〕
`;
}

function sectionBody(form: Form, id: Section['id'], request: NewReportRequest): string {
  const section = form.sections.find((candidate) => candidate.id === id);
  const table = form.tables.find((candidate) => candidate.id === section?.table);
  if (table !== undefined)
    return tableMarkdown(layoutOf(form, table), (figure) => carried(form, figure.address, request.last));
  const before = request.last?.sections.find((candidate) => candidate.id === id);
  const prose =
    before === undefined || request.last === undefined
      ? []
      : carriedProse(request.last, before).map((text) => nextYear(text.replace(/\r\n?/g, '\n'), request));
  return prose.length === 0 ? `〔待填：${section?.title ?? ''}〕` : prose.join('\n\n');
}

const mark = '〔待更新〕';

/** The text of last year's section, each paragraph and each item of a list marked. */
function carriedProse(last: Report, section: Section): string[] {
  // Under a heading that is no Markdown heading, text may stand in the heading's own block.
  if (section.style !== 'heading')
    return bodyOf(last.outline, section)
      .filter(({ text }) => !isLeft(text, last))
      .map(({ text }) => mark + text);
  return last.outline.blocks
    .slice(section.first + 1, section.end)
    .flatMap((block) => carriedBlock(block, last) ?? []);
}

/** A block of prose as it is written; `undefined` for what is left behind, and for what is no prose. */
function carriedBlock({ source, content }: Block, last: Report): string | undefined {
  switch (content.kind) {
    case 'heading':
      return source.trim();
    case 'paragraph':
      return content.prose.text.split('\n').every((line) => isLeft(line.trim(), last))
        ? undefined
        : mark + source.trim();
    case 'list': {
      let text = '';
      let at = 0;
      for (const { marker } of content.items) {
        let start = marker.end;
        while (source[start] === ' ' || source[start] === '\t') start++;
        text += source.slice(at, start) + mark;
        at = start;
      }
      return (text + source.slice(at)).trim();
    }
    default:
      return undefined;
  }
}

/** What an equation across years makes certain of this year's figure; else blank. */
function carried(form: Form, address: string, last: Report | undefined): string {
  if (last === undefined) return '';
  for (const table of form.tables) {
    for (const equation of equationsOf(layoutOf(form, table)).years) {
      const [left] = equation.left;
      const [right] = equation.right;
      if (left?.address !== address || right === undefined || equation.right.length > 1) continue;
      const figure = last.figures.get(right.address);
      return figure?.value.kind === 'number'
        ? formatDecimal(inColumnUnit(figure.value, figure.form.kind))
        : '';
    }
  }
  return '';
}

/** Years named in carried-over prose move on by as many years as lie between the reports. */
function nextYear(text: string, { year, last }: NewReportRequest): string {
  const before = last?.year?.value;
  if (before === undefined) return text;
  return text.replace(/20\d\d(?=年)/g, (written) => String(Number(written) + year - before));
}

/** Organ and date at the end, and what was never filled in: the new report has its own. */
function isLeft(text: string, last: Report): boolean {
  return (
    text === last.organ?.value ||
    /^(?:20\d\d年\d{1,2}月\d{1,2}日|〔待填[^〕]*〕)$/.test(text.replace(/\s/g, ''))
  );
}

function yamlText(text: string): string {
  return /^[\u4e00-\u9fffA-Za-z0-9./_-]+$/.test(text) && !/^\d+$/.test(text) ? text : JSON.stringify(text);
}
