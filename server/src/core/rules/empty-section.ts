import type { Report } from '../report/report.ts';
import { bodyOf } from '../report/sections.ts';
import { signatureDate } from '../report/signature.ts';
import { withoutBlanks } from '../text/normalize.ts';
import { behindHeading } from './places.ts';
import { defineRule } from './rule.ts';

const nothing = /^[（(]?(?:无|没有|暂无|略)[。.）)]?$/;

export const emptySection = defineRule({
  id: 'empty-section',
  group: 'structure',
  severity: 'error',
  title: '部分没有内容',
  why: '总体情况和存在的主要问题是法定内容，不能空白，也不能只写“无”。第六部分没有事项时写“无”。',
  messages: {
    empty: (title: string) => `“${title}”下面没有内容。请补写。`,
    none: (title: string) => `“${title}”只写了“无”。这一部分必须有具体内容。`,
    other: (title: string) => `“${title}”下面没有内容。没有事项时请写“无”。`,
  },
  examples: {
    good: [
      { replace: [['本年度没有收取信息处理费，没有其他需要报告的事项。', '无。']], also: ['fee-statement'] },
    ],
    bad: [
      {
        replace: [
          [
            '## 五、存在的主要问题及改进情况\n\n存在的主要问题：公开内容还不够细致，答复的时间可以更短。\n\n改进情况：建立公开事项清单，按月检查更新；加强培训，提高答复质量。',
            '## ⟦五、存在的主要问题及改进情况⟧\n\n无。',
          ],
        ],
        also: ['problems-and-measures'],
      },
    ],
  },
  *check(report, _context, say) {
    for (const section of report.sections) {
      const { id, heading: at } = section;
      const title = section.title.text;
      const body = bodyOf(report.outline, section);
      if (id === 'other') {
        if (body.some(({ text }) => !isSignature(text, report))) continue;
        const edits = [{ anchor: behindHeading(report, section), newText: '\n\n无。' }];
        const fixes = () => [{ title: '写上“无。”', edits }];
        yield { at, message: say.other(title), severity: 'warning', absence: true, fixes };
      } else if (id === 'overview' || id === 'problems') {
        if (body.some(({ text }) => !nothing.test(text) && !isSignature(text, report))) continue;
        if (body.some(({ text }) => nothing.test(text))) yield { at, message: say.none(title) };
        else yield { at, message: say.empty(title), absence: true };
      }
    }
  },
});

/** The organ and the date, which stand below the last section and are no content of it. */
function isSignature(line: string, { organ }: Report): boolean {
  return signatureDate(line) !== undefined || withoutBlanks(line) === organ?.value;
}
