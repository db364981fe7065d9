import { describe, expect, it } from 'vitest';
import { withSuspectsRepaired } from '../../../server/src/core/equations/diagnose.ts';
import { isSubordinate, rollUp } from '../../../server/src/core/equations/rollup.ts';
import { impossibleStocks, yearEntries, yearFailures } from '../../../server/src/core/equations/years.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { formatDecimal } from '../../../server/src/core/text/decimal.ts';
import { type Figures, outcomeOf, reportOf, row } from './drafts.ts';

const before: Figures = {
  'applications/carriedOut/otherOrg': '0',
  'applications/carriedOut/total': '1',
  'disclosure/documents/inForce': '8',
};

describe('last year', () => {
  /** Equations that do not hold; those that fail by themselves with a mark. */
  function compared(figures: Figures, last: Figures, form = '2021'): readonly string[] {
    const report = reportOf(figures);
    const other = reportOf(last, form);
    const failing = new Set(yearFailures(report, other).map(({ equation }) => equation.id));
    return yearEntries(report, other).flatMap((entry) => {
      const { id } = entry.equation;
      if (entry.outcome.kind === 'holds') return [];
      return `${failing.has(id) ? '! ' : ''}${id} ${outcomeOf(entry)}`;
    });
  }

  it.each<[string, Figures, Figures, readonly string[]]>([
    ['taken up as it was', {}, before, []],
    [
      'with another column and another stock; the totals only fail with the column',
      {},
      {},
      [
        '! disclosure/documents: stock fails 9≠10 (-1)',
        '! applications/otherOrg: carried in fails 0≠1 (-1)',
        'applications/total: carried in fails 1≠2 (-1)',
      ],
    ],
    [
      'with another total that its own columns do not make',
      {},
      { ...before, 'applications/carriedOut/total': '2' },
      ['! applications/total: carried in fails 1≠2 (-1)'],
    ],
    [
      'with a blank part',
      {},
      { ...before, ...row('carriedOut', '') },
      ['applications/natural: carried in unknown: blank'],
    ],
    [
      'beside a cell that this year’s own equations give away',
      row('carriedIn', 3),
      before,
      ['applications/natural: carried in fails 3≠1 (2)'],
    ],
    [
      'beside such a cell in another column than the one that was not taken up',
      row('carriedIn', 3),
      {},
      [
        '! disclosure/documents: stock fails 9≠10 (-1)',
        'applications/natural: carried in fails 3≠1 (2)',
        '! applications/otherOrg: carried in fails 0≠1 (-1)',
        'applications/total: carried in fails 1≠2 (-1)',
      ],
    ],
    [
      'with a column off, and a total that is not its sum either',
      {},
      { ...before, ...row('carriedOut', 2, 0, 0, 0, 0, 0, 9) },
      [
        '! applications/natural: carried in fails 1≠2 (-1)',
        '! applications/total: carried in fails 1≠9 (-8)',
      ],
    ],
    [
      'beside such a cell that agrees with last year, wrong or not',
      row('carriedIn', 3),
      { ...before, ...row('carriedOut', 3, 0, 0, 0, 0, 0, 3) },
      ['! applications/total: carried in fails 1≠3 (-2)'],
    ],
    [
      'with a total that is no sum this year, below columns that are not what they were',
      { ...row('received', '许多', 1, 0, 0, 0, 3, '许多'), ...row('carriedIn', 2, 0, 0, 0, 0, 0, 7) },
      before,
      ['! applications/natural: carried in fails 2≠1 (1)', '! applications/total: carried in fails 7≠1 (6)'],
    ],
    [
      'with a blank stock',
      { 'disclosure/documents/inForce': '' },
      before,
      ['disclosure/documents: stock unknown: blankTotal'],
    ],
    [
      'with two columns off, whose totals agree',
      { ...row('carriedIn', 0, 1), ...row('received', 9, 0) },
      before,
      [
        '! applications/natural: carried in fails 0≠1 (-1)',
        '! applications/enterprise: carried in fails 1≠0 (1)',
      ],
    ],
  ])('%s', (_what, figures, last, expected) => {
    expect(compared(figures, last)).toEqual(expected);
  });

  it('in the old form is unknown where that did not ask', () => {
    expect(compared({}, {}, '2019')).toEqual([
      'disclosure/rules: stock unknown: missing',
      'disclosure/documents: stock unknown: missing',
      '! applications/otherOrg: carried in fails 0≠1 (-1)',
      'applications/total: carried in fails 1≠2 (-1)',
    ]);
  });

  it.each<[Figures, readonly string[]]>([
    [{}, []],
    [{ 'disclosure/documents/inForce': '1' }, []],
    [{ 'disclosure/documents/inForce': '0' }, ['disclosure/documents: stock 现行有效件数 -1']],
    [{ 'disclosure/rules/made': '3' }, ['disclosure/rules: stock 现行有效件数 -3']],
    [{ 'disclosure/rules/made': '3', 'disclosure/rules/repealed': '3' }, []],
    [{ 'disclosure/rules/made': '', 'disclosure/rules/inForce': '' }, []],
    // What was carried in is no stock.
    [row('carriedIn', -1), []],
    [{ 'disclosure/documents/made': '许多', 'disclosure/documents/inForce': '0' }, []],
  ])('had no stock below 0: %j', (figures, expected) => {
    const found = impossibleStocks(reportOf(figures)).map(
      ({ equation, implied, value }) => `${equation.id} ${implied.name} ${formatDecimal(value)}`,
    );
    expect(found).toEqual(expected);
  });

  it('of the old form has stocks that may be anything', () => {
    expect(
      impossibleStocks(
        reportOf({ 'disclosure/licence/previous': '1', 'disclosure/licence/change': '9' }, '2019'),
      ),
    ).toEqual([]);
  });
});

describe('a report once its wrong cells are put right', () => {
  it('is itself where none is', () => {
    const report = reportOf();
    expect(withSuspectsRepaired(report)).toBe(report);
  });

  it('has the right number in the cell and in the table, and nothing else is changed', () => {
    const wrong = reportOf(row('granted', 15));
    const right = withSuspectsRepaired(wrong);
    const differing = [...right.figures].filter(([address, figure]) => wrong.figures.get(address) !== figure);
    expect(differing.map(([address]) => address)).toEqual(['applications/granted/natural']);
    expect(differing[0]?.[1].value).toEqual({
      ...reportOf().figures.get('applications/granted/natural')?.value,
    });
    const cells = right.tables.flatMap(({ rows }) => rows.flatMap(({ figures }) => figures));
    expect(cells.map(({ address, value }) => [address, value])).toEqual(
      [...right.figures].map(([address, { value }]) => [address, value]),
    );
  });
});

describe('the sum of the subordinate reports', () => {
  const review = (upheld: number, total: number): Figures => ({
    'proceedings/review/upheld': String(upheld),
    'proceedings/review/total': String(total),
  });
  const penalty = (text: string): Figures => ({ 'disclosure/penalty/decisions': text });
  const granted = (text: string) => row('granted', text);

  /** `undefined` for a report that is missing. */
  function failures(figures: Figures, ...children: readonly (Figures | undefined)[]): readonly string[] {
    const named = children.map((child, index) => ({
      name: `${index + 1}`,
      report: child === undefined ? undefined : reportOf(child),
    }));
    return rollUp(reportOf(figures), named).map(({ figure, actual, expected, parts }) => {
      const sum = parts.map(({ name, figure: part, value }) => {
        expect(part.address).toBe(figure.address);
        return `${formatDecimal(value)} of ${name}`;
      });
      return `${figure.address} ${formatDecimal(actual)}≠${formatDecimal(expected)} (${sum.join(', ')})`;
    });
  }

  it.each<[string, Figures, readonly (Figures | undefined)[], readonly string[]]>([
    ['holds', {}, [{}], []],
    ['fails', penalty('15'), [{}], ['disclosure/penalty/decisions 15≠14 (14 of 1)']],
    [
      'fails with every child',
      penalty('15'),
      [penalty('9'), { ...zero(), ...penalty('5') }],
      ['disclosure/penalty/decisions 15≠14 (9 of 1, 5 of 2)'],
    ],
    [
      'of money is exact',
      {},
      [{ 'disclosure/fees/amount': '36.4' }],
      ['disclosure/fees/amount 36.5≠36.4 (36.4 of 1)'],
    ],
    ['is not known without any child', penalty('15'), [undefined], []],
    ['is larger while a child is missing', penalty('15'), [{}, undefined], []],
    [
      'is never smaller, though one is missing',
      penalty('13'),
      [{}, undefined],
      ['disclosure/penalty/decisions 13≠14 (14 of 1)'],
    ],
    ['fails in a part, and so in its total', review(4, 5), [{}], ['proceedings/review/upheld 4≠1 (1 of 1)']],
    [
      'fails in a total that is not its own sum',
      review(4, 6),
      [{}],
      ['proceedings/review/upheld 4≠1 (1 of 1)', 'proceedings/review/total 6≠2 (2 of 1)'],
    ],
    [
      'fails in a total that is not the child’s sum',
      review(4, 5),
      [review(1, 3)],
      ['proceedings/review/upheld 4≠1 (1 of 1)', 'proceedings/review/total 5≠3 (3 of 1)'],
    ],
    ['fails in a child’s part', {}, [review(4, 5)], ['proceedings/review/upheld 1≠4 (4 of 1)']],
    ['is not asked of a cell that is wrong by its own equations', granted('15'), [{}], []],
    ['is not asked of one that its children have alike', granted('15'), [granted('15')], []],
    [
      'fails in a cell that is wrong in both ways',
      granted('15'),
      [{ ...row('granted', 7, 1, 0, 0, 0, 0, 8) }],
      ['applications/granted/natural 15≠7 (7 of 1)'],
    ],
    ['is unknown where the report is blank', penalty(''), [{}], []],
    [
      'is unknown where no child has a number',
      penalty('15'),
      [penalty(''), { ...zero(), ...penalty('/') }],
      [],
    ],
    [
      'takes a blank for 0 beside another',
      penalty('15'),
      [penalty(''), { ...zero(), ...penalty('14') }],
      ['disclosure/penalty/decisions 15≠14 (0 of 1, 14 of 2)'],
    ],
    [
      'fails in a total that is not the sum of one child',
      review(4, 5),
      [review(1, 2), { ...zero(), ...review(0, 1) }],
      ['proceedings/review/upheld 4≠1 (1 of 1, 0 of 2)', 'proceedings/review/total 5≠3 (2 of 1, 1 of 2)'],
    ],
    [
      'fails in a part, and so in its total, though a child is missing',
      review(0, 1),
      [{}, undefined],
      ['proceedings/review/upheld 0≠1 (1 of 1)'],
    ],
    [
      'fails in parts, and so in the totals of rows and columns',
      {
        ...row('received', 9, 1, 0, 0, 0, 3, 13),
        ...row('granted', 6, 1, 0, 0, 0, 0, 7),
        ...row('processed', 9, 1, 0, 0, 0, 2, 12),
      },
      [{}],
      ['applications/received/natural 9≠8 (8 of 1)', 'applications/granted/natural 6≠5 (5 of 1)'],
    ],
    ['is not failed by what is as large, though a child is missing', {}, [{}, undefined], []],
    [
      'is unknown where one of two children cannot be read',
      penalty('15'),
      [penalty('许多'), { ...zero(), ...penalty('14') }],
      [],
    ],
    [
      'is unknown where one of two children has a blank total',
      review(1, 3),
      [
        { ...review(1, 2), 'proceedings/review/total': '' },
        { ...zero(), ...review(0, 0) },
      ],
      [],
    ],
    ['is unknown where a child cannot be read', penalty('15'), [penalty('许多')], []],
    [
      'is unknown where a child’s total is blank',
      review(1, 3),
      [{ ...review(1, 2), 'proceedings/review/total': '' }],
      [],
    ],
  ])('%s', (_what, figures, children, expected) => {
    expect(failures(figures, ...children)).toEqual(expected);
  });

  it('is unknown where the report or a child has no such figure', () => {
    const address = 'disclosure/penalty/decisions';
    const without = (report: Report): Report => {
      const figures = new Map(report.figures);
      figures.delete(address);
      return { ...report, figures };
    };
    const other = reportOf(penalty('15'));
    expect(rollUp(reportOf(), [{ name: '1', report: other }])).toHaveLength(1);
    expect(rollUp(without(reportOf()), [{ name: '1', report: other }])).toEqual([]);
    expect(rollUp(reportOf(), [{ name: '1', report: without(other) }])).toEqual([]);
  });

  it('of a change may be smaller while a child is missing', () => {
    const change = (text: string): Figures => ({ 'disclosure/licence/change': text });
    const of = (text: string) => reportOf(change(text), '2019');
    const children = [{ name: '1', report: of('-2') }];
    expect(rollUp(of('-3'), children)).toHaveLength(1);
    expect(rollUp(of('-3'), [...children, { name: '2', report: undefined }])).toEqual([]);
  });
});

describe('a report that a pattern or a folder brings', () => {
  const of = (year: number | undefined): Report => ({
    ...reportOf(),
    year: year === undefined ? undefined : { value: year, source: 'title' },
  });

  it.each<[number | undefined, number | undefined, boolean]>([
    [2025, 2025, true],
    [2024, 2025, false],
    [undefined, 2025, true],
    [2024, undefined, true],
    [undefined, undefined, true],
  ])('of %s, below one of %s, is subordinate: %s', (other, parent, expected) => {
    expect(isSubordinate(of(other), of(parent))).toBe(expected);
  });

  it('is none where it cannot be read', () => {
    expect(isSubordinate(undefined, of(2025))).toBe(false);
  });
});

/** Every figure that the practice report fills, at 0. */
function zero(): Figures {
  return Object.fromEntries([...reportOf().figures.keys()].map((address) => [address, '0']));
}
