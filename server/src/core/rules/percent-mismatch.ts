import { refutedClaims } from '../equations/stated.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import { type ReadPassage, type ReadSentence, readPassage } from '../report/readPassages.ts';
import type { Amount, Share } from '../text/quantity.ts';
import { type Growth, growthFromLast, growthOf } from './growth.ts';
import { wrongRates } from './rates.ts';
import { defineRule } from './rule.ts';
import { decimals, isExact, printedShare, withoutNoise, wrongShares } from './shareOf.ts';

export const percentMismatch = defineRule({
  id: 'percent-mismatch',
  group: 'text',
  severity: 'warning',
  title: '百分比与数字不符',
  why: '占比由分项除以总数得出。四舍五入和截尾都可以，最后一位相差一以内不算错。',
  messages: {
    share: (part: string, total: string, written: string, actual: string) =>
      `${part}占 ${total} 的 ${actual}，这里写的是 ${written}。请核对。`,
    growth: (before: string, now: string, actual: string, written: string) =>
      `从 ${before}到 ${now}，变化应为 ${actual}，这里写的是 ${written}。请核对。`,
    difference: (before: string, now: string, actual: string, written: string) =>
      `从 ${before}到 ${now}，相差 ${actual}，这里写的是 ${written}。请核对。`,
  },
  examples: {
    good: [
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占66.7%']] },
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占66.6%']] },
      {
        replace: [
          [
            '及时发布规划、用地和执法信息',
            '认定公文1482件，其中主动公开类217件、不予公开类859件，主动公开占比14.6%',
          ],
        ],
      },
      {
        replace: [['全年收到申请12件', '全年收到申请12件，同比增长33.3%']],
        last: { figures: { 'applications/received/total': '9', 'applications/received/natural': '5' } },
        also: ['copied-text', 'carry-over-mismatch', 'stock-mismatch'],
      },
      {
        replace: [['全年收到申请12件', '全年收到申请12件，其中自然人7件，占66.7%']],
        also: ['text-table-mismatch'],
      },
      {
        replace: [['全年收到申请12件', '全年收到申请15件，较2024年的10件增加2件，增长20%']],
        also: ['text-table-mismatch'],
      },
    ],
    bad: [
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占⟦76.7%⟧']] },
      // The cell is wrong, not the sentence.
      {
        figures: { 'applications/received/total': '21' },
        replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占⟦76.7%⟧']],
        also: ['suspect-cell'],
      },
      { replace: [['及时发布规划、用地和执法信息', '公开信息150条，上年为120条，同比增长⟦35%⟧']] },
      {
        replace: [
          [
            '及时发布规划、用地和执法信息',
            '公开信息145条。其中政策类3条，占2.1%；财政类6条，占⟦5.1%⟧；动态类136条，占93.8%',
          ],
        ],
      },
      {
        replace: [['及时发布规划、用地和执法信息', '公开信息150条，较2024年的120条增加⟦20条⟧，增长25%']],
      },
      {
        replace: [['全年收到申请12件', '全年收到申请12件，同比增长⟦50%⟧']],
        last: { figures: { 'applications/received/total': '9', 'applications/received/natural': '5' } },
        also: ['copied-text', 'carry-over-mismatch', 'stock-mismatch'],
      },
    ],
  },
  *check(report, { last }, say) {
    // A number that the tables refute is put right first: then its per cent may fit.
    const refuted = new Set<Amount | undefined>(refutedClaims(report).map(({ claim }) => claim.amount));
    for (const read of inPassages(report, sharing)) {
      const { passage, sentences } = read;
      const quote = ({ span }: Amount | Share) => passage.text.slice(span.start, span.end);
      const place = (amount: Amount) => ({ anchor: passage.place(amount.span), message: quote(amount) });
      for (const sentence of sentences) {
        for (const { share, part, total } of [...wrongShares(read, sentence), ...wrongRates(sentence)]) {
          if (refuted.has(part) || refuted.has(total)) continue;
          const correct = printedShare(part, total, share);
          yield {
            at: passage.place(share.span),
            message: say.share(quote(part), quote(total), quote(share), correct),
            related: [place(total), place(part)],
          };
        }
        for (const share of sharesIn(sentence)) {
          const growth = growthOf(sentence, share) ?? growthFromLast(sentence, share, report, last);
          if (growth === undefined) continue;
          const { now, before, printed, other, cells, difference, rivals = [] } = growth;
          if (refuted.has(now) || rivals.some((rival) => corrected(rival, share) === undefined)) continue;
          const from = printed === undefined ? `${before}${now.unit ?? ''}` : quote(printed);
          const related = [...cells, ...[other, now].filter((amount) => amount !== undefined).map(place)];
          const apart = withoutNoise(Math.abs(now.number - before));
          if (difference !== undefined && Math.abs(difference.number - apart) > 3 * growth.blur)
            yield {
              at: passage.place(difference.span),
              message: say.difference(from, quote(now), String(apart), quote(difference)),
              related,
            };
          const correct = corrected(growth, share);
          if (correct !== undefined)
            yield {
              at: passage.place(share.span),
              message: say.growth(from, quote(now), correct, quote(share)),
              related,
            };
        }
      }
    }
  },
});

/** What the growth is, when the numbers, rounded as they may be, do not make it. */
function corrected({ now, before, blur, falls }: Growth, share: Share): string | undefined {
  const sign = falls ? -100 : 100;
  const grown = (from: number, to: number) => ((to - from) / from) * sign;
  const ends = [grown(before - blur, now.number + blur), grown(before + blur, now.number - blur)];
  const slack = Number(share.step) * 1.000001;
  const right = Math.min(...ends) - slack <= share.number && share.number <= Math.max(...ends) + slack;
  const actual = grown(before, now.number);
  if (right || !Number.isFinite(actual)) return undefined;
  const written = `${Math.abs(actual).toFixed(decimals(share.step))}%`;
  // The word before the per cent is wrong as well.
  return actual < 0 ? `${falls ? '增长' : '下降'} ${written}` : written;
}

function sharing(passage: Passage): readonly ReadPassage[] {
  return readPassage(passage).filter(({ quantities }) => quantities.some(({ kind }) => kind === 'share'));
}

/** Shares printed as exact. */
function sharesIn({ quantities }: ReadSentence): Share[] {
  return quantities.filter(
    (quantity): quantity is Share => quantity.kind === 'share' && quantity.unit === '%' && isExact(quantity),
  );
}
