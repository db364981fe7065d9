import { ignoresOf } from './ignores.ts';
import { defineRule } from './rule.ts';

export const unusedIgnore = defineRule({
  id: 'unused-ignore',
  group: 'structure',
  severity: 'information',
  title: '忽略的说明不起作用，或者没有理由',
  why: '忽略一处问题要写明规则和理由，理由会写进校核记录。问题改好以后，这样的说明应当删去，免得以后漏报。',
  messages: {
    unnamed: () => '没有写忽略哪一条规则。请写作 <!-- gouji-ignore 规则 理由 -->。',
    unknown: (rule: string) => `没有“${rule}”这条规则，这个说明不起作用。`,
    needed: (rule: string) => `忽略勾稽问题（${rule}）必须写明理由，现在没有写，不起作用。`,
    reason: (rule: string) => `忽略“${rule}”没有写理由。请补写。`,
    unused: (rule: string) => `这里没有“${rule}”的问题，这个说明已经没有用处。请删去。`,
  },
  examples: {
    good: [
      {},
      {
        replace: [
          [
            '对公开目录逐条核对。',
            '对公开目录逐条的的核对。<!-- gouji-ignore doubled-word 系统名称原文如此 -->',
          ],
        ],
      },
      {
        figures: { 'proceedings/review/total': '3 <!-- gouji-ignore sum-mismatch 含一件转来的案件 -->' },
      },
      {
        replace: [
          ['对公开目录逐条核对。', '对公开目录逐条的的核对。'],
          ['编制本报告。', '编制本报告。<!-- gouji-ignore-file doubled-word 系统名称原文如此 -->'],
        ],
      },
    ],
    bad: [
      { replace: [['## 二、', '⟦<!-- gouji-ignore doubled-word 系统名称 -->⟧\n\n## 二、']] },
      { replace: [['## 二、', '⟦<!-- gouji-ignore double-word 系统名称 -->⟧\n\n## 二、']] },
      { replace: [['## 二、', '⟦<!-- gouji-ignore -->⟧\n\n## 二、']] },
      {
        replace: [['对公开目录逐条核对。', '对公开目录逐条的的核对。⟦<!-- gouji-ignore doubled-word -->⟧']],
      },
      {
        figures: { 'proceedings/review/total': '3 ⟦<!-- gouji-ignore sum-mismatch -->⟧' },
        also: ['sum-mismatch'],
      },
    ],
  },
  *check(report, { ignores }, say) {
    if (ignores === undefined) return;
    for (const ignore of ignoresOf(report)) {
      const { rule, reason, anchor: at } = ignore;
      const state = ignores.stateOf(ignore);
      const remove = () => [{ title: '删去这个说明', edits: [{ anchor: at, newText: '' }] }];
      if (rule === '') yield { at, message: say.unnamed(), fixes: remove };
      else if (state === 'unknown') yield { at, message: say.unknown(rule), fixes: remove };
      else if (state === 'unused') yield { at, message: say.unused(rule), fixes: remove };
      else if (reason === '')
        yield { at, message: state === 'refused' ? say.needed(rule) : say.reason(rule) };
    }
  },
});
