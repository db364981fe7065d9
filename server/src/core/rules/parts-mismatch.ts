import { statedClaims } from '../equations/stated.ts';
import type { Passage } from '../report/passages.ts';
import { countingPassages, type ReadPassage } from '../report/readPassages.ts';
import {
  absolute,
  compare,
  type Decimal,
  equal,
  formatDecimal,
  parseDecimal,
  subtract,
  zero,
} from '../text/decimal.ts';
import { inTurn, memoByIdentity } from '../text/memo.ts';
import type { Amount } from '../text/quantity.ts';
import { type PartList, partLists } from './partLists.ts';
import { judge } from './partVerdict.ts';
import { defineRule, type Found } from './rule.ts';

const messages = {
  sum: (total: string, sum: string, result: string, off: string) =>
    `总数写“${total}”，所列各项相加为 ${result}（${sum}），相差 ${off}。请核对。`,
  short: (total: string, sum: string, result: string, off: string) =>
    `总数写“${total}”，所列各项相加为 ${result}（${sum}），相差 ${off}。请核对；如果只列举了一部分，请在后面加“等”。`,
  larger: (total: string, part: string) => `总数写“${total}”，其中的一项却是“${part}”，比总数还大。请核对。`,
};

export const partsMismatch = defineRule({
  id: 'parts-mismatch',
  group: 'text',
  severity: 'warning',
  title: '总数与分项之和不符',
  why: '正文先写总数、再逐项列出，各项相加应当等于总数。',
  messages,
  examples: {
    good: [
      {
        replace: [
          ['及时发布规划、用地和执法信息', '全年主动公开信息106条，其中规划50条、用地40条、执法16条'],
        ],
      },
      { replace: [['及时发布规划、用地和执法信息', '全年主动公开信息106条，其中规划50条、用地20条等']] },
      { replace: [['及时发布规划、用地和执法信息', '全年公开信息16条，政府网站动态栏发布信息12篇']] },
      {
        replace: [
          [
            '依申请公开方面，全年',
            '主动公开信息106条，具体如下：\n\n（一）规划50条。\n\n（二）用地40条，其中招拍挂8条。\n\n（三）执法16条。\n\n依申请公开方面，全年',
          ],
        ],
      },
    ],
    bad: [
      {
        replace: [
          [
            '及时发布规划、用地和执法信息',
            '全年公开信息⟦258条⟧，比上年增加12条。其中：通知公告96条，工作动态115条，政策解读37条',
          ],
        ],
      },
      {
        replace: [['及时发布规划、用地和执法信息', '公开信息⟦128条⟧，其中网站124条、公众号58条']],
      },
      {
        replace: [['及时发布规划、用地和执法信息', '全年主动公开信息⟦106条⟧：规划50条、用地40条、执法12条']],
      },
      { replace: [['及时发布规划、用地和执法信息', '全年公开信息⟦30条⟧，其中规划类40条']] },
      {
        replace: [
          [
            '依申请公开方面，全年',
            '全年主动公开信息⟦106条⟧，包括：\n\n- 规划50条\n- 用地40条\n- 执法12条\n\n依申请公开方面，全年',
          ],
        ],
      },
    ],
  },
  check(report, _context, say) {
    const passages = countingPassages(report);
    const claims = statedClaims(report);
    return inTurn(
      report,
      mismatch,
      () => passages,
      () => {
        // Where the tables say what a number must be, they judge it: 收到12件，其中予以公开6件 is no split.
        const judged = new Set(claims.map(({ claim }) => claim.amount));
        const holding = claims.filter(({ outcome }) => outcome.kind === 'holds');
        const right = new Set(holding.map(({ claim }) => claim.amount));
        return (read, index) =>
          mayList(read)
            ? partLists(read, passages.slice(index + 1, index + 1 + longestList)).flatMap((list) =>
                list.parts.some((amount) => judged.has(amount)) ||
                (judged.has(list.total) && !(right.has(list.total) && areWays(list, read.passage)))
                  ? []
                  : (mismatch(read, list, say) ?? []),
              )
            : [];
      },
    );
  },
});

function mismatch(read: ReadPassage, list: PartList, say: typeof messages): Found | undefined {
  const { passage } = read;
  const quote = ({ span }: Amount) => passage.text.slice(span.start, span.end);
  const total = parseDecimal(list.total.value) ?? zero;
  const verdict = judge(total, list);
  if (verdict === undefined) return undefined;
  if (verdict.kind === 'sum' && isMadeUp(subtract(total, verdict.sum), list, read)) return undefined;
  // A list without 其中, one in several paragraphs and one with 其他 claim to be whole.
  const mayBeShort =
    verdict.kind === 'sum' && list.mayBeShort && !list.whole && compare(verdict.sum, total) < 0;
  const message =
    verdict.kind === 'larger'
      ? say.larger(quote(list.total), quote(verdict.part))
      : (mayBeShort ? say.short : say.sum)(
          quote(list.total),
          inOrder(verdict.parts, list)
            .map(({ value }) => value)
            .join('＋'),
          formatDecimal(verdict.sum),
          formatDecimal(absolute(subtract(total, verdict.sum))),
        );
  const related = inOrder(list.parts, list).map((part, at) => {
    const where = list.passages?.[at] ?? passage;
    return {
      anchor: where.place(part.span),
      message: where.text.slice(part.span.start, part.span.end),
    };
  });
  return { at: passage.place(list.total.span), message, related };
}

/** 其中网站380条、微博20条。此外，专栏公开36条: a number further on is what the list leaves out. */
function isMadeUp(rest: Decimal, { total, parts }: PartList, { passage, quantities }: ReadPassage): boolean {
  const end = Math.max(...parts.map(({ span }) => span.end));
  return quantities.some(
    (other) =>
      other.kind === 'quantity' &&
      other.unit === total.unit &&
      other.span.start > end &&
      /此外|另外|另有|同时|还/.test(passage.text.slice(end, other.span.start)) &&
      equal(parseDecimal(other.value) ?? zero, rest),
  );
}
/** The words that lead to a number from the mark or number before it. */
const way =
  /(?:网[络上站]|线上|在线|平台|信函|邮[寄件]|来信|书面|当面|现场|窗口|传真)[^，,；;、。：:0-9]{0,8}$/;

/** 网上申请8件、信函申请4件: every request comes in one way, so that all of them make the total. */
function areWays({ parts, passages }: PartList, passage: Passage): boolean {
  return parts.every(({ span }, at) => way.test((passages?.[at] ?? passage).text.slice(0, span.start)));
}

/** As they are printed; those of several passages are in their order. */
function inOrder(parts: readonly Amount[], { passages }: PartList): readonly Amount[] {
  return passages === undefined ? [...parts].sort((a, b) => a.span.start - b.span.start) : parts;
}

/** Lists in itself, or ends with a colon before a list. */
const mayList = memoByIdentity((read: ReadPassage) => partLists(read, []).length > 0);

/** Items that are looked for behind a total. */
const longestList = 40;
