import { findArticle } from '../laws/articles.ts';
import { type CalendarDate, dateOrder, formatDate, possibleDates, readDate } from '../report/dates.ts';
import { passagesOf } from '../report/passages.ts';
import type { OrganKind, Report } from '../report/report.ts';
import { signatureDate } from '../report/signature.ts';
import { defineRule } from './rule.ts';

/** The article that sets the days by which annual reports are published. */
const articleOfDeadlines = 49;

const messages = {
  impossible: (text: string) => `落款日期“${text}”不是一个完整、存在的日期。请按“某年某月某日”写全。`,
  early: (text: string, end: string) =>
    `落款日期“${text}”早于统计期末${end}，那时全年数据还没有产生。请核对。`,
  late: (text: string, kind: OrganKind, deadline: string) =>
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
    for (const passage of passagesOf(report)) {
      if (passage.kind !== 'signature') continue;
      const range = signatureDate(passage.text);
      if (range === undefined) continue;
      const text = passage.text.slice(range.start, range.end);
      const at = passage.place(range);
      const fault = faultOf(text, report, say);
      if (fault === undefined) continue;
      const fixes = () =>
        fault.meant
          .filter((day) => isInTime(day, report))
          .map((day) => ({
            title: `改为${formatDate(day)}`,
            edits: [{ anchor: at, newText: formatDate(day) }],
          }));
      yield { at, message: fault.message, fixes };
    }
  },
});

type Day = CalendarDate & { readonly year: number };

/** What is wrong with a date, and which days may be meant. */
function faultOf(
  text: string,
  report: Report,
  say: typeof messages,
): { readonly message: string; readonly meant: readonly Day[] } | undefined {
  const date = readDate(text);
  if (date?.year === undefined) return { message: say.impossible(text), meant: possibleDates(text) };
  if (report.year === undefined) return undefined;
  const year = report.year.value;
  const day = { ...date, year: date.year };
  if (isBefore(day, lastDayOf(year))) {
    // In January one still writes last year's number.
    const meant = day.year === year && day.month <= 3 ? [{ ...day, year: year + 1 }] : [];
    return { message: say.early(text, formatDate(lastDayOf(year))), meant };
  }
  if (day.year > year + 1) return { message: say.years(text, year), meant: [] };
  const deadline = deadlineOf(report);
  return deadline !== undefined && isBefore(deadline.day, day)
    ? { message: say.late(text, deadline.kind, formatDate(deadline.day)), meant: [] }
    : undefined;
}

function lastDayOf(year: number): Day {
  return { year, month: 12, day: 31 };
}

function isBefore(day: Day, other: Day): boolean {
  return dateOrder(day) < dateOrder(other);
}

/** How the deadlines of the law call a kind of organ: a government's report is its office's duty. */
const subjects: Readonly<Partial<Record<OrganKind, string>>> = {
  部门: '人民政府部门',
  政府: '主管部门',
};

/** The last day for the organ's kind; `undefined` where the kind is not known or has none of its own. */
function deadlineOf({
  year,
  organKind,
}: Report): { readonly kind: OrganKind; readonly day: Day } | undefined {
  if (year === undefined || organKind === undefined) return undefined;
  const kind = organKind.value;
  const who = subjects[kind];
  for (const deadline of findArticle(articleOfDeadlines)?.deadlines ?? []) {
    if (deadline.kind !== 'date' || who === undefined || !deadline.who.endsWith(who)) continue;
    const month = Number(deadline.date.slice(0, 2));
    return { kind, day: { year: year.value + 1, month, day: Number(deadline.date.slice(3)) } };
  }
  return undefined;
}

/** Not before the year's end, and not behind the deadline, or the next year. */
function isInTime(day: Day, report: Report): boolean {
  if (report.year === undefined) return true;
  const year = report.year.value;
  const last = deadlineOf(report)?.day ?? lastDayOf(year + 1);
  return !isBefore(day, lastDayOf(year)) && !isBefore(last, day);
}
