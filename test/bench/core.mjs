// The core of the tree as one module, with reports of any size.
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/ensure.mjs';

/** Bundles it into a folder and gives the path of the module. */
export async function bundleCore(folder) {
  const outfile = join(folder, 'core.mjs');
  const module = (path) => JSON.stringify(join(root, 'server/src/core', path));
  await build({
    stdin: {
      contents: `
        import { analyze } from ${module('analysis.ts')};
        export { readOutline } from ${module('outline/read.ts')};
        export function check(text) { return analyze(text).findings; }
        export function bind(text) { return analyze(text).report; }
        export { ledgerOf } from ${module('equations/ledger.ts')};
        export { diagnosisOf } from ${module('equations/diagnose.ts')};
        export const practiceWith = (figures) => sampleReport(forms[forms.length - 1], figures);
        export { parseMarkdown } from ${module('outline/remark.ts')};
        import { forms } from ${module('forms/forms.ts')};
        import { sampleReport } from ${module('rules/sample.ts')};
        ${reportOfSize}`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** Bundles a program of this folder. */
export async function bundleProgram(name, folder) {
  const outfile = join(folder, name.replace('.mjs', '.cjs'));
  await build({
    entryPoints: [join(root, 'test/bench', name)],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

/** The practice report with as many paragraphs of prose as it takes, 1,001 different ones in turn. */
const reportOfSize = `
  const matters = ['围绕群众关心的事项', '对照公开事项目录', '结合机关业务工作', '按照上级部署', '针对咨询集中的问题', '立足便民服务', '根据职责变化'];
  const deeds = ['逐项核对公开内容', '及时更新门户网站专栏', '做好政策解读和咨询答复', '完善信息发布审查程序', '规范依申请公开办理流程', '整理历年公开的文件', '征求基层和群众的意见', '畅通信息获取渠道', '优化栏目设置和检索', '开展业务培训与交流', '加强公开内容的保密审查'];
  const results = ['群众查询更加方便', '公开质量稳步提升', '办理时间有所缩短', '栏目内容更加完整', '工作责任进一步明确', '答复用语更加规范', '公开渠道更加顺畅', '社会评价总体良好', '工作基础更加扎实', '信息发布更加及时', '保密审查更加严格', '服务水平有所提高', '监督渠道更加通畅'];
  const sentence = (i) => matters[i % 7] + '，' + deeds[i % 11] + '，' + deeds[(i * 3 + 1) % 11] + '，' + results[i % 13] + '。';
  export function reportOfSize(bytes) {
    const text = sampleReport(forms[forms.length - 1]);
    const place = '平台建设方面';
    const size = (string) => new TextEncoder().encode(string).length;
    const paragraphs = [];
    for (let length = size(text), i = 0; length < bytes; i++) {
      paragraphs.push(sentence(i));
      length += size(paragraphs[i]) + 2;
    }
    return text.replace(place, [...paragraphs, place].join('\\n\\n'));
  }`;
