import { sectionOf } from './places.ts';
import { defineRule } from './rule.ts';
import { isUnwritten, sectionText } from './sectionText.ts';

const problems =
  /问题|不足|不够|不高|不强|不深|不全|不严|不到位|不及时|不平衡|薄弱|短板|差距|欠缺|缺乏|有待|滞后|困难|单一|弱项|仍需|还需|尚需|亟待/;
const measures =
  /改进|整改|下一步|今后|措施|举措|加强|提高|提升|完善|健全|强化|优化|推进|建立|加大|规范|落实|加快|开展|拓展|拓宽|细化|丰富/;

export const problemsAndMeasures = defineRule({
  id: 'problems-and-measures',
  group: 'structure',
  severity: 'warning',
  title: '第五部分没有写问题，或者没有写改进',
  why: '《条例》第五十条要求报告存在的主要问题及改进情况：两样都要写。只讲成绩、只写打算，是年报评议中常被指出的毛病。',
  messages: {
    problem: (title: string) => `“${title}”没有写存在什么问题。请写明。`,
    measure: (title: string) => `“${title}”没有写怎样改进。请写明。`,
  },
  examples: {
    good: [
      {},
      { replace: [['存在的主要问题：公开内容还不够细致，答复的时间可以更短。', '公开内容的深度有待拓展。']] },
    ],
    bad: [
      {
        replace: [
          ['## 五、存在的主要问题及改进情况', '## ⟦五、存在的主要问题及改进情况⟧'],
          ['存在的主要问题：公开内容还不够细致，答复的时间可以更短。\n\n', ''],
        ],
      },
      {
        replace: [
          ['## 五、存在的主要问题及改进情况', '## ⟦五、存在的主要问题及改进情况⟧'],
          ['改进情况：建立公开事项清单，按月检查更新；加强培训，提高答复质量。\n\n', ''],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const section = sectionOf(report, 'problems');
    if (section === undefined) return;
    const text = sectionText(report, 'problems');
    if (isUnwritten(text)) return;
    if (!text.some((part) => problems.test(part)))
      yield { at: section.heading, absence: true, message: say.problem(section.title.text) };
    else if (!text.some((part) => measures.test(part)))
      yield { at: section.heading, absence: true, message: say.measure(section.title.text) };
  },
});
