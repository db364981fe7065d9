import { type OwnSentence, ownSentences } from '../report/ownWords.ts';
import { reportPlace } from './places.ts';
import { defineRule } from './rule.ts';

/** With fewer sentences a share says nothing. */
const fewest = 4;
const mostListed = 3;

export const copiedText = defineRule({
  id: 'copied-text',
  group: 'text',
  severity: 'warning',
  title: '照抄上年报告',
  why: '年度报告要反映当年的工作。总体情况和问题、改进照抄上年，是通报中常见的问题。法定用语、固定栏目和只有年份不同的套话已经除外或合并计算；比例可在设置中调整。',
  messages: {
    copied: (copied: number, all: number, share: number, threshold: number, last: string, list: string) =>
      `总体情况和问题部分的 ${all} 句话中有 ${copied} 句与上年报告（${last}）相同，占 ${share}%（设定的界限是 ${threshold}%）：${list}。`,
    same: (last: string) => `与上年报告（${last}）相同。`,
  },
  examples: {
    good: [
      {},
      {
        last: {
          replace: [
            ['主动公开方面，及时发布规划、用地和执法信息。', '主动公开方面，发布年度用地计划和征地公告。'],
            ['政府信息管理方面，对公开目录逐条核对。', '政府信息管理方面，修订了公开指南全文。'],
            ['公开内容还不够细致，答复的时间可以更短。', '栏目更新不够及时，解读的形式比较单一。'],
            ['平台建设方面，更新门户网站专栏。', '平台建设方面，新开设政务新媒体账号。'],
            [
              '监督保障方面，组织业务培训，接受社会评议，没有发生责任追究。',
              '监督保障方面，开展两次专项督查并接受社会评议。',
            ],
          ],
        },
        // The same figures in both years do not follow on one another.
        also: ['stock-mismatch', 'carry-over-mismatch'],
      },
    ],
    bad: [
      {
        replace: [
          [
            '示例县自然资源局2025年政府信息公开工作年度报告',
            '⟦示例县自然资源局2025年政府信息公开工作年度报告⟧',
          ],
        ],
        last: {
          replace: [
            ['局2025年政府', '局2024年政府'],
            ['自2025年1月1日起至2025年', '自2024年1月1日起至2024年'],
            ['2025年，示例', '2024年，示例'],
            ['2026年1月15日', '2025年1月15日'],
          ],
        },
        also: ['carry-over-mismatch', 'stock-mismatch'],
      },
    ],
  },
  *check(report, { last, settings }, say) {
    if (last === undefined) return;
    const before = new Set(ownSentences(last.report).map(({ key }) => key));
    const sentences = ownSentences(report);
    const copied = sentences.filter(({ key }) => before.has(key));
    const threshold = settings.copiedTextThreshold;
    const share = Math.floor((copied.length * 100) / sentences.length);
    if (sentences.length < fewest || copied.length === 0 || share < threshold) return;
    yield {
      at: reportPlace(report),
      message: say.copied(copied.length, sentences.length, share, threshold, last.name, listed(copied)),
      related: copied.map(({ passage, span }) => ({
        anchor: passage.place(span),
        message: say.same(last.name),
      })),
    };
  },
});

function listed(sentences: readonly OwnSentence[]): string {
  const shown = sentences
    .slice(0, mostListed)
    .map(({ passage, span }) => `“${passage.text.slice(span.start, span.end)}”`)
    .join('、');
  return sentences.length > mostListed ? `${shown}等` : shown;
}
