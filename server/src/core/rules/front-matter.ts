import { defineRule } from './rule.ts';

export const frontMatter = defineRule({
  id: 'front-matter',
  group: 'structure',
  severity: 'warning',
  title: '文首的设置写错了',
  why: '文首两行“---”之间的设置决定按哪一年、哪一类机关检查。写错的一项不起作用，检查时按标题和正文推断。',
  messages: { problem: (text: string) => text },
  examples: {
    good: [{ replace: [['# 示例县', '---\n年报: true\n机关类型: 部门\n作者: 张三\n---\n\n# 示例县']] }],
    bad: [
      { replace: [['# 示例县', '---\n年报: true\n机关类型: ⟦局⟧\n---\n\n# 示例县']] },
      { replace: [['# 示例县', '---\n年度: ⟦25⟧\n年报: true\n---\n\n# 示例县']] },
      { replace: [['# 示例县', '---\n年报: true\n机关类型⟦：⟧部门\n---\n\n# 示例县']] },
    ],
  },
  *check(report, _context, say) {
    for (const { message, anchor, replacement: newText } of report.frontMatter.problems)
      yield {
        at: anchor,
        message: say.problem(message),
        fixes: () =>
          newText === undefined
            ? []
            : [{ title: '改为半角冒号', preferred: true, safe: true, edits: [{ anchor, newText }] }],
      };
  },
});
