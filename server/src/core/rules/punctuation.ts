import { inPassages, type Passage } from '../report/passages.ts';
import { type UnpairedMark, unpairedMarksIn } from '../text/pairs.ts';
import { type PunctuationFault, punctuationFaultsIn } from '../text/punctuation.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

/** With more half-width marks than these it is a habit of the whole text: said once. */
const mostSaidSingly = 5;

interface Found {
  readonly passage: Passage;
  readonly fault: PunctuationFault;
}

export const punctuation = defineRule({
  id: 'punctuation',
  group: 'text',
  severity: 'information',
  title: '标点不规范',
  why: '中文行文用全角标点（《标点符号用法》GB/T 15834）；连着两个标点、只剩一半的括号和引号，多半是改稿时留下的。',
  messages: {
    half: (written: string, right: string) => `汉字之间用了半角标点“${written}”，应为“${right}”。`,
    habit: (count: number) => `正文有 ${count} 处在汉字之间用了半角的逗号、句号，应为全角。可一次改正。`,
    doubled: (written: string) => `标点“${written}”重复。请留下一个。`,
    alone: (written: string, partner: string) =>
      `${nameOf[written]}没有与它成对的${nameOf[partner]}。请补上，或者删去这一个。`,
    turned: () => '这里是前引号，应为后引号。',
  },
  examples: {
    good: [
      {
        replace: [
          ['组织业务培训', '在 www.example.gov.cn, v1.2 组织业务培训（计3.5万元，合1,200人次）“好。”……'],
        ],
      },
      { replace: [['组织业务培训', '组织业务培训：1）《关于〈条例〉的通知》（试行)；2）“网上申请”']] },
    ],
    bad: [
      { replace: [['组织业务培训，', '组织业务培训⟦,⟧']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究⟦.⟧']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究⟦。。⟧']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究⟦，。⟧']] },
      { replace: [['组织业务培训，', '组织业务培训⟦（⟧含“互联网+政务⟦“⟧，']] },
      {
        replace: [['组织业务培训，', '组织业务培训⟦,⟧公开,透明,规范,有序,便民,高效，']],
      },
    ],
  },
  *check(report, _context, say) {
    const found = inPassages(report, faultsIn);
    const half = found.filter(({ fault }) => fault.kind === 'half');
    const [first] = half;
    const isHabit = first !== undefined && half.length > mostSaidSingly;
    if (isHabit)
      yield {
        at: first.passage.place(first.fault.span),
        message: say.habit(half.length),
        fixes: () => [correction(half, '全部改为全角标点')],
      };
    for (const entry of found) {
      const { passage, fault } = entry;
      if (isHabit && fault.kind === 'half') continue;
      const written = passage.text.slice(fault.span.start, fault.span.end);
      yield {
        at: passage.place(fault.span),
        message: fault.kind === 'half' ? say.half(written, fault.right ?? '') : say.doubled(written),
        fixes: () => corrections(entry, written),
      };
    }
    for (const { passage, mark } of inPassages(report, unpairedIn)) {
      const at = passage.place(mark.span);
      const written = passage.text.slice(mark.span.start, mark.span.end);
      if (mark.kind === 'alone') yield { at, message: say.alone(written, mark.partner) };
      else {
        const edits = [{ anchor: at, newText: mark.partner }];
        yield {
          at,
          message: say.turned(),
          fixes: () => [{ title: '改为后引号', preferred: true, safe: true, edits }],
        };
      }
    }
  },
});

const nameOf: Readonly<Record<string, string>> = {
  ...{ '（': '左括号', '）': '右括号', '(': '左括号', ')': '右括号', '【': '左方括号', '】': '右方括号' },
  ...{ '《': '左书名号', '》': '右书名号', '“': '前引号', '”': '后引号' },
};

function unpairedIn(passage: Passage): readonly { passage: Passage; mark: UnpairedMark }[] {
  return unpairedMarksIn(passage.text).map((mark) => ({ passage, mark }));
}

function faultsIn(passage: Passage): readonly Found[] {
  return punctuationFaultsIn(passage.text).map((fault) => ({ passage, fault }));
}

function corrections(entry: Found, written: string): readonly Fix[] {
  const { fault, passage } = entry;
  if (fault.right !== undefined) return [correction([entry], `改为“${fault.right}”`)];
  return [...new Set(written)].map((mark) => ({
    title: `留下“${mark}”`,
    edits: [{ anchor: passage.place(fault.span), newText: mark }],
  }));
}

function correction(entries: readonly Found[], title: string): Fix {
  const edits = entries.map(({ passage, fault }) => ({
    anchor: passage.place(fault.span),
    newText: fault.right ?? '',
  }));
  return { title, preferred: true, safe: true, edits };
}
