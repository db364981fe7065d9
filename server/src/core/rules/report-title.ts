import { anchor } from '../outline/outline.ts';
import { linesOf } from '../report/lines.ts';
import { yearIn } from '../report/metadata.ts';
import { passagesOf } from '../report/passages.ts';
import type { Report, TextPiece } from '../report/report.ts';
import { withoutBlanks } from '../text/normalize.ts';
import type { Fix } from './finding.ts';
import { reportPlace } from './places.ts';
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
      yield { at: firstLine(report), message: say.none(), fixes: () => insertion(report) };
      return;
    }
    const text = withoutBlanks(title.text);
    const named = text.includes('政府信息公开') && /年报|年度?[^，。]{0,40}报告/.test(text);
    if (named && yearIn(text) !== undefined) return;
    yield {
      at: title.anchor,
      message: (named ? say.noYear : say.other)(text),
      fixes: () => replacement(report, title),
    };
  },
});

/** A heading, or a short first line, that stands where the title should be. */
function otherHeading(report: Report): TextPiece | undefined {
  const first = report.sections[0]?.first ?? report.outline.blocks.length;
  for (let index = 0; index < first; index++) {
    const block = report.outline.blocks[index];
    const line = block === undefined ? undefined : linesOf(block)[0];
    if (line === undefined) continue;
    const looks =
      line.style === 'heading' ||
      line.style === 'bold' ||
      (line.text.length <= 60 && /报告$/.test(line.text));
    return looks && !/[。；]/.test(line.text) ? { text: line.text, anchor: line.anchor } : undefined;
  }
  return undefined;
}

/** The first line that is not a comment. */
function firstLine(report: Report) {
  const first = passagesOf(report)[0];
  return first === undefined ? reportPlace(report) : first.place({ start: 0, end: first.text.length });
}

/** Only where the draft says whose report it is, and of which year. */
function wording(report: Report): string | undefined {
  const { organ, year } = report;
  return organ === undefined || year === undefined
    ? undefined
    : `${organ.value}${year.value}年政府信息公开工作年度报告`;
}

function insertion(report: Report): readonly Fix[] {
  const text = wording(report);
  const at = firstLine(report);
  const front = at.block.source.lastIndexOf('\n', at.start - 1) + 1;
  return text === undefined
    ? []
    : [
        {
          title: '加上标题',
          edits: [{ anchor: anchor(at.block, { start: front, end: front }), newText: `# ${text}\n\n` }],
        },
      ];
}

function replacement(report: Report, title: TextPiece): readonly Fix[] {
  const text = wording(report);
  return text === undefined
    ? []
    : [{ title: `标题改为“${text}”`, edits: [{ anchor: title.anchor, newText: text }] }];
}
