import { type CalendarDate, formatDate } from '../report/dates.ts';
import { type Passage, passagesOf } from '../report/passages.ts';
import { mentionsWholeYear, type PeriodDate, type StatedPeriod, statedPeriods } from '../report/period.ts';
import type { Report } from '../report/report.ts';
import type { Edit, Fix } from './finding.ts';
import { reportPlace, startOfSection } from './places.ts';
import { defineRule, type Found } from './rule.ts';

const sentence = '本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。';

const messages = {
  damaged: (text: string, expected: string) => `统计期限中的日期“${text}”残缺或不存在，应为${expected}。`,
  wrong: (text: string, expected: string) =>
    `统计期限写“${text}”，应为${expected}：年度报告反映当年1月1日至12月31日的情况。`,
  absent: (expected: string) => `没有写明统计期限。请写上“${expected}”。`,
};

export const reportPeriod = defineRule({
  id: 'report-period',
  group: 'text',
  severity: 'error',
  title: '统计期限不对或没有写',
  why: '年度报告反映上一年度1月1日至12月31日的情况（《条例》第四十九条、第五十条）。统计期限写错或日期残缺，全部数据就失去依据。',
  messages,
  examples: {
    good: [
      {},
      { replace: [[sentence, '本报告统计期限为2025年1月1日至12月31日。']] },
      { replace: [[sentence, '所列数据统计截至2025年12月31日。']] },
      { replace: [[sentence, '本报告所列数据的统计期限为2025年度。']] },
    ],
    bad: [
      { replace: [['2025年12月31日止', '⟦2025年1112月31日⟧止']] },
      { replace: [['自2025年1月1日起', '自⟦202511日⟧起']] },
      { replace: [[sentence, '本报告统计期限为⟦2024年1月1日⟧至12月31日。']] },
      {
        replace: [['自2025年1月1日起至2025年12月31日止', '自⟦2024年1月1日起至2024年12月31日⟧止']],
      },
      { replace: [['2025年12月31日止', '⟦2025年11月30日⟧止']] },
      {
        replace: [
          [sentence, ''],
          [
            '示例县自然资源局2025年政府信息公开工作年度报告',
            '⟦示例县自然资源局2025年政府信息公开工作年度报告⟧',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const periods = statedPeriods(report);
    for (const period of periods) yield* wrongDates(period, report, say);
    if (periods.length > 0 || mentionsWholeYear(report)) return;
    const expected = statement(report.year?.value);
    yield {
      at: reportPlace(report),
      message: say.absent(expected),
      absence: true,
      severity: 'information',
      fixes: () => insertion(report, expected),
    };
  },
});

type Say = typeof messages;

function* wrongDates(period: StatedPeriod, report: Report, say: Say): Generator<Found> {
  const { passage, from, to, year: whole } = period;
  const year = report.year?.value ?? from?.date?.year;
  if (whole !== undefined && year !== undefined && whole.value !== year) {
    const text = passage.text.slice(whole.span.start, whole.span.end);
    const at = passage.place(whole.span);
    const newText = text.replace(/[0-9]{4}/, String(year));
    yield { at, message: say.wrong(text, newText), fixes: () => [fix([{ anchor: at, newText }], newText)] };
  }
  const mistakes = [
    ...mistakesIn(from, { month: 1, day: 1 }, year),
    ...mistakesIn(to, { month: 12, day: 31 }, year),
  ];
  const [one, other = one] = mistakes;
  if (one === undefined || other === undefined) return;
  const range = { start: one.written.span.start, end: other.written.span.end };
  const edits = mistakes.map(({ written, expected }) => ({
    anchor: passage.place(written.span),
    newText: formatDate(expected),
  }));
  const expected = mistakes.map((entry) => formatDate(entry.expected)).join('至');
  const text = passage.text.slice(range.start, range.end);
  const damaged = mistakes.some(({ written }) => written.date === undefined);
  yield {
    at: passage.place(range),
    message: damaged ? say.damaged(text, expected) : say.wrong(text, expected),
    fixes: () => [fix(edits, expected)],
  };
}

/** What a date should be, where it is not. */
function mistakesIn(
  written: PeriodDate | undefined,
  day: { readonly month: number; readonly day: number },
  year: number | undefined,
): readonly { readonly written: PeriodDate; readonly expected: CalendarDate }[] {
  if (written === undefined) return [];
  const { date } = written;
  const namesYear = date === undefined || date.year !== undefined;
  const expected = year !== undefined && namesYear ? { year, ...day } : day;
  const isRight =
    date?.month === day.month &&
    (date.day === undefined || date.day === day.day) &&
    (date.year === undefined || year === undefined || date.year === year);
  return isRight ? [] : [{ written, expected }];
}

function fix(edits: readonly Edit[], expected: string): Fix {
  return { title: `改为${expected}`, preferred: true, edits };
}

function statement(year: number | undefined): string {
  const named = year === undefined ? '' : `${year}年`;
  return `本报告所列数据的统计期限自${named}1月1日起至${named}12月31日止。`;
}

/** Behind the opening's last sentence, or as a paragraph of its own before the first section. */
function insertion(report: Report, text: string): readonly Fix[] {
  const title = '补上统计期限';
  const opening: Passage | undefined = passagesOf(report).findLast(({ kind }) => kind === 'opening');
  if (opening !== undefined) {
    const end = opening.text.length;
    return [{ title, edits: [{ anchor: opening.place({ start: end, end }), newText: text }] }];
  }
  return report.sections
    .slice(0, 1)
    .map((section) => ({ title, edits: [{ anchor: startOfSection(section), newText: `${text}\n\n` }] }));
}
