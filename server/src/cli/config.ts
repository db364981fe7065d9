import type { AnalysisOptions } from '../core/analysis.ts';
import { severities } from '../core/rules/finding.ts';
import { groupTitles } from '../core/rules/rule.ts';
import { ruleById } from '../core/rules/rules.ts';
import { readSettings } from '../lsp/settings.ts';
import { readSource } from './files.ts';
import { type Io, UsageError } from './io.ts';

/** `--config`: a JSON file with the editor's settings, `{ "rules": { … }, "overviewLimit": 1000 }`, with or without `gouji.` before the names. */
export async function readConfig(path: string, io: Io): Promise<AnalysisOptions> {
  const source = await readSource(path, io);
  if ('problem' in source) throw new UsageError(source.problem);
  let values: unknown;
  try {
    values = JSON.parse(source.text);
  } catch {
    throw new UsageError(`${path}：不是正确的 JSON。`);
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new UsageError(`${path}：应是一个 JSON 对象。`);
  const settings = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key.replace(/^gouji\./, ''), value]),
  );
  const wrong = wrongLevel(settings.rules);
  if (wrong !== undefined) throw new UsageError(`${path}：rules 里的${wrong}`);
  return readSettings(settings).analysis;
}

/** The first entry of `rules` that would do nothing: nobody is there to see that it does not. */
function wrongLevel(sent: unknown): string | undefined {
  if (sent === undefined) return undefined;
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return '内容应是一个 JSON 对象。';
  const levels: readonly unknown[] = [...severities, 'off'];
  for (const [name, level] of Object.entries(sent)) {
    const [, group] = /^(.+)\/\*$/.exec(name) ?? [];
    const isKnown = group === undefined ? name === '*' || ruleById(name) : Object.hasOwn(groupTitles, group);
    if (!isKnown)
      return `“${name}”不是规则，也不是 ${Object.keys(groupTitles)
        .map((one) => `${one}/*`)
        .join('、')} 之一。`;
    if (!levels.includes(level))
      return `“${name}”应为 ${levels.join('、')} 之一，现在是 ${JSON.stringify(level)}。`;
  }
  return undefined;
}
