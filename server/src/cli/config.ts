import type { AnalysisOptions } from '../core/analysis.ts';
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
  return readSettings(
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key.replace(/^gouji\./, ''), value])),
  ).analysis;
}
