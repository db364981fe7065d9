import type { Quantity } from '../text/quantity.ts';
import type { Report } from './report.ts';

/** Other organs than the reporting one, and times longer than its year. */
const others =
  '以来 历年 历次 往年 近年 多年 全系统 各部门 各单位 各乡 各镇 各街道 各县 各区 所属 下属 本级 其他机关 兄弟'.split(
    ' ',
  );
/** The organ's whole area: the tables of a government may speak of it, those of a bureau do not. */
export const areas = ['全市', '全县', '全区', '全省', '全州'];
const severalYears = /十[二三四五六]五|近[一二两三四五六十0-9]+年|[两三四五]年[来间]/;
const wholeYear = /全年|本年|今年|年内|报告期/;

/** Running text with the offset at which it begins in its passage, and the quantities in it. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly quantities: readonly Quantity[];
}

/** True where a sentence speaks of other years or other organs, so that its numbers are not those of the tables. */
export function isElsewhere(stretch: Stretch, report: Report): boolean {
  return isOfArea(stretch) || isOfOthers(stretch, report, () => false);
}

/** The same of a sentence that has numbers of its own beside those it compares them with: 12件，较2024年增加3件. */
export function isWhollyElsewhere(stretch: Stretch, report: Report): boolean {
  return isOfOthers(stretch, report, (mention) => isCompared(mention, stretch));
}

/** 全县收到…: whether the tables speak of the whole area, only the other numbers of the sentence can show. */
export function isOfArea({ text }: Stretch): boolean {
  return areas.some((word) => text.includes(word));
}

function isOfOthers(stretch: Stretch, report: Report, isAside: (mention: Quantity) => boolean): boolean {
  const { text, quantities } = stretch;
  if (others.some((word) => text.includes(word)) || severalYears.test(text)) return true;
  const own = report.year?.value;
  const years = quantities.flatMap((mention) => {
    const year = yearOf(mention);
    const passes = year === (own ?? 0) + 1 && isCarriedTo(mention, stretch);
    return year === undefined || passes || isAside(mention) ? [] : [year];
  });
  if (text.includes('累计') && !wholeYear.test(text)) {
    const isOwn = quantities.some((mention) => yearOf(mention) === own && !endsTime(mention, stretch));
    if (!isOwn) return true;
  }
  return years.some((year) => year !== own);
}

/** 截至2025年底: the end of a time that may have begun in any year. */
function endsTime({ span }: Quantity, { text, start }: Stretch): boolean {
  return /(?:截[至止]|[至到])$/.test(text.slice(Math.max(0, span.start - start - 2), span.start - start));
}

/** 较2024年增加, （2024年为9件）: a year named only to set the numbers beside it. */
function isCompared({ span }: Quantity, { text, start }: Stretch): boolean {
  return /(?:[较比与同]|[（(])$/.test(text.slice(Math.max(0, span.start - start - 1), span.start - start));
}

/** 结转至2026年, 转入2026年: the next year named as the one in which work goes on. */
function isCarriedTo({ span }: Quantity, { text, start }: Stretch): boolean {
  return /[转延][至到入]?$/.test(text.slice(Math.max(0, span.start - start - 2), span.start - start));
}

function yearOf(mention: Quantity): number | undefined {
  return mention.kind === 'year' ? mention.number : mention.kind === 'date' ? mention.year : undefined;
}

/** A clause that sets numbers side by side with those of another year. */
export function compares(clause: string): boolean {
  return /较|同比|[比与同](?:上|去|20)/.test(clause);
}

/** 增加5件, 多3件: how two numbers differ. */
export function isDifference(before: string): boolean {
  return /(?:增加|减少|增长|下降|上升|增|减|多|少|降|升)(?:了|到|至)?$/.test(before.trimEnd().slice(-4));
}
