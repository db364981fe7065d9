import type { Form, FormSection } from '../../server/src/core/forms/form.ts';
import { layoutOf } from '../../server/src/core/forms/layout.ts';
import type { FigureTexts } from './figures.ts';
import {
  aligned,
  blankRows,
  broken,
  type CellText,
  compact,
  flat,
  groupLines,
  groupsMissing,
  groupsRepeated,
  html,
  labelled,
  labelsAtRight,
  oneColumn,
  oneJoinedColumn,
  type TableWriter,
  tablePerItem,
  twoColumns,
  withoutOuterPipes,
} from './tables.ts';

/** How a draft is written. What is not given is canonical. */
export interface Layout {
  readonly name: string;
  readonly table?: TableWriter;
  /** A section's heading and text; what stands between them, too. */
  readonly section?: (heading: string, paragraphs: readonly string[], index: number) => string;
  /** The number and title of a section. */
  readonly heading?: (section: FormSection) => string;
  readonly cell?: (digits: string, index: number) => string;
  /** The whole text, at last. */
  readonly text?: (report: string) => string;
  /** Rules that rightly have something to say about this writing: severities are checked, too. */
  readonly allows?: readonly string[];
}

const noun = '示例市人民政府';

/** A consistent report whose text states no figure: an invented city, and nothing that a rule could doubt. */
export function renderReport(form: Form, figures: FigureTexts, layout: Layout = {} as Layout): string {
  const year = form.years.to ?? 2025;
  const writeTable = layout.table ?? compact;
  const writeHeading = layout.heading ?? (({ numeral, title }: FormSection) => `${numeral}、${title}`);
  const writeSection = layout.section ?? marked('##');
  let cells = 0;
  const text: CellText = ({ address }) => {
    const digits = figures.get(address) ?? '';
    return digits === '' ? '' : (layout.cell?.(digits, cells++) ?? digits);
  };
  const sections = form.sections.map((section, index) => {
    const table = form.tables.find(({ id }) => id === section.table);
    const paragraphs = table === undefined ? prose(section, year) : [writeTable(layoutOf(form, table), text)];
    return writeSection(writeHeading(section), paragraphs, index);
  });
  const report = [
    `# ${noun}${year}年政府信息公开工作年度报告`,
    `根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ...sections,
    noun,
    `${year + 1}年3月20日`,
  ].join('\n\n');
  return (layout.text ?? ((whole: string) => whole))(`${report}\n`);
}

function prose(section: FormSection, year: number): string[] {
  switch (section.id) {
    case 'overview':
      return [
        `${year}年，${noun}认真执行《中华人民共和国政府信息公开条例》，围绕群众关心的事项做好政府信息公开工作。`,
        '主动公开方面，及时发布规划、预算和执法信息。依申请公开方面，依法答复每一件申请。政府信息管理方面，对公开目录逐条核对。平台建设方面，更新门户网站专栏。监督保障方面，组织业务培训。',
        '按照《条例》的规定开展工作考核和社会评议，没有发生责任追究的情形。',
      ];
    case 'problems':
      return [
        '存在的主要问题：公开内容还不够细致，答复的时间可以更短。',
        '改进情况：建立公开事项清单，按月检查更新；加强培训，提高答复质量。',
      ];
    default:
      return ['政府信息公开信息处理费按照规定执行，没有其他需要报告的事项。'];
  }
}

function marked(marks: string): NonNullable<Layout['section']> {
  return (heading, paragraphs) => [`${marks} ${heading}`, ...paragraphs].join('\n\n');
}

const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const separated = (digits: string) => digits.replace(/^(\d+)(\d{3})(?=\.|$)/, '$1,$2');
const spaced = (text: string, blank: string) =>
  text.length > 3 ? `${text.slice(0, 2)}${blank}${text.slice(2, 4)}${blank}${text.slice(4)}` : text;
const isTable = (paragraph: string) => /^\s*(?:\||<)/.test(paragraph) || paragraph.includes('\n---|');

/** Layouts of tables, each of which occurs in real drafts. */
export const tableLayouts: readonly Layout[] = [
  { name: 'canonical, compact', table: compact },
  { name: 'canonical, aligned', table: aligned },
  { name: 'one header row, groups on every row', table: flat(groupsRepeated) },
  { name: 'one header row, groups missing', table: flat(groupsMissing) },
  { name: 'one header row, two label columns', table: flat(twoColumns) },
  { name: 'one header row, one label column', table: flat(oneColumn) },
  { name: 'one header row, group and row in one cell', table: flat(oneJoinedColumn) },
  { name: 'no header, three label columns', table: flat(groupsRepeated, 'none') },
  { name: 'no header, two label columns', table: flat(twoColumns, 'none') },
  { name: 'no header, one label column', table: flat(oneColumn, 'none') },
  { name: 'groups on lines of their own', table: groupLines },
  { name: 'labels next to the figures', table: labelsAtRight },
  { name: 'blank rows', table: blankRows },
  { name: 'no outer pipes', table: withoutOuterPipes },
  { name: 'HTML with merged cells', table: html('dense') },
  { name: 'HTML of a web page', table: html('web') },
  {
    name: 'HTML in a table that sets the page',
    table: (...given) => `<div><table><tr><td>\n${html('dense')(...given)}\n</td></tr></table></div>`,
  },
  {
    name: 'HTML without end tags',
    table: (...given) => html('dense')(...given).replace(/<\/(?:td|tr)>/g, ''),
  },
  { name: 'broken in two, header repeated', table: broken(2, 'repeated') },
  { name: 'broken in three, header once', table: broken(3, 'once') },
  { name: 'a table for each 项', table: tablePerItem },
  { name: '<br> in labels', table: labelled((label) => spaced(label, '<br>')) },
  { name: 'blanks in labels', table: labelled((label) => spaced(label, ' ')) },
  { name: 'wide blanks and entities in labels', table: labelled((label) => spaced(label, '　&nbsp;')) },
  { name: 'bold labels', table: labelled((label) => `**${label}**`) },
  {
    name: 'half-width numbers and brackets',
    table: labelled((label) =>
      label
        .replaceAll('（', '(')
        .replaceAll('）', ')')
        .replace(/、/, ',')
        .replaceAll('“', '"')
        .replaceAll('”', '"'),
    ),
  },
  { name: 'numbers as 1、', table: labelled((label) => label.replace(/^(\d)\./, '$1、')) },
  { name: 'numbers as 1．', table: labelled((label) => label.replace(/^(\d)\./, '$1．')) },
  { name: 'numbers as （1）', table: labelled((label) => label.replace(/^(\d)\./, '（$1）')) },
  { name: 'escaped numbers', table: labelled((label) => label.replace(/^(\d)\./, '$1\\.')) },
  { name: 'no numbers at rows', table: labelled((label) => label.replace(/^\d\./, '')) },
  {
    name: 'other quotes',
    table: labelled((label) => label.replace('“', '「').replace('”', '」')),
  },
  { name: 'no quotes', table: labelled((label) => label.replace(/[“”]/g, '')) },
  {
    name: 'accepted other wordings',
    table: labelled((label) =>
      label
        .replace(/^总计$/, '合计')
        .replace('（七）总计', '（七）合计')
        .replace('结转下年度', '结转下一年度')
        .replace(/^行政规范性文件$/, '规范性文件'),
    ),
    allows: ['information row-label'],
  },
];

/** Ways of writing the digits. */
export const cellLayouts: readonly Layout[] = [
  { name: 'full-width digits', cell: fullWidth, allows: ['information number-format'] },
  { name: 'thousands separators', cell: separated, allows: ['information number-format'] },
  { name: 'bold digits', cell: (digits) => `**${digits}**` },
  { name: 'no-break blanks', cell: (digits) => `&nbsp;${digits}\u00a0` },
  { name: 'zero-width characters', cell: (digits) => `\u200b${digits}\ufeff` },
  { name: 'wide blanks', cell: (digits) => `\u3000${digits}\u3000` },
  { name: 'line breaks', cell: (digits) => `${digits}<br>` },
  { name: 'raised marks', cell: (digits) => `${digits}<sup>1</sup>`, allows: ['information number-format'] },
  { name: 'circled marks', cell: (digits) => `${digits}①`, allows: ['information number-format'] },
  {
    name: 'units',
    cell: (digits, index) => (index % 3 === 0 && /^\d+$/.test(digits) ? `${digits}件` : digits),
    allows: ['warning unit-in-cell', 'information unit-in-cell'],
  },
];

const subHeadings = [
  (number: string, title: string) => `### （${number}）${title}`,
  (number: string, title: string) => `**（${number}）${title}**`,
  (number: string, title: string) => `（${number}）${title}`,
  (number: string, title: string) => `## （${number}）${title}`,
  (number: string, title: string) => `### ${'一二三四五六'.indexOf(number) + 1}. ${title}`,
  (_number: string, title: string) => `### ${title}`,
  (_number: string, title: string) => `#### **${title}**`,
] as const;

/** Headings below a section that speak of what other sections are about. */
function underSections(write: (number: string, title: string) => string): string[] {
  return [
    [write('一', '主动公开政府信息情况'), '及时发布规划、预算。'],
    [write('二', '收到和处理政府信息公开申请情况'), '依法答复每一件申请。'],
    [write('三', '存在的主要问题'), '公开得还不够细。'],
  ].flat();
}

const contents = [
  '一、总体情况……1',
  '二、主动公开政府信息情况……2',
  '三、收到和处理政府信息公开申请情况……3',
  '四、政府信息公开行政复议、行政诉讼情况……5',
  '五、存在的主要问题及改进情况……6',
  '六、其他需要报告的事项……7',
].join('\n\n');

/** Ways of setting the headings and the text. */
export const textLayouts: readonly Layout[] = [
  ...['#', '###', '######'].map((marks) => ({ name: `headings with ${marks}`, section: marked(marks) })),
  { name: 'headings underlined', section: (heading, rest) => [`${heading}\n---`, ...rest].join('\n\n') },
  { name: 'bold in headings', section: (heading, rest) => [`## **${heading}**`, ...rest].join('\n\n') },
  { name: 'bold lines', section: (heading, rest) => [`**${heading}**`, ...rest].join('\n\n') },
  { name: 'bold lines, indented', section: (heading, rest) => [`　　**${heading}**`, ...rest].join('\n\n') },
  { name: 'plain lines', section: (heading, rest) => [heading, ...rest].join('\n\n') },
  {
    name: 'bold and glued to the text',
    section: (heading, [first = '', ...rest]) =>
      isTable(first)
        ? [`**${heading}**`, first].join('\n\n')
        : [`**${heading}。**${first}`, ...rest].join('\n\n'),
  },
  {
    name: 'plain and glued to the text',
    section: (heading, [first = '', ...rest]) =>
      isTable(first) ? [heading, first].join('\n\n') : [`${heading} ${first}`, ...rest].join('\n\n'),
  },
  {
    name: 'all lines in one paragraph',
    section: (heading, rest) =>
      isTable(rest[0] ?? '') ? `${heading}\n\n${rest[0]}` : [heading, ...rest].join('\n'),
  },
  {
    name: 'two blanks at line ends',
    section: (heading, rest) =>
      isTable(rest[0] ?? '') ? `${heading}  \n\n${rest[0]}` : [heading, ...rest].join('  \n'),
  },
  { name: 'blanks behind the number', heading: ({ numeral, title }) => `${numeral}、  ${title}` },
  { name: 'a full stop behind the number', heading: ({ numeral, title }) => `${numeral}.${title}` },
  { name: 'a wide blank behind the number', heading: ({ numeral, title }) => `${numeral}　${title}` },
  { name: 'wide blanks in titles', heading: ({ numeral, title }) => `${numeral}、${spaced(title, '　')}` },
  { name: 'a colon behind the title', heading: ({ numeral, title }) => `${numeral}、${title}：` },
  {
    name: 'accepted titles',
    heading: ({ id, numeral, title }) => `${numeral}、${acceptedTitles[id] ?? title}`,
  },
  { name: 'parts', heading: ({ numeral, title }) => `第${numeral}部分 ${title}` },
  { name: 'numbers in brackets', heading: ({ numeral, title }) => `（${numeral}）${title}` },
  { name: 'no numbers', heading: ({ title }) => title },
  ...subHeadings.map((write) => ({
    name: `headings below the sections: ${write('一', '主动公开')}`,
    section: (heading: string, [first = '', ...rest]: readonly string[], index: number) =>
      [`## ${heading}`, first, ...(index === 0 ? underSections(write) : []), ...rest].join('\n\n'),
  })),
  {
    name: 'headings below plain sections',
    section: (heading, [first = '', ...rest], index) =>
      [heading, first, ...(index === 0 ? underSections(subHeadings[2]) : []), ...rest].join('\n\n'),
  },
  { name: 'a table of contents', text: (report) => `目　录\n\n${contents}\n\n${report}` },
  {
    name: 'a table of contents of links',
    text: (report) => report.replace('\n\n', `\n\n- [一、总体情况](#1)\n- [六、其他需要报告的事项](#6)\n\n`),
  },
  { name: 'HTML right under headings', text: (report) => report.replaceAll('\n\n<', '\n<') },
  { name: 'CRLF', text: (report) => report.replaceAll('\n', '\r\n') },
  { name: 'CR', text: (report) => report.replaceAll('\n', '\r') },
  { name: 'front matter', text: (report) => `---\n年报: true\n机关: ${noun}\n---\n\n${report}` },
  {
    name: 'front matter instead of the sections’ marks',
    section: (heading, rest) => [heading, ...rest].join('\n\n'),
    text: (report) => `---\n年报: true\n机关类型: 政府\n---\n${report}`,
  },
  { name: 'title over two lines', text: (report) => report.replace(/^# (.*?年)(.*)/, '$1  \n$2') },
  { name: 'title in bold', text: (report) => report.replace(/^# (.*)/, '**$1**') },
  { name: 'comments between blocks', text: (report) => report.replaceAll('\n\n', '\n\n<!-- 校对 -->\n\n') },
  { name: 'rules between blocks', text: (report) => report.replaceAll('\n\n## ', '\n\n***\n\n## ') },
  { name: 'blanks at line ends', text: (report) => report.replaceAll('\n', '  \n') },
  { name: 'no line break at the end', text: (report) => report.trimEnd() },
];

const acceptedTitles: Readonly<Record<string, string>> = {
  overview: '政府信息公开工作总体情况',
  disclosure: '主动公开政府信息情况统计表',
  applications: '收到和办理政府信息公开申请情况',
  proceedings: '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  problems: '政府信息公开工作存在的主要问题及改进情况',
  other: '其他需要报告的事项情况',
};

export const layouts: readonly Layout[] = [...tableLayouts, ...cellLayouts, ...textLayouts];

/** One layout's table, another's digits and a third's text. */
export function combined(table: Layout, cell: Layout, text: Layout): Layout {
  return {
    ...text,
    name: [table, cell, text].map(({ name }) => name).join(' + '),
    ...(table.table === undefined ? {} : { table: table.table }),
    ...(cell.cell === undefined ? {} : { cell: cell.cell }),
    allows: [...(table.allows ?? []), ...(cell.allows ?? []), ...(text.allows ?? [])],
  };
}
