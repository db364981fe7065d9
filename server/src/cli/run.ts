import { exit, type Io, UsageError } from './io.ts';

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

const usage = `勾稽：政府信息公开工作年度报告的校核

用法：
  gouji check [文件|目录|-] [--format text|json|…]  检查年报
  gouji fix [文件|目录] [--dry-run]                改好可以安全改好的地方
      [--fill-zero] [--tidy] [--convert]           空格填 0；整理表格；表格转换为该年度的格式
  gouji new --year 2025 --organ 机关 [-o 文件]     新建一份年报
  gouji extract [文件|目录] [--format json|csv]    提取表格里的每个数字
  gouji import 文件.txt [-o 年报.md]               把 Word、网页文字转成规范的年报
  gouji explain 规则                               解释一条规则
  gouji lsp --stdio                                供编辑器连接的语言服务
`;

/** Runs one command line and gives its exit status. Never throws, never shows a stack trace. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? io.err : io.out)(usage);
    return name === undefined ? exit.failed : exit.ok;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    io.err(`没有“${name}”这个命令。\n\n${usage}`);
    return exit.failed;
  }
  try {
    return await (await load())(rest, io);
  } catch (error) {
    io.err(`${problemOf(error)}\n`);
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
      return `选项“${name}”后面的值写错了。`;
  }
}

function problemOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return `${optionProblem(code, error)}请用 gouji --help 查看用法。`;
  return `程序内部出错，没有完成。请把这句话报告给开发者：${error instanceof Error ? error.message : String(error)}`;
}
