import { afterEach, describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver/node';
import type { Form } from '../../server/src/core/forms/form.ts';
import { formOfVersion } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { evenFigures } from '../support/figures.ts';
import { pulling, type Session, session } from './session.ts';

const form = formOfVersion('2021') as Form;
const sound = sampleReport(form);
const reviewed = (upheld: number, total: number) =>
  sampleReport(form, {
    'proceedings/review/upheld': String(upheld),
    'proceedings/review/total': String(total),
  });
const lastYear = (text: string) => text.replaceAll('2025年', '2024年').replaceAll('2026年', '2025年');

let client: Session | undefined;
afterEach(async () => {
  await client?.end();
  client = undefined;
});

const uriOf = (path: string) => `file:///w/${path.split('/').map(encodeURIComponent).join('/')}`;

/** A client that has these files, and shows one of them. */
async function showing(path: string, files: Record<string, string>): Promise<Session> {
  const shown = await session(pulling, undefined, { readsFiles: true });
  client = shown;
  const byUri = () => new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text]));
  shown.client.onRequest('gouji/readFile', ({ uri }: { uri: string }) => byUri().get(uri) ?? null);
  shown.client.onRequest('gouji/findReports', () => [...byUri().keys()]);
  await shown.open(uriOf(path), files[path] ?? '');
  return shown;
}

/** The findings of a rule, once there are as many; the other reports are read after the draft is opened. */
async function findings(
  shown: Session,
  path: string,
  rule: string,
  count: number,
): Promise<readonly Diagnostic[]> {
  for (;;) {
    const found = (await shown.pull(uriOf(path))).filter(({ code }) => code === rule);
    if (found.length === count) return found;
  }
}

const places = ({ relatedInformation = [] }: Diagnostic) =>
  relatedInformation.map(({ location, message }) => [decodeURIComponent(location.uri), message]);

describe('subordinate reports in the editor', () => {
  const parent = (children: string, text = reviewed(2, 4)) => `---\n下级报告: ${children}\n---\n\n${text}`;
  const towns = { '乡镇/甲/2025.md': reviewed(3, 4), '乡镇/乙/2025.md': sampleReport(form, zeros()) };

  it('of one file name are told apart, and each place is in its own file', async () => {
    const shown = await showing('全县/2025.md', { '全县/2025.md': parent('../乡镇/*/2025.md'), ...towns });
    const [finding] = await findings(shown, '全县/2025.md', 'roll-up-mismatch', 1);
    expect(finding?.message).toBe(
      '“行政复议—结果维持”应为 3（＝../乡镇/甲/2025.md 3＋../乡镇/乙/2025.md 0），现填 2，少 1。',
    );
    expect(finding && places(finding)).toEqual([
      ['file:///w/乡镇/甲/2025.md', '../乡镇/甲/2025.md 3'],
      ['file:///w/乡镇/乙/2025.md', '../乡镇/乙/2025.md 0'],
    ]);
  });

  it('in a folder are those of the year; a missing one is named once', async () => {
    const files = {
      '2025.md': parent('[乡镇, 乡镇/丙：新.md]', reviewed(2, 3)),
      ...towns,
      '乡镇/甲/2024.md': lastYear(reviewed(3, 4)),
      '乡镇/说明.md': '# 说明\n',
    };
    const shown = await showing('2025.md', files);
    const found = await findings(shown, '2025.md', 'roll-up-mismatch', 2);
    expect(found.map(({ message }) => message)).toEqual([
      '缺 1 份下级报告（乡镇/丙：新.md），汇总数没有全部核对。',
      '“行政复议—结果维持”应为 3（＝乡镇/甲/2025.md 3＋乡镇/乙/2025.md 0），现填 2，少 1。',
    ]);
  });

  it('that several paths mean count once', async () => {
    const children = "['乡镇\\甲\\2025.md', ./乡镇/*/2025.md, 乡镇]";
    const shown = await showing('2025.md', { '2025.md': parent(children), ...towns });
    const [finding] = await findings(shown, '2025.md', 'roll-up-mismatch', 1);
    expect(finding?.message).toContain('应为 3（＝乡镇/甲/2025.md 3＋乡镇/乙/2025.md 0）');
  });

  it('that change are read again', async () => {
    const files: Record<string, string> = { '2025.md': parent('甲.md', sound), '甲.md': sound };
    const shown = await showing('2025.md', files);
    expect(await findings(shown, '2025.md', 'roll-up-mismatch', 0)).toEqual([]);
    files['甲.md'] = reviewed(3, 4);
    await shown.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('甲.md'), type: FileChangeType.Changed }],
    });
    const found = await findings(shown, '2025.md', 'roll-up-mismatch', 1);
    expect(found.map(({ message }) => message)).toEqual([
      '“行政复议—结果维持”应为 3（＝甲.md 3），现填 1，少 2。',
    ]);
  });
});

describe('reports whose addresses the editor writes in its own way', () => {
  // As VS Code does, which also escapes what encodeURIComponent leaves.
  const escaped = (path: string) => uriOf(path).replaceAll('(', '%28').replaceAll(')', '%29');

  it('are found in a folder, and seen as they are in the editor', async () => {
    const draft = `---\n上年报告: 旧(1)/2024.md\n下级报告: 乡镇(街道)\n---\n\n${sound}`;
    client = await session(pulling);
    await client.open(escaped('旧(1)/2024.md'), lastYear(sound));
    await client.open(escaped('乡镇(街道)/甲.md'), reviewed(3, 4));
    await client.open(uriOf('2025.md'), draft);
    await findings(client, '2025.md', 'stock-mismatch', 1);
    const found = await findings(client, '2025.md', 'roll-up-mismatch', 1);
    expect(found[0]?.message).toContain('＝乡镇(街道)/甲.md 3');
    await client.change(escaped('旧(1)/2024.md'), 2, [{ text: '# 别的\n' }]);
    await findings(client, '2025.md', 'stock-mismatch', 0);
  });

  it('are found by a path from the root', async () => {
    client = await session(pulling);
    await client.open(uriOf('旧/2024.md'), lastYear(sound));
    await client.open('file:///x/2025.md', `---\n上年报告: /w/旧/2024.md\n---\n\n${sound}`);
    const stock = async () =>
      (await client?.pull('file:///x/2025.md'))?.filter(({ code }) => code === 'stock-mismatch') ?? [];
    while ((await stock()).length === 0);
    const [finding] = await stock();
    expect(finding && places(finding)[0]?.[0]).toBe('file:///w/旧/2024.md');
  });
});

describe('subordinate reports that come later', () => {
  it('are taken up where a folder is meant', async () => {
    const files: Record<string, string> = {
      '2025.md': `---\n下级报告: 乡镇\n---\n\n${sound}`,
      '乡镇/甲.md': sound,
    };
    const shown = await showing('2025.md', files);
    expect(await findings(shown, '2025.md', 'roll-up-mismatch', 0)).toEqual([]);
    files['乡镇/乙.md'] = sampleReport(form, { ...zeros(), 'disclosure/penalty/decisions': '1' });
    await shown.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('乡镇/乙.md'), type: FileChangeType.Created }],
    });
    const [finding] = await findings(shown, '2025.md', 'roll-up-mismatch', 1);
    expect(finding?.message).toContain('应为 15（＝乡镇/甲.md 14＋乡镇/乙.md 1）');
  });
});

describe('last year’s report in the editor', () => {
  it('is found by organ and year, and read again when it changes', async () => {
    const before = {
      'applications/carriedOut/otherOrg': '0',
      'applications/carriedOut/total': '1',
      'disclosure/documents/inForce': '8',
    };
    const files: Record<string, string> = {
      '2025.md': sound,
      '旧/别的.md': lastYear(sound).replaceAll('自然资源局', '水务局'),
      '旧/2024.md': lastYear(sampleReport(form, { ...before, 'disclosure/documents/inForce': '7' })),
    };
    const shown = await showing('2025.md', files);
    const [stock] = await findings(shown, '2025.md', 'stock-mismatch', 1);
    expect(stock && places(stock)[0]).toEqual(['file:///w/旧/2024.md', '上年现行有效件数 7']);
    files['旧/2024.md'] = lastYear(sampleReport(form, before));
    await shown.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('旧/2024.md'), type: FileChangeType.Changed }],
    });
    expect(await findings(shown, '2025.md', 'stock-mismatch', 0)).toEqual([]);
  });

  it('is looked for anew while the organ is being typed, and no longer for what was typed before', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`旧/${index}.md`, '# 别的\n']),
    );
    const shown = await showing('2025.md', { ...files, '2025.md': sound, '旧/2024.md': lastYear(sound) });
    let reads = 0;
    let typed = () => {};
    const whenTyped = new Promise<void>((resolve) => {
      typed = resolve;
    });
    shown.client.onRequest('gouji/readFile', async ({ uri }: { uri: string }) => {
      reads++;
      await whenTyped;
      return uri === uriOf('旧/2024.md') ? lastYear(sound) : '# 别的\n';
    });
    const organ = '示例县自然资源局';
    for (let length = 3; length <= organ.length; length++) {
      const text = sound.replaceAll(organ, organ.slice(0, length));
      await shown.change(uriOf('2025.md'), length, [{ text }]);
      await shown.pull(uriOf('2025.md'));
    }
    typed();
    await findings(shown, '2025.md', 'stock-mismatch', 1);
    expect(reads).toBeLessThan(2 * 41);
  });

  it('is the file again when the editor closes it without saving', async () => {
    const shown = await showing('2025.md', { '2025.md': sound, '旧/2024.md': lastYear(sound) });
    await findings(shown, '2025.md', 'stock-mismatch', 1);
    const stock = { 'disclosure/documents/inForce': '8' };
    await shown.open(uriOf('旧/2024.md'), lastYear(sampleReport(form, stock)));
    await findings(shown, '2025.md', 'stock-mismatch', 0);
    await shown.close(uriOf('旧/2024.md'));
    await findings(shown, '2025.md', 'stock-mismatch', 1);
  });

  it('is taken up when it comes only after the draft, as a file or in the editor', async () => {
    const files: Record<string, string> = { '2025.md': sound, '旧/别的.md': lastYear(sound) };
    files['旧/别的.md'] = lastYear(sound).replaceAll('自然资源局', '水务局');
    const shown = await showing('2025.md', files);
    expect(await findings(shown, '2025.md', 'stock-mismatch', 0)).toEqual([]);
    const appears = async (path: string, text: string) => {
      files[path] = text;
      await shown.client.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(path), type: FileChangeType.Created }],
      });
    };
    await appears('旧/也是别的.md', lastYear(sound).replaceAll('自然资源局', '林业局'));
    await appears('旧/2024.md', lastYear(sound));
    const [stock] = await findings(shown, '2025.md', 'stock-mismatch', 1);
    expect(stock && places(stock)[0]).toEqual(['file:///w/旧/2024.md', '上年现行有效件数 9']);
    // Another report of last year is not looked for while there is one.
    delete files['旧/2024.md'];
    await shown.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('旧/2024.md'), type: FileChangeType.Deleted }],
    });
    expect(await findings(shown, '2025.md', 'stock-mismatch', 0)).toEqual([]);
    await shown.open(uriOf('未存.md'), lastYear(sound));
    const [again] = await findings(shown, '2025.md', 'stock-mismatch', 1);
    expect(again && places(again)[0]?.[0]).toBe('file:///w/未存.md');
  });
});

/** Every figure at 0. */
function zeros(): Readonly<Record<string, string>> {
  return Object.fromEntries(evenFigures(form, '0'));
}
