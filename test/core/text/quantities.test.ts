import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuantities } from '../../../server/src/core/text/quantities.ts';
import { countSteps } from './countSteps.ts';
import { describeQuantity, unmark } from './describeQuantity.ts';

/** A sentence with every number marked, and what each mark is read as. */
type Row = readonly [string, ...string[]];

const totals: readonly Row[] = [
  ['⟦2023年⟧，示例县共收到政府信息公开申请⟦12件⟧。', 'year 2023', '12件'],
  ['全年主动公开信息⟦1,234条⟧，其中政策文件⟦56条⟧。', '1234条', '56条'],
  ['全年公开信息⟦12，345条⟧。', '12345条'],
  ['通过门户网站公开信息⟦１２３条⟧，公众号推送⟦４５篇⟧。', '123条', '45篇'],
  ['收到申请⟦9件⟧，其中自然人⟦7件⟧、法人⟦2件⟧。', '9件', '7件', '2件'],
  ['收到⟦9件⟧申请。', '9件'],
  ['总数⟦106条⟧：公开⟦23条⟧、解读⟦1条⟧。', '106条', '23条', '1条'],
  [
    '累计⟦8000条⟧（新增⟦300条⟧）：⟦5000⟧（⟦120⟧）+⟦3000⟧（⟦180⟧）。',
    '8000条',
    '300条',
    '5000',
    '120',
    '3000',
    '180',
  ],
  ['受理 ⟦12 件⟧，办结 ⟦10 件⟧。', '12件', '10件'],
  ['共计⟦三十二件⟧。', '32件'],
  ['共收到申请⟦两件⟧。', '2件'],
  ['共收到申请⟦两百件⟧。', '200件'],
  ['公开信息⟦一百零三条⟧。', '103条'],
  ['公开信息⟦两千三百条⟧。', '2300条'],
  ['发放宣传册⟦一万零五十册⟧。', '10050册'],
  ['发放资料⟦3.5万份⟧。', '35000份'],
  ['点击量⟦1亿2千万次⟧。', '120000000次'],
  ['采购总金额⟦75.058万元⟧。', '75.058万元'],
  ['收入⟦1.2亿元⟧，支出⟦8000元⟧。', '1.2亿元', '8000元'],
  ['收取信息处理费⟦0元⟧。', '0元'],
  ['分别为⟦3⟧、⟦5⟧、⟦8件⟧。', '3件 shared', '5件 shared', '8件'],
  ['甲局、乙局各⟦3⟧和⟦4件⟧。', '3件 shared', '4件'],
  ['新收⟦12宗⟧，⟦3起⟧撤回。', '12宗', '3起'],
  ['发生行政诉讼⟦3起⟧。', '3起'],
  ['涉及⟦3起⟧诉讼。', '3起'],
  ['接待群众⟦120人次⟧，来电⟦30次⟧。', '120人次', '30次'],
  ['培训⟦120人（次）⟧。', '120人次'],
  ['总数量：⟦60⟧', '60'],
  ['申请数量为⟦12⟧，办结数量为⟦11⟧。', '12', '11'],
  ['新增⟦3项⟧，⟦2期⟧专刊，⟦4场⟧发布会，⟦5种⟧形式。', '3项', '2期', '4场', '5种'],
  ['走访⟦10家⟧企业、⟦20户⟧群众，制作展板⟦6块⟧，图解⟦7幅⟧。', '10家', '20户', '6块', '7幅'],
  ['安排⟦2名⟧专人负责，设⟦1个⟧专栏。', '2名', '1个'],
  ['在⟦20个工作日⟧内答复。', '20个工作日'],
  ['平均办理⟦6.5天⟧。', '6.5天'],
  ['由⟦六部分⟧组成，分为⟦五大类⟧。', '6部分', '5类'],
  ['开设⟦8个⟧板块、⟦6种⟧形式。', '8个', '6种'],
  ['归集信息⟦12⟧条目录。', '12'],
  ['零星咨询较少，收到行政复议⟦0件⟧。', '0件'],
  ['本年收到行政复议申请⟦零件⟧，无行政诉讼。', '0件'],
  ['明确⟦一名⟧工作人员具体负责。', '1名'],
  ['发布⟦一条⟧，更正⟦一次⟧。', '1条', '1次'],
  ['开发APP⟦3个⟧，更换LED屏⟦5块⟧。', '3个', '5块'],
  ['光纤⟦12km⟧，附件⟦50KB⟧。', '12km', '50KB'],
  ['受理量⟦十二⟧，较为平稳。', '12'],
];

const approximate: readonly Row[] = [
  ['公开信息⟦120余条⟧。', '120条 more'],
  ['公开信息⟦120多条⟧。', '120条 more'],
  ['公开信息近⟦120条⟧。', '120条 about'],
  ['阅读量⟦10万⟧+，点赞⟦100+次⟧。', '100000 more', '100次 more'],
  ['公开信息约⟦120条⟧。', '120条 about'],
  ['公开信息大约⟦120条⟧。', '120条 about'],
  ['公开信息⟦120条⟧左右。', '120条 about'],
  ['公开信息⟦120条⟧以上。', '120条 atLeast'],
  ['公开信息不足⟦10条⟧。', '10条 less'],
  ['公开信息超过⟦10条⟧。', '10条 more'],
  ['公开信息不超过⟦10条⟧。', '10条 atMost'],
  ['公开信息不少于⟦10条⟧。', '10条 atLeast'],
  ['公开信息至少⟦10条⟧。', '10条 atLeast'],
  ['公开信息逾⟦1.2万条⟧。', '12000条 more'],
  ['接待⟦30余万人次⟧。', '300000人次 more'],
  ['接待⟦十余万人次⟧。', '100000人次 more'],
  ['接待⟦十几人⟧。', '10人 more'],
  ['接待数⟦十人⟧。', '10人 more'],
  ['受理几⟦十件⟧。', '10件 more'],
  ['受理近⟦百件⟧。', '100件 about'],
  ['受理⟦百余件⟧，浏览上⟦千次⟧，惠及数⟦万人⟧。', '100件 more', '1000次 more', '10000人 more'],
  ['培训⟦十来次⟧。', '10次 about'],
  ['约为⟦35件⟧，超过了⟦3次⟧。', '35件 about', '3次 more'],
  ['预约⟦12件⟧，签约⟦3家⟧，节约⟦5万元⟧。', '12件', '3家', '5万元'],
  ['最近⟦3次⟧，近⟦3年⟧来。', '3次', '3年'],
  ['存在不足⟦3个⟧。', '3个'],
  ['⟦3至5件⟧，⟦3-5件⟧，⟦3—5个⟧，⟦三至五个⟧。', '3..5件', '3..5件', '3..5个', '3..5个'],
  ['⟦5到10个工作日⟧内。', '5..10个工作日'],
  [
    '⟦三五个⟧，⟦五六件⟧，⟦二三十件⟧，⟦十二三件⟧。',
    '3..5个 about',
    '5..6件 about',
    '20..30件 about',
    '12..13件 about',
  ],
  ['历时⟦3个多月⟧，⟦一年多⟧，⟦两天半⟧。', '3个月 more', '1年 more', '2天 more'],
  ['费用为⟦12.5万余元⟧。', '12.5万元 more'],
];

const shares: readonly Row[] = [
  ['占比⟦5%⟧，按时办结率⟦100％⟧。', '5%', '100%'],
  ['同比增长⟦12.35%⟧，环比⟦-3.2%⟧。', '12.35%', '-3.2% signed'],
  ['同比增长⟦-3.2%⟧。', '-3.2% signed'],
  ['占⟦百分之五⟧，答复率⟦百分之百⟧，占⟦百分之九十五点三⟧。', '5%', '100%', '95.3%'],
  ['占⟦百分之98.5⟧。', '98.5%'],
  ['误差⟦千分之三⟧，⟦万分之一⟧。', '0.3%', '0.01%'],
  ['误差⟦3‰⟧。', '0.3%'],
  ['占⟦三成⟧，近⟦八成⟧，⟦九成⟧以上，⟦三成五⟧。', '30%', '80% about', '90% atLeast', '35%'],
  ['提高⟦5个百分点⟧，下降⟦0.5个百分点⟧。', '5百分点', '0.5百分点'],
  ['约占⟦三分之一⟧，⟦三分之二⟧以上。', '33.3333% about', '66.6666% atLeast'],
  ['增长⟦2倍⟧，是上年的⟦三倍⟧。', '2倍', '3倍'],
  ['⟦5%⟧-⟦10%⟧', '5%', '10%'],
  ['占⟦5-10%⟧。', '5..10%'],
  ['⟦3⟧成立了专班。', '3'],
  ['增长⟦1倍⟧多，超⟦九成⟧。', '1倍 more', '90% more'],
];

const times: readonly Row[] = [
  ['⟦2025年⟧，示例县', 'year 2025'],
  ['⟦2025年⟧度', 'year 2025'],
  ['⟦2025 年⟧ ⟦12 件⟧', 'year 2025', '12件'],
  ['⟦二〇二五年⟧，⟦二○二○年⟧，⟦二零二一年⟧，⟦二0二0年⟧', 'year 2025', 'year 2020', 'year 2021', 'year 2020'],
  ['自⟦2020年1月1日⟧起至⟦2020年12月31日⟧止', 'date 2020-1-1', 'date 2020-12-31'],
  ['自⟦2020年1月1日⟧起至⟦12月31日⟧止', 'date 2020-1-1', 'date *-12-31'],
  ['自⟦2020 年 1 月 1 日⟧至⟦12 月 31 日⟧', 'date 2020-1-1', 'date *-12-31'],
  ['⟦二〇二〇年一月一日⟧至⟦十二月三十一日⟧', 'date 2020-1-1', 'date *-12-31'],
  ['⟦1月31日⟧前，⟦12月⟧底，⟦3月⟧份', 'date *-1-31', 'date *-12-*', 'date *-3-*'],
  ['每月⟦5日⟧前', 'date *-*-5'],
  ['⟦1月1日⟧至⟦31日⟧', 'date *-1-1', 'date *-*-31'],
  ['⟦1⟧—⟦12月⟧，⟦3⟧、⟦4月⟧份', 'date *-1-*', 'date *-12-*', 'date *-3-*', 'date *-4-*'],
  [
    '⟦2019⟧—⟦2021年⟧，⟦2019⟧至⟦2021年⟧，⟦2019⟧、⟦2020年⟧',
    'year 2019',
    'year 2021',
    'year 2019',
    'year 2021',
    'year 2019',
    'year 2020',
  ],
  [
    '印发日期：⟦2021-01-20⟧，⟦2021.1.20⟧，⟦2021/1/20⟧，⟦20210120⟧',
    'date 2021-1-20',
    'date 2021-1-20',
    'date 2021-1-20',
    'date 2021-1-20',
  ],
  ['⟦2020.12⟧—⟦2021.3⟧', 'date 2020-12-*', 'date 2021-3-*'],
  ['截至⟦20年12月31日⟧', 'date 2020-12-31'],
  ['⟦2021年1月20号⟧', 'date 2021-1-20'],
  ['截至⟦202011日⟧', 'date *-*-* damaged'],
  ['至⟦2020年1112月31日⟧止', 'date 2020-*-31 damaged'],
  ['示例镇人民政府 ⟦2021114⟧', 'date 2021-*-* damaged'],
  ['⟦2021114⟧', 'date 2021-*-* damaged'],
  ['自⟦2020年13月1日⟧起', 'date 2020-*-1 damaged'],
  ['至⟦2020年2月30日⟧', 'date 2020-2-* damaged'],
  ['至⟦2020年131日⟧', 'date 2020-*-* damaged'],
  ['至⟦202年12月31日⟧', 'date *-12-31 damaged'],
  ['至⟦202012月31日⟧', 'date *-*-31 damaged'],
  ['自⟦2020年1月1⟧至⟦12月31日⟧', 'date 2020-1-1 damaged', 'date *-12-31'],
  ['截至⟦2O20年⟧底', 'date *-*-* damaged'],
  ['示例县⟦2020⟧政府信息公开', 'year 2020'],
  ['⟦三年⟧来，⟦10年⟧内，⟦3个月⟧，⟦15日⟧内', '3年', '10年', '3个月', '15日'],
  ['办公时间：⟦9:00-17:00⟧，⟦9：00⟧，上午⟦9点⟧，⟦9时30分⟧', 'name', 'name', 'name', 'name'],
  ['⟦24小时⟧自助，⟦7×24⟧在线', '24小时', 'name'],
  ['⟦20世纪⟧⟦90年代⟧', 'ordinal 20世纪', 'name'],
  ['⟦第一季度⟧', 'ordinal 1季度'],
  ['⟦一季度⟧，⟦三季度⟧', 'ordinal 1季度', 'ordinal 3季度'],
];

const ranks: readonly Row[] = [
  ['依据《条例》⟦第二十条⟧、⟦第二十一条⟧', 'ordinal 20条', 'ordinal 21条'],
  ['依据⟦第二十⟧、⟦二十一条⟧', 'ordinal 20', 'ordinal 21条'],
  ['依据⟦第二十条⟧、⟦二十一条⟧', 'ordinal 20条', 'ordinal 21条'],
  ['依据⟦第20条⟧至⟦25条⟧，公开⟦25条⟧', 'ordinal 20条', 'ordinal 25条', '25条'],
  ['⟦第三十六条⟧⟦第（五）项⟧⟦第二款⟧', 'ordinal 36条', 'ordinal 5项', 'ordinal 2款'],
  ['⟦第(六)项⟧，⟦第 3 次⟧，⟦第3次⟧', 'ordinal 6项', 'ordinal 3次', 'ordinal 3次'],
  ['排名全市⟦第一⟧', 'ordinal 1'],
  ['⟦第一⟧，加强学习。⟦第二⟧，补齐短板。', 'ordinal 1', 'ordinal 2'],
  ['市、县、乡⟦三级⟧联动，⟦十九届⟧⟦四中全会⟧', 'ordinal 3级', 'ordinal 19届', 'name'],
  ['⟦12号⟧文', 'ordinal 12号'],
  ['⟦十八届⟧人大⟦一次⟧会议质询⟦1次⟧', 'ordinal 18届', 'ordinal 1次', '1次'],
  ['按照⟦五十四条⟧规定，《条例》⟦36条⟧', 'ordinal 54条', 'ordinal 36条'],
  ['根据国办发⟦〔2016〕80号⟧文件', 'document 2016'],
  [
    '（国办函⟦〔2020〕109号⟧），示政办发⟦[2021]3号⟧，示政发⟦（2021）第3号⟧',
    'document 2020',
    'document 2021',
    'document 2021',
  ],
  ['示政发⟦〔2021〕3⟧，', 'document 2021'],
  ['国务院令⟦第711号⟧', 'document *'],
];

const order: readonly Row[] = [
  ['⟦一是⟧加强领导。⟦二是⟧强化培训；⟦三是⟧严格考核。', 'shi 1', 'shi 2', 'shi 3'],
  ['⟦一要⟧加强，⟦二要⟧落实', 'shi 1', 'shi 2'],
  ['⟦（一）⟧主动公开。⟦（二）⟧依申请公开', 'brackets 1', 'brackets 2'],
  ['⟦(1)⟧加强。⟦(2)⟧落实', 'brackets 1', 'brackets 2'],
  ['⟦（1）⟧甲镇⟦（2）⟧乙镇', 'brackets 1', 'brackets 2'],
  ['⟦1⟧.加强领导。⟦2⟧.强化培训', 'mark 1', 'mark 2'],
  ['如下⟦1⟧.加强领导⟦2⟧.强化培训', 'mark 1', 'mark 2'],
  ['⟦1⟧、加强领导；⟦2⟧、强化培训', 'mark 1', 'mark 2'],
  ['⟦1⟧）加强领导', 'mark 1'],
  ['⟦一⟧、总体情况', 'mark 1'],
  ['⟦六⟧、⟦2021年⟧工作计划', 'mark 6', 'year 2021'],
  ['⟦1⟧.⟦2021年⟧，示例镇', 'mark 1', 'year 2021'],
  ['⟦①⟧公开⟦②⟧解读', 'circle 1', 'circle 2'],
  ['⟦其一⟧，学习。⟦其二⟧，培训。', 'qi 1', 'qi 2'],
  ['分析原因，⟦一是⟧培训⟦3次⟧不够', 'shi 1', '3次'],
];

const names: readonly Row[] = [
  ['⟦12345⟧热线', 'name'],
  ['办理⟦12345⟧政务服务便民热线工单⟦120件⟧', 'name', '120件'],
  ['转办⟦12345⟧，办结⟦30件⟧', 'name', '30件'],
  ['公开信息⟦12345条⟧', '12345条'],
  ['“⟦1+X⟧”体系，⟦1+3+N⟧模式', 'name', 'name'],
  ['落实⟦三审三校⟧，做好⟦六稳⟧、⟦六保⟧，⟦六稳六保⟧', 'name', 'name', 'name', 'name'],
  ['危及“⟦三安全一稳定⟧”', 'name'],
  ['“⟦三到位⟧”，“⟦四个一⟧”，“⟦最多跑一次⟧”', 'name', 'name', 'name'],
  ['⟦两微一端⟧，⟦5G⟧基站，⟦十四五⟧规划，⟦一把手⟧抓，⟦一网通办⟧', 'name', 'name', 'name', 'name', 'name'],
  ['⟦两会⟧期间，服务⟦三农⟧，⟦三公经费⟧', 'name', 'name', 'name'],
  ['⟦一条龙⟧服务，⟦一站式⟧办理', 'name', 'name'],
  ['中央⟦八项规定⟧，⟦四个意识⟧，⟦两个维护⟧', 'name', 'name', 'name'],
  ['电话：⟦0943-1234567⟧，传真⟦010-12345678⟧', 'name', 'name'],
  ['联系电话⟦1234567⟧，邮编：⟦730000⟧', 'name', 'name'],
  ['手机⟦13800000000⟧，⟦400-123-4567⟧', 'name', 'name'],
  ['系统升级至⟦1.2.3⟧版，网址⟦http://www.example.gov.cn/a-1?b=2⟧，', 'name', 'name'],
  ['邮箱⟦a12@example.cn⟧', 'name'],
  ['⟦A4⟧纸，⟦PM2.5⟧，⟦IPv6⟧改造，⟦5A⟧级', 'name', 'name', 'name', 'name'],
  ['⟦110⟧指挥中心，⟦007⟧', 'name', 'name'],
  ['《关于公布⟦2020年⟧⟦100件⟧实事的通知》，印发⟦3份⟧', 'year 2020', 'name', '3份'],
  ['驻⟦三门县⟧、⟦五台县⟧，走访⟦三家⟧企业', 'name', 'name', '3家'],
  ['⟦20⟧××年', 'name'],
  ['⟦3⟧镇⟦2⟧乡', '3', '2'],
  ['比例⟦3:1⟧，⟦2/3⟧，⟦12·4⟧宪法日', 'name', 'name', 'name'],
  ['访问量⟦1 234 567⟧个，对照⟦2019年⟧版指南、⟦2021⟧版指南', 'name', 'year 2019', 'year 2021'],
];

/** Sentences without any number that counts or names. */
const none: readonly string[] = [
  '统一部署，统一组织，统一平台，统一条线。',
  '进一步完善，进一步规范，下一步工作，上一年度，上一级。',
  '一些单位一直坚持，一定要一致，一律公开，一切从实际出发。',
  '万一发生，十分重视，百姓关切，一般情况下。',
  '一方面加强，另一方面完善，一系列举措，一体推进，一并公开。',
  '唯一途径，单一渠道，同一事项，每一条信息，某一项工作，任一环节，逐一核对，不一致。',
  '一次性告知，一年来，一大批，一部分，一半以上，一盘棋。',
  '系统一体化，队伍建设，大陆游客，登陆次数，收拾。',
  '一共，一起推进，一同，一旦，一经查实，一贯，一向，一时。',
  '零报告，零投诉，零距离服务，零件加工。',
  '未收到政府信息公开申请，未发生行政复议、行政诉讼。',
  '第一时间发布，委托第三方评估。',
  '星期一至星期五，成千上万，五花八门，举一反三，再三强调。',
  '百日攻坚战百花齐放',
  '近年来，数据多跑路，多数单位，少数干部。',
  '万达广场，亿万群众，万众一心',
  '合一、归一、之一',
];

const tables = { totals, approximate, shares, times, ranks, order, names };

for (const [title, rows] of Object.entries(tables)) {
  describe(title, () => {
    test.each(rows.map((row) => [row[0], row.slice(1)] as const))('%s', (marked, expected) => {
      const { text, spans } = unmark(marked);
      const read = readQuantities(text);
      const shown = read.map(
        (item) => `${text.slice(item.span.start, item.span.end)} = ${describeQuantity(item)}`,
      );
      const wanted = spans.map((span, i) => {
        const [start, end] = span.split('-').map(Number);
        return `${text.slice(start, end)} = ${expected[i]}`;
      });
      expect(shown).toEqual(wanted);
      expect(read.map(({ span }) => `${span.start}-${span.end}`)).toEqual(spans);
    });
  });
}

test.each(none)('counts nothing: %s', (text) => {
  expect(
    readQuantities(text)
      .filter(({ kind }) => kind !== 'name')
      .map(describeQuantity),
  ).toEqual([]);
});

test.each(printedPlaces())('the last printed place of %s is %s', (text, step) => {
  const [item] = readQuantities(text);
  expect(item).toMatchObject({ step });
});

function printedPlaces(): readonly (readonly [string, string])[] {
  return [
    ['12件', '1'],
    ['3.5万件', '1000'],
    ['75.058万元', '0.001'],
    ['8.25%', '0.01'],
    ['三成', '10'],
    ['3‰', '0.1'],
    ['百分之九十五点三', '0.1'],
    ['1亿2千万次', '10000000'],
    ['三百件', '1'],
    ['三万件', '10000'],
  ];
}

const pieces = [
  ...[
    '一',
    '二',
    '两',
    '十',
    '百',
    '千',
    '万',
    '〇',
    '廿',
    '壹',
    '伍',
    '拾',
    '0',
    '1',
    '2',
    '12',
    '2020',
    '20210120',
    '3.5',
  ],
  ...[
    '年',
    '月',
    '日',
    '件',
    '条',
    '个',
    '起',
    '号',
    '级',
    '%',
    '％',
    '成',
    '倍',
    '分之',
    '余',
    '多',
    '近',
    '约',
    '以上',
  ],
  ...[
    '，',
    '、',
    '；',
    '。',
    '：',
    ':',
    '.',
    ',',
    '-',
    '—',
    '至',
    '（',
    '）',
    '(',
    ')',
    '《',
    '》',
    '“',
    '”',
    '〔',
    '〕',
    '"',
  ],
  ...[
    '第',
    '其',
    '是',
    '统',
    '统一',
    '零',
    'A',
    'http://',
    '+',
    '×',
    ' ',
    '\n',
    '①',
    '申请',
    '😀',
    '点',
    '时',
    '负',
    '大',
  ],
] as const;
const prose = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

test('mentions are in order, inside the text, without overlap, and never fail', () => {
  fc.assert(
    fc.property(fc.oneof(prose, fc.string({ unit: 'grapheme' })), (text) => {
      let last = 0;
      for (const item of readQuantities(text)) {
        expect(item.span.start).toBeGreaterThanOrEqual(last);
        expect(item.span.end).toBeGreaterThan(item.span.start);
        last = item.span.end;
        if (item.kind === 'quantity' || item.kind === 'share') {
          expect(item.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
          expect(item.numeral.start).toBeGreaterThanOrEqual(item.span.start);
          expect(item.numeral.end).toBeLessThanOrEqual(item.span.end);
        }
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});

test('a count stands out of any two sentences around it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.constantFrom('件', '条', '份', '次', '人次', '个'),
      (count, unit) => {
        const text = `示例县本年收到申请${count}${unit}，均按期答复。`;
        expect(readQuantities(text).map(describeQuantity)).toEqual([`${count}${unit}`]);
      },
    ),
  );
});

test('time is linear in the text, for every repeated pair and triple of pieces', () => {
  const awkward = [
    '1,234，',
    '1，234',
    '1-',
    '1.',
    '2020、',
    '2020-',
    '1月1-',
    '三点',
    '“一',
    '《二',
    '（1',
    '〔2020',
    'a1:',
    '一一',
    '12345',
    'http://',
  ];
  const pairs = pieces.flatMap((a) => ['1', '一', '2020', '，', '、', '-', '年', 'a'].map((b) => a + b));
  for (const piece of [...pieces, ...awkward, ...pairs]) {
    const short = countSteps(() => readQuantities(piece.repeat(200)));
    const long = countSteps(() => readQuantities(piece.repeat(800)));
    expect({ piece, factor: long / Math.max(short, 1) < 6 }).toEqual({ piece, factor: true });
    expect({ piece, perPiece: long / 800 < 1000 * piece.length }).toEqual({ piece, perPiece: true });
  }
});
