import { describe, expect, it } from 'vitest';
import { equationsOf, termsOf } from '../../../server/src/core/equations/equation.ts';
import { evaluate, solveFor } from '../../../server/src/core/equations/evaluate.ts';
import {
  difference,
  namedSum,
  termNote,
  writtenEquation,
  writtenSum,
} from '../../../server/src/core/equations/explain.ts';
import { type Entry, ledgerOf } from '../../../server/src/core/equations/ledger.ts';
import { yearEntries } from '../../../server/src/core/equations/years.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { type Decimal, formatDecimal, parseDecimal } from '../../../server/src/core/text/decimal.ts';
import { type Figures, outcome, outcomeOf, reportOf, row } from './drafts.ts';

const received = 'applications/received: total';
const query = 'applications/denied.query: total';
const processed = 'applications/natural: processed';
const balance = 'applications/natural: balance';
const review = 'proceedings/review: total';

describe('the equations of the forms', () => {
  it.each([
    ['2021', [0, 2, 0, 39, 7, 31, 3, 0, 3]],
    ['2019', [0, 5, 0, 37, 7, 29, 3, 0, 3]],
  ])('of %s: inside a report, across years, and the totals that they compute', (version, counts) => {
    const counted = reportOf({}, version).tables.flatMap(({ layout }) => {
      const { own, years, totals } = equationsOf({ ...layout });
      return [own.length, years.length, totals.size];
    });
    expect(counted).toEqual(counts);
  });

  it('are called by their rows and columns, and written as a person would', () => {
    const written = new Map(
      reportOf().tables.flatMap(({ layout }) => {
        // A layout of its own: what other tests have seen does not count.
        const { own, years } = equationsOf({ ...layout });
        return [...own, ...years].map((equation) => [
          equation.id,
          [equation.line, equation.shape, equation.subject, writtenEquation(equation)].join(' '),
        ]);
      }),
    );
    expect(written.get(received)).toBe(
      'received sum “本年新收政府信息公开申请数量”一行 总计＝自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他',
    );
    expect(written.get(balance)).toBe('natural balance “自然人”一列 新收＋上年结转＝办理总计＋结转下年');
    expect(written.get('applications/natural: carried in')).toBe(
      'natural sum “自然人”一列 上年结转＝上年结转下年',
    );
    expect(written.get(review)).toBe(
      'review sum “行政复议”一组 总计＝结果维持＋结果纠正＋其他结果＋尚未审结',
    );
    expect(written.get('disclosure/documents: stock')).toBe(
      'documents sum “行政规范性文件”一行 现行有效件数＝上年现行有效件数＋本年制发件数－本年废止件数',
    );
    expect([...written.keys()].filter((id) => id.includes('stock'))).toEqual([
      'disclosure/rules: stock',
      'disclosure/documents: stock',
    ]);
  });

  it('name their terms, each with its sign and its report', () => {
    const [layout] = reportOf().tables.map((table) => ({ ...table.layout }));
    const [, documents] = layout === undefined ? [] : equationsOf(layout).years;
    expect(documents?.right.map(({ address, sign, of, name }) => [address, sign, of, name])).toEqual([
      ['disclosure/documents/inForce', 1, 'last', '现行有效件数'],
      ['disclosure/documents/made', 1, 'this', '本年制发件数'],
      ['disclosure/documents/repealed', -1, 'this', '本年废止件数'],
    ]);
  });

  it('know their totals', () => {
    const totals = reportOf().tables.map(({ layout }) => [...equationsOf({ ...layout }).totals]);
    expect(totals[0]).toEqual([]);
    expect(totals[2]).toEqual([
      'proceedings/review/total',
      'proceedings/direct/total',
      'proceedings/after/total',
    ]);
    expect(totals[1]?.filter((address) => !address.endsWith('/total'))).toEqual(
      ['natural', 'enterprise', 'research', 'nonprofit', 'legal', 'otherOrg'].map(
        (column) => `applications/processed/${column}`,
      ),
    );
  });

  it('must not name what the form does not have', () => {
    const { layout } = reportOf().tables[0] as Report['tables'][number];
    const [pattern] = layout.form.equations.filter(({ table }) => table === 'disclosure');
    const equations = [{ ...(pattern as NonNullable<typeof pattern>), left: ['no-such'] }];
    expect(() => equationsOf({ ...layout, form: { ...layout.form, equations } })).toThrow(
      'equation disclosure: stock names no-such, which the form does not have',
    );
  });

  it('have one set for each table, made once', () => {
    const { layout } = reportOf().tables[1] as Report['tables'][number];
    expect(equationsOf(layout)).toBe(equationsOf(layout));
  });
});

describe('an equation', () => {
  const blank = (last: string) => row('denied.query', '', '', '', '', '', '', last);
  it.each<[string, Figures, string, string]>([
    ['holds', {}, received, 'holds 12=12'],
    ['holds on both sides of a balance', {}, balance, 'holds 9=9'],
    ['holds down a column', {}, processed, 'holds 8=8'],
    ['of a unit in a cell holds', row('received', '8件'), received, 'holds 12=12'],
    ['fails, and says by how much', { 'proceedings/review/total': '3' }, review, 'fails 3≠2 (1)'],
    ['takes a blank part for 0 beside filled ones', row('received', ''), received, 'fails 12≠4 (8)'],
    ['takes a blank part of a balance for 0', row('received', ''), balance, 'fails 1≠9 (-8)'],
    ['takes blanks for 0 where it then holds', blank('0'), query, 'holds 0=0'],
    [
      'with one filled part and another total fails',
      row('denied.query', 3, '', '', '', '', '', 2),
      query,
      'fails 2≠3 (-1)',
    ],
    ['with a total alone is unknown', blank('2'), query, 'unknown: blank'],
    ['with a blank total is unknown', blank(''), query, 'unknown: blankTotal'],
    [
      'with a blank total on the left of a balance is unknown',
      row('received', 8, 1, 0, 0, 0, 3, ''),
      'applications/total: balance',
      'unknown: blankTotal',
    ],
    ['with an unreadable part is unknown', row('received', '约八'), received, 'unknown: unreadable'],
    [
      'with blanks on both sides of a balance holds',
      { ...row('carriedIn', ''), ...row('carriedOut', '') },
      balance,
      'holds 8=8',
    ],
    [
      'of a balance with one figure is unknown',
      { ...row('carriedIn', ''), ...row('carriedOut', ''), ...row('received', '') },
      balance,
      'unknown: blank',
    ],
    [
      'of a balance with two figures fails',
      { ...row('carriedIn', '5'), ...row('carriedOut', ''), ...row('received', '') },
      balance,
      'fails 5≠8 (-3)',
    ],
  ])('%s', (_what, figures, id, expected) => {
    expect(outcome(reportOf(figures), id)).toBe(expected);
  });

  it('of a stated number has that on its left', () => {
    const report = reportOf();
    const entry = ledgerOf(report).entries.find(({ equation }) => equation.id === received) as Entry;
    const stated = (text: string) =>
      outcomeOf({
        outcome: evaluate(
          { ...entry.equation, left: [], stated: parseDecimal(text) as Decimal },
          entry.sources,
        ),
      });
    expect([stated('12'), stated('13')]).toEqual(['holds 12=12', 'fails 13≠12 (1)']);
  });

  it('without a cell is unknown', () => {
    const report = reportOf();
    const tables = report.tables.map((table) => ({
      ...table,
      rows: table.rows.map((bound) => ({
        ...bound,
        figures: bound.figures.filter(({ address }) => address !== 'applications/received/natural'),
      })),
    }));
    expect(outcome({ ...report, tables }, received)).toBe('unknown: missing');
  });

  it('is evaluated once for a report', () => {
    const report = reportOf();
    expect(ledgerOf(report)).toBe(ledgerOf(report));
    expect(ledgerOf(report).entries).toHaveLength(42);
  });
});

describe('the number that makes an equation hold', () => {
  const solved = (id: string, address: string, figures: Figures = {}, last?: Figures) => {
    const report = reportOf(figures);
    const entries = last === undefined ? ledgerOf(report).entries : yearEntries(report, reportOf(last));
    const { equation, sources } = entries.find((entry) => entry.equation.id === id) as Entry;
    const wanted = termsOf(equation).find((term) => term.address === address && term.of === 'this');
    const value = wanted === undefined ? undefined : solveFor(equation, wanted, sources);
    return value === undefined ? undefined : formatDecimal(value);
  };
  const total = 'applications/received/total';
  const part = 'applications/received/natural';
  const stock = 'disclosure/documents: stock';

  it.each<[string, string | undefined, string, string, Figures, Figures?]>([
    ['of a total', '12', received, total, {}],
    ['of a total that is wrong', '12', received, total, { [total]: '99' }],
    ['of a total with a blank part', '4', received, total, row('received', '')],
    ['of a total with an unreadable part', undefined, received, total, row('received', '约八')],
    ['of a part', '8', received, part, { [part]: '5' }],
    ['of a part beside blank ones', '12', received, part, row('received', 8, '', 0, 0, 0, '')],
    ['of a part without its total', undefined, received, part, { [total]: '' }],
    ['of 0', '0', 'applications/denied.query: total', 'applications/denied.query/legal', {}],
    ['of the left of a balance', '8', balance, part, { [part]: '' }],
    ['of the right of a balance', '8', balance, 'applications/processed/natural', {}],
    [
      'of a balance with a blank on its left',
      '7',
      balance,
      'applications/processed/natural',
      row('carriedIn', ''),
    ],
    [
      'of what is taken away',
      '1',
      stock,
      'disclosure/documents/repealed',
      {},
      { 'disclosure/documents/inForce': '8' },
    ],
    [
      'of what is added to a blank stock',
      undefined,
      stock,
      'disclosure/documents/made',
      { 'disclosure/documents/inForce': '' },
      { 'disclosure/documents/inForce': '8' },
    ],
    [
      'of what is added',
      '2',
      stock,
      'disclosure/documents/made',
      {},
      { 'disclosure/documents/inForce': '8' },
    ],
  ])('%s is %s', (_what, expected, id, address, figures, last) => {
    expect(solved(id, address, figures, last)).toBe(expected);
  });
});

describe('in words', () => {
  const entryOf = (id: string, figures: Figures = {}): Entry => {
    const entry = ledgerOf(reportOf(figures)).entries.find(({ equation }) => equation.id === id);
    if (entry === undefined) throw new Error(id);
    return entry;
  };
  const sum = (id: string, figures?: Figures) => {
    const { equation, sources } = entryOf(id, figures);
    return writtenSum(equation.right, sources);
  };
  const number = (text: string) => parseDecimal(text) ?? { units: 0n, scale: 0 };

  it.each([
    ['3', '2', '多 1'],
    ['2', '3', '少 1'],
    ['2', '2', '多 0'],
    ['-1', '0.5', '少 1.5'],
  ])('%s instead of %s is %s', (actual, expected, words) => {
    expect(difference(number(actual), number(expected))).toBe(words);
  });

  it('a short sum has all its terms', () => {
    expect(sum(received)).toBe('＝8＋1＋0＋0＋0＋3');
    expect(sum(received, row('received', ''))).toBe('＝0＋1＋0＋0＋0＋3');
  });

  it('a long sum has those that count, and says how many do not', () => {
    expect(sum(processed)).toBe('＝予以公开 5＋部分公开 2＋本机关不掌握相关政府信息 1，其余 18 项为 0');
    expect(sum('applications/research: processed')).toBe('＝21 项都为 0');
    const { equation, sources } = entryOf(processed);
    expect(writtenSum(equation.right.slice(0, 2), sources)).toBe('＝5＋2');
    const { right } = entryOf(received).equation;
    const seven = [...right, ...right.slice(0, 1)];
    const filled = entryOf(received, row('received', 8, 1, 2, 4, 5, 3)).sources;
    expect(writtenSum(seven, filled)).toBe(
      '＝自然人 8＋商业企业 1＋科研机构 2＋社会公益组织 4＋法律服务机构 5＋其他 3＋自然人 8',
    );
  });

  it('a named sum says what is last year’s, and what is taken away', () => {
    const report = reportOf();
    const [, documents] = yearEntries(report, reportOf());
    expect(namedSum(documents?.equation.right ?? [], documents?.sources as Entry['sources'])).toBe(
      '上年的现行有效件数 9＋本年制发件数 2－本年废止件数 1',
    );
    const { equation, sources } = entryOf(balance);
    expect(namedSum(equation.left, sources)).toBe('新收 8＋上年结转 1');
    const minus = { ...(equation.left[0] as Entry['equation']['left'][number]), sign: -1 as const };
    expect(namedSum([minus], sources)).toBe('－新收 8');
    expect(writtenEquation({ ...equation, left: [minus] })).toBe('－新收＝办理总计＋结转下年');
  });

  it('a term is named with its number, or as blank', () => {
    const { equation, sources } = entryOf(balance, row('carriedIn', ''));
    expect(equation.left.map((term) => termNote(term, sources))).toEqual(['新收 8', '上年结转（空）']);
    const [carried] = yearEntries(reportOf(), reportOf()).filter(({ equation: { id } }) =>
      id.endsWith('carried in'),
    );
    const [last] = carried?.equation.right ?? [];
    if (carried === undefined || last === undefined) throw new Error('no equation across years');
    expect(termNote(last, carried.sources)).toBe('上年结转下年 1');
  });
});
