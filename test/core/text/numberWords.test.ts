import { describe, expect, it } from 'vitest';
import { numberWordAt, numberWordStarts } from '../../../server/src/core/text/numberWords.ts';

const names = [
  '三审三校 三审 三校 六稳六保 六稳 六保 三安全一稳定 两微一端 两微 一网通办 一网统管 一网协同',
  '一把手 一岗双责 一票否决 一件事一次办 一件事 一号通办 一窗通办 一窗受理 一站式 一条龙',
  '一带一路 一国两制 一卡通 一本通 一张网 一张图 一张清单 一本账 一门式 一码通 一户一档',
  '一企一策 一事一议 一人一策 一村一居 一次性告知 最多跑一次 跑一次 一次办好 只进一扇门 两会',
  '两办 两学一做 两个维护 两个确立 两个一百年 两不愁三保障 两手抓 两代表一委员 两江新区 两当县',
  '双随机一公开 双随机、一公开 三农 三公经费 三公 三定 三资 三务 三重一大 三会一课 三个代表',
  '三个务必 三严三实 三支一扶 三权分置 三去一降一补 三大攻坚战 三年行动计划 三年行动 三违 三门县',
  '三门峡 三元区 三台县 三都县 三亚 三明 三峡 三沙 三河市 三原县 四个意识 四个自信 四个全面',
  '四个伟大 四不两直 四好农村路 四风 四川 四平 四会市 五位一体 四位一体 三位一体 五公开 四公开',
  '五险一金 五台县 五台山 五家渠 五大连池 五四运动 五保户 六安 六盘水 七台河 九台区 九江',
  '九龙坡 九寨沟 十堰 八项规定 十四五 十三五 十二五 十五五 十八大 十九大 二十大 二十一大',
  '三中全会 四中全会 五中全会 六中全会 七中全会 二中全会 一中全会 七五普法 八五普法 六五普法',
  '九三学社 二维码 二连浩特 千方百计 千家万户 百日攻坚 万州 万宁 万年县 百色 百度 五一劳动节',
  '双十一 六一儿童节 国庆十一 二十四节气 十项准则 百千万工程 百县千镇',
];
const plain = [
  '一些 一直 一定 一致 一律 一切 一同 一旦 一贯 一并 一再 一经 一般 一体 一系列 一方面',
  '一线 一流 一端 一把 一手 一口 一条心 一条线 一次性 一门心思 一揽子 一视同仁 一目了然',
  '一丝不苟 一如既往 一以贯之 一心 一年来 一年一度 一年四季 一度 一时 一向 一共 一样 一起',
  '一道 一边 一面 一路 一部分 一段时间 一段时期 一批 一大批 一家人 一家亲 一盘棋 一代 一举',
  '一处 一半 一日千里 一层楼 一字不 一点一滴 一点 一户一 一级抓一级 一份力 一个样 一个一个',
  '一条一条 一项一项 一件一件 一起一 一笔一 一分一 一句话 一面旗 统一 进一步 唯一 惟一 单一',
  '同一 某一 每一 任一 之一 逐一 专一 划一 不一 合一 归一 如一 万一 这一 那一 哪一 另一',
  '该一 任何一 初一 两两 上一年 下一年 前一年 后一年 上一级 下一级 上一步 下一步 下一阶段',
  '上一阶段 上一轮 下一轮 新一轮 新一届 上一届 下一期 上一期 上一季 下一季 下一个 上一个',
  '第一时间 第一手 第一责任 第一线 第三方 第三者 第三人 第二课堂 第一书记 星期一 星期二 星期三',
  '星期四 星期五 星期六 周一 周二 周三 周四 周五 周六 十分 十足 十全十美 万万 亿万 千万要',
  '百姓 百花齐放 千头万绪 成千上万 成百上千 零件 零星 零散 零距离 零售 零报告 零容忍 零投诉',
  '零跑腿 二者 三者 两者 再三 接二连三 三番五次 五花八门 七上八下 四面八方 四通八达 丢三落四',
  '举一反三 三下五除二 一日三餐 两旁 两侧 两岸 三轮车 三点一线 两点论 四处 一来二去 万元户',
  '系统 传统 血统 清单 账单 名单 菜单 订单 表单 简单 队伍 大陆 登陆',
];
/** Where a number is meant although a word begins alike. */
const passed = [
  '一起行政 一起诉讼 一起复议 一起案 一起申请 一起投诉 一起信访 一起因 一批次 一点五 一点二',
  '一点三 一点一分 十分钟 十分之 三公里 三公斤 三公顷 三资料 周三次 周二次 周一次 周五次',
  '零件。 零件， 零件； 一处违 一处在 十五五十',
];
const split = (lines: readonly string[]) => lines.flatMap((line) => line.split(' '));

it.each(split(names))('%s is a name', (word) => {
  expect(numberWordAt(`甲${word}`, 1)).toEqual({ use: 'name', end: 1 + word.length });
});

it.each(split(plain))('%s is just a word', (word) => {
  expect(numberWordAt(`甲${word}`, 1)).toEqual({ use: 'plain', end: 1 + word.length });
});

it.each(split(passed))('%s holds a number', (word) => {
  expect(numberWordAt(`甲${word}`, 1)).toBeUndefined();
});

describe('the longest word counts', () => {
  it.each([
    ['三审三校', 'name', 4],
    ['三审', 'name', 2],
    ['六稳六保', 'name', 4],
    ['一把手', 'name', 3],
    ['一把', 'plain', 2],
    ['一次性告知', 'name', 5],
    ['一次性', 'plain', 3],
    ['一点', 'plain', 2],
    ['统一', 'plain', 2],
  ])('%s: %s, to %d', (text, use, end) => {
    expect(numberWordAt(`${text}，`, 0)).toEqual({ use, end });
  });

  it.each(['甲', '三', '一', '', '十分之一', '一起诉讼'])('“%s” is none', (text) => {
    expect(numberWordAt(text, 0)).toBeUndefined();
  });
});

it('a word begins with one of the characters that are named', () => {
  const starts = new Set(numberWordStarts());
  expect(starts).toEqual(
    new Set([...split(names), ...split(plain), ...split(passed)].map((word) => word.charAt(0))),
  );
});
