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
      for (const [index, citation] of text.citations.entries()) {
        if (citation.law.kind !== 'regulation' || citation.law.edition !== 2019) continue;
        if (articleExists({ article: citation.article }).kind !== 'ok') continue;
        const old = repealedNumber(citation.article, wordsAround(text, index));
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

/** So far, in characters, words still say something of a citation; nobody writes longer sentences. */
const nearby = 300;

/** The sentence, as far as no citation of another article has a claim on its words. */
function wordsAround({ passage: { text }, citations }: LawText, index: number): string {
  const { article, span } = citations[index] as Citation;
  let start = Math.max(0, span.start - nearby);
  let end = Math.min(text.length, span.end + nearby);
  for (let at = index - 1; at >= 0; at--) {
    const before = citations[at] as Citation;
    if (before.article !== article) start = Math.max(start, before.span.end);
    if (before.article !== article || before.span.end <= start) break;
  }
  for (let at = index + 1; at < citations.length; at++) {
    const behind = citations[at] as Citation;
    if (behind.article !== article) end = Math.min(end, behind.span.start);
    if (behind.article !== article || behind.span.start >= end) break;
  }
  const sentence = sentenceAt(text.slice(start, end), span.start - start);
  return text.slice(start + sentence.start, start + sentence.end);
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
