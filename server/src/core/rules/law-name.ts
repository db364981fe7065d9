import { type DocumentNumber, numberBehind } from '../laws/documentNumbers.ts';
import { numberFits, type TitleMatch, titleMeant } from '../laws/titles.ts';
import { type LawText, lawTextsOf } from '../report/lawText.ts';
import { inTurn } from '../text/memo.ts';
import { defineRule, type Found } from './rule.ts';

const messages = {
  name: (written: string, title: string) => `没有《${written}》，应为《${title}》。`,
  meant: (number: string, title: string, written: string) =>
    `${number}是《${title}》，现写《${written}》，名称不全相同。请核对。`,
  number: (title: string, written: string, right: string) =>
    `《${title}》的文号是${right}，现写${written}。请核对。`,
};

export const lawName = defineRule({
  id: 'law-name',
  group: 'text',
  severity: 'warning',
  title: '法律、文件的名称或文号不对',
  why: '引用法律、法规和文件要用全称或规范的简称，文号要与名称相符。地方文件程序不认识，不会报告。',
  messages,
  examples: {
    good: [
      {
        replace: [['组织业务培训', '依照《中华人民共和国保守国家秘密法》（以下简称《保密法》）组织业务培训']],
      },
      { replace: [['组织业务培训', '依照《示例县保密审查办法》《示例省政务公开条例》组织业务培训']] },
      {
        replace: [
          ['组织业务培训', '依照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）组织业务培训'],
        ],
      },
    ],
    bad: [
      { replace: [['组织业务培训', '依照《⟦中华人民共和国保密法⟧》组织业务培训']] },
      { replace: [['组织业务培训', '依照《⟦政府信息公开处理费管理办法⟧》组织业务培训']] },
      {
        replace: [['第五十条', '（⟦国务院令第771号⟧）第五十条']],
      },
      {
        replace: [
          [
            '组织业务培训',
            '依照《⟦国务院办公厅关于全面推进基层政务公开标准化规范化的指导意见⟧》（国办发〔2019〕54号）组织业务培训',
          ],
        ],
      },
    ],
  },
  check(report, _context, say) {
    return inTurn(
      report,
      faultsIn,
      () => lawTextsOf(report),
      () => (text) => Array.from(faultsIn(text, say)),
    );
  },
});

function* faultsIn(text: LawText, say: typeof messages): Generator<Found> {
  const { passage } = text;
  for (const title of text.titles) {
    if (title.nested) continue;
    const { match, declared } = text.resolve(title.name, title.span.start);
    const number = numberBehind(passage.text, title.span, text.numbers);
    const written = number === undefined ? '' : passage.text.slice(number.span.start, number.span.end);
    // Its number shows which document a name means that is nearly the same.
    const meant =
      match.kind === 'unknown' && number !== undefined
        ? titleMeant(title.name, number.normalized)
        : undefined;
    const right = match.kind === 'closeMiss' ? match.suggestion : meant;
    if (right !== undefined && !declared) {
      const at = passage.place({ start: title.span.start + 1, end: title.span.end - 1 });
      yield {
        at,
        message: meant === undefined ? say.name(title.name, right) : say.meant(written, right, title.name),
        fixes: () => [
          { title: `改为《${right}》`, preferred: true, edits: [{ anchor: at, newText: right }] },
        ],
      };
    } else if (number !== undefined) {
      const at = passage.place(number.span);
      const own = rightNumber(match, number);
      if (own !== undefined)
        yield {
          at,
          message: say.number(title.name, written, own),
          fixes: () => [{ title: `改为${own}`, edits: [{ anchor: at, newText: own }] }],
        };
    }
  }
}

/** The number of what a title names, where another one stands behind it. */
function rightNumber(match: TitleMatch, number: DocumentNumber): string | undefined {
  return match.kind !== 'unknown' && numberFits(match, number) === 'differs' ? match.law.number : undefined;
}
