import { chineseNumber } from '../laws/numerals.ts';
import type { Anchor } from '../outline/outline.ts';
import { type Enumerations, enumerationsOf, type Marker, renumbered, type Sequence } from './enumerations.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

export const numbering = defineRule({
  id: 'numbering',
  group: 'structure',
  severity: 'warning',
  title: '编号不连续',
  why: '编号跳号、重号，多半是删改时漏了内容，或者忘了改后面的编号。',
  messages: {
    skips: (before: string, now: string, wanted: string) =>
      `编号由“${before}”跳到“${now}”，应为“${wanted}”。请核对是否漏了内容。`,
    repeats: (now: string, wanted: string) => `编号“${now}”重复，应为“${wanted}”。`,
    back: (before: string, now: string, wanted: string) => `编号由“${before}”退回“${now}”，应为“${wanted}”。`,
    start: (now: string, wanted: string) => `编号从“${now}”开始，前面没有“${wanted}”。请核对是否漏了内容。`,
    lone: () => '只有“一是”，没有“二是”。请补写，或者去掉“一是”。',
  },
  examples: {
    good: [
      {
        replace: [
          ['改进情况：建立', '改进情况：一是建立'],
          ['；加强培训', '；二是加强培训'],
        ],
      },
      {
        replace: [
          ['公开内容还不够细致，答复的时间可以更短。', '一是公开内容还不够细致；二是答复的时间可以更短。'],
          ['建立公开事项清单，按月检查更新；加强培训', '一是建立公开事项清单，按月检查更新；二是加强培训'],
        ],
      },
      {
        replace: [
          [
            '主动公开方面，',
            '一是主动公开有力度。公开信息182条，一是网站124条，二是公众号58条。\n\n二是解读有温度。解读两类：一是图解，二是视频。\n\n三是',
          ],
        ],
      },
      {
        replace: [
          [
            '存在的主要问题：公开内容还不够细致，答复的时间可以更短。',
            '一是公开内容不够细致；二是答复的时间较长；三是人手不足。下一步，将一是加强学习；二是丰富形式。',
          ],
        ],
      },
    ],
    bad: [
      {
        replace: [
          ['主动公开方面，', '1.主动公开方面，'],
          ['依申请公开方面，', '\n\n2.依申请公开方面，'],
          ['政府信息管理方面，', '\n\n3.政府信息管理方面，'],
          ['平台建设方面，', '\n\n⟦5⟧.平台建设方面，'],
        ],
      },
      {
        replace: [
          ['建立公开事项清单，按月检查更新；加强培训', '一是建立公开事项清单，按月检查更新；⟦三是⟧加强培训'],
        ],
      },
      { replace: [['围绕群众关心的事项', '⟦一是⟧围绕群众关心的事项']] },
    ],
  },
  *check(report, _context, say) {
    const enumerations = enumerationsOf(report);
    for (const sequence of enumerations.sequences) {
      if (isLone(sequence, enumerations)) {
        const at = sequence.markers[0].anchor;
        yield { at, message: say.lone(), severity: 'information', fixes: () => [withoutIt(at)] };
        continue;
      }
      for (const fault of faults(sequence, enumerations)) {
        const { marker, before, wanted } = fault;
        const right = renumbered(marker, wanted);
        yield {
          at: marker.anchor,
          message:
            before === undefined
              ? say.start(marker.text, right)
              : marker.number === before.number
                ? say.repeats(marker.text, right)
                : marker.number > before.number
                  ? say.skips(before.text, marker.text, right)
                  : say.back(before.text, marker.text, right),
          related:
            before === undefined ? [] : [{ anchor: before.anchor, message: `前一个编号“${before.text}”` }],
          fixes: () => (fault.rest.length > mostRenumbered ? [] : [renumbering(fault)]),
        };
      }
    }
  },
});

/** Longer lists are not renumbered by one fix: nobody could look over what it does. */
const mostRenumbered = 200;

interface Fault {
  readonly marker: Marker;
  readonly before: Marker | undefined;
  readonly wanted: number;
  /** The marker and those behind it that would be wrong once it is right. */
  readonly rest: readonly Marker[];
}

function* faults({ markers, kind }: Sequence, all: Enumerations): Iterable<Fault> {
  let wanted = 1;
  for (const [index, marker] of markers.entries()) {
    const before = markers[index - 1];
    if (marker.number === wanted) {
      wanted++;
      continue;
    }
    const next = markers[index + 1]?.number;
    const slip = next === wanted + 1;
    const isFault = before !== undefined || slip || next === marker.number + 1;
    const restarts = before !== undefined && marker.number > 1 && marker.number <= before.number;
    const isExplained =
      isMentioned(kind, wanted, before, marker, all) ||
      // 下一步，将一是…；二是…: another list, whose first number is no marker.
      (restarts && isMentioned(kind, marker.number - 1, before, marker, all));
    if (isFault && !isExplained)
      yield {
        marker,
        before,
        wanted,
        rest: markers.slice(index, slip ? index + 1 : index + mostRenumbered + 1),
      };
    wanted = slip ? wanted + 1 : marker.number + 1;
  }
}

/** The number that seems to be missing is there in another guise: inline, or on another level. */
function isMentioned(
  kind: Marker['kind'],
  number: number,
  before: Marker | undefined,
  marker: Marker,
  { passages, markers }: Enumerations,
): boolean {
  const isEarlier = (other: Marker) =>
    other.kind === kind && other.number === number && other.section === marker.section;
  if (before === undefined && markers.slice(0, markers.indexOf(marker)).some(isEarlier)) return true;
  // A section's first passage is its heading, whose own number is none of the list.
  const from = before ?? {
    passage: passages.findIndex(({ section }) => section === marker.section) + 1,
    end: 0,
  };
  const text = textBetween(passages, from, marker);
  const chinese = chineseNumber(number);
  const guises = [
    `${chinese}是`,
    `${chinese}要`,
    `第${chinese}`,
    `其${chinese}`,
    `${chinese}、`,
    `${chinese}）`,
    `${chinese})`,
  ];
  const digits = [`${number}.`, `${number}、`, `${number}．`, `${number}）`, `${number})`];
  const opening = number === 1 ? ['首先', '一方面', '首要', '一则'] : ['其次', '再次', '同时'];
  return [...guises, ...digits, ...opening].some((guise) => text.includes(guise));
}

/** What is written behind one marker as far as another, or the end of a passage. */
function textBetween(
  passages: Enumerations['passages'],
  from: Pick<Marker, 'passage' | 'end'>,
  to: { readonly passage: number; readonly start?: number },
): string {
  return passages
    .slice(from.passage, to.passage + 1)
    .map(({ text }, index) =>
      text.slice(index === 0 ? from.end : 0, from.passage + index === to.passage ? to.start : undefined),
    )
    .join('\n');
}

const seconds = [
  '二是',
  '二要',
  '第二',
  '其二',
  '其次',
  '再次',
  '另一方面',
  '二、',
  '（二）',
  '(二)',
  '2.',
  '2、',
];

/** 一是 with no second in any form before the next 一是, part or section. */
function isLone({ kind, markers }: Sequence, { passages, markers: all }: Enumerations): boolean {
  const [first, second] = markers;
  if (kind !== 'is' || first.number !== 1 || second !== undefined) return false;
  const next = all
    .slice(all.indexOf(first) + 1)
    .find((other) => other.section === first.section && (other.kind === 'part' || other.kind === 'is'));
  const end = next ?? { passage: passages.findLastIndex(({ section }) => section === first.section) };
  const text = textBetween(passages, first, end);
  return !seconds.some((word) => text.includes(word));
}

function withoutIt(anchor: Anchor): Fix {
  return { title: '去掉“一是”', edits: [{ anchor, newText: '' }] };
}

function renumbering({ marker, wanted, rest }: Fault): Fix {
  const edits = rest.map((own, index) => ({ anchor: own.anchor, newText: renumbered(own, wanted + index) }));
  const title = `改为“${renumbered(marker, wanted)}”${edits.length > 1 ? '，后面依次改' : ''}`;
  return { title, edits };
}
