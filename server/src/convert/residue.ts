import { isReportTitle } from '../core/report/metadata.ts';
import { halfWidth, trimBlanks } from '../core/text/normalize.ts';
import { isSectionLine } from './words.ts';

/** Lines longer than this are text, not navigation. */
const longest = 160;

/** What a web page says about itself: read as residue ahead of the first section and near the end only. */
const pageFacts =
  /^(?:发布日期|发布时间|更新时间|公开日期|发文日期|成文日期|生成日期|日期|时间|信息来源|来源|发布机构|信息名称|作者|编辑|责任编辑|审核|浏览次数|浏览量|浏览|点击数|点击量|点击率|阅读次数|访问量|字体大小|字体|字号|视力保护色|索引号|信息索引号|公开方式|主题分类|体裁分类|分类|有效性):/;
const breadcrumb = /^(?:您?(?:当前|现在)?(?:所在)?的?位置|当前位置|您在这里)[:：]/;
const pointers =
  /^(?:扫一扫|扫码|扫描二维码|微信扫|手机扫|上一篇|下一篇|上一条|下一条|相关链接|相关文档|相关阅读|友情链接)/;
const footers =
  /^(?:主办单位|主办|承办单位|承办|版权所有|网站标识码|技术支持|备案号|copyright|©|.{0,2}ICP备|.{0,2}公网安备)/i;
/** The foot of a printed page: — 3 —, 第3页, 第3页 共8页. */
const pageNumber = /^(?:[-—–−]+ *\d{1,3} *[-—–−]+|第? *\d{1,3} *页(?:[ ,/]*(?:共 *)?\d{1,3} *页)?)$/;
/** Buttons; a line of nothing but these is residue. */
const buttons =
  /打印本页|打印此页|打印正文|打印|关闭窗口|关闭本页|关闭|分享到|分享|收藏本页|收藏|返回顶部|返回首页|无障碍阅读|无障碍浏览|无障碍|长者模式|适老化|登录|注册|智能机器人|智能问答|网站地图|联系我们|关于我们|网站声明|网站首页|首页|微信|微博|QQ空间|新浪|字体|简体|繁体|大|中|小|我要纠错|纠错/g;

/**
 * Which lines are left over from a web page: navigation, the page's own facts, buttons, footers. `web`
 * tells that the lines are known to come from one. Rows of tables (a tab or pipe at the start) never are.
 */
export function residueLines(lines: readonly string[], web: boolean): ReadonlySet<number> {
  const plain = lines.map((line) => trimBlanks(line.replace(/^[#*\s]+/, '')));
  const isTable = (index: number) => /^[ ]*[\t|]/.test(lines[index] as string);
  const firstSection = plain.findIndex((line, index) => !isTable(index) && isSectionLine(line));
  const head = firstSection < 0 ? Math.min(plain.length, 40) : firstSection;
  const tail = tailStart(plain);
  const residue = new Set<number>();
  plain.forEach((line, index) => {
    if (line === '' || line.length > longest || isTable(index)) return;
    const atEdge = index < head || (index >= tail && !isSigningDate(line));
    if (isResidue(line) || (atEdge && isPageFact(line))) residue.add(index);
  });
  const title = titleIndex(plain, head, residue);
  // Where something before the title is navigation, the short lines around it are navigation, too.
  if (title !== undefined && (web || [...residue].some((index) => index < title))) {
    for (let i = 0; i < title; i++) {
      const line = plain[i] as string;
      if (line !== '' && line.length <= 40 && !/[。；！？]/.test(line) && !isTable(i)) residue.add(i);
    }
  }
  return residue;
}

function isResidue(line: string): boolean {
  const text = halfWidth(line);
  return (
    pageNumber.test(text) ||
    breadcrumb.test(text) ||
    pointers.test(text) ||
    isSiteBar(text) ||
    isButtons(text)
  );
}

function isPageFact(line: string): boolean {
  const text = halfWidth(line);
  return text.length <= 80 && !/[。;!?]/.test(text) && (pageFacts.test(text) || footers.test(text));
}

/** Behind the sections it is the report's own as soon as the page's. */
function isSigningDate(line: string): boolean {
  return /^(?:成文)?日期:/.test(halfWidth(line));
}

/** Names of sites with bars between them, or a trail of links. */
function isSiteBar(text: string): boolean {
  if (/[。;!?]/.test(text)) return false;
  const parts = text.split('|').map(trimBlanks);
  if (parts.length >= 3 && parts.every((part) => part.length <= 24))
    return parts.some((part) => /网$|首页|登录|注册|机器人|无障碍|客户端|简体|繁体|微信|微博/.test(part));
  return /^首页\s*(?:>|»|\/)/.test(text) && text.length <= 80;
}

function isButtons(text: string): boolean {
  if (text.length > 40 || /^(?:大|中|小)$/.test(text)) return false;
  const rest = text.replace(buttons, '');
  return rest !== text && /^[\s[\]【】()|:/·、>+\-A]*$/.test(rest);
}

/** The last dozen lines with text: where a page's footer stands. */
function tailStart(lines: readonly string[]): number {
  let seen = 0;
  for (let i = lines.length - 1; i >= 0; i--) if (lines[i] !== '' && ++seen === 12) return i;
  return 0;
}

function titleIndex(
  lines: readonly string[],
  head: number,
  residue: ReadonlySet<number>,
): number | undefined {
  const texts = lines.flatMap((line, index) =>
    index < head && line !== '' && !residue.has(index) ? [{ line, index }] : [],
  );
  for (const count of [1, 2, 3]) {
    for (let i = 0; i + count <= texts.length; i++) {
      const joined = texts.slice(i, i + count);
      if (joined.some(({ line }) => line.length > 60 || /[。；]/.test(line))) continue;
      if (isReportTitle(joined.map(({ line }) => line).join('')))
        return (joined[0] as { index: number }).index;
    }
  }
  return undefined;
}
