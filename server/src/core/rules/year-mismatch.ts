import type { Anchor } from '../outline/outline.ts';
import { foreignYears } from '../report/ownYear.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import { plannedInOwnYear } from '../report/plannedYear.ts';
import { formatYear, yearsIn } from '../report/years.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

export const yearMismatch = defineRule({
  id: 'year-mismatch',
  group: 'text',
  severity: 'warning',
  title: '年份与报告年度不一致',
  why: '沿用往年的稿子时，标题和正文里的年份容易漏改。与上年比较、下一年的计划、文件名称和文号中的年份不在此列。',
  messages: {
    title: (written: string, own: number) => `标题写“${written}”，而本报告的年度是 ${own}。请核对。`,
    text: (written: string, own: number) =>
      `此处写“${written}”，而本报告的年度是 ${own}。若说的是本年度的工作，请改正。`,
    plan: (written: string, next: number) =>
      `此处说的是下一步的打算，却写“${written}”，即本报告的年度。若说的是 ${next} 年的打算，请改正。`,
  },
  examples: {
    good: [
      { replace: [['组织业务培训', '在2024年培训的基础上组织业务培训，比2024年增加两次']] },
      {
        replace: [['组织业务培训', '按照《示例县2024年政务公开工作要点》和示政办发〔2024〕8号组织业务培训']],
      },
      { replace: [['加强培训，', '2026年，我局将加强培训，']] },
      { replace: [['改进情况：', '2024年，我局存在的问题已经整改。改进情况：']] },
      { replace: [['改进情况：', '2025年，我局将公开工作纳入考核。改进情况：']] },
    ],
    bad: [
      { replace: [['2025年，示例县自然资源局认真', '⟦2024年⟧，示例县自然资源局认真']] },
      { replace: [['编制本报告。', '编制本报告。现将我局⟦2024年⟧度政府信息公开工作情况报告如下。']] },
      { replace: [['改进情况：', '改进情况：⟦2025年⟧，我局将进一步加强培训。']] },
      { replace: [['主动公开方面，', '⟦2023年⟧主动公开信息 120 条。主动公开方面，']] },
      {
        replace: [['# 示例县自然资源局2025年政府', '---\n年度: 2025\n---\n\n# 示例县自然资源局⟦2024年⟧政府']],
      },
    ],
  },
  *check(report, _context, say) {
    const own = report.year?.value;
    if (own === undefined) return;
    for (const passage of inPassages(report, withYears)) {
      const { kind, text } = passage;
      const wrong =
        kind === 'title'
          ? yearsIn(text).filter(({ year }, _index, all) => all.length === 1 && year !== own)
          : foreignYears(passage, report, own);
      for (const { span, chinese } of wrong) {
        const written = text.slice(span.start, span.end);
        const at = passage.place(span);
        const message = kind === 'title' ? say.title(written, own) : say.text(written, own);
        yield { at, message, fixes: () => [replacement(at, formatYear(own, chinese))] };
      }
      for (const { span, chinese } of plannedInOwnYear(passage, report, own)) {
        const at = passage.place(span);
        const message = say.plan(text.slice(span.start, span.end), own + 1);
        yield { at, message, fixes: () => [replacement(at, formatYear(own + 1, chinese))] };
      }
    }
  },
});

function withYears(passage: Passage): readonly Passage[] {
  const { kind, text } = passage;
  return kind === 'heading' || yearsIn(text).length === 0 ? [] : [passage];
}

function replacement(at: Anchor, newText: string): Fix {
  return { title: `改为${newText}`, edits: [{ anchor: at, newText }] };
}
