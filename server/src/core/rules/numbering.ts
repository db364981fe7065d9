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
      const [first] = sequence.markers;
      if (first === undefined) continue;
      if (isLone(sequence, enumerations)) {
        yield {
          at: first.anchor,
          message: say.lone(),
          severity: 'information',
          fixes: () => [withoutIt(first)],
        };
        continue;
      }
      for (const { marker, before, wanted, rest } of faults(sequence, enumerations)) {
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
          fixes: () => (rest.length > mostRenumbered ? [] : [renumbering(rest, wanted)]),
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
    const slip = before !== undefined && next === wanted + 1;
    const isFault = before === undefined ? next === marker.number + 1 : true;
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
  const own = passages[marker.passage]?.section;
  if (before === undefined) {
    const earlier = markers.slice(0, markers.indexOf(marker));
    if (
      earlier.some(
        (other) => other.kind === kind && other.number === number && passages[other.passage]?.section === own,
      )
    )
      return true;
  }
  const text = textBetween(before, marker, passages);
  const chinese = '零一二三四五六七八九十'[number] ?? String(number);
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
  const opening =
    number === 1 || marker.number === 2 ? ['首先', '一方面', '首要', '一则'] : ['其次', '再次', '同时'];
  return [...guises, ...digits, ...opening].some((guise) => text.includes(guise));
}

/** What is written from one marker, or the beginning of the section, to another. */
function textBetween(before: Marker | undefined, marker: Marker, passages: Enumerations['passages']): string {
  const section = passages[marker.passage]?.section;
  let text = '';
  for (let i = before?.passage ?? 0; i <= marker.passage; i++) {
    const passage = passages[i];
    if (passage === undefined || passage.section !== section) continue;
    text += passage.text.slice(
      i === before?.passage ? before.end : 0,
      i === marker.passage ? marker.start : undefined,
    );
    text += '\n';
  }
  return text;
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
  if (kind !== 'is' || first?.number !== 1 || second !== undefined) return false;
  const next = all
    .slice(all.indexOf(first) + 1)
    .find((other) => other.kind === 'part' || (other.kind === 'is' && other.number === 1));
  const section = passages[first.passage]?.section;
  for (let i = first.passage; i < passages.length && passages[i]?.section === section; i++) {
    const from = i === first.passage ? first.end : 0;
    const to = i === next?.passage ? next.start : undefined;
    const text = passages[i]?.text.slice(from, to) ?? '';
    if (seconds.some((word) => text.includes(word))) return false;
    if (i === next?.passage) break;
  }
  return true;
}

function withoutIt({ anchor }: Marker): Fix {
  return { title: '去掉“一是”', edits: [{ anchor, newText: '' }] };
}

function renumbering(markers: readonly Marker[], wanted: number): Fix {
  const edits = markers.flatMap((marker, index) => {
    const newText = renumbered(marker, wanted + index);
    return newText === marker.text ? [] : [{ anchor: marker.anchor, newText }];
  });
  const [first] = markers;
  const title = `改为“${first === undefined ? '' : renumbered(first, wanted)}”${edits.length > 1 ? '，后面依次改' : ''}`;
  return { title, edits };
}
