import type { Article } from './article.ts';

/** Articles 27 to 45: 依申请公开. Counts and limits from the text of 国务院令第711号. */
export const articlesOfChapter4: readonly Article[] = [
  {
    number: 27,
    chapter: 4,
    subject: '申请权',
    explanation:
      '除已主动公开的以外，任何公民、法人或其他组织都可以申请获取政府信息。可以向地方各级政府、以自己名义对外履职的县级以上政府部门申请，也可以向第十条第二款所说的派出机构、内设机构申请。2007年文本要求的“自身生产、生活、科研等特殊需要”不再是申请的条件。',
    items: [0],
    deadlines: [],
    related: [10, 13, 28, 29],
    rows: [],
  },
  {
    number: 28,
    chapter: 4,
    subject: '申请渠道',
    explanation:
      '可以接受申请的行政机关，即第二十七条所指的机关，都要建立并完善申请渠道，方便申请人。本条没有规定渠道的种类和数量。',
    items: [0],
    deadlines: [],
    related: [27, 29, 31],
    rows: [],
  },
  {
    number: 29,
    chapter: 4,
    subject: '申请的形式和内容',
    explanation:
      '申请要向公开工作机构提出，用书面形式，信件、数据电文都算书面。书面确有困难的，可以口头提出，由受理的工作机构代填。申请书写三项：申请人的姓名或名称、身份证明和联系方式；所要信息的名称、文号或其他便于查找的特征；对提供形式的要求。',
    items: [0, 3],
    deadlines: [],
    related: [27, 30, 31, 40],
    rows: [],
    parts: [
      { paragraph: 1, subject: '书面申请，口头申请由机构代填' },
      { paragraph: 2, item: 1, subject: '申请人的身份和联系方式' },
      { paragraph: 2, item: 2, subject: '所要信息的名称、文号或其他特征' },
      { paragraph: 2, item: 3, subject: '对提供形式的要求' },
    ],
  },
  {
    number: 30,
    chapter: 4,
    subject: '补正',
    explanation:
      '申请内容不明确的，行政机关先指导、释明，并在收到申请之日起7个工作日内一次性告知补正，写明补什么、合理期限多长。补正后，答复期限从收到补正申请之日起算。申请人没有正当理由逾期不补正，视为放弃，机关不再处理。表三中“补正后申请内容仍不明确”和“逾期不补正、不再处理”两行都与本条有关（推定）。',
    items: [0],
    deadlines: [
      {
        kind: 'period',
        days: 7,
        unit: '工作日',
        from: '收到申请之日',
        who: '行政机关',
        what: '一次性告知补正',
      },
    ],
    related: [29, 31, 33],
    rows: ['applications/unavailable.unclear', 'applications/other.noCorrection'],
  },
  {
    number: 31,
    chapter: 4,
    subject: '收到申请之日',
    explanation:
      '答复期限从收到之日算起，本条说明哪一天算收到。当面提交的，算提交那天。邮寄的，算签收那天；不需签收的平常信函，工作机构要在收到当天与申请人确认，以确认那天为准。网上或传真提交的，算双方确认那天。',
    items: [3],
    deadlines: [],
    related: [29, 30, 33],
    rows: ['applications/received'],
    parts: [
      { paragraph: 1, item: 1, subject: '当面提交' },
      { paragraph: 1, item: 2, subject: '邮寄提交' },
      { paragraph: 1, item: 3, subject: '互联网或传真提交' },
    ],
  },
  {
    number: 32,
    chapter: 4,
    subject: '征求第三方意见',
    explanation:
      '公开会损害第三方合法权益的，行政机关要书面征求第三方意见。第三方应在收到征求意见书之日起15个工作日内答复；逾期不答复的，由机关按条例自行决定。第三方不同意且理由合理的，不公开。但公共利益可能因此受到重大影响时，机关可以决定公开，并书面告知第三方公开的内容和理由。',
    items: [0],
    deadlines: [
      {
        kind: 'period',
        days: 15,
        unit: '工作日',
        from: '第三方收到征求意见书之日',
        who: '第三方',
        what: '提出意见',
      },
    ],
    related: [15, 33, 34],
    rows: ['applications/denied.thirdParty'],
  },
  {
    number: 33,
    chapter: 4,
    subject: '答复期限',
    explanation:
      '能当场答复的当场答复。不能当场答复的，自收到申请之日起20个工作日内答复；需要延长的，须经公开工作机构负责人同意并告知申请人，最多再延长20个工作日。征求第三方或其他机关意见所用的时间不计入。',
    items: [0, 0, 0],
    deadlines: [
      { kind: 'period', days: 20, unit: '工作日', from: '收到申请之日', who: '行政机关', what: '答复' },
      {
        kind: 'period',
        days: 20,
        unit: '工作日',
        from: '原期限届满',
        who: '行政机关（经公开工作机构负责人同意并告知申请人）',
        what: '延长答复期限的上限',
      },
    ],
    related: [30, 31, 32, 34, 35],
    rows: [],
    parts: [
      { paragraph: 1, subject: '当场答复' },
      { paragraph: 2, subject: '20个工作日内答复，最多延长20个工作日' },
      { paragraph: 3, subject: '征求意见的时间不计入' },
    ],
  },
  {
    number: 34,
    chapter: 4,
    subject: '共同制作的信息',
    explanation:
      '几个机关共同制作的信息被申请公开时，牵头机关收到申请后，可以征求其他制作机关的意见。被征求的机关有15个工作日，从收到征求意见书那天算起；过期没有提出意见的，视为同意公开。',
    items: [0],
    deadlines: [
      {
        kind: 'period',
        days: 15,
        unit: '工作日',
        from: '收到征求意见书之日',
        who: '被征求意见机关',
        what: '提出意见，逾期视为同意公开',
      },
    ],
    related: [10, 11, 33],
    rows: [],
  },
  {
    number: 35,
    chapter: 4,
    subject: '明显过多的申请',
    explanation:
      '申请的数量、频次明显超出合理范围时，行政机关可以要求申请人说明理由。理由不合理的，告知不予处理。理由合理、但第三十三条的期限内办不完的，可以另定一个合理的延迟答复期限并告知。对这类申请还可以收取信息处理费，见第四十二条。',
    items: [0],
    deadlines: [],
    related: [33, 36, 42],
    rows: ['applications/refused.excessive'],
  },
  {
    number: 36,
    chapter: 4,
    subject: '答复的七种情形',
    explanation:
      '规定怎样答复，共七项。（一）已主动公开的，告知获取办法；（二）可以公开的，提供信息或告知怎样、何时获取；（三）不予公开的，说明理由；（四）经检索没有的，告知不存在；（五）不归本机关公开的，说明理由，知道归谁的还要告知其名称和联系方式；（六）重复申请相同信息的，告知不予重复处理；（七）工商、不动产登记资料等另有法定查询办法的，告知按该办法办理。',
    items: [7],
    deadlines: [],
    related: [14, 15, 16, 33, 37, 38, 39],
    rows: [
      'applications/granted',
      'applications/unavailable.notHeld',
      'applications/refused.duplicate',
      'applications/denied.query',
    ],
    parts: [
      { paragraph: 1, item: 1, subject: '已主动公开，告知获取办法', rows: ['applications/granted'] },
      { paragraph: 1, item: 2, subject: '可以公开，提供信息', rows: ['applications/granted'] },
      { paragraph: 1, item: 3, subject: '不予公开，说明理由' },
      {
        paragraph: 1,
        item: 4,
        subject: '经检索没有，告知不存在',
        rows: ['applications/unavailable.notHeld'],
      },
      {
        paragraph: 1,
        item: 5,
        subject: '不归本机关公开',
        rows: ['applications/unavailable.notHeld'],
      },
      { paragraph: 1, item: 6, subject: '重复申请', rows: ['applications/refused.duplicate'] },
      { paragraph: 1, item: 7, subject: '另有法定查询办法的登记资料', rows: ['applications/denied.query'] },
    ],
  },
  {
    number: 37,
    chapter: 4,
    subject: '区分处理',
    explanation:
      '申请的内容里既有可以公开的，也有不该公开或不属于政府信息的，只要能够分开，就要提供可以公开的部分。不公开的部分须说明理由。表三把这样办理的申请计入“部分公开”，不再计入其他情形。',
    items: [0],
    deadlines: [],
    related: [14, 15, 16, 36, 38],
    rows: ['applications/partial'],
  },
  {
    number: 38,
    chapter: 4,
    subject: '提供现有信息',
    explanation:
      '提供的应当是已经制作或取得的现成信息。需要另行加工、分析的，可以不提供；第三十七条的区分处理不在此限。',
    items: [0],
    deadlines: [],
    related: [2, 36, 37],
    rows: ['applications/unavailable.notReady'],
  },
  {
    number: 39,
    chapter: 4,
    subject: '信访类申请和公开出版物',
    explanation:
      '第一款：借申请之名进行信访、投诉、举报的，行政机关要告知不按信息公开申请处理，并可以指引相应的渠道。第二款：要求提供政府公报、报刊、书籍等公开出版物的，可以告知到哪里获取。',
    items: [0, 0],
    deadlines: [],
    related: [36],
    rows: ['applications/refused.petition', 'applications/refused.publication'],
    parts: [
      { paragraph: 1, subject: '信访、投诉、举报', rows: ['applications/refused.petition'] },
      { paragraph: 2, subject: '公开出版物', rows: ['applications/refused.publication'] },
    ],
  },
  {
    number: 40,
    chapter: 4,
    subject: '提供的形式',
    explanation:
      '按申请人要求的形式提供，同时考虑信息保存的实际情况。照要求的形式办可能危及载体安全，或者成本过高的，可以改用电子数据等适当形式，也可以安排查阅、抄录。',
    items: [0],
    deadlines: [],
    related: [29, 36, 43],
    rows: [],
  },
  {
    number: 41,
    chapter: 4,
    subject: '更正记录',
    explanation:
      '有证据证明机关提供的、与自己有关的信息记录不准确的，可以要求更正。有权更正的机关核实后应当更正并告知申请人。不归本机关管的，可以转送有权更正的机关并告知，也可以告知申请人自己去找该机关。',
    items: [0],
    deadlines: [],
    related: [36],
    rows: [],
  },
  {
    number: 42,
    chapter: 4,
    subject: '收费',
    explanation:
      '依申请提供信息，不收费。例外是申请的数量、频次明显超出合理范围，此时可以收取信息处理费。收费办法由国务院价格主管部门会同财政部门和全国公开主管部门制定，即《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。',
    items: [0, 0],
    deadlines: [],
    related: [35],
    rows: [],
  },
  {
    number: 43,
    chapter: 4,
    subject: '对阅读困难者的帮助',
    explanation: '申请人是公民，且阅读困难或有视听障碍的，行政机关要提供必要的帮助。本条没有限定帮助的方式。',
    items: [0],
    deadlines: [],
    related: [29, 40],
    rows: [],
  },
  {
    number: 44,
    chapter: 4,
    subject: '由依申请公开转为主动公开',
    explanation:
      '第一款：多人向同一机关申请相同信息，而该信息又可以公开的，机关可以把它转为主动公开。第二款：申请人认为所得信息符合第十九条的标准，可以建议转为主动公开；机关审核后认为属于主动公开范围的，要及时公开。',
    items: [0, 0],
    deadlines: [],
    related: [7, 18, 19],
    rows: [],
  },
  {
    number: 45,
    chapter: 4,
    subject: '申请办理制度',
    explanation:
      '行政机关要就申请的登记、审核、办理、答复、归档五个环节建立制度。目的是让办理工作有章可循。没有建立制度的责任见第五十二条。',
    items: [0],
    deadlines: [],
    related: [4, 52],
    rows: [],
  },
];
