import { readNumeral } from '../laws/numerals.ts';
import { inPassages, type Passage } from '../report/passages.ts';
import { matchesIn } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { enumerationsOf, type Sequence } from './enumerations.ts';
import { defineRule } from './rule.ts';

/** A phrase that says how many things are enumerated. */
interface Announcement {
  readonly passage: Passage;
  readonly phrase: Span;
  readonly count: number;
}

export const announcedCount = defineRule({
  id: 'announced-count',
  group: 'structure',
  severity: 'warning',
  title: '说了几个方面，列出的不是几个',
  why: '“以下四个方面”后面只列了三项，多半是删了一项忘了改数，或者漏写了一项。',
  messages: {
    items: (phrase: string, count: number, items: string) =>
      `这里写“${phrase}”，后面列出的是 ${count} 项（${items}）。请核对。`,
    names: (phrase: string, count: number, names: string) =>
      `这里写“${phrase}”，前面列出的是 ${count} 个（${names}）。请核对。`,
  },
  examples: {
    good: [
      { replace: [['对公开目录逐条核对。', '完善责任、审议、评议、反馈、备案和监督等6项制度。']] },
      { replace: [['对公开目录逐条核对。', '设置图说、活动、一景以及动态四个栏目，对目录逐条核对。']] },
      { replace: [['对公开目录逐条核对。', '在网站、公众号和公开栏设置4个栏目，对目录逐条核对。']] },
      {
        replace: [
          [
            '公开内容还不够细致，答复的时间可以更短。',
            '主要有以下两个方面：一是公开内容还不够细致；二是答复的时间可以更短。',
          ],
        ],
      },
      {
        replace: [
          [
            '公开内容还不够细致，答复的时间可以更短。',
            '针对上年的3个问题，已经整改，今年主要有：一是内容不够细致；二是答复不够快。',
          ],
        ],
      },
    ],
    bad: [
      {
        replace: [
          [
            '公开内容还不够细致，答复的时间可以更短。',
            '主要有以下⟦三个方面⟧：一是公开内容还不够细致；二是答复的时间可以更短。',
          ],
        ],
      },
      { replace: [['对公开目录逐条核对。', '设置图说、活动、一景以及动态⟦五个栏目⟧，对目录逐条核对。']] },
      { replace: [['对公开目录逐条核对。', '设置“养老服务”“社会救助”“儿童福利”⟦四个专栏⟧。']] },
      { replace: [['对公开目录逐条核对。', '修订《信息发布规定》《保密审查规定》⟦3项制度⟧。']] },
    ],
  },
  *check(report, _context, say) {
    const { passages, sequences } = enumerationsOf(report);
    for (const { passage, phrase, count } of inPassages(report, announcementsIn)) {
      const words = passage.text.slice(phrase.start, phrase.end);
      const names = namesBefore(passage.text, phrase.start);
      if (names !== undefined) {
        if (names.length !== count)
          yield { at: passage.place(phrase), message: say.names(words, names.length, names.join('、')) };
        continue;
      }
      const sequence = sequenceBehind(sequences, passages.indexOf(passage), passage.text, phrase.end);
      if (sequence === undefined || !isComplete(sequence) || sequence.markers.length === count) continue;
      const { markers } = sequence;
      yield {
        at: passage.place(phrase),
        message: say.items(words, markers.length, markers.map(({ text }) => text).join('、')),
        related: markers.map(({ anchor, text }) => ({ anchor, message: `“${text}”` })),
      };
    }
  },
});

const phrases =
  /(?:[两二三四五六七八九十]|[2-9]|1[0-9])(?:个|项|大|类|点)(?:主要|突出|重点)?(?:方面|问题|不足|措施|举措|制度|机制|栏目|板块|环节|渠道|任务|重点|特点|难点|亮点|工作|信息|内容|专栏|专题|短板|原因|做法)/g;

function announcementsIn(passage: Passage): readonly Announcement[] {
  if (passage.section === undefined) return [];
  const { text } = passage;
  return matchesIn(text, phrases).flatMap(({ 0: words, index }) => {
    // All but 两 is read.
    const count = readNumeral(text, index)?.value ?? 2;
    // 第三个方面, 十二个, 1.2 and 等四个 are no announcements of what is listed here.
    return /[第十百0-9.等近约余多前后]/.test(text.charAt(index - 1))
      ? []
      : [{ passage, phrase: { start: index, end: index + words.length }, count }];
  });
}

/** The sequence that begins right behind a phrase: in the same sentence, or as the next paragraph. */
function sequenceBehind(
  sequences: readonly Sequence[],
  index: number,
  text: string,
  from: number,
): Sequence | undefined {
  const rest = text.slice(from);
  return sequences.find(({ markers: [first] }) => {
    if (first?.passage === index) return first.start >= from && isBridge(rest.slice(0, first.start - from));
    return first?.passage === index + 1 && first.start === 0 && isBridge(rest);
  });
}

/** Nothing but the end of the phrase: 的问题：, 推进政府信息公开工作： */
function isBridge(text: string): boolean {
  return /^(?:[^，,。；;：:！？]{0,8}[：:，,。—]?|[^，,。；;：:！？]{0,16}[：:])$/.test(text);
}

/** 1, 2, 3 … without a gap: else `numbering` has something to say. */
function isComplete({ markers }: Sequence): boolean {
  return markers.length > 1 && markers.every(({ number }, index) => number === index + 1);
}

const list = /^[^、和及与]+(?:、[^、和及与]+)+[和及与][^、和及与]{1,6}$/;
const verbs = /设|建|办|增|发|公开|制|召|举|开展|完成|形成|共|有|为|达|等|在|通过|了/;

/** 图说、活动、一景以及动态 in front of 四个栏目, “养老”“救助”四个专栏; `undefined` where no plain list ends there. */
function namesBefore(text: string, end: number): readonly string[] | undefined {
  const before = text.slice(0, end).slice(-200);
  const quoted = /(?:“[^“”]{1,16}”[、和]?){2,12}$|(?:《[^《》]{1,30}》[、和]?){2,12}$/.exec(before)?.[0];
  if (quoted !== undefined) return quoted.split(/[“”《》]/).filter((_, at) => at % 2 === 1);
  const clause = before.replace(/^.*[，,。；;：:！？（(]/, '');
  return list.test(clause) && !verbs.test(clause.replace(/^.*[和及与]/, ''))
    ? clause.split(/、|以及|和|及|与/)
    : undefined;
}
