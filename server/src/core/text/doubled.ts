import type { Span } from './span.ts';

/**
 * Particles that are never doubled, with the characters before and behind that make two words of them:
 * 目的的, 为了了解, 的的确确.
 */
const particles = new Map(
  Object.entries({
    的: { before: '目标有众', behind: '确士' },
    了: { before: '除罢', behind: '解结然却不事断望' },
    和: { before: '共温缓祥饱暖总柔', behind: '美气谐平解睦好善煦' },
    与: { before: '参给付赠赋授', behind: '' },
    将: { before: '即必', behind: '来要军' },
    被: { before: '棉', behind: '' },
    从: { before: '服跟听', behind: '事' },
    由: { before: '自理缘事', behind: '于' },
    为: { before: '行作成认称以因视列分改定', behind: '民了何主什' },
    对: { before: '针相应面核校反绝配一结成比派答查', behind: '象方策口手外内立照联比' },
    性: { before: '男女两', behind: '能质格别情价状' },
  }),
);

/** Words of reports that nobody writes twice in a row, and what may follow to make another word of it. */
const words = new Map<string, readonly string[]>(
  Object.entries({
    进行: [],
    开展: [],
    加强: [],
    提高: [],
    及时: [],
    任何: [],
    有关: [],
    相关: [],
    切实: [],
    进一步: [],
    通过: [],
    根据: [],
    按照: [],
    以及: [],
    并且: [],
    其中: [],
    为了: [],
    对于: [],
    由于: [],
    我们: [],
    我局: [],
    我镇: [],
    我街道: [],
    认真: [],
    积极: [],
    全面: [],
    严格: [],
    依法: [],
    群众: [],
    要求: [],
    问题: [],
    情况: [],
    网站: [],
    政务: [],
    申请: ['人', '表', '书', '量', '件', '事项', '方式'],
    信息: ['化', '员', '系统', '技术', '资源', '网', '量', '平台', '处'],
    工作: [
      '人员',
      '者',
      '组',
      '制度',
      '机制',
      '方案',
      '要点',
      '站',
      '日',
      '台账',
      '作风',
      '流程',
      '专班',
      '会',
    ],
    公开: [
      '指南',
      '目录',
      '栏',
      '专栏',
      '专区',
      '平台',
      '内容',
      '事项',
      '信息',
      '的',
      '权',
      '属',
      '形',
      '方',
      '渠',
      '范',
      '期',
      '时',
      '程',
      '条例',
      '制度',
    ],
  }),
);

const shortest = 3;
const longest = 12;

/** Words that stand twice in a row by a slip: 的的, 进行进行, 主动公开主动公开. The span holds both. */
export function doubledWordsIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    const length = doubledAt(text, i);
    if (length === undefined) continue;
    spans.push({ start: i, end: i + 2 * length });
    i += 2 * length - 1;
  }
  return spans;
}

/** How long the word is that stands at a place and right behind itself: the longest that counts. */
function doubledAt(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  for (let length = longest; length > 0; length--) {
    // Most places are told by one character, before any word is cut out.
    if (code !== text.charCodeAt(at + length)) continue;
    const word = text.slice(at, at + length);
    if (!text.startsWith(word, at + length)) continue;
    if (isPhrase(word) || isWord(text, at, word) || isParticle(text, at, word)) return length;
  }
  return undefined;
}

function isParticle(text: string, at: number, particle: string): boolean {
  const except = particles.get(particle);
  if (except === undefined || text[at + 2] === particle) return false;
  const before = text[at - 1];
  if (before === particle || except.before.includes(before ?? ' ')) return false;
  // One character between a mark and the pair makes a name of it: 王和和.
  if (particle !== '的' && particle !== '了' && !isChineseAt(text, at - 2)) return false;
  return !except.behind.includes(text[at + 2] ?? ' ');
}

function isWord(text: string, at: number, word: string): boolean {
  const except = words.get(word);
  const behind = at + 2 * word.length;
  return except?.some((end) => text.startsWith(end, behind)) === false;
}

function isChineseAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff;
}

const organEnds = '府局委办厅镇乡区县市省处院站所村会道';

/** Three different Chinese characters or more; no 一个一个, no name of an organ. */
function isPhrase(run: string): boolean {
  const different = new Set(run);
  if (different.size < shortest || run[0] === '一' || organEnds.includes(run.at(-1) ?? '')) return false;
  for (let i = 0; i < run.length; i++) {
    if (!isChineseAt(run, i)) return false;
  }
  return true;
}
