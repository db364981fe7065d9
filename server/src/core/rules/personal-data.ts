import { inPassages, type Passage } from '../report/passages.ts';
import { type PersonalNumber, personalNumbersIn } from '../text/personalNumbers.ts';
import { defineRule } from './rule.ts';

const kinds: Readonly<Record<PersonalNumber['kind'], string>> = {
  identity: '身份证号码',
  mobile: '手机号码',
  bankCard: '银行卡号',
};

export const personalData = defineRule({
  id: 'personal-data',
  group: 'text',
  severity: 'warning',
  title: '疑似个人信息',
  why: '年度报告向社会公布，不得带出申请人、工作人员的身份证号码、手机号码和银行卡号（《条例》第十五条、《个人信息保护法》）。办公电话不在此列。',
  messages: {
    found: (kind: string, masked: string) =>
      `“${masked}”像是${kind}。年报要向社会公布，请删去或遮盖；确属办公用的公开号码，可以保留并写明理由。`,
  },
  examples: {
    good: [
      { replace: [['组织业务培训', '公布办公电话0990-1234567、热线12345，组织业务培训']] },
      { replace: [['组织业务培训', '在 https://www.example.gov.cn/art/13812345678.html 组织业务培训']] },
      { replace: [['组织业务培训', '组织业务培训（培训记录编号110101199003070012）']] },
    ],
    bad: [
      { replace: [['组织业务培训', '组织业务培训（联系人手机⟦13812345678⟧）']] },
      { replace: [['组织业务培训', '组织业务培训（申请人身份证⟦11010519491231002X⟧）']] },
      { replace: [['组织业务培训', '组织业务培训（退费至⟦6222 0200 0000 0000 000⟧）']] },
    ],
  },
  *check(report, _context, say) {
    for (const { passage, number } of inPassages(report, personalNumbers)) {
      const at = passage.place(number.span);
      const masked = mask(number.digits);
      yield {
        at,
        message: say.found(kinds[number.kind], masked),
        fixes: () => [{ title: `遮盖为${masked}`, edits: [{ anchor: at, newText: masked }] }],
      };
    }
  },
});

function personalNumbers(passage: Passage) {
  return personalNumbersIn(passage.text).map((number) => ({ passage, number }));
}

/** 138＊＊＊＊5678: full-width stars are no Markdown. */
function mask(digits: string): string {
  const kept = digits.length === 11 ? 3 : 4;
  const end = digits.length - 4;
  return `${digits.slice(0, kept)}${'＊'.repeat(end - kept)}${digits.slice(end)}`;
}
