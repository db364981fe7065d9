import type { FormSection } from '../forms/form.ts';
import { chineseNumber, readNumeral } from '../laws/numerals.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import type { Report } from '../report/report.ts';
import { matchesIn } from '../text/matches.ts';
import { sentenceAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Edit, Fix } from './finding.ts';
import { defineRule } from './rule.ts';

/** Where the opening says how many parts the report has. */
interface Announcement {
  readonly passage: Passage;
  /** `五个部分`, and the number in it. */
  readonly phrase: Span;
  readonly numeral: Span;
  readonly count: number;
  readonly sentence: Span;
}

export const announcedSections = defineRule({
  id: 'announced-sections',
  group: 'structure',
  severity: 'warning',
  title: '开头所说的部分与正文不符',
  why: '开头说由几个部分组成，正文就应有几个部分，列出的名称也应一一对应。多半是沿用旧稿时忘了改。',
  messages: {
    count: (phrase: string, count: number, missing: string) =>
      `开头写“${phrase}”，正文有 ${count} 个部分，两处不一致${missing === '' ? '' : `；开头没有列出${missing}`}。`,
    names: (missing: string) => `开头列举各部分时漏了${missing}，正文里有这一部分。`,
  },
  examples: {
    good: [
      { replace: [['编制本报告。', '编制本报告。本报告由六个部分组成。']] },
      {
        replace: [
          [
            '编制本报告。',
            '编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项6个部分组成。',
          ],
        ],
      },
      { replace: [['编制本报告。', '编制本报告。政务公开是全局工作的重要部分。']] },
      { replace: [['编制本报告。', '编制本报告。全文包括三个方面的数据。']] },
      {
        replace: [
          [
            '编制本报告。',
            '编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议和提起行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个方面组成。',
          ],
        ],
      },
    ],
    bad: [
      { replace: [['编制本报告。', '编制本报告。全文包括⟦五个部分⟧。']] },
      {
        replace: [
          [
            '编制本报告。',
            '编制本报告。本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况⟦五个部分⟧组成。',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const present = report.form.sections.filter(({ id }) =>
      report.sections.some((section) => section.id === id),
    );
    const extra = report.sections.filter(({ id }) => id === undefined).length;
    const count = present.length + extra;
    for (const announced of inPassages(report, announcementIn)) {
      const { passage, phrase, sentence } = announced;
      const text = passage.text.slice(sentence.start, sentence.end);
      const listed = present.filter((section) => wordsIn(text, section, report) !== undefined);
      // 从五个方面: of the sections only where it follows their names.
      if (listed.length < 3 && passage.text.slice(phrase.start, phrase.end).endsWith('方面')) continue;
      // 依申请公开情况 in such a list is the third section.
      const isNamed = (section: FormSection) =>
        listed.includes(section) || section.signs.some((sign) => text.includes(sign));
      const missing = listed.length < 3 ? [] : present.filter((section) => !isNamed(section));
      const names = missing.map(({ title }) => `“${title}”`).join('、');
      // Six announced and a part missing: that is the missing part's finding.
      const fits = announced.count === count || announced.count === report.form.sections.length;
      if (fits && missing.length === 0) continue;
      yield {
        at: passage.place(phrase),
        message: fits
          ? say.names(names)
          : say.count(passage.text.slice(phrase.start, phrase.end), count, names),
        related: report.sections.map(({ heading, text: words }) => ({ anchor: heading, message: words })),
        fixes: () => correction(announced, fits ? announced.count : count, present, missing, report),
      };
    }
  },
});

const phrases = /第?(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})(?:个?(?:部分|章节)|个方面)/g;

/** The first one in the opening. */
function announcementIn(passage: Passage): readonly Announcement[] {
  if (passage.kind !== 'opening') return [];
  const { text } = passage;
  for (const { 0: phrase, index: start } of matchesIn(text, phrases)) {
    // 第一部分 is one of them, and 一部分 no number.
    const numeral = readNumeral(text, start);
    if (numeral === undefined || numeral.value === 1) continue;
    const sentence = sentenceAt(text, start);
    if (!/组成|构成|包括|包含|涵盖|分为|分成|共/.test(text.slice(sentence.start, sentence.end))) continue;
    return [
      {
        passage,
        phrase: { start, end: start + phrase.length },
        numeral: { start, end: numeral.end },
        count: numeral.value,
        sentence,
      },
    ];
  }
  return [];
}

/** Where a sentence names a section: by its title in the form or in the draft, or by words that show it. */
function wordsIn(text: string, section: FormSection, { sections }: Report): Span | undefined {
  const own = sections.find(({ id }) => id === section.id)?.title.text ?? section.title;
  for (const words of [section.title, own, ...section.keywords]) {
    const start = text.indexOf(words);
    if (start >= 0) return { start, end: start + words.length };
  }
  return undefined;
}

/** The number put right, and the missing names written behind those before them; none where a name has no clear end. */
function correction(
  { passage, numeral, sentence }: Announcement,
  count: number,
  present: readonly FormSection[],
  missing: readonly FormSection[],
  report: Report,
): readonly Fix[] {
  const text = passage.text.slice(sentence.start, sentence.end);
  const written = passage.text.slice(numeral.start, numeral.end);
  const number = /[0-9]/.test(written) ? String(count) : chineseNumber(count);
  const edits: Edit[] = [{ anchor: passage.place(numeral), newText: number }];
  const names = present.map((section) => ({ section, words: wordsIn(text, section, report) }));
  const listed = names.flatMap(({ words }) => words ?? []);
  const separator = listed.some(({ end }) => text[end] === '，') ? '，' : '、';
  for (const [index, { section }] of names.entries()) {
    if (!missing.includes(section)) continue;
    const before = names.slice(0, index).findLast(({ words }) => words !== undefined)?.words;
    if (before !== undefined && !/^[、，,。等和及与共0-9一二三四五六七八九十]/.test(text.slice(before.end)))
      return [];
    const at = sentence.start + (before?.end ?? Math.min(...listed.map(({ start }) => start)));
    edits.push({
      anchor: passage.place({ start: at, end: at }),
      newText: before === undefined ? `${section.title}${separator}` : `${separator}${section.title}`,
    });
  }
  return [{ title: `改为${number}个部分${missing.length > 0 ? '，补上名称' : ''}`, preferred: true, edits }];
}
