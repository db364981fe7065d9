import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));
const manifest = json('package.json');
const { contributes } = manifest;
const chinese: Record<string, string> = json('package.nls.json');
const english: Record<string, string> = json('package.nls.en.json');
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const properties: Record<string, Record<string, unknown>> = contributes.configuration.properties;

describe('words', () => {
  const used = [...read('package.json').matchAll(/%([A-Za-z.]+)%/g)].map(([, key]) => key ?? '');

  it('are complete in Chinese and in English, and all used', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
    expect([...new Set(used)].sort()).toEqual(Object.keys(chinese).sort());
  });

  it('are Chinese where they should be, and English where they should be', () => {
    for (const [key, text] of Object.entries(chinese)) expect(text, key).toMatch(/\p{Script=Han}/u);
    for (const [key, text] of Object.entries(english)) expect(text, key).not.toMatch(/\p{Script=Han}/u);
    for (const text of Object.values(chinese)) expect(text).not.toMatch(/lint|诊断|schema|工作区/i);
  });
});

describe('commands', () => {
  it('are at most 15, and at most 12 settings', () => {
    expect(commands.length).toBeLessThanOrEqual(15);
    expect(Object.keys(properties).length).toBeLessThanOrEqual(12);
  });

  it('are those that the client registers', () => {
    const sources = readdirSync(join(root, 'client/src')).map((file) => read(`client/src/${file}`));
    for (const command of commands) expect(sources.join('\n'), command).toContain(`'${command}'`);
  });

  it('that need a report are offered in a report only', () => {
    const anywhere = new Set([
      'gouji.newReport',
      'gouji.openPractice',
      'gouji.openChecklist',
      'gouji.restart',
      'gouji.showLog',
    ]);
    const palette: { command: string; when: string }[] = contributes.menus.commandPalette;
    for (const command of commands) {
      if (anywhere.has(command)) continue;
      expect(palette.find((entry) => entry.command === command)?.when, command).toContain('gouji.isReport');
    }
    for (const { command, when } of [...contributes.menus['editor/context'], ...contributes.keybindings])
      expect(when, command).toContain('gouji.isReport');
  });

  it('Tab gives way to suggestions, snippets, and those who move the focus with it', () => {
    for (const { when } of contributes.keybindings)
      for (const context of [
        'config.gouji.cellNavigation',
        'gouji.inTable',
        '!suggestWidgetVisible',
        '!inSnippetMode',
        '!editorTabMovesFocus',
        '!accessibilityModeEnabled',
        '!inlineSuggestionVisible',
        '!editorReadonly',
      ])
        expect(when.split(' && ')).toContain(context);
  });
});

describe('settings', () => {
  it('are described, scoped and typed, and none names a program', () => {
    for (const [name, setting] of Object.entries(properties)) {
      expect(setting, name).toMatchObject({
        type: expect.any(String),
        // The server asks once for all documents, and would not see what is set for one folder of several.
        scope: 'window',
        description: expect.stringMatching(/^%setting\./),
      });
      expect(setting).toHaveProperty('default');
      expect(name).not.toMatch(/path|executable|command/i);
    }
  });
});

it('every file that the manifest names exists', () => {
  const named = [...read('package.json').matchAll(/"(?:\.\/)?((?:docs|snippets|syntaxes|samples)\/[^"]+)"/g)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, path = ''] of named) expect(existsSync(join(root, path)), path).toBe(true);
});
