import { anchor, type Outline, sourceSpan } from '../outline/outline.ts';
import { withoutBlanks } from '../text/normalize.ts';
import { isContentsLine } from './headings.ts';
import { type Line, lastLines, linesBetween } from './lines.ts';
import type { FrontMatterValues, OrganKind, Section, Stated, TextPiece } from './report.ts';
import { bodyOf } from './sections.ts';

const digits = '〇一二三四五六七八九';
const chineseYear = /[二][〇○ＯO零0][一二〇○零O][〇○ＯO零一二三四五六七八九]/;

/** The year a text names: `2025年`, `二〇二五年`, `２０２５年`; the first one in it. */
export function yearIn(
  text: string,
): { readonly year: number; readonly start: number; readonly end: number } | undefined {
  const plain = /([2２][0０][0-9０-９]{2})[ \u3000]*年?/.exec(text);
  const chinese = chineseYear.exec(text);
  if (chinese !== null && (plain === null || chinese.index < plain.index)) {
    const year = Number(
      [...chinese[0]]
        .map((character) => Math.max(0, digits.indexOf(character.replace(/[○ＯO零0]/, '〇'))))
        .join(''),
    );
    return { year, start: chinese.index, end: chinese.index + 4 };
  }
  if (plain === null) return undefined;
  const written = plain[1] as string;
  const year = Number(
    [...written]
      .map((character) =>
        character >= '０' ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character,
      )
      .join(''),
  );
  return { year, start: plain.index, end: plain.index + 4 };
}

/** The title is looked for in so many first lines. */
export const linesWithTitle = 6;

/** The lines that together are the report's title, from the first on; none when they are not. */
export function titleLines(head: readonly Line[]): readonly Line[] {
  const before = head.filter(({ text }) => !isContentsLine(text));
  for (let start = 0; start < Math.min(before.length, 4); start++) {
    let text = '';
    for (let end = start; end < Math.min(before.length, start + 3); end++) {
      const line = before[end] as Line;
      if (line.text.length > 60 || /[。；]/.test(line.text) || isAboutReports(line.text)) break;
      text += withoutBlanks(line.text);
      if (!isReportTitle(text)) continue;
      // Ahead of a line that is a title by itself, only organ and year belong to it: no 文号, no salutation.
      const lead = before.slice(start, end).map((other) => withoutBlanks(other.text));
      if (isReportTitle(withoutBlanks(line.text)) && !lead.every(isOrganOrYear)) break;
      return before.slice(start, end + 1);
    }
  }
  return [];
}

/** 示例县自然资源局, 示例县自然资源局2020年, 2020年度: the first line of a title over several. */
function isOrganOrYear(text: string): boolean {
  const year = yearIn(text);
  if (year === undefined) return organName.test(text);
  const name = text.slice(0, year.start);
  return (
    (name === '' || organName.test(name) || /[省市县区州旗盟]$/.test(name)) &&
    /^年度?$/.test(text.slice(year.end))
  );
}

/** A title of such a report, whatever else it says; that of a paper about such reports (……年度报告的通知) is none. */
export function isReportTitle(text: string): boolean {
  return text.includes('政府信息公开') && /年度报告|年报|年度工作报告/.test(text) && !isAboutReports(text);
}

/** A title that names such a report last, a remark in brackets aside. */
export function endsAsReport(title: string): boolean {
  return /(?:年度报告|年报|年度工作报告)(?:[（(][^（）()]*[）)])?$/.test(withoutBlanks(title));
}

/** A title ends with what it is: notices, opinions and lists name the reports they are about. */
function isAboutReports(title: string): boolean {
  const words = withoutBlanks(title);
  if (/^(?:如何|怎样|怎么)/.test(words)) return true;
  return /(?:通知|通报|通告|公告|意见|建议|方案|办法|规定|制度|清单|名单|台账|目录|要点|指南|说明|解读|纪要|请示|批复|函|讲话|课件|格式|模板|范本|须知|细则|汇总|问答|问题|(?:培训|推进|座谈|调度)会|会议)(?:[（(][^（）()]{0,20}[）)])?$/.test(
    words,
  );
}

export function titlePiece(lines: readonly Line[]): TextPiece | undefined {
  const first = lines[0];
  if (first === undefined) return undefined;
  const last = lines[lines.length - 1] as Line;
  const text = lines.map((line) => line.text).join('');
  if (last.block !== first.block) return { text, anchor: first.anchor };
  return { text, anchor: anchor(first.block, { start: first.anchor.start, end: last.anchor.end }) };
}

export function yearOf(
  values: FrontMatterValues,
  title: TextPiece | undefined,
  outline: Outline,
  sections: readonly Section[],
): Stated<number> | undefined {
  if (values.year !== undefined) return { value: values.year, source: 'frontMatter' };
  const titled = title === undefined ? undefined : yearIn(title.text);
  if (title !== undefined && titled !== undefined)
    return { value: titled.year, source: 'title', anchor: title.anchor };
  for (const line of linesBetween(outline, 0, Infinity)) {
    const period = /(?:自|期限|时间|从)[^。]{0,12}?(20\d\d)年1月1日/.exec(line.text);
    if (period !== null) return { value: Number(period[1]), source: 'period', anchor: line.anchor };
  }
  return majorityYear(
    outline,
    sections.find((section) => section.id === 'overview'),
  );
}

function majorityYear(outline: Outline, section: Section | undefined): Stated<number> | undefined {
  if (section === undefined) return undefined;
  const counts = new Map<number, number>();
  for (const { text } of bodyOf(outline, section)) {
    for (const match of text.matchAll(/(20\d\d)年/g))
      counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (first === undefined || first[1] === second?.[1]) return undefined;
  return { value: first[0], source: 'text' };
}

/** The organ: front matter, what the title says before its year, or the signature. */
export function organOf(
  values: FrontMatterValues,
  title: TextPiece | undefined,
  outline: Outline,
): Stated<string> | undefined {
  if (values.organ !== undefined) return { value: values.organ, source: 'frontMatter' };
  const titled = title === undefined ? undefined : organInTitle(title.text);
  if (title !== undefined && titled !== undefined)
    return { value: titled, source: 'title', anchor: title.anchor };
  for (const line of lastLines(outline, 4)) {
    const name = withoutBlanks(line.text);
    if (name.length <= 30 && organName.test(name) && !/^(?:联系|抄送|主动公开)/.test(name)) {
      return {
        value: name,
        source: 'signature',
        anchor: anchor(line.block, sourceSpan(line.prose, line.range)),
      };
    }
  }
  return undefined;
}

const organName =
  /^[\u4e00-\u9fff（）()、]{2,}(?:人民政府|政府|办公厅|办公室|委员会|街道办事处|街道办|街道|镇|乡|局|厅|部|委|院|署|总署|中心|集团|学校|大学|学院|医院|银行|管委会)$/;

function organInTitle(title: string): string | undefined {
  const text = withoutBlanks(title);
  const year = yearIn(text);
  const before = year === undefined ? (text.split(/(?:政府信息公开)/)[0] ?? '') : text.slice(0, year.start);
  const name = before.replace(/^关于/, '');
  if (name.length >= 2 && name.length <= 40) return name;
  const after = year === undefined ? '' : text.slice(year.end).replace(/^年度?/, '');
  const behind = after.split('政府信息公开')[0] ?? '';
  return behind.length >= 3 && behind.length <= 40 && organName.test(behind) ? behind : undefined;
}

/** The kind of organ that a name shows. */
export function organKindOf(
  values: FrontMatterValues,
  organ: string | undefined,
): Stated<OrganKind> | undefined {
  if (values.organKind !== undefined) return { value: values.organKind, source: 'frontMatter' };
  if (organ === undefined) return undefined;
  const kind = kindOfName(organ);
  return kind === undefined ? undefined : { value: kind, source: 'name' };
}

function kindOfName(name: string): OrganKind | undefined {
  if (
    /(?:街道办事处|街道办|街道|镇|乡|苏木)$/.test(name) ||
    /(?:镇|乡)人民政府$/.test(name) ||
    /(?:镇|乡)政府$/.test(name)
  )
    return '乡镇街道';
  if (/(?:省|市|县|区|州|旗|盟)(?:(?:人民)?政府)?$/.test(name)) return '政府';
  if (/(?:局|厅|委|部|署|办公室|办公厅|委员会|院|海关|总队|支队|大队)$/.test(name)) return '部门';
  return undefined;
}
