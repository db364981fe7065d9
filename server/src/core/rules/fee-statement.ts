import { layoutOf } from '../forms/layout.ts';
import { passagesOf } from '../report/passages.ts';
import type { Report } from '../report/report.ts';
import { sectionOf } from './places.ts';
import { defineRule } from './rule.ts';

/** Applications dropped because a fee was asked for and not paid. */
const unpaid = 'other.noPayment';

export const feeStatement = defineRule({
  id: 'fee-statement',
  group: 'text',
  severity: 'hint',
  title: '第六部分没有说明信息处理费',
  why: '收取信息处理费的情况在第六部分报告，没有收取也要写明（国办函〔2020〕109号）。它与第二部分表格中的行政事业性收费不是一回事。',
  messages: {
    unsaid: () => '第六部分没有写信息处理费的收取情况。没有收取时写“没有收取信息处理费”。',
    unpaid: (count: string) =>
      `表格填有 ${count} 件因逾期未缴纳费用而不再处理的申请，说明发出过收费通知，第六部分却没有写信息处理费的收取情况。`,
  },
  examples: {
    good: [
      {},
      { form: '2019', replace: [['本年度没有收取信息处理费，没有其他需要报告的事项。', '无。']] },
      { replace: [['没有收取信息处理费', '依申请公开未收取任何费用']] },
    ],
    bad: [
      {
        replace: [
          ['## 六、其他需要报告的事项', '## ⟦六、其他需要报告的事项⟧'],
          ['本年度没有收取信息处理费，没有其他需要报告的事项。', '无。'],
        ],
      },
      {
        replace: [
          ['## 六、其他需要报告的事项', '## ⟦六、其他需要报告的事项⟧'],
          ['没有收取信息处理费', '行政事业性收费见第二部分表格'],
        ],
      },
      {
        figures: {
          'applications/unavailable.notHeld/natural': '0',
          'applications/other.noPayment/natural': '1',
          'applications/unavailable.notHeld/total': '1',
          'applications/other.noPayment/total': '1',
        },
        replace: [
          ['## 六、其他需要报告的事项', '## ⟦六、其他需要报告的事项⟧'],
          ['本年度没有收取信息处理费，没有其他需要报告的事项。', '无。'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const section = sectionOf(report, 'other');
    if (section === undefined || !asksForFees(report)) return;
    const own = passagesOf(report).filter((passage) => passage.section === section.head);
    const last = own.findLast(({ kind }) => kind === 'body' || kind === 'item');
    // An empty section is empty-section's, an unfinished one placeholder's.
    if (last === undefined || own.some(({ text }) => speaksOfFees(text) || text.includes('〔待填'))) return;
    const figure = report.figures.get(`applications/${unpaid}/total`);
    const isUnpaid = figure !== undefined && /[1-9１-９]/.test(figure.text);
    const end = last.text.length;
    const text = `${/[。！？]$/.test(last.text) ? '' : '。'}本年度收取信息处理费〔待填〕元。`;
    yield {
      at: section.heading,
      absence: true,
      message: isUnpaid ? say.unpaid(figure.text) : say.unsaid(),
      ...(isUnpaid && {
        severity: 'warning',
        related: [{ anchor: figure.anchor, message: '逾期未按收费通知要求缴纳费用' }],
      }),
      fixes: () => [
        { title: '补写信息处理费', edits: [{ anchor: last.place({ start: end, end }), newText: text }] },
      ],
    };
  },
});

/** True where the form counts applications by whether fees were paid. */
function asksForFees({ form }: Report): boolean {
  return form.tables.some((table) => layoutOf(form, table).rows.some(({ id }) => id === unpaid));
}

function speaksOfFees(text: string): boolean {
  return /处理费|收费|费用|缴费|收取/.test(text.replaceAll('行政事业性收费', ''));
}
