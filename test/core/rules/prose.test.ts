import { describe, expect, it } from 'vitest';
import { announcedCount } from '../../../server/src/core/rules/announced-count.ts';
import { heardAlone, inPlaceOfRequests } from '../../support/check.ts';

describe('how many things are announced', () => {
  /** What stands there and what is listed: `三个方面: 一是 二是`. */
  function announced(text: string): string {
    const { findings } = heardAlone(announcedCount, { replace: [inPlaceOfRequests(text)] });
    return findings
      .map(({ message, related }) => {
        const [, phrase, count, listed = ''] =
          /^这里写“(.*)”，.面列出的是 (\d+) .（(.*)）。请核对。$/.exec(message) ?? [];
        const items = listed.split('、');
        expect(items).toHaveLength(Number(count));
        if (message.includes('后面'))
          expect(related.map((item) => item.message)).toEqual(items.map((item) => `“${item}”`));
        return `${phrase}: ${items.join(' ')}`;
      })
      .join('; ');
  }

  it.each([
    // Behind the phrase: right behind it, with its noun, behind a colon, or in the next paragraphs.
    ['主要有两个方面：一是更新网站；二是加强培训。', ''],
    ['主要有三个方面：一是更新网站；二是加强培训。', '三个方面: 一是 二是'],
    ['主要有3个方面：一是更新网站；二是加强培训。', '3个方面: 一是 二是'],
    ['采取三项措施，一是更新网站；二是加强培训。', '三项措施: 一是 二是'],
    ['存在三大突出问题。一是更新不及时；二是培训不多。', '三大突出问题: 一是 二是'],
    ['抓住三个重点推进政府信息公开工作：一是更新网站；二是加强培训。', '三个重点: 一是 二是'],
    ['抓住三个重点推进政府信息公开工作，一是更新网站；二是加强培训。', ''],
    ['抓住三个重点深入推进全县政府信息公开各项工作提质增效：一是更新网站；二是加强培训。', ''],
    ['抓住三个重点，成效明显。一是更新网站；二是加强培训。', ''],
    ['采取三项措施：\n\n一是更新网站。\n\n二是加强培训。', '三项措施: 一是 二是'],
    ['采取三项措施：\n\n（一）更新网站。\n\n（二）加强培训。', '三项措施: （一） （二）'],
    ['采取三项措施，成效明显。\n\n一是更新网站。\n\n二是加强培训。', ''],
    ['采取三项措施：\n\n按要求做好如下工作。\n\n一是更新网站。\n\n二是加强培训。', ''],
    ['采取三项措施：\n\n首先，一是更新网站；二是加强培训。', ''],
    ['一是更新网站；二是加强培训。采取三项措施。', ''],
    // Only a list that is whole and in order.
    ['采取三项措施：一是更新网站，加强培训。', ''],
    ['采取四项措施：一是更新网站；三是加强培训；四是通报。', ''],
    ['采取三项措施：二是更新网站；三是加强培训。', ''],
    ['更新网站、加强培训后，又采取三项措施：加强督查。', ''],
    // Not a count of what is listed here.
    ['针对第三个方面：一是更新网站；二是加强培训。', ''],
    ['围绕二十三项重点：一是更新网站；二是加强培训。', ''],
    ['抓好审核等三项制度：一是更新网站；二是加强培训。', ''],
    ['采取近三项措施：一是更新网站；二是加强培训。', ''],
    // Before the phrase.
    ['突出公开、解读和回应三个环节。', ''],
    ['突出公开、解读和回应四个环节。', '四个环节: 突出公开 解读 回应'],
    ['突出公开、解读、回应四个环节。', ''],
    ['突出公开和解读四个环节。', ''],
    ['按照要求，突出公开、解读和回应四个环节。', '四个环节: 突出公开 解读 回应'],
    ['突出公开、解读和回应、互动五个环节。', ''],
    ['突出公开、解读和回应以及互动五个环节。', ''],
    ['突出公开、、解读和回应五个环节。', ''],
    ['突出公开、解读和四个环节。', ''],
    ['突出公开、解读和群众关切的回应四个环节。', ''],
    ['对网站、公众号和公开栏设置四个栏目。', ''],
    ['设置“养老服务”、“社会救助”和“儿童福利”三个专栏。', ''],
    ['设置“养老服务”、“社会救助”和“儿童福利”四个专栏。', '四个专栏: 养老服务 社会救助 儿童福利'],
    ['设置“养老服务”四个专栏。', ''],
    ['设置“养老服务”，落实“社会救助”四个专栏。', ''],
    // What is listed before counts, whatever is listed behind.
    ['突出公开、解读和回应三个环节：一是更新网站；二是加强培训。', ''],
  ])('%j', (text, expected) => {
    expect(announced(text)).toBe(expected);
  });
});
