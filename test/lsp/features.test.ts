import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  Command,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { applied, at, editsOf, textIn } from './places.ts';
import { pulling, type Session, session } from './session.ts';

const uri = 'file:///w/年报.md';
const form = forms[forms.length - 1] as Form;
const sound = sampleReport(form);

const able: ClientCapabilities = {
  ...pulling,
  textDocument: { ...pulling.textDocument, completion: { completionItem: { snippetSupport: true } } },
  workspace: {
    ...pulling.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: false } },
  },
};

let client: Session;
afterEach(() => client.end());

async function open(
  text: string,
  capabilities = able,
  settings?: unknown,
  options: object = {},
): Promise<void> {
  client = await session(capabilities, settings, { showsPages: true, ...options });
  await client.open(uri, text);
}

const params = (position?: Position) => ({
  textDocument: { uri },
  ...(position === undefined ? {} : { position }),
});

describe('hover', () => {
  const hover = async (text: string, needle: string) => {
    await open(text);
    const found = await client.client.sendRequest<Hover | null>(
      'textDocument/hover',
      params(at(text, needle)),
    );
    return found === null
      ? undefined
      : {
          words: (found.contents as { value: string }).value,
          on: found.range === undefined ? '' : textIn(text, found.range),
        };
  };

  it('on a figure: its name, what it rests on, its equations with their values', async () => {
    const found = await hover(sound, '申请数量 | | | ¦8 | 1');
    expect(found?.on).toBe('8');
    expect(found?.words).toContain('2021年格式 表三');
    expect(found?.words).toContain(
      '✓ 总计 12＝自然人 8＋商业企业 1＋科研机构 0＋社会公益组织 0＋法律服务机构 0＋其他 3',
    );
    expect(found?.words).toContain('✓ 新收 8＋上年结转 1＝办理总计 8＋结转下年 1');
  });

  it('on a wrong total: both sides', async () => {
    const text = sampleReport(form, { 'proceedings/review/total': '3' });
    expect((await hover(text, '| 1 | 0 | 0 | 1 | ¦3 |'))?.words).toContain(
      '✗ 总计 3＝结果维持 1＋结果纠正 0＋其他结果 0＋尚未审结 1（左边 3，右边 2，不等）',
    );
  });

  it.each([
    ['第五¦十条的规定', '第五十条', '第五十条'],
    ['《中华人民共和国政府¦信息公开条例》第五十条', '《中华人民共和国政府信息公开条例》', '国务院令第711号'],
    ['五、存在¦的主要问题', '五、存在的主要问题及改进情况', '改进的情况'],
    ['1.属于国家¦秘密', '1.属于国家秘密', '第十四条'],
    ['商业¦企业', '商业企业', '总计＝自然人＋商业企业＋'],
    ['（三）¦不予公开', '（三）不予公开', '包括：1\\.属于国家秘密'],
    ['第二十条第（五¦）项', '第二十条第（五）项', '**第二十条第（五）项**'],
    ['复议后¦起诉', '复议后起诉', '**行政诉讼 › 复议后起诉**'],
  ])('at %s', async (needle, on, words) => {
    const found = await hover(sound, needle);
    expect(found?.on).toBe(on);
    expect(found?.words).toContain(words);
  });

  it('says of an article that it is explained, and where the text is', async () => {
    expect((await hover(sound, '第五¦十条的规定'))?.words).toMatch(
      /释义.*\[条例原文\]\(https:\/\/www\.gov\.cn\//s,
    );
  });

  it.each([
    ['《条例》第三十六条第¦（五）项', '第三十六条第（五）项', '**第三十六条第（五）项**：不归本机关公开'],
    ['《条例》第三十三条第¦二款', '第三十三条第二款', '20 个工作日'],
    ['2007年《条例》第¦三十二条', '第三十二条', '现行《条例》中为[第五十条]'],
    ['《行政复¦议法》', '《行政复议法》', '自 2024-01-01 起施行'],
    ['国办公开办函〔2021〕¦30号', '国办公开办函〔2021〕30号', '工作年度报告格式'],
  ])('at %s in the prose', async (needle, on, words) => {
    const text = sound.replace(
      '没有其他需要报告的事项。',
      `没有其他需要报告的事项。\n\n依照${needle.replace('¦', '')}办理。`,
    );
    const found = await hover(text, `依照${needle}`);
    expect(found?.on).toBe(on);
    expect(found?.words).toContain(words);
  });

  it('on a figure: last year’s value, when that report is known', async () => {
    const text = `---\n年报: true\n上年报告: 2024.md\n---\n\n${sound}`;
    client = await session(able, undefined, { readsFiles: true });
    client.client.onRequest('gouji/readFile', ({ uri: asked }: { uri: string }) =>
      asked === 'file:///w/2024.md' ? sampleReport(form, { 'applications/received/natural': '77' }) : null,
    );
    await client.open(uri, text);
    const words = async () => {
      const found = await client.client.sendRequest<Hover>(
        'textDocument/hover',
        params(at(text, '申请数量 | | | ¦8 | 1')),
      );
      return (found.contents as { value: string }).value;
    };
    // It is read after the draft has been opened.
    while (!(await words()).includes('上年报告'));
    expect(await words()).toContain('上年报告：77');
  });

  it('on the rule in an ignore comment', async () => {
    const text = sound.replace('## 四、', '<!-- gouji-ignore sum-mismatch 另有说明 -->\n\n## 四、');
    expect((await hover(text, 'sum-¦mismatch'))?.words).toContain('总计不等于各项之和');
  });

  it('says nothing in a file that is no report', async () => {
    expect(await hover('# 说明\n\n依据第五十条。\n', '第五¦十条')).toBeUndefined();
  });

  it('does not let markup of the draft through', async () => {
    const text = sampleReport(form, { 'applications/granted/natural': '<img src=x onerror=alert(1)>' });
    expect((await hover(text, '<img ¦src'))?.words).not.toContain('<img');
  });
});

describe('completion', () => {
  const complete = async (text: string, needle: string, capabilities = able) => {
    const plain = text.replace('¦', '');
    await open(plain, capabilities);
    const items = await client.client.sendRequest<CompletionItem[]>(
      'textDocument/completion',
      params(at(plain, needle)),
    );
    return { items, labels: items.map(({ label }) => label) };
  };
  const withLine = (line: string) =>
    sound.replace('没有其他需要报告的事项。', `没有其他需要报告的事项。\n\n${line}`);

  it('offers keys and values of the front matter', async () => {
    const front = (line: string) => `---\n年报: true\n${line}\n---\n\n${sound}`;
    const { labels } = await complete(front('机关'), '机关¦\n');
    expect(labels).toContain('机关');
    expect(labels).toContain('机关类型');
    // It is there already.
    expect(labels).not.toContain('年报');
    expect((await complete(front('机关类型: '), '机关类型: ¦')).labels).toEqual([
      '政府',
      '部门',
      '乡镇街道',
      '其他',
    ]);
  });

  it('offers values behind a wide colon, which becomes the narrow one', async () => {
    const text = `---\n年报: true\n机关类型：\n---\n\n${sound}`;
    const { items } = await complete(text, '机关类型：¦');
    expect(items.map(({ filterText }) => filterText)).toEqual(['：政府', '：部门', '：乡镇街道', '：其他']);
    expect(items[1]?.textEdit).toMatchObject({
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 5 } },
      newText: ': 部门',
    });
  });

  it('offers the sections that are missing, and no others', async () => {
    const text = sound.replace('## 六、其他需要报告的事项', '## ');
    const { items, labels } = await complete(text, '提高答复质量。\n\n## ¦\n');
    expect(labels).toEqual(['六、其他需要报告的事项']);
    expect((items[0]?.textEdit as TextEdit | undefined)?.newText).toBe('## 六、其他需要报告的事项');
  });

  it('offers articles behind 第, with their subjects', async () => {
    const { items } = await complete(withLine('根据第'), '根据第¦\n');
    expect(items).toHaveLength(56);
    expect(items[35]).toMatchObject({ label: '第三十六条' });
    expect((items[35]?.textEdit as TextEdit | undefined)?.newText).toBe('第三十六条');
  });

  it('offers laws behind 《', async () => {
    expect((await complete(withLine('根据《'), '根据《¦\n')).labels).toContain(
      '中华人民共和国保守国家秘密法',
    );
  });

  it('offers rules in an ignore comment', async () => {
    expect((await complete(withLine('<!-- gouji-ignore '), 'gouji-ignore ¦')).labels).toContain(
      'sum-mismatch',
    );
  });

  it('offers the rows that a table lacks, and no others', async () => {
    const row = '| | | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
    expect(sound).toContain(row);
    const { items, labels } = await complete(sound.replace(row, '| | | 7'), '\n| | | 7¦\n');
    expect(labels).toEqual(['7.属于行政执法案卷']);
    expect(items[0]?.textEdit).toMatchObject({
      newText: '7.属于行政执法案卷',
      range: { start: { character: 6 }, end: { character: 7 } },
    });
  });

  it('inserts every standard table so that it binds completely', async () => {
    for (const table of form.tables) {
      const { items } = await complete(withLine(''), '没有其他需要报告的事项。\n\n¦');
      await client.end();
      const snippet = items.find(({ label }) => label === table.name);
      const body =
        (snippet?.textEdit as TextEdit | undefined)?.newText.replace(/\$\{\d+(?::([^}]*))?\}|\$0/g, '$1') ??
        '';
      const heading = `## ${form.sections.find(({ id }) => id === table.section)?.numeral}、`;
      const start = sound.indexOf('|', sound.indexOf(heading));
      const end = sound.indexOf('\n\n', start);
      const analysis = analyze(sound.slice(0, start) + body.trimEnd() + sound.slice(end));
      const bound = analysis.report?.tables.find(({ id }) => id === table.id);
      expect([bound?.missingRows, bound?.missingColumns, bound?.unknownRows, bound?.unknownColumns]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect(new Set(analysis.findings.map(({ rule }) => rule))).toEqual(new Set(['blank-cell']));
    }
    await open(sound);
  });

  it('has no snippets for a client that takes none, and nothing outside reports', async () => {
    expect(
      (await complete(withLine(''), '事项。\n\n¦', pulling)).items.some(
        ({ insertTextFormat }) => insertTextFormat === 2,
      ),
    ).toBe(false);
    await client.end();
    expect((await complete('# 说明\n\n第\n', '第¦')).items).toEqual([]);
  });
});

describe('actions', () => {
  const actions = async (
    text: string,
    needle: string,
    only?: string[],
    capabilities = able,
    options?: object,
  ) => {
    await open(text, capabilities, undefined, options);
    const position = at(text, needle);
    const diagnostics = (await client.pull(uri)).filter(({ range }) => range.start.line === position.line);
    return client.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...params(),
      range: { start: position, end: position },
      context: { diagnostics, ...(only === undefined ? {} : { only }) },
    });
  };

  it('repairs a label, with its finding and the version of the document', async () => {
    const text = sound.replace('5.属于三类内部事务信息', '5.属于三类内部事物信息');
    const [action] = await actions(text, '5.属于三类内部¦事物信息', ['quickfix']);
    expect(action).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'row-label' }],
      edit: { documentChanges: [{ textDocument: { uri, version: 1 } }] },
    });
    expect(applied(text, editsOf(action?.edit))).toBe(sound);
  });

  const twoTotals = sampleReport(form, {
    'applications/granted/total': '7',
    'applications/partial/total': '9',
  });

  it('recalculates totals: every change with its label, to be confirmed', async () => {
    const found = (await actions(twoTotals, '（一）¦予以公开', ['refactor.rewrite'])).find(({ title }) =>
      title.startsWith('重新计算合计'),
    );
    expect(applied(twoTotals, editsOf(found?.edit))).toBe(sound);
    const annotations = Object.values(found?.edit?.changeAnnotations ?? {});
    expect(annotations.every(({ needsConfirmation }) => needsConfirmation === true)).toBe(true);
    expect(annotations.map(({ label }) => label).sort()).toEqual([
      '“予以公开”行“总计”列：7 → 6',
      '“部分公开”行“总计”列：9 → 3',
    ]);
  });

  it('recalculates without annotations for a client that knows none', async () => {
    const found = (await actions(twoTotals, '（一）¦予以公开', ['refactor.rewrite'], pulling)).find(
      ({ title }) => title.startsWith('重新计算合计'),
    );
    expect(found?.edit?.changeAnnotations).toBeUndefined();
    expect(applied(twoTotals, editsOf(found?.edit))).toBe(sound);
  });

  it('fixes all that is safe when asked for by name', async () => {
    const text = sampleReport(form, { 'disclosure/licence/decisions': '１２０' }).replace(
      '5.属于三类内部事务信息',
      '5.属于三类内部事物信息',
    );
    const [action] = await actions(text, '¦# 示例县', ['source.fixAll']);
    expect(action?.kind).toBe('source.fixAll.gouji');
    expect(applied(text, editsOf(action?.edit))).toBe(sound);
    await client.end();
    expect(await actions(text, '¦# 示例县')).toEqual([]);
  });

  /** Runs a command of the server; the edits that it has the client apply. */
  const run = async (command: Command | undefined, ...more: unknown[]) => {
    const edits: TextEdit[] = [];
    client.client.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      edits.push(...editsOf(edit));
      return { applied: true };
    });
    await client.client.sendRequest('workspace/executeCommand', {
      command: command?.command,
      arguments: [...(command?.arguments ?? []), ...more],
    });
    return edits;
  };

  it('recalculates by way of a command for our own client, which asks what to change', async () => {
    const own = { confirmsChanges: true };
    const found = (await actions(twoTotals, '（一）¦予以公开', ['refactor.rewrite'], able, own)).find(
      ({ title }) => title.startsWith('重新计算合计'),
    );
    expect(found?.edit).toBeUndefined();
    expect(Object.keys(found?.command?.arguments?.[1].changeAnnotations)).toHaveLength(2);
    expect(applied(twoTotals, await run(found?.command))).toBe(sound);
  });

  const oneTotal = sampleReport(form, { 'proceedings/review/total': '3' });
  const ignored = (reason: string) =>
    oneTotal.replace(
      /^(\| 1 \| 0 \| 0 \| 1 \| 3 \| .*)\|$/m,
      `$1<!-- gouji-ignore sum-mismatch${reason} --> |`,
    );
  const ignoring = async (options?: object) =>
    (await actions(oneTotal, '| 1 | 0 | 0 | 1 | ¦3 |', ['quickfix'], able, options)).at(-1);

  it('offers last of all to ignore a finding, for which a reason is still asked', async () => {
    const action = await ignoring();
    expect(action).toMatchObject({
      title: '忽略这处问题（sum-mismatch），理由请写在注释里',
      diagnostics: [{ code: 'sum-mismatch' }],
    });
    expect(applied(oneTotal, editsOf(action?.edit))).toBe(ignored(''));
  });

  it('ignores a finding with the reason that our own client has asked for', async () => {
    const action = await ignoring({ commands: ['gouji.ignore'] });
    expect(action).toMatchObject({ title: '忽略这处问题（sum-mismatch），写明理由…' });
    const { title = '', arguments: values = [] } = action?.command ?? {};
    const command = { title, command: 'gouji.server.ignore', arguments: values };
    expect(applied(oneTotal, await run(command, '含一件转来的案件'))).toBe(ignored(' 含一件转来的案件'));
    const elsewhere = { ...command, arguments: [uri, 'sum-mismatch', { line: 0, character: 0 }] };
    const said: string[] = [];
    client.client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      said.push(message);
    });
    expect(await run(elsewhere, '含一件转来的案件')).toEqual([]);
    expect(said).toEqual(['年报刚刚改动过，这次没有改。请再试一次。']);
  });

  it('runs a lens: the edit goes through the client', async () => {
    await open(twoTotals);
    const lenses = await client.client.sendRequest<CodeLens[]>('textDocument/codeLens', params());
    const lens = lenses.find(({ command }) => command?.title === '重新计算合计');
    expect(lenses.map(({ command }) => command?.title)).toContain('勾稽：3 处不平');
    expect(applied(twoTotals, await run(lens?.command))).toBe(sound);
  });
});

describe('views', () => {
  it('outlines sections, tables and rows, each inside its parent', async () => {
    await open(sound);
    const symbols = await client.client.sendRequest<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      params(),
    );
    expect(symbols.map(({ name }) => name)).toEqual(
      form.sections.map(({ numeral, title }) => `${numeral}、${title}`),
    );
    expect(symbols[2]?.children?.[0]).toMatchObject({ name: '表三' });
    expect(symbols[2]?.children?.[0]?.children).toHaveLength(25);
    const inside = (inner: Range, outer: Range) =>
      compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
    const check = (symbol: DocumentSymbol) => {
      expect(inside(symbol.selectionRange, symbol.range), symbol.name).toBe(true);
      for (const child of symbol.children ?? []) {
        expect(inside(child.range, symbol.range), child.name).toBe(true);
        check(child);
      }
    };
    symbols.forEach(check);
  });

  it('shows computed totals only when they are switched on', async () => {
    const text = sampleReport(form, { 'proceedings/review/total': '/' });
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    await open(text);
    expect(await client.client.sendRequest('textDocument/inlayHint', { ...params(), range })).toEqual([]);
    await client.end();
    await open(text, able, { inlayHints: true });
    const hints = async () =>
      client.client.sendRequest<{ label: string }[]>('textDocument/inlayHint', { ...params(), range });
    while ((await hints()).length === 0);
    expect((await hints()).map(({ label }) => label)).toEqual(['＝2']);
  });

  it('leads from the prose to the cell and back, and from an article to its page', async () => {
    await open(sound);
    const cell = await client.client.sendRequest<Location[]>(
      'textDocument/definition',
      params(at(sound, '收到申请1¦2件')),
    );
    expect(cell.map(({ range }) => textIn(sound, range))).toEqual(['12']);
    expect(cell[0]?.range.start.line).toBe(at(sound, '一、本年新¦收').line);
    const back = await client.client.sendRequest<Location[]>('textDocument/references', {
      ...params(cell[0]?.range.start),
      context: { includeDeclaration: false },
    });
    expect(back.map(({ range }) => textIn(sound, range))).toEqual(['12件']);
    const page = await client.client.sendRequest<Location[]>(
      'textDocument/definition',
      params(at(sound, '第五¦十条的')),
    );
    expect(page.map((location) => location.uri)).toEqual(['gouji:/articles/50.md']);
    expect(await client.client.sendRequest('gouji/document', { path: '/articles/50.md' })).toContain(
      '# 第五十条',
    );
  });

  it('links the paths of the front matter', async () => {
    await open(`---\n年报: true\n上年报告: ../旧/2024.md\n---\n\n${sound}`);
    const links = await client.client.sendRequest<{ target: string }[]>(
      'textDocument/documentLink',
      params(),
    );
    expect(links.map(({ target }) => decodeURI(target))).toEqual(['file:///旧/2024.md']);
  });

  it('lists what is in order and what is not', async () => {
    await open(sampleReport(form, { 'proceedings/review/total': '3' }));
    const items = await client.client.sendRequest<{ id: string; state: string }[]>('gouji/checklist', {
      uri,
    });
    expect(Object.fromEntries(items.map(({ id, state }) => [id, state]))).toEqual({
      sections: 'passed',
      tables: 'passed',
      sums: 'failed',
      lastYear: 'open',
      prose: 'passed',
      placeholders: 'passed',
      personal: 'passed',
      dates: 'passed',
    });
  });
});

it('rolls a report forward only from a report', async () => {
  await open(sound);
  const ask = (last: string) =>
    client.client.sendRequest<string>('gouji/new', {
      year: 2026,
      organ: '示例县自然资源局',
      kind: '部门',
      last,
      lastPath: './2025.md',
    });
  const made = await ask(sound);
  expect(made).toContain('〔待更新〕');
  expect(made).toContain('\n上年报告: ./2025.md\n---\n');
  await expect(ask('# 会议纪要')).rejects.toThrow('不是政府信息公开工作年度报告');
});

it.each([
  ['a report', sound, { year: 2025, organ: '示例县自然资源局' }],
  ['one that does not say of whom and when', '---\n年报: true\n---\n\n## 一、总体情况\n', {}],
  ['another text', '# 会议纪要', null],
])('tells whose report of which year last year’s is: %s', async (_name, text, said) => {
  await open(sound);
  expect(await client.client.sendRequest('gouji/lastReport', { text })).toEqual(said);
});

describe('formatting', () => {
  const format = async (text: string, settings: unknown) => {
    await open(text, able, settings);
    const wanted = JSON.stringify(settings).includes('aligned');
    for (;;) {
      const edits = await client.client.sendRequest<TextEdit[]>('textDocument/formatting', {
        ...params(),
        options: { tabSize: 2, insertSpaces: true },
      });
      // The settings arrive after the document.
      if (!wanted || edits.length > 0) {
        await client.end();
        return applied(text, edits);
      }
    }
  };
  const visible = (text: string) => text.replace(/[ \t-]/g, '');

  it('aligns by display width, goes back to compact, and changes nothing but padding', async () => {
    const aligned = await format(sound, { tableLayout: 'aligned' });
    expect(aligned).not.toBe(sound);
    expect(visible(aligned)).toBe(visible(sound));
    expect(await format(aligned, {})).toBe(sound);
    await open(sound);
  });

  it('formats the table that a range touches, and no other', async () => {
    const aligned = await format(sound, { tableLayout: 'aligned' });
    await open(aligned);
    const position = at(aligned, '（一）¦予以公开');
    const edits = await client.client.sendRequest<TextEdit[]>('textDocument/rangeFormatting', {
      ...params(),
      range: { start: position, end: position },
      options: { tabSize: 2, insertSpaces: true },
    });
    const table = (text: string, index: number) =>
      text.split('\n\n').filter((block) => block.startsWith('|'))[index];
    const formatted = applied(aligned, edits);
    expect([0, 1, 2].map((index) => table(formatted, index))).toEqual([
      table(aligned, 0),
      table(sound, 1),
      table(aligned, 2),
    ]);
  });

  it('keeps every character of padded tables', async () => {
    const blank = fc.array(fc.constantFrom('', ' ', '  ', '\t'), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(blank, async (blanks) => {
        let next = 0;
        const text = sound.replace(/\| (?=[^|\n]+ \|)/g, () => `| ${blanks[next++ % blanks.length]}`);
        const formatted = await format(text, {});
        expect(visible(formatted)).toBe(visible(text));
        expect(formatted).toBe(sound);
      }),
      { numRuns: 8 },
    );
    await open(sound);
  });
});

describe('preview', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '<iframe src=//x>',
    '<a href="javascript:alert(1)">x</a>',
    '&lt;b&gt;',
    '<style>*{}</style>',
    '</table><h1>',
    '<!-- x',
    '`<b>`',
    '<math><mtext>',
    '<object data=x>',
    '<embed src=x>',
    '<base href=//x>',
  ];

  it('shows the official layout, wrong cells marked in words, and markup of the draft as text', async () => {
    await open(sampleReport(form, { 'proceedings/review/total': '3' }));
    const tables = await client.client.sendRequest<{ source: string; html: string }[]>('gouji/preview', {
      uri,
    });
    expect(tables).toHaveLength(3);
    expect(tables[1]?.html).toContain('<th rowspan="22">三、本年度办理结果</th>');
    expect(tables[1]?.html).toContain('<th rowspan="8">（三）不予公开</th>');
    expect(tables[2]?.html).toMatch(/class="gouji-error"[^>]*>3<span class="gouji-note">错误：应为 2</);
    await client.end();
    for (const payload of payloads) {
      await open(sampleReport(form, { 'applications/granted/natural': payload.replaceAll('|', '') }));
      for (const { html } of await client.client.sendRequest<{ html: string }[]>('gouji/preview', { uri })) {
        const tags = new Set([...html.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, name]) => name));
        expect([...tags].filter((name) => !['table', 'tr', 'th', 'td', 'span'].includes(name ?? ''))).toEqual(
          [],
        );
        // Inside quoted values anything may stand; outside them no handler.
        expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i);
      }
      await client.end();
    }
    await open(sound);
  });
});

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
