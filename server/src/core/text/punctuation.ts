import { matchesIn } from './matches.ts';
import type { Span } from './span.ts';

/** `half`: a half-width comma or full stop where a full-width one belongs. `doubled`: marks that follow one another. */
export interface PunctuationFault {
  readonly kind: 'half' | 'doubled';
  readonly span: Span;
  /** What belongs there; absent where it cannot be told. */
  readonly right: string | undefined;
}

const suspects = /[，。、；：]{2,}|[,.]/g;
const halfWidth: Readonly<Record<string, string>> = { ',': '，', '.': '。' };

/** Faulty marks in running text. Decimals, addresses, item numbers and abbreviations are none. */
export function punctuationFaultsIn(text: string): readonly PunctuationFault[] {
  const faults: PunctuationFault[] = [];
  for (const { 0: marks, index: start } of matchesIn(text, suspects)) {
    const [first] = marks;
    const span = { start, end: start + marks.length };
    if (marks.length > 1) {
      const same = [...marks].every((mark) => mark === first);
      faults.push({ kind: 'doubled', span, right: same ? first : undefined });
    } else if (isBetweenChinese(text, start)) faults.push({ kind: 'half', span, right: halfWidth[marks] });
  }
  return faults;
}

function isBetweenChinese(text: string, at: number): boolean {
  if (!isChinese(text[at - 1], '》”）〕')) return false;
  if (text[at] === ',') return isChinese(text[at + 1], '《“（〔');
  const rest = text.slice(at + 1, at + 4);
  const ends = at + 1 === text.length || (at + 2 === text.length && '”）》'.includes(text[at + 1] as string));
  if (!ends && !isChinese(text[at + 1], '《“（〔')) return false;
  if (domains.some((domain) => rest.startsWith(domain))) return false;
  return !isItemNumber(text, at) && !isName(text, at);
}

function isChinese(character: string | undefined, marks: string): boolean {
  if (character === undefined) return false;
  return (character >= '\u4e00' && character <= '\u9fff') || marks.includes(character);
}

const domains = ['中国', '公司', '网络', '政务', '公益', '网址', '商标', '在线'];

/** 一.总体情况, 第二.… at the start of a sentence. */
function isItemNumber(text: string, at: number): boolean {
  let start = at;
  while (
    start > 0 &&
    at - start < 4 &&
    '第其（一二三四五六七八九十）附表图'.includes(text[start - 1] as string)
  )
    start--;
  return start === 0 || '。；：，、 \u3000'.includes(text[start - 1] as string);
}

/** Characters of names in transcription, whose parts a dot divides: 买买提.吐尔逊. */
const transcription =
  '买提吐尔逊阿卜杜热合曼木依江丽努尔古再娜孜麦乌斯哈力克拜孜布迪巴艾沙玛尼亚肉祖伊萨达卡吾塔帕苏莱拉';

function isName(text: string, at: number): boolean {
  const around = [text[at - 2], text[at - 1], text[at + 1], text[at + 2]];
  return (
    around.filter((character) => character !== undefined && transcription.includes(character)).length >= 3
  );
}
