import type { Anchor } from '../outline/outline.ts';
import { linesBetween } from '../report/lines.ts';
import { yearIn } from '../report/metadata.ts';
import { passagesOf } from '../report/passages.ts';
import type { Report, TextPiece } from '../report/report.ts';
import { withoutBlanks } from '../text/normalize.ts';
import type { Fix } from './finding.ts';
import { reportPlace, startOfLine } from './places.ts';
import { defineRule } from './rule.ts';

export const reportTitle = defineRule({
  id: 'report-title',
  group: 'structure',
  severity: 'warning',
  title: '标题缺失或不规范',
  why: '年报的标题写明机关和年度，例如“某某局2025年政府信息公开工作年度报告”。公开平台按标题归档和检索。',
  messages: {
    none: () => '没有标题。标题应写作“……年政府信息公开工作年度报告”。',
    other: (written: string) => `标题“${written}”不规范，应写作“……年政府信息公开工作年度报告”。`,
    noYear: (written: string) => `标题“${written}”没有写年度，应写作“……年政府信息公开工作年度报告”。`,
  },
  examples: {
    good: [
      {},
      { replace: [['政府信息公开工作年度报告', '政府信息公开年报']] },
      { replace: [['示例县自然资源局2025年政府', '示例县自然资源局<br>2025年度政府']] },
    ],
    bad: [
      {
        replace: [
          ['# 示例县自然资源局2025年政府信息公开工作年度报告\n\n', ''],
          [
            '根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。',
            '⟦根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。⟧',
          ],
        ],
      },
      {
        replace: [
          ['# 示例县自然资源局2025年政府信息公开工作年度报告', '# ⟦示例县自然资源局2025年政务公开工作报告⟧'],
        ],
      },
      {
        replace: [
          [
            '# 示例县自然资源局2025年政府信息公开工作年度报告',
            '# ⟦示例县自然资源局政府信息公开工作年度报告⟧',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const title = report.title ?? otherHeading(report);
    if (title === undefined) {
      const [first] = passagesOf(report);
      if (first === undefined) yield { at: reportPlace(report), message: say.none() };
      else {
        const at = first.place({ start: 0, end: first.text.length });
        yield { at, message: say.none(), fixes: () => insertion(report, at) };
      }
      return;
    }
    const text = withoutBlanks(title.text);
    const named = text.includes('政府信息公开') && /年报|年[^，。]{0,40}报告/.test(text);
    if (named && yearIn(text) !== undefined) return;
    yield {
      at: title.anchor,
      message: (named ? say.noYear : say.other)(text),
      fixes: () => replacement(report, title),
    };
  },
});

/** A heading, or a short first line, that stands where the title should be. */
function otherHeading({ outline, sections }: Report): TextPiece | undefined {
  const [line] = linesBetween(outline, 0, 1);
  const section = sections[0]?.heading;
  if (line === undefined || (line.block === section?.block && line.anchor.start === section.start))
    return undefined;
  const { text, anchor, style } = line;
  const looks = style === 'heading' || style === 'bold' || (text.length <= 60 && text.endsWith('报告'));
  return looks && !/[。；]/.test(text) ? { text, anchor } : undefined;
}

/** Only where the draft says whose report it is, and of which year. */
function wording({ organ, year }: Report): readonly string[] {
  return organ === undefined || year === undefined
    ? []
    : [`${organ.value}${year.value}年政府信息公开工作年度报告`];
}

/** In front of the line with a place. */
function insertion(report: Report, first: Anchor): readonly Fix[] {
  return wording(report).map((text) => ({
    title: '加上标题',
    edits: [{ anchor: startOfLine(first), newText: `# ${text}\n\n` }],
  }));
}

function replacement(report: Report, title: TextPiece): readonly Fix[] {
  return wording(report).map((text) => ({
    title: `标题改为“${text}”`,
    edits: [{ anchor: title.anchor, newText: text }],
  }));
}
