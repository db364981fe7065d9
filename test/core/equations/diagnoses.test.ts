import { describe, expect, it } from 'vitest';
import { suspectsOf } from '../../../server/src/core/equations/diagnose.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { diagnoses, type Figures, recalculated, reportOf, row } from './drafts.ts';

const at = (address: string, text: string): Figures => ({ [`applications/${address}`]: text });

/** 20 new requests and one of last year; 20 answered and two left. */
const larger = {
  ...row('received', 20, 0, 0, 0, 0, 3, 23),
  ...row('carriedIn', 1, 0, 0, 0, 0, 0, 1),
  ...row('granted', 17, 0, 0, 0, 0, 0, 17),
  ...row('partial', 2, 0, 0, 0, 0, 1, 3),
  ...row('processed', 20, 0, 0, 0, 0, 2, 22),
};

/** Two columns of which nobody knows whether they balance: only the sums of rows and of parts tell there. */
const unbalanced = row('carriedOut', '许多', 0, '许多', 0, 0, 1, '许多');

/** Faults, what is diagnosed, and which totals are computed anew. */
const cases: readonly (readonly [string, Figures, readonly string[], readonly string[]])[] = [
  ['nothing', {}, [], []],
  [
    'one part',
    at('granted/natural', '15'),
    ['only granted/natural 15→5 added; granted: total, natural: processed'],
    [],
  ],
  [
    'the total of a row',
    at('received/total', '99'),
    ['only received/total 99→12; received: total, total: balance'],
    ['applications/received/total 99→12'],
  ],
  [
    'the total of a column',
    at('processed/natural', '9'),
    ['only processed/natural 9→8 digit; processed: total, natural: processed, natural: balance'],
    ['applications/processed/natural 9→8'],
  ],
  [
    'the total of totals',
    at('processed/total', '13'),
    ['only processed/total 13→11 digit; processed: total, total: processed, total: balance'],
    ['applications/processed/total 13→11'],
  ],
  [
    'a part left blank',
    at('partial/otherOrg', ''),
    ['only partial/otherOrg 空→1 zero; partial: total, otherOrg: processed'],
    [],
  ],
  ['a total left blank', at('received/total', ''), [], ['applications/received/total 空→12']],
  [
    'two blank totals, one the other’s part',
    { ...at('processed/natural', ''), ...at('processed/total', '') },
    [],
    ['applications/processed/total 空→11', 'applications/processed/natural 空→8'],
  ],
  [
    'two apart',
    { ...at('granted/natural', '15'), ...at('carriedOut/otherOrg', '4') },
    [
      'only granted/natural 15→5 added; granted: total, natural: processed',
      'only carriedOut/otherOrg 4→1 digit; carriedOut: total, otherOrg: balance',
    ],
    [],
  ],
  [
    'two in a row',
    { ...at('granted/natural', '15'), ...at('granted/enterprise', '4') },
    [
      'only granted/natural 15→5 added; natural: processed; with others: granted: total',
      'only granted/enterprise 4→1 digit; enterprise: processed; with others: granted: total',
    ],
    [],
  ],
  [
    'two in a column',
    { ...at('granted/natural', '15'), ...at('partial/natural', '4') },
    [
      'only granted/natural 15→5 added; granted: total; with others: natural: processed',
      'only partial/natural 4→2 digit; partial: total; with others: natural: processed',
    ],
    [],
  ],
  [
    'three',
    { ...at('granted/natural', '15'), ...at('carriedOut/otherOrg', '4'), ...at('processed/total', '110') },
    [
      'only granted/natural 15→5 added; granted: total, natural: processed',
      'only processed/total 110→11 added; processed: total, total: processed, total: balance',
      'only carriedOut/otherOrg 4→1 digit; carriedOut: total, otherOrg: balance',
    ],
    ['applications/processed/total 110→11'],
  ],
  [
    'four, each clear by itself',
    {
      ...at('granted/natural', '15'),
      ...at('carriedOut/otherOrg', '4'),
      ...at('received/enterprise', '7'),
      ...at('denied.query/legal', '3'),
    },
    [
      'only received/enterprise 7→1 digit; received: total, enterprise: balance',
      'only granted/natural 15→5 added; granted: total, natural: processed',
      'only denied.query/legal 3→0 zero; denied.query: total, legal: processed',
      'only carriedOut/otherOrg 4→1 digit; carriedOut: total, otherOrg: balance',
    ],
    [],
  ],
  [
    'four in one row',
    row('granted', 6, 3, 4, 8),
    [
      'mismatch granted: total; ',
      'mismatch natural: processed; ',
      'mismatch enterprise: processed; ',
      'mismatch research: processed; ',
      'mismatch nonprofit: processed; ',
    ],
    [],
  ],
  [
    'five, two of them clear',
    { ...row('granted', 6, 3, 4), ...at('carriedOut/otherOrg', '4'), ...at('received/enterprise', '7') },
    [
      'only received/enterprise 7→1 digit; received: total, enterprise: balance',
      'only carriedOut/otherOrg 4→1 digit; carriedOut: total, otherOrg: balance',
      'only granted/natural 6→5 digit; natural: processed; with others: granted: total',
      'only granted/enterprise 3→1 digit; enterprise: processed; with others: granted: total',
      'only granted/research 4→0 zero; research: processed; with others: granted: total',
    ],
    [],
  ],
  [
    'neighbours in each other’s place',
    row('received', 1, 8),
    [
      'only received/natural 1→8 swapped; natural: balance; with others: received: total',
      'only received/enterprise 8→1 swapped; enterprise: balance; with others: received: total',
    ],
    [],
  ],
  [
    'a number over two cells',
    { ...larger, ...row('received', 2, 0) },
    ['only received/natural 2→20 split; received: total, natural: balance'],
    [],
  ],
  [
    'a number over two cells, behind',
    {
      ...larger,
      ...row('received', 0, 20, 0, 0, 0, 3, 23),
      ...row('carriedIn', 0, 1, 0, 0, 0, 0, 1),
      ...row('granted', 0, 17, 0, 0, 0, 0, 17),
      ...row('partial', 0, 2, 0, 0, 0, 1, 3),
      ...row('processed', 0, 20, 0, 0, 0, 2, 22),
      ...row('carriedOut', 0, 1, 0, 0, 0, 1, 2),
      ...row('unavailable.notHeld', 0, 1, 0, 0, 0, 1, 2),
      'applications/received/natural': '2',
      'applications/received/enterprise': '0',
    },
    [
      'only received/natural 2→0 zero; natural: balance; with others: received: total',
      'only received/enterprise 0→20 split; enterprise: balance; with others: received: total',
    ],
    [],
  ],
  [
    'a sign',
    at('carriedOut/natural', '-1'),
    ['only carriedOut/natural -1→1 sign; carriedOut: total, natural: balance'],
    [],
  ],
  [
    'figures one column to the right',
    row('received', 0, 8, 1, 0, 0, 0, 12),
    [
      'left received/natural 0→8 zero, received/enterprise 8→1 digit, received/research 1→0 zero, received/otherOrg 0→3 zero; received: total, natural: balance, enterprise: balance, research: balance, otherOrg: balance',
    ],
    [],
  ],
  [
    'figures one column to the left',
    row('received', 1, 0, 0, 0, 3, 0, 12),
    [
      'right received/natural 1→8 digit, received/enterprise 0→1 zero, received/legal 3→0 swapped, received/otherOrg 0→3 swapped; received: total, natural: balance, enterprise: balance, legal: balance, otherOrg: balance',
    ],
    [],
  ],
  [
    'figures one column aside in a row that has no balance',
    { ...row('granted', 0, 5, 1, 0, 0, 0, 6) },
    [
      'left granted/natural 0→5 zero, granted/enterprise 5→1 digit, granted/research 1→0 zero; natural: processed, enterprise: processed, research: processed',
    ],
    [],
  ],
  [
    'figures one column aside, and another one wrong',
    { ...row('received', 0, 8, 1, 0, 0, 0, 12), ...at('denied.query/legal', '3') },
    [
      'only received/otherOrg 0→3 zero; received: total, otherOrg: balance',
      'only denied.query/legal 3→0 zero; denied.query: total, legal: processed',
      'only received/natural 0→8 zero; natural: balance; with others: received: total',
      'only received/enterprise 8→1 digit; enterprise: balance; with others: received: total',
      'only received/research 1→0 zero; research: balance; with others: received: total',
    ],
    [],
  ],
  [
    'a part of a row one column aside',
    row('received', 0, 8, 1, 0, 0, 3, 12),
    [
      'left received/natural 0→8 zero, received/enterprise 8→1 digit, received/research 1→0 zero; natural: balance, enterprise: balance, research: balance',
    ],
    [],
  ],
  [
    'figures one column aside, the last of them another number',
    row('received', 1, 0, 0, 0, 3, 7, 12),
    [
      'right received/natural 1→8 digit, received/enterprise 0→1 zero, received/legal 3→0 zero, received/otherOrg 7→3 digit; received: total, natural: balance, enterprise: balance, legal: balance, otherOrg: balance',
    ],
    [],
  ],
  [
    'two figures one column aside',
    row('carriedIn', 0, 1),
    [
      'moved natural: balance, enterprise: balance; carriedIn/natural 0→1 swapped & carriedIn/enterprise 1→0 swapped | carriedOut/natural 1→0 swapped & carriedOut/enterprise 0→1 swapped | received/natural 8→9 digit & received/enterprise 1→0 zero',
    ],
    [],
  ],
  [
    'a request counted in another column',
    {
      ...row('carriedIn', 1, 2, 0, 0, 0, 0, 3),
      ...row('carriedOut', 1, 2, 0, 0, 0, 1, 4),
      ...row('received', 6, 3),
    },
    [
      'moved natural: balance, enterprise: balance; received/natural 6→8 digit & received/enterprise 3→1 digit | carriedIn/natural 1→3 digit & carriedIn/enterprise 2→0 zero',
    ],
    [],
  ],
  [
    'two columns off by different amounts',
    {
      ...row('carriedIn', 1, 2, 0, 0, 0, 0, 3),
      ...row('carriedOut', 1, 3, 0, 0, 0, 1, 5),
      ...row('received', 6, 3),
    },
    [
      'mismatch natural: balance; received/natural 6→8 digit & received/enterprise 3→2 digit & received/total 12→13 digit | carriedIn/natural 1→3 digit & carriedIn/enterprise 2→1 digit & carriedIn/total 3→4 digit',
      'mismatch enterprise: balance; received/natural 6→8 digit & received/enterprise 3→2 digit & received/total 12→13 digit | carriedIn/natural 1→3 digit & carriedIn/enterprise 2→1 digit & carriedIn/total 3→4 digit',
    ],
    [],
  ],
  [
    'neighbours that a swap explains',
    {
      ...row('received', 8, 6, 0, 0, 0, 3, 17),
      ...row('carriedIn', 0, 5, 0, 0, 0, 0, 5),
      ...row('granted', 9, 6, 0, 0, 0, 0, 15),
      ...row('processed', 12, 6, 0, 0, 0, 2, 20),
    },
    [
      'likeliest carriedIn/natural 0→5 swapped; natural: balance; with others: carriedIn: total',
      'likeliest carriedIn/enterprise 5→0 swapped; enterprise: balance; with others: carriedIn: total',
    ],
    [],
  ],
  [
    'one request in the neighbour’s column, which a swap by one in another row explains as well',
    { ...row('received', 9, 0) },
    [
      'moved natural: balance, enterprise: balance; carriedIn/natural 1→0 swapped & carriedIn/enterprise 0→1 swapped | received/natural 9→8 digit & received/enterprise 0→1 zero',
    ],
    [],
  ],
  [
    'one equation',
    { 'proceedings/review/total': '3' },
    [
      'mismatch proceedings/review: total; proceedings/review/total 3→2 digit | proceedings/review/upheld 1→2 digit | proceedings/review/pending 1→2 digit | proceedings/review/corrected 0→1 zero | proceedings/review/other 0→1 zero',
    ],
    ['proceedings/review/total 3→2'],
  ],
  [
    'one equation with a blank total',
    { 'proceedings/review/total': '' },
    [],
    ['proceedings/review/total 空→2'],
  ],
  [
    'one equation with nothing but a total',
    {
      'proceedings/review/upheld': '',
      'proceedings/review/corrected': '',
      'proceedings/review/other': '',
      'proceedings/review/pending': '',
    },
    [],
    [],
  ],
  [
    'one equation, a digit doubled',
    { 'proceedings/review/upheld': '120', 'proceedings/review/total': '1221' },
    [
      'mismatch proceedings/review: total; proceedings/review/total 1221→121 doubled | proceedings/review/upheld 120→1220 dropped | proceedings/review/corrected 0→1100 zero | proceedings/review/other 0→1100 zero | proceedings/review/pending 1→1101',
    ],
    ['proceedings/review/total 1221→121'],
  ],
  [
    'decimals where there are none',
    at('received/natural', '8.5'),
    ['only received/natural 8.5→8; received: total, natural: balance'],
    [],
  ],
  [
    'a number too large',
    at('received/natural', '9999999999999'),
    ['mismatch received: total; ', 'mismatch natural: balance; '],
    [],
  ],
  [
    'a large number',
    at('received/natural', '999999999999'),
    ['only received/natural 999999999999→8; received: total, natural: balance'],
    [],
  ],
  [
    'an unreadable total',
    { ...at('received/total', '十二'), ...at('received/natural', '9') },
    ['mismatch natural: balance; received/natural 9→8 digit'],
    [],
  ],
  [
    'a total and a part of it',
    { ...at('received/total', '13'), ...at('received/natural', '9') },
    [
      'mismatch natural: balance; received/natural 9→8 digit & received/total 13→12 digit | carriedOut/natural 1→2 digit & carriedOut/total 2→3 digit | carriedIn/natural 1→0 zero & carriedIn/total 1→0 zero',
    ],
    [],
  ],
  [
    'two totals of one column',
    { ...at('processed/natural', '9'), ...at('processed/total', '13') },
    [
      'only processed/total 13→11 digit; total: processed, total: balance; with others: processed: total',
      'only processed/natural 9→8 digit; natural: processed, natural: balance; with others: processed: total',
    ],
    ['applications/processed/total 13→11', 'applications/processed/natural 9→8'],
  ],
  [
    'two totals that agree',
    { ...at('processed/natural', '9'), ...at('processed/total', '12') },
    [
      'only processed/total 12→11 digit; total: processed, total: balance; with others: processed: total',
      'only processed/natural 9→8 digit; natural: processed, natural: balance; with others: processed: total',
    ],
    ['applications/processed/total 12→11', 'applications/processed/natural 9→8'],
  ],
  [
    'three in two columns',
    {
      ...larger,
      ...row('received', 10, 10, 0, 0, 0, 3, 23),
      ...row('carriedOut', 1, 0),
      ...row('granted', 17, 0),
      'applications/processed/enterprise': '1',
    },
    [
      'only received/natural 10→20 digit; natural: balance; with others: received: total',
      'only received/enterprise 10→0 zero; ; with others: received: total, enterprise: balance',
      'only processed/enterprise 1→0 zero; processed: total, enterprise: processed; with others: enterprise: balance',
    ],
    [],
  ],
  [
    'one too few in three cells of a column',
    { ...at('received/natural', '7'), ...at('granted/natural', '4'), ...at('carriedOut/natural', '2') },
    [
      'only received/natural 7→8 digit; received: total; with others: natural: balance',
      'only granted/natural 4→5 digit; granted: total, natural: processed',
      'only carriedOut/natural 2→1 digit; carriedOut: total; with others: natural: balance',
    ],
    [],
  ],
  [
    'four, two of which may stand elsewhere',
    {
      ...at('granted/natural', '6'),
      ...at('partial/enterprise', '1'),
      ...at('denied.query/legal', '1'),
      ...at('carriedOut/otherOrg', '5'),
    },
    [
      'only denied.query/legal 1→0 zero; denied.query: total, legal: processed',
      'only carriedOut/otherOrg 5→1 digit; carriedOut: total, otherOrg: balance',
      ...['granted: total', 'partial: total', 'natural: processed', 'enterprise: processed'].map(
        (equation) =>
          `mismatch ${equation}; granted/natural 6→5 digit & partial/enterprise 1→0 zero | granted/enterprise 1→0 zero & partial/natural 2→1 digit`,
      ),
    ],
    [],
  ],
  [
    'an input and the total of its row',
    { ...at('granted/natural', '15'), ...at('granted/total', '9') },
    [
      'only granted/total 9→6 digit; total: processed; with others: granted: total',
      'only granted/natural 15→5 added; natural: processed; with others: granted: total',
    ],
    [],
  ],
  [
    'an input whose totals would agree with it',
    { ...unbalanced, ...at('granted/natural', '15') },
    ['only granted/natural 15→5 added; granted: total, natural: processed'],
    [],
  ],
  [
    'figures aside whose totals would agree with them',
    { ...unbalanced, ...row('granted', 0, 5, 1) },
    [
      'left granted/natural 0→5 zero, granted/enterprise 5→1 digit, granted/research 1→0 zero; natural: processed, enterprise: processed, research: processed',
    ],
    [],
  ],
  [
    'an input and a total of its row that would agree',
    { ...unbalanced, ...at('granted/natural', '15'), ...at('granted/total', '9') },
    [
      'only granted/total 9→6 digit; total: processed; with others: granted: total',
      'only granted/natural 15→5 added; natural: processed; with others: granted: total',
    ],
    [],
  ],
  [
    'an input and a total of its column that would agree',
    { ...unbalanced, ...at('granted/natural', '15'), ...at('processed/natural', '3') },
    [
      'only granted/natural 15→5 added; granted: total; with others: natural: processed',
      'only processed/natural 3→8 digit; processed: total; with others: natural: processed',
    ],
    [],
  ],
  [
    'a total where nothing balances',
    { ...unbalanced, ...at('granted/total', '9') },
    ['only granted/total 9→6 digit; granted: total, total: processed'],
    ['applications/granted/total 9→6'],
  ],
  ['a total that cannot be read', at('received/total', '许多'), [], []],
  [
    'two columns off in either direction',
    row('received', 9, 0, 1, 0, 0, 2),
    ['natural', 'enterprise', 'research', 'otherOrg'].map((column) => `mismatch ${column}: balance; `),
    [],
  ],
  [
    'one column off in a direction, and two as much in the other',
    {
      ...row('received', 9, 0, 3, 0, 0, 2, 14),
      ...row('granted', 5, 1, 0, 0, 2, 0, 8),
      ...row('processed', 8, 1, 0, 0, 2, 2, 13),
    },
    ['natural', 'enterprise', 'research', 'legal', 'otherOrg'].map(
      (column) => `mismatch ${column}: balance; `,
    ),
    [],
  ],
  [
    'a blank part beside a number that it should say as well',
    {
      ...row('received', 8, '', 1, 0, 0, 3, 13),
      ...row('carriedOut', 1, 0, 1, 0, 0, 1, 3),
    },
    ['only received/enterprise 空→1 zero; received: total, enterprise: balance'],
    [],
  ],
];

describe('what explains the failing equations', () => {
  it.each(cases)('of %s', (_what, figures, expected, totals) => {
    const report = reportOf(figures);
    expect(diagnoses(report)).toEqual(expected);
    expect(recalculated(report)).toEqual(totals);
  });

  it('and totals computed anew do without figures that have no cell', () => {
    const report = reportOf(at('received/total', '99'));
    const without = (...addresses: readonly string[]) =>
      ({
        ...report,
        figures: new Map([...report.figures].filter(([address]) => !addresses.includes(address))),
        tables: report.tables.map((table) => ({
          ...table,
          rows: table.rows.map((bound) => ({
            ...bound,
            figures: bound.figures.filter(({ address }) => !addresses.includes(address)),
          })),
        })),
      }) as Report;
    expect(recalculated(without('applications/granted/total'))).toEqual([
      'applications/received/total 99→12',
    ]);
    expect(recalculated(without('applications/received/total'))).toEqual([]);
    expect(recalculated(without('applications/received/natural'))).toEqual([]);
  });

  it('gives the wrong cells with what they should say, those of a run of them, too', () => {
    const wrong = (figures: Figures) =>
      [...suspectsOf(reportOf(figures))].map(([address, { units }]) => `${address} ${units}`);
    expect(wrong(at('granted/natural', '15'))).toEqual(['applications/granted/natural 5']);
    expect(wrong(row('received', 0, 8, 1, 0, 0, 0, 12))).toEqual([
      'applications/received/natural 8',
      'applications/received/enterprise 1',
      'applications/received/research 0',
      'applications/received/otherOrg 3',
    ]);
    expect(wrong({ 'proceedings/review/total': '3' })).toEqual([]);
  });
});
