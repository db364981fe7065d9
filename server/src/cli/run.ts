import { version } from '../../../package.json';
import { exit, type Io, UsageError } from './io.ts';
import { say } from './text.ts';

type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Each command is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  extract: async () => (await import('./extract.ts')).extract,
  fix: async () => (await import('./fix.ts')).fix,
  new: async () => (await import('./new.ts')).createNew,
  import: async () => (await import('./import.ts')).runImport,
  explain: async () => (await import('./explain.ts')).explain,
  lsp: async () => (await import('./lsp.ts')).lsp,
};

const usage = `勾稽 ${version}：政府信息公开工作年度报告的校核

用法：
  gouji check 文件|目录|-…              检查年报；“-”是标准输入
      --format 格式                     text、json、ndjson、sarif、junit、github、markdown、html
                                        （markdown、html 是校核记录）
      --max-severity 级别               只有比这更严重的才以 1 结束：error、warning（平常）、information、hint
      --last 上年报告                   没有写明“上年报告”的年报，都与这一份比较
      --config 文件                     与 VS Code 相同的设置，JSON
      --files-from 名单|-               检查名单里的文件，一行一个
      --jobs 个数                       同时用几个处理器核
  gouji fix 文件|目录…                  改好可以安全改好的地方
      --dry-run                         只说改什么，不写入
      --fill-zero  --tidy  --convert    空格填 0；整理表格；表格转换为该年度的格式
  gouji new --year 年度 --organ 机关    新建一份年报
      --kind 类型                       政府、部门、乡镇街道、其他
      --from 上年报告                   从上年年报结转
      -o 文件                           写到新文件，不写则输出到屏幕
  gouji extract 文件|目录…              提取表格里的每个数字
      --format json|csv
  gouji import 文件.txt|文件.html|-     把 Word、网页文字转成规范的年报
      -o 文件                           写到新文件，不写则输出到屏幕
  gouji explain 规则|条文|法规|行名…    解释一条规则、条例的一条、表格的一行
  gouji lsp --stdio                     供编辑器连接的语言服务

结束代码：0 没有错误，1 有错误，2 用法不对或文件读不了。
`;

/** Runs one command line and gives its exit status. Never throws, never shows a stack trace. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.err(usage);
    return exit.failed;
  }
  if (name === 'help' || args.some((word) => word === '--help' || word === '-h')) {
    io.out(usage);
    return exit.ok;
  }
  if (name === '--version') {
    io.out(`${version}\n`);
    return exit.ok;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    say(
      io,
      `没有“${name}”这个命令。命令有 ${Object.keys(commands).join('、')}。请用 gouji --help 查看用法。`,
    );
    return exit.failed;
  }
  try {
    return await (await load())(rest, io);
  } catch (error) {
    say(io, problemOf(error));
    return exit.failed;
  }
}

/** What is wrong with an option; Node.js names it in quotes. */
function optionProblem(code: string, error: unknown): string {
  const [, name] = /'([^' ]+)/.exec(error instanceof Error ? error.message : '') ?? [];
  if (name === undefined) return '选项写错了。';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有“${name}”这个选项。`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `“${name}”是多余的。`;
    default:
      return `选项“${name}”后面缺少值，或者多了值。`;
  }
}

function problemOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return `${optionProblem(code, error)}请用 gouji --help 查看用法。`;
  return `程序内部出错，没有完成。请把这句话报告给开发者：${error instanceof Error ? error.message : String(error)}`;
}
