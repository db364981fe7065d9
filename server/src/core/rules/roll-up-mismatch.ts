import { difference } from '../equations/explain.ts';
import { type RollUpFailure, rollUp } from '../equations/rollup.ts';
import { figureName } from '../forms/layout.ts';
import { formatDecimal, isZero, subtract } from '../text/decimal.ts';
import { reportPlace } from './places.ts';
import { defineRule } from './rule.ts';

/** More reports than this are not named in a sum; their cells are related places all the same. */
const writtenOut = 6;

export const rollUpMismatch = defineRule({
  id: 'roll-up-mismatch',
  group: 'arithmetic',
  severity: 'warning',
  title: '汇总数不等于各下级报告之和',
  why: '汇总的年报里，每个数字等于各下级报告同一格的数字之和。本级自己的数字也要有一份报告，列在“下级报告”里。',
  messages: {
    sum: (name: string, expected: string, parts: RollUpFailure['parts'], actual: string, off: string) =>
      `${name}应为 ${expected}（＝${sumOf(parts)}），现填 ${actual}，${off}。`,
    missing: (names: readonly string[]) =>
      `缺 ${names.length} 份下级报告（${names.join('、')}），汇总数没有全部核对。`,
  },
  examples: {
    good: [{ children: [{}] }],
    bad: [
      { figures: { 'disclosure/penalty/decisions': '⟦15⟧' }, children: [{}] },
      // The total is wrong for the same reason, and is not reported again.
      {
        figures: { 'proceedings/review/upheld': '⟦4⟧', 'proceedings/review/total': '5' },
        children: [{}],
      },
      {
        replace: [
          [
            '# 示例县自然资源局2025年政府信息公开工作年度报告',
            '# ⟦示例县自然资源局2025年政府信息公开工作年度报告⟧',
          ],
        ],
        children: [{}, 'missing'],
      },
    ],
  },
  *check(report, { children }, say) {
    if (children === undefined) return;
    const missing = children.filter((child) => child.report === undefined).map(({ name }) => name);
    if (missing.length > 0) yield { at: reportPlace(report), message: say.missing(missing) };
    for (const { figure, actual, expected, parts } of rollUp(report, children)) {
      const delta = formatDecimal(subtract(actual, expected));
      yield {
        at: figure.anchor,
        message: say.sum(
          figureName(figure.form),
          formatDecimal(expected),
          parts,
          formatDecimal(actual),
          difference(actual, expected),
        ),
        related: parts.map(({ name, figure: part, value }) => ({
          anchor: part.anchor,
          message: `${name} ${formatDecimal(value)}`,
          document: name,
        })),
        arithmetic: {
          figure: figure.address,
          equation: `${figure.address}: roll-up`,
          expected: formatDecimal(expected),
          actual: formatDecimal(actual),
          delta,
        },
      };
    }
  },
});

/** `甲镇 3＋乙镇 2，其余 4 份为 0`; only how many there are where that would be too long. */
function sumOf(parts: RollUpFailure['parts']): string {
  const counted = parts.length > writtenOut ? parts.filter(({ value }) => !isZero(value)) : parts;
  if (counted.length > writtenOut || counted.length === 0) return `${parts.length} 份下级报告之和`;
  const sum = counted.map(({ name, value }) => `${name} ${formatDecimal(value)}`).join('＋');
  const rest = parts.length - counted.length;
  return rest === 0 ? sum : `${sum}，其余 ${rest} 份为 0`;
}
