import { bare } from '../text/normalize.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { Report } from './report.ts';

/** A sentence that the organ has to find words for itself. */
export interface OwnSentence {
  readonly passage: Passage;
  readonly span: Span;
  /** Letters and digits alone, the report's year as Y and the year before as L: how sentences are compared. */
  readonly key: string;
}

/** Below this a sentence says too little for it to matter. */
const shortestKey = 10;

/** What every report says alike; it makes no sentence somebody's own. */
const common = [
  '中华人民共和国政府信息公开条例',
  '政府信息公开条例',
  '习近平新时代中国特色社会主义思想',
  '以公开为常态不公开为例外',
  '公开为常态不公开为例外',
  '公正公平合法便民',
  '知情权参与权表达权监督权',
  '知情权参与权监督权',
  '决策执行管理服务结果',
  '公民法人和其他组织',
  '公民法人或者其他组织',
  '以下简称条例',
];

/** Words that belong to the form, to the law's requirements or to the way of publishing. */
const formal =
  /编制本报告|本报告所列|统计期限|如有疑问|联系(?:人|电话|地址|方式)|电子版|下载|网址|处理费|无其他|没有其他|需要报告的|如下/;

/**
 * The sentences of 总体情况 and of 问题及改进情况 without labels and statutory phrases: what remains is
 * what differs from year to year.
 */
export function ownSentences(report: Report): readonly OwnSentence[] {
  return passagesOf(report).flatMap((passage) => {
    if (passage.kind !== 'body' && passage.kind !== 'item') return [];
    const id = passage.section?.id;
    if (id !== 'overview' && id !== 'problems') return [];
    return sentencesIn(passage.text).flatMap((span): OwnSentence[] => {
      const text = passage.text.slice(span.start, span.end);
      if (formal.test(text)) return [];
      const key = keyOf(text, report.year?.value);
      let rest = key;
      for (const phrase of common) rest = rest.replaceAll(phrase, '');
      return rest.length < shortestKey ? [] : [{ passage, span, key }];
    });
  });
}

function keyOf(text: string, year: number | undefined): string {
  const label = /^[^，。：:]{1,12}[：:]/.exec(text)?.[0].length ?? 0;
  const words = bare(text.slice(label));
  return year === undefined ? words : words.replaceAll(String(year), 'Y').replaceAll(String(year - 1), 'L');
}
