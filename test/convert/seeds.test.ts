import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importText } from '../../server/src/convert/importText.ts';
import type { Note } from '../../server/src/convert/note.ts';
import { form2019 } from '../../server/src/core/forms/form-2019.ts';
import { layoutsOf } from '../../server/src/core/forms/layout.ts';
import { readOutline } from '../../server/src/core/outline/read.ts';
import { buildReport } from '../../server/src/core/report/build.ts';
import { bare } from '../../server/src/core/text/normalize.ts';
import { figuresIn, visibleIn } from './sources.ts';

const folder = new URL('../../../shared/corpus/seeds/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.log('跳过五份真实年报的导入测试：找不到 ../shared/corpus/seeds');

interface Seed {
  readonly file: string;
  /** 表二 as it stands in the source; what is not named is 0. */
  readonly disclosure: Readonly<Record<string, string>>;
  /** Rows of the form that the source lacks. */
  readonly gone: readonly string[];
  /** Figures of 表三 that are filled; `all` when every one is 0. */
  readonly applications: 'all' | readonly string[];
  readonly dropped: readonly string[];
  readonly inferred: number;
  readonly kept: readonly string[];
}

const seeds: readonly Seed[] = [
  {
    file: '000-guixi.txt',
    disclosure: {
      'licence/previous': '10',
      'licence/change': '-2',
      'licence/decisions': '42',
      'services/previous': '93',
      'services/change': '+10',
      'services/decisions': '253',
      'penalty/previous': '18',
      'penalty/decisions': '37',
      'coercion/previous': '5',
      'coercion/change': '-2',
      'procurement/projects': '3',
      'procurement/amount': '75.058万元',
    },
    gone: [],
    applications: 'all',
    dropped: ['[bookmark: _GoBack]'],
    inferred: 16,
    kept: [],
  },
  {
    file: '001-guoyuan.txt',
    disclosure: {
      'documents/made': '1',
      'procurement/projects': '2',
      'procurement/amount': '21.6560',
    },
    gone: [],
    applications: 'all',
    dropped: [],
    inferred: 0,
    kept: ['六、2021年工作计划'],
  },
  {
    file: '002-wuyang.txt',
    disclosure: {},
    gone: [],
    applications: 'all',
    dropped: ['智能机器人', '您当前的位置', '日期:2021-01-20', '扫一扫'],
    // Three times 本年增/, 三、 and (三), the names of the columns of 表三 and 表四.
    inferred: 7,
    kept: [],
  },
  {
    file: '003-wangou.txt',
    disclosure: {},
    gone: [],
    applications: ['received/total', 'carriedIn/total', 'processed/total', 'carriedOut/total'],
    dropped: ['[bookmark: _GoBack]'],
    inferred: 0,
    kept: ['60'],
  },
  {
    file: '004-xiaoqiao.txt',
    disclosure: {},
    gone: [
      'coercion',
      'fees',
      'procurement',
      'received',
      'carriedIn',
      'granted',
      'partial',
      'denied.stateSecret',
      'denied.otherLaw',
      'denied.security',
      'denied.thirdParty',
      'denied.internal',
      'denied.process',
      'denied.caseFile',
      'denied.query',
      'unavailable.notHeld',
    ],
    applications: 'all',
    dropped: [],
    // The names of the columns, and two rows shifted by one column.
    inferred: 3,
    kept: ['无法提供｜政府信息公开', '“0”', '格式没有的列'],
  },
];

/** Every figure that the source has, with its text. */
function expected(seed: Seed): Record<string, string> {
  const figures: Record<string, string> = {};
  for (const layout of layoutsOf(form2019)) {
    for (const { address, row } of layout.figures) {
      if (row.id !== undefined && seed.gone.includes(row.id)) continue;
      const [table = '', ...rest] = address.split('/');
      const own = rest.join('/');
      if (table === 'disclosure') figures[address] = seed.disclosure[own] ?? '0';
      else if (table === 'applications' && seed.applications !== 'all')
        figures[address] = seed.applications.includes(own) ? '0' : '';
      else figures[address] = '0';
    }
  }
  return figures;
}

const of = (notes: readonly Note[], kind: Note['kind']) => notes.filter((note) => note.kind === kind);

describe.skipIf(!isThere)('the five real reports', () => {
  it.each(seeds.map((seed) => [seed.file, seed] as const))('%s becomes a clean draft', (file, seed) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const { markdown, notes } = importText(source);
    expect(figuresIn(markdown)).toEqual(expected(seed));
    expect(of(notes, 'inferred')).toHaveLength(seed.inferred);
    const dropped = of(notes, 'dropped').map(({ message }) => message);
    expect(dropped).toHaveLength(seed.dropped.length);
    seed.dropped.forEach((text, index) => {
      expect(dropped[index]).toContain(text);
    });
    const kept = of(notes, 'kept').map(({ message }) => message);
    expect(kept).toHaveLength(seed.kept.length);
    for (const text of seed.kept) expect(kept.join()).toContain(text);
  });

  it.each(seeds.map((seed) => [seed.file]))('%s loses no text', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const { markdown, notes } = importText(source);
    const shown = visibleIn(markdown).map(bare);
    const all = shown.join('');
    const gone = new Set(of(notes, 'dropped').map(({ line }) => line));
    source.split('\n').forEach((line, index) => {
      const text = bare(line.replace(/\[bookmark: [^\]]*\]/, '').replace(/^\|[|\s:-]*$/, ''));
      if (gone.has(index + 1) && text === bare(line)) return;
      for (const cell of line.startsWith('|') ? line.split('|').map(bare) : [text])
        expect(all).toContain(cell);
    });
    // And the other way round: no paragraph that the source does not have.
    const plain = bare(source.replaceAll('\n', ''));
    for (const { content } of readOutline(markdown).blocks)
      if (content.kind === 'paragraph' || content.kind === 'heading')
        expect(plain).toContain(bare(content.prose.text));
  });

  it.each(seeds.map((seed) => [seed.file]))('%s is not changed by a second import', (file) => {
    const once = importText(readFileSync(new URL(file, folder), 'utf8')).markdown;
    expect(importText(once).markdown).toBe(once);
  });

  it('reads what the drafts say about themselves', () => {
    const reports = seeds.map(({ file }) =>
      buildReport(readOutline(importText(readFileSync(new URL(file, folder), 'utf8')).markdown)),
    );
    expect(reports.map((report) => [report?.year?.value, report?.form.version])).toEqual(
      seeds.map(() => [2020, '2019']),
    );
    expect(reports.map((report) => report?.organ?.value)).toEqual([
      undefined,
      '果园街道办事处',
      '重庆市秀山土家族苗族自治县乌杨街道办事处',
      '湾沟镇',
      undefined,
    ]);
    expect(reports.map((report) => report?.sections.map(({ numeral }) => numeral?.text).join(''))).toEqual([
      '一二三四五六',
      '一二三四五六',
      '一二三四五六',
      '一二三四五六',
      '一二四五六',
    ]);
    const blanks = [...(reports[3]?.figures.values() ?? [])].filter(({ value }) => value.kind === 'blank');
    expect(blanks).toHaveLength(157);
    expect(reports[4]?.tables.flatMap(({ unknownRows }) => unknownRows.map(({ label }) => label))).toEqual([
      '无法提供 政府信息公开',
    ]);
    expect(reports[4]?.tables.find(({ id }) => id === 'proceedings')?.unknownColumns).toHaveLength(1);
    expect(reports[4]?.tables.find(({ id }) => id === 'applications')?.missingRows).toHaveLength(13);
  });
});
