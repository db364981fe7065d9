import { inPassages, type Passage } from '../report/passages.ts';
import type { Report } from '../report/report.ts';
import type { Severity } from './finding.ts';
import { sectionOf } from './places.ts';
import { defineRule } from './rule.ts';
import { isUnwritten, sectionText } from './sectionText.ts';

export const accountability = defineRule({
  id: 'accountability',
  group: 'structure',
  severity: 'warning',
  title: '没有写工作考核、社会评议和责任追究结果',
  why: '《条例》第五十条第一款第四项要求各级人民政府的年度报告写明工作考核、社会评议和责任追究结果情况。部门和街道办事处不作要求。',
  messages: {
    unsaid: (organ: string) =>
      `没有写到工作考核、社会评议或者责任追究结果。${organ}的年报应当写明（《条例》第五十条），没有发生责任追究的也宜写一句。`,
  },
  examples: {
    good: [{ replace: [['，接受社会评议，没有发生责任追究', '']] }],
    bad: [
      {
        replace: [
          ['# 示例县自然资源局', '# 示例县人民政府'],
          ['## 一、总体情况', '## ⟦一、总体情况⟧'],
          ['，接受社会评议，没有发生责任追究', ''],
        ],
        also: ['signing-date'],
      },
      {
        replace: [
          ['# 示例县自然资源局', '# 示例县某某镇人民政府'],
          ['## 一、总体情况', '## ⟦一、总体情况⟧'],
          ['，接受社会评议，没有发生责任追究', ''],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const section = sectionOf(report, 'overview');
    const severity = severityFor(report);
    if (section === undefined || severity === undefined || isUnwritten(sectionText(report, 'overview')))
      return;
    if (inPassages(report, speaksOfIt).length === 0)
      yield {
        at: section.heading,
        severity,
        absence: true,
        message: say.unsaid(report.organ?.value ?? '各级人民政府'),
      };
  },
});

/** 各级人民政府 are those at the levels of county and above, and townships; no department, no subdistrict office. */
function severityFor({ organ, organKind }: Report): Severity | undefined {
  if (organKind?.value === '政府') return 'warning';
  return organKind?.value === '乡镇街道' && organ?.value.endsWith('人民政府') === true
    ? 'information'
    : undefined;
}

function speaksOfIt({ text }: Passage): readonly string[] {
  return text.match(/考核|评议|责任追究|追责|问责/) ?? [];
}
