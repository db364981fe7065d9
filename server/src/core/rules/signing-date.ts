import { findArticle } from '../laws/articles.ts';
import { type CalendarDate, dateOrder, formatDate, possibleDates, readDate } from '../report/dates.ts';
import { passagesOf } from '../report/passages.ts';
import type { OrganKind, Report } from '../report/report.ts';
import { signatureDate } from '../report/signature.ts';
import { halfWidth } from '../text/normalize.ts';
import { defineRule } from './rule.ts';

/** The article that sets the days by which annual reports are published. */
const articleOfDeadlines = 49;

const messages = {
  impossible: (text: string) => `落款日期“${text}”不是一个完整、存在的日期。请按“某年某月某日”写全。`,
  early: (text: string, end: string) =>
    `落款日期“${text}”早于统计期末${end}，那时全年数据还没有产生。请核对。`,
  late: (text: string, kind: string, deadline: string) =>
    `落款日期“${text}”晚于${kind}公布年报的期限${deadline}（《条例》第四十九条）。请核对。`,
  years: (text: string, year: number) => `落款日期“${text}”与${year}年度报告相隔一年以上。请核对年份。`,
};

export const signingDate = defineRule({
  id: 'signing-date',
  group: 'text',
  severity: 'warning',
  title: '落款日期不对',
  why: '年度报告在年度结束后编制，部门在1月31日前提交并公布，政府在3月31日前公布（《条例》第四十九条）。落款日期残缺、早于统计期末或晚于期限，公布时容易被通报。',
  messages,
  examples: {
    good: [
      {},
      { replace: [['2026年1月15日', '2026年1月']] },
      { replace: [['2026年1月15日', '二〇二六年一月十五日']] },
      {
        replace: [
          ['# 示例县自然资源局', '# 示例县人民政府'],
          ['示例县自然资源局\n\n2026年1月15日', '示例县人民政府\n\n2026年3月30日'],
        ],
        also: ['accountability'],
      },
    ],
    bad: [
      { replace: [['2026年1月15日', '⟦2026115⟧']] },
      { replace: [['2026年1月15日', '⟦2026年1月35日⟧']] },
      { replace: [['2026年1月15日', '⟦2025年12月25日⟧']] },
      { replace: [['2026年1月15日', '⟦2025年1月15日⟧']] },
      { replace: [['2026年1月15日', '⟦2026年2月3日⟧']] },
      { replace: [['2026年1月15日', '⟦2028年1月15日⟧']] },
    ],
  },
  *check(report, _context, say) {
    const year = report.year?.value;
    for (const passage of passagesOf(report)) {
      if (passage.kind !== 'signature') continue;
      const range = signatureDate(passage.text);
      if (range === undefined) continue;
      const text = passage.text.slice(range.start, range.end);
      const at = passage.place(range);
      const date = readDate(text);
      const to = (day: CalendarDate) => ({
        title: `改为${formatDate(day)}`,
        edits: [{ anchor: at, newText: formatDate(day) }],
      });
      if (date?.year === undefined) {
        const candidates = possibleDates(halfWidth(text)).filter((day) => fits(day, report));
        yield { at, message: say.impossible(text), fixes: () => candidates.map(to) };
        continue;
      }
      if (year === undefined) continue;
      const order = dateOrder({ ...date, year: date.year });
      const nextYear = date.year === year && date.month <= 3 ? [to({ ...date, year: year + 1 })] : [];
      const message =
        order < endOf(year)
          ? say.early(text, formatDate({ year, month: 12, day: 31 }))
          : date.year > year + 1
            ? say.years(text, year)
            : lateMessage(text, order, report, say);
      if (message !== undefined) yield { at, message, fixes: () => nextYear };
    }
  },
});

function endOf(year: number): number {
  return dateOrder({ year, month: 12, day: 31 });
}

function lateMessage(text: string, order: number, report: Report, say: typeof messages): string | undefined {
  const deadline = deadlineOf(report);
  return deadline === undefined || order <= dateOrder(deadline)
    ? undefined
    : say.late(text, report.organKind?.value ?? '', formatDate(deadline));
}

/** The last day for the organ's kind; `undefined` where the kind is not known or has none of its own. */
function deadlineOf({ year, organKind }: Report): Required<CalendarDate> | undefined {
  const who = organKind === undefined ? undefined : subjects[organKind.value];
  if (year === undefined || who === undefined) return undefined;
  for (const deadline of findArticle(articleOfDeadlines)?.deadlines ?? []) {
    if (deadline.kind !== 'date' || !deadline.who.endsWith(who)) continue;
    const [month, day] = deadline.date.split('-');
    return { year: year.value + 1, month: Number(month), day: Number(day) };
  }
  return undefined;
}

/** How the deadlines of the law call a kind of organ: a government's report is its office's duty. */
const subjects: Readonly<Partial<Record<OrganKind, string>>> = {
  部门: '人民政府部门',
  政府: '主管部门',
};

function fits(day: Required<CalendarDate>, report: Report): boolean {
  if (report.year === undefined) return true;
  const order = dateOrder(day);
  const deadline = deadlineOf(report);
  return (
    order >= endOf(report.year.value) &&
    day.year <= report.year.value + 1 &&
    (deadline === undefined || order <= dateOrder(deadline))
  );
}
