import { chineseNumber, formatCitation } from '../laws/numerals.ts';
import { type OldArticle, repealedNumber } from '../laws/regulation2007.ts';
import type { Anchor } from '../outline/outline.ts';
import { type LawText, lawTextsOf } from '../report/lawText.ts';
import { sentenceAt } from '../text/sentences.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

export const repealedArticle = defineRule({
  id: 'repealed-article',
  group: 'text',
  severity: 'warning',
  title: '条号是修订前的',
  why: '《政府信息公开条例》修订后条文重新编号。沿用旧条号，引出的是另一件事。',
  messages: {
    old: (cited: string, old: OldArticle) =>
      `${cited}是修订前《政府信息公开条例》的条号（${old.subject}），现行条例中为${now(old)}。请核对。`,
  },
  examples: {
    good: [
      { replace: [['第五十条的规定，编制本报告', '第三十二条的规定，就第三方意见征求情况编制本报告']] },
      { replace: [['第五十条的规定', '（国务院令第492号）第三十二条的规定']] },
    ],
    bad: [
      { replace: [['第五十条的规定，编制本报告', '⟦第三十二条⟧的规定，编制本年度报告']] },
      { replace: [['接受社会评议', '依照《条例》⟦第十九条⟧更新公开指南']] },
    ],
  },
  *check(report, _context, say) {
    for (const text of lawTextsOf(report)) {
      const { passage, citations } = text;
      for (const [index, citation] of citations.entries()) {
        const { law, article, span } = citation;
        if (law.kind !== 'regulation' || law.edition !== 2019) continue;
        const old = repealedNumber(article, wordsAround(text, index, span.start));
        if (old === undefined) continue;
        const cited = passage.text.slice(span.start, span.end);
        const isRange = (citation.through ?? citations[index - 1]?.through) !== undefined;
        yield {
          at: passage.place(span),
          message: say.old(cited, old),
          fixes: () => (isRange ? [] : renumbered(passage.place(span), cited, old)),
        };
      }
    }
  },
});

function now(old: OldArticle): string {
  return old.now.map((article) => formatCitation({ article })).join('、');
}

/** The sentence, as far as no other citation has a claim on its words. */
function wordsAround({ passage: { text }, citations }: LawText, index: number, at: number): string {
  const start = citations[index - 1]?.span.end ?? 0;
  const end = citations[index + 1]?.span.start ?? text.length;
  const sentence = sentenceAt(text.slice(start, end), at - start);
  return text.slice(start + sentence.start, start + sentence.end);
}

/** Only a whole article has one number in its place. */
function renumbered(at: Anchor, cited: string, old: OldArticle): readonly Fix[] {
  const [article] = old.now;
  if (article === undefined || !/^第[^条]*条$/.test(cited)) return [];
  const number = /[0-9０-９]/.test(cited) ? String(article) : chineseNumber(article);
  return [
    {
      title: `改为第${number}条`,
      preferred: old.now.length === 1,
      edits: [{ anchor: at, newText: `第${number}条` }],
    },
  ];
}
