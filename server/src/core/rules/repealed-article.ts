import { articleExists } from '../laws/articles.ts';
import type { Citation } from '../laws/citations.ts';
import { chineseNumber, formatCitation } from '../laws/numerals.ts';
import { type OldArticle, repealedNumber } from '../laws/regulation2007.ts';
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
      for (const citation of text.citations) {
        if (citation.law.kind !== 'regulation' || citation.law.edition !== 2019) continue;
        if (articleExists({ article: citation.article }).kind !== 'ok') continue;
        const old = repealedNumber(citation.article, wordsAround(text, citation));
        if (old === undefined) continue;
        const { passage } = text;
        const cited = passage.text.slice(citation.span.start, citation.span.end);
        yield {
          at: passage.place(citation.span),
          message: say.old(cited, old),
          fixes: () => renumbered(text, citation, old),
        };
      }
    }
  },
});

function now(old: OldArticle): string {
  return old.now.map((article) => formatCitation({ article })).join('、');
}

/** The sentence, as far as no other citation has a claim on its words. */
function wordsAround({ passage, citations }: LawText, citation: Citation): string {
  const sentence = sentenceAt(passage.text, citation.span.start);
  let { start, end } = sentence;
  for (const other of citations) {
    if (other.article === citation.article) continue;
    if (other.span.end <= citation.span.start) start = Math.max(start, other.span.end);
    else if (other.span.start >= citation.span.end) end = Math.min(end, other.span.start);
  }
  return passage.text.slice(start, end);
}

/** Only a whole article has one number in its place. */
function renumbered({ passage }: LawText, citation: Citation, old: OldArticle): readonly Fix[] {
  const [article] = old.now;
  const { paragraph, item, through, inherited, span } = citation;
  const written = passage.text.slice(span.start, span.end);
  if (article === undefined || inherited || !written.startsWith('第') || !written.endsWith('条')) return [];
  if (paragraph !== undefined || item !== undefined || through !== undefined) return [];
  const number = /[0-9０-９]/.test(written) ? String(article) : chineseNumber(article);
  return [
    {
      title: `改为第${number}条`,
      preferred: old.now.length === 1,
      edits: [{ anchor: passage.place(span), newText: `第${number}条` }],
    },
  ];
}
