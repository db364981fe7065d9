import type { Form } from './form.ts';

/** 《中华人民共和国政府信息公开工作年度报告格式》, in force for the reports of 2021 and after. */
export const form2021 = {
  version: '2021',
  name: '中华人民共和国政府信息公开工作年度报告格式',
  number: '国办公开办函〔2021〕30号',
  source:
    '国务院办公厅政府信息与政务公开办公室 2021年9月26日印发；表头与行名据多份采用该格式的已公开年报核对，逐行填报说明未见公开，各行依据为据《条例》推定。',
  years: { from: 2021 },
  // Accepted wordings follow article 50 of the regulation, as printed by several provinces.
  sections: [
    {
      id: 'overview',
      numeral: '一',
      title: '总体情况',
      accepted: ['[政府信息公开][工作]总体情况', '[政府信息公开]工作[的]总体情况', '政府信息公开总体情况'],
      keywords: ['总体情况', '总体概况', '总体工作情况', '工作概述'],
      signs: ['总体', '概述', '概况', '基本情况'],
      topics: [
        {
          name: '主动公开',
          words: ['主动公开', '公开政府信息', '发布信息', '公开信息', '信息发布', '及时公开'],
        },
        { name: '依申请公开', words: ['申请'] },
        {
          name: '政府信息管理',
          words: ['信息管理', '规范性文件', '审查', '审核', '目录', '清理', '台账', '公开属性', '动态调整'],
        },
        {
          name: '平台建设',
          words: ['平台', '网站', '公众号', '微信', '微博', '新媒体', '专栏', '公报', '公开栏'],
        },
        { name: '监督保障', words: ['监督', '保障', '考核', '评议', '培训', '责任追究', '问责', '组织领导'] },
      ],
      isShort: true,
    },
    {
      id: 'disclosure',
      numeral: '二',
      title: '主动公开政府信息情况',
      accepted: ['[行政机关]主动公开[政府]信息[的][情况][统计表]', '政府信息主动公开[情况][统计表]'],
      keywords: ['主动公开政府信息', '主动公开信息', '政府信息主动公开'],
      signs: ['主动公开'],
      table: 'disclosure',
    },
    {
      id: 'applications',
      numeral: '三',
      title: '收到和处理政府信息公开申请情况',
      accepted: ['[行政机关]收到(和|及|与|并)(处理|办理)政府信息公开申请[的][情况][统计表]'],
      keywords: [
        '收到和处理政府信息公开申请',
        '处理政府信息公开申请',
        '政府信息公开申请情况',
        '收到和处理政府信息公开',
        '收到和处理申请',
      ],
      signs: ['依申请', '收到和处理', '申请办理', '申请情况', '申请的情况'],
      table: 'applications',
    },
    {
      id: 'proceedings',
      numeral: '四',
      title: '政府信息公开行政复议、行政诉讼情况',
      accepted: [
        '[因]政府信息公开[工作][被申请][提起]行政复议[及|和|与][被][提起]行政诉讼[的][情况][统计表]',
        '行政复议[及|和|与]行政诉讼[情况][统计表]',
      ],
      keywords: [
        '行政复议行政诉讼',
        '行政复议和行政诉讼',
        '行政复议及行政诉讼',
        '行政复议提起行政诉讼',
        '行政复议与行政诉讼',
        '行政复议和提起行政诉讼',
        '行政复议、提起行政诉讼',
        '行政复议及提起行政诉讼',
      ],
      signs: ['复议', '诉讼'],
      table: 'proceedings',
    },
    {
      id: 'problems',
      numeral: '五',
      title: '存在的主要问题及改进情况',
      accepted: [
        '[政府信息公开][工作][中]存在[的][主要]问题[及|和|与][下一步][改进|整改][的][情况|措施|工作]',
        '[政府信息公开]工作[中]存在[的][主要]问题[及|和|与][改进][情况|措施]',
      ],
      keywords: [
        '存在的主要问题',
        '存在的问题',
        '存在主要问题',
        '存在问题',
        '主要问题及改进',
        '问题及改进',
        '问题和改进',
      ],
      signs: ['问题', '不足', '改进', '困难', '短板'],
    },
    {
      id: 'other',
      numeral: '六',
      title: '其他需要报告的事项',
      accepted: ['[需要]其他[需要][需]报告[的]事项[情况]', '其它需要报告[的]事项', '其他[需要]报告[的]事项'],
      keywords: [
        '其他需要报告',
        '其他需报告',
        '其它需要报告',
        '需要报告的事项',
        '需要报告的其他事项',
        '其他报告事项',
        '其他事项',
      ],
      signs: ['其他', '其它'],
    },
  ],
  tables: [
    {
      id: 'disclosure',
      section: 'disclosure',
      name: '表二',
      labelColumns: 1,
      blocks: [
        {
          title: '第二十条第（一）项',
          corner: '信息内容',
          columns: [
            { id: 'made', label: '本年制发件数', counts: '本年制定并发出的件数' },
            { id: 'repealed', label: '本年废止件数', counts: '本年废止的件数' },
            { id: 'inForce', label: '现行有效件数', counts: '截至报告年度12月31日仍然有效的件数' },
          ],
          rows: [
            {
              id: 'rules',
              label: '规章',
              counts: '有规章制定权的机关制定的规章',
              basis: '第二十条第（一）项',
            },
            {
              id: 'documents',
              label: '行政规范性文件',
              aliases: ['规范性文件'],
              counts: '行政规范性文件，不含内部管理制度、工作方案、请示报告、人事任免等',
              basis: '第二十条第（一）项',
            },
          ],
        },
        {
          title: '第二十条第（五）项',
          corner: '信息内容',
          columns: [
            {
              id: 'decisions',
              label: '本年处理决定数量',
              counts: '本年作出的全部处理决定，包括已公开的和依法未公开的',
            },
          ],
          rows: [{ id: 'licence', label: '行政许可', basis: '第二十条第（五）项' }],
        },
        {
          title: '第二十条第（六）项',
          corner: '信息内容',
          columns: [
            {
              id: 'decisions',
              label: '本年处理决定数量',
              counts: '本年作出的全部处理决定，包括已公开的和依法未公开的',
            },
          ],
          rows: [
            { id: 'penalty', label: '行政处罚', basis: '第二十条第（六）项' },
            { id: 'coercion', label: '行政强制', basis: '第二十条第（六）项' },
          ],
        },
        {
          title: '第二十条第（八）项',
          corner: '信息内容',
          columns: [
            {
              id: 'amount',
              label: '本年收费金额（单位：万元）',
              kind: 'money',
              unit: '万元',
              aliases: ['本年收费金额'],
              counts: '本年实际收取的金额，单位万元，可以有小数',
            },
          ],
          rows: [{ id: 'fees', label: '行政事业性收费', basis: '第二十条第（八）项' }],
        },
      ],
    },
    {
      id: 'applications',
      section: 'applications',
      name: '表三',
      labelColumns: 3,
      blocks: [
        {
          corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
          columns: [
            {
              label: '申请人情况',
              children: [
                { id: 'natural', label: '自然人' },
                {
                  label: '法人或其他组织',
                  children: [
                    { id: 'enterprise', label: '商业企业' },
                    { id: 'research', label: '科研机构' },
                    { id: 'nonprofit', label: '社会公益组织' },
                    { id: 'legal', label: '法律服务机构' },
                    { id: 'otherOrg', label: '其他' },
                  ],
                },
                { id: 'total', label: '总计', aliases: ['合计'] },
              ],
            },
          ],
          rows: [
            {
              id: 'received',
              label: '一、本年新收政府信息公开申请数量',
              short: '新收',
              counts: '报告年度内收到的申请',
              basis: '第三十一条（收到之日的认定）',
            },
            {
              id: 'carriedIn',
              label: '二、上年结转政府信息公开申请数量',
              short: '上年结转',
              aliases: ['二、上年度结转政府信息公开申请数量'],
              counts: '上一年度没有办完、转到本年办理的申请，应与上年报告的“四、结转下年度继续办理”相同',
            },
            {
              label: '三、本年度办理结果',
              children: [
                {
                  id: 'granted',
                  label: '（一）予以公开',
                  counts: '全部公开，或告知已经主动公开的获取途径',
                  basis: '第三十六条第（一）项、第（二）项',
                },
                {
                  id: 'partial',
                  label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
                  aliases: ['（二）部分公开'],
                  counts: '一件申请中有的公开、有的不公开的，只在这一行计一次',
                  basis: '第三十七条',
                },
                {
                  label: '（三）不予公开',
                  children: [
                    { id: 'denied.stateSecret', label: '1.属于国家秘密', basis: '第十四条' },
                    { id: 'denied.otherLaw', label: '2.其他法律行政法规禁止公开', basis: '第十四条' },
                    {
                      id: 'denied.security',
                      label: '3.危及“三安全一稳定”',
                      counts: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
                      basis: '第十四条',
                    },
                    { id: 'denied.thirdParty', label: '4.保护第三方合法权益', basis: '第十五条、第三十二条' },
                    {
                      id: 'denied.internal',
                      label: '5.属于三类内部事务信息',
                      counts: '人事管理、后勤管理、内部工作流程三类',
                      basis: '第十六条第一款',
                    },
                    {
                      id: 'denied.process',
                      label: '6.属于四类过程性信息',
                      counts: '讨论记录、过程稿、磋商信函、请示报告四类',
                      basis: '第十六条第二款',
                    },
                    { id: 'denied.caseFile', label: '7.属于行政执法案卷', basis: '第十六条第二款' },
                    {
                      id: 'denied.query',
                      label: '8.属于行政查询事项',
                      counts: '不动产登记、户籍、工商登记等有专门查询办法的资料',
                      basis: '第三十六条第（七）项',
                    },
                  ],
                },
                {
                  label: '（四）无法提供',
                  children: [
                    {
                      id: 'unavailable.notHeld',
                      label: '1.本机关不掌握相关政府信息',
                      basis: '第三十六条第（四）项、第（五）项',
                    },
                    { id: 'unavailable.notReady', label: '2.没有现成信息需要另行制作', basis: '第三十八条' },
                    { id: 'unavailable.unclear', label: '3.补正后申请内容仍不明确', basis: '第三十条' },
                  ],
                },
                {
                  label: '（五）不予处理',
                  children: [
                    { id: 'refused.petition', label: '1.信访举报投诉类申请', basis: '第三十九条第一款' },
                    { id: 'refused.duplicate', label: '2.重复申请', basis: '第三十六条第（六）项' },
                    { id: 'refused.publication', label: '3.要求提供公开出版物', basis: '第三十九条第二款' },
                    { id: 'refused.excessive', label: '4.无正当理由大量反复申请', basis: '第三十五条' },
                    { id: 'refused.confirmation', label: '5.要求行政机关确认或重新出具已获取信息' },
                  ],
                },
                {
                  label: '（六）其他处理',
                  children: [
                    {
                      id: 'other.noCorrection',
                      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
                      basis: '第三十条',
                    },
                    {
                      id: 'other.noPayment',
                      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
                      basis: '国办函〔2020〕109号',
                    },
                    { id: 'other.other', label: '3.其他' },
                  ],
                },
                {
                  id: 'processed',
                  label: '（七）总计',
                  short: '办理总计',
                  aliases: ['（七）合计'],
                  counts: '以上各种办理结果之和',
                },
              ],
            },
            {
              id: 'carriedOut',
              label: '四、结转下年度继续办理',
              short: '结转下年',
              aliases: ['四、结转下一年度继续办理'],
              counts: '到12月31日还没有办完、转到下一年度办理的申请',
            },
          ],
        },
      ],
    },
    {
      id: 'proceedings',
      section: 'proceedings',
      name: '表四',
      labelColumns: 0,
      blocks: [
        {
          corner: '',
          columns: [
            {
              label: '行政复议',
              children: [
                { id: 'review/upheld', label: '结果维持' },
                { id: 'review/corrected', label: '结果纠正' },
                { id: 'review/other', label: '其他结果' },
                { id: 'review/pending', label: '尚未审结' },
                { id: 'review/total', label: '总计', aliases: ['合计'] },
              ],
            },
            {
              label: '行政诉讼',
              children: [
                {
                  label: '未经复议直接起诉',
                  children: [
                    { id: 'direct/upheld', label: '结果维持' },
                    { id: 'direct/corrected', label: '结果纠正' },
                    { id: 'direct/other', label: '其他结果' },
                    { id: 'direct/pending', label: '尚未审结' },
                    { id: 'direct/total', label: '总计', aliases: ['合计'] },
                  ],
                },
                {
                  label: '复议后起诉',
                  children: [
                    { id: 'after/upheld', label: '结果维持' },
                    { id: 'after/corrected', label: '结果纠正' },
                    { id: 'after/other', label: '其他结果' },
                    { id: 'after/pending', label: '尚未审结' },
                    { id: 'after/total', label: '总计', aliases: ['合计'] },
                  ],
                },
              ],
            },
          ],
          rows: [{ label: '' }],
        },
      ],
    },
  ],
  equations: [
    {
      table: 'applications',
      id: 'total',
      each: 'row',
      shape: 'sum',
      source: 'derived',
      left: ['total'],
      right: ['natural', 'enterprise', 'research', 'nonprofit', 'legal', 'otherOrg'],
    },
    {
      table: 'applications',
      id: 'processed',
      each: 'column',
      shape: 'sum',
      source: 'derived',
      left: ['processed'],
      right: [
        'granted',
        'partial',
        'denied.stateSecret',
        'denied.otherLaw',
        'denied.security',
        'denied.thirdParty',
        'denied.internal',
        'denied.process',
        'denied.caseFile',
        'denied.query',
        'unavailable.notHeld',
        'unavailable.notReady',
        'unavailable.unclear',
        'refused.petition',
        'refused.duplicate',
        'refused.publication',
        'refused.excessive',
        'refused.confirmation',
        'other.noCorrection',
        'other.noPayment',
        'other.other',
      ],
    },
    {
      table: 'applications',
      id: 'balance',
      each: 'column',
      shape: 'balance',
      source: 'printed',
      left: ['received', 'carriedIn'],
      right: ['processed', 'carriedOut'],
    },
    {
      table: 'proceedings',
      id: 'total',
      each: 'row',
      shape: 'sum',
      source: 'derived',
      left: ['total'],
      right: ['upheld', 'corrected', 'other', 'pending'],
    },
    {
      table: 'applications',
      id: 'carried in',
      each: 'column',
      shape: 'sum',
      source: 'derived',
      left: ['carriedIn'],
      right: ['last:carriedOut'],
    },
    {
      table: 'disclosure',
      id: 'stock',
      each: 'row',
      only: ['rules', 'documents'],
      shape: 'sum',
      source: 'derived',
      left: ['inForce'],
      right: ['last:inForce', 'made', '-repealed'],
    },
  ],
} as const satisfies Form;
