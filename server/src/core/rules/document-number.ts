import type { NumberFault } from '../laws/documentNumbers.ts';
import { lawTextsOf } from '../report/lawText.ts';
import { defineRule } from './rule.ts';

const faultWords: Readonly<Record<NumberFault, string>> = {
  brackets: '年份用六角括号〔〕',
  ordinal: '序号前不写“第”',
  noOrdinal: '“令”后写“第”',
  leadingZero: '序号前不补 0',
  fullWidth: '数字用半角',
  blank: '中间不留空格',
  year: '括号里不写“年”',
};

export const documentNumber = defineRule({
  id: 'document-number',
  group: 'text',
  severity: 'information',
  title: '文号写法不规范',
  why: '发文字号由机关代字、年份、序号组成，年份用全称并括入六角括号“〔〕”，序号不编虚位、不加“第”（《党政机关公文格式》GB/T 9704）。',
  messages: {
    written: (text: string, right: string, faults: readonly string[]) =>
      `文号“${text}”应写作“${right}”：${faults.join('，')}。`,
  },
  examples: {
    good: [{ replace: [['组织业务培训', '依照国办发〔2016〕80号文件和国务院令第711号组织业务培训']] }],
    bad: [
      { replace: [['组织业务培训', '依照⟦国办发[2016]80号⟧文件组织业务培训']] },
      { replace: [['组织业务培训', '依照⟦示政办发（2024）第08号⟧文件组织业务培训']] },
    ],
  },
  *check(report, _context, say) {
    for (const { passage, numbers } of lawTextsOf(report)) {
      for (const number of numbers) {
        if (number.faults.length === 0) continue;
        const at = passage.place(number.span);
        const text = passage.text.slice(number.span.start, number.span.end);
        const right = number.normalized;
        yield {
          at,
          message: say.written(
            text,
            right,
            number.faults.map((fault) => faultWords[fault]),
          ),
          fixes: () => [
            { title: `改为${right}`, preferred: true, safe: true, edits: [{ anchor: at, newText: right }] },
          ],
        };
      }
    }
  },
});
