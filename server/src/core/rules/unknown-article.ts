import { articleExists } from '../laws/articles.ts';
import type { Citation } from '../laws/citations.ts';
import { formatCitation } from '../laws/numerals.ts';
import { lawTextsOf } from '../report/lawText.ts';
import { defineRule } from './rule.ts';

const messages = {
  noArticle: (cited: string, count: number) =>
    `《政府信息公开条例》没有${cited}：现行条例共 ${count} 条。请核对。`,
  noParagraph: (cited: string, article: string, count: number) =>
    `《政府信息公开条例》没有${cited}：${article}${count === 1 ? '不分款' : `只有 ${count} 款`}。请核对。`,
  noItem: (cited: string, place: string, count: number) =>
    `《政府信息公开条例》没有${cited}：${place}${count === 0 ? '没有分项' : `只有 ${count} 项`}。请核对。`,
};

export const unknownArticle = defineRule({
  id: 'unknown-article',
  group: 'text',
  severity: 'error',
  title: '引用的条款不存在',
  why: '《中华人民共和国政府信息公开条例》共五十六条，每条的款、项有定数。引用不存在的条款，说明依据没有核对。',
  messages,
  examples: {
    good: [{ replace: [['第五十条的规定', '第五十条第一款第（四）项的规定']] }],
    bad: [
      { replace: [['第五十条的规定', '⟦第六十五条⟧的规定']] },
      { replace: [['接受社会评议', '按照《条例》⟦第二十条第（十八）项⟧接受社会评议']] },
      { replace: [['接受社会评议', '按照《条例》第四十九条、⟦第五十七条⟧接受社会评议']] },
    ],
  },
  *check(report, _context, say) {
    for (const { passage, citations } of lawTextsOf(report)) {
      for (const citation of citations) {
        const { law, span } = citation;
        if (law.kind !== 'regulation' || law.edition !== 2019) continue;
        const message = problemOf(citation, say);
        if (message !== undefined) yield { at: passage.place(span), message };
      }
    }
  },
});

function problemOf(cited: Citation, say: typeof messages): string | undefined {
  const check = articleExists(cited);
  const name = formatCitation(cited);
  const { article } = cited;
  switch (check.kind) {
    case 'noArticle':
      return say.noArticle(name, check.articles);
    case 'noParagraph':
      return say.noParagraph(name, formatCitation({ article }), check.paragraphs);
    case 'noItem':
      return say.noItem(name, formatCitation({ article, paragraph: check.paragraph }), check.items);
    case 'ok':
      return undefined;
  }
}
