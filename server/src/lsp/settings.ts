import type { AnalysisOptions } from '../core/analysis.ts';
import type { TableStyle } from '../core/forms/markdown.ts';
import type { RuleLevels } from '../core/rules/check.ts';
import { severities } from '../core/rules/finding.ts';
import { defaultSettings } from '../core/rules/rule.ts';

/** The user's settings, as far as the server needs them; anything malformed counts as not set. */
export interface Settings {
  readonly run: 'onType' | 'onSave';
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly tableLayout: TableStyle;
  readonly analysis: AnalysisOptions;
}

/** What our own client says of itself when it starts the server; other clients say nothing. */
export interface ClientOptions {
  /** Commands that the client runs itself. */
  readonly commands: readonly string[];
  /** The client offers the static copies of the snippets. */
  readonly staticSnippets: boolean;
  /** The client reads files for the server, wherever they are. */
  readonly readsFiles: boolean;
  /** The client shows the server's read-only pages, `gouji:/articles/36.md`. */
  readonly showsPages: boolean;
  /** The client itself asks which changes are wanted when it is told to apply some that need it. */
  readonly confirmsChanges: boolean;
}

export function readClientOptions(sent: unknown): ClientOptions {
  const values = isRecord(sent) ? sent : {};
  const commands = Array.isArray(values.commands)
    ? values.commands.filter((command) => typeof command === 'string')
    : [];
  return {
    commands,
    staticSnippets: values.staticSnippets === true,
    readsFiles: values.readsFiles === true,
    showsPages: values.showsPages === true,
    confirmsChanges: values.confirmsChanges === true,
  };
}

export const standardSettings: Settings = readSettings(undefined);

/** Reads what the client sends for the section `gouji`. */
export function readSettings(sent: unknown): Settings {
  const values = isRecord(sent) ? sent : {};
  return {
    run: values.run === 'onSave' ? 'onSave' : 'onType',
    codeLens: values.codeLens !== false,
    inlayHints: values.inlayHints === true,
    tableLayout: values.tableLayout === 'aligned' ? 'aligned' : 'compact',
    analysis: {
      levels: readLevels(values.rules),
      settings: {
        overviewLimit: positive(values.overviewLimit) ?? defaultSettings.overviewLimit,
        copiedTextThreshold: positive(values.copiedTextThreshold) ?? defaultSettings.copiedTextThreshold,
      },
    },
  };
}

function readLevels(sent: unknown): RuleLevels {
  if (!isRecord(sent)) return {};
  const known = new Set<unknown>([...severities, 'off']);
  return Object.fromEntries(Object.entries(sent).filter(([, level]) => known.has(level))) as RuleLevels;
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
