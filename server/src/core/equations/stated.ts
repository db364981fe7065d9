import type { FigureAddress } from '../forms/address.ts';
import { leafName } from '../forms/layout.ts';
import { type Claim, claimsOf } from '../report/claims.ts';
import type { Figure, Report } from '../report/report.ts';
import { type Decimal, parseDecimal, zero } from '../text/decimal.ts';
import { inTurn, keptFor } from '../text/memo.ts';
import { withSuspectsRepaired } from './diagnose.ts';
import { equationsOf, type Relation, type Term } from './equation.ts';
import { evaluate, type Outcome, type Sources } from './evaluate.ts';
import { sourcesOf } from './ledger.ts';

/** What a sentence says of figures, as an equation with what it comes to. */
export interface StatedEntry {
  /** The first of the figures. */
  readonly figure: FigureAddress;
  readonly equation: Relation;
  readonly outcome: Outcome;
  readonly sources: Sources;
}

/** A claim with the equation that it makes. */
export interface StatedClaim extends StatedEntry {
  readonly claim: Claim;
}

/** Every claim of the text as an equation, in the order of the text; the same list each time. */
export function statedClaims(report: Report): readonly StatedClaim[] {
  const all = inTurn(
    report,
    statedClaims,
    () => claimsOf(report),
    () => (claim) => entriesOf(report, claim),
  );
  return keptFor(all, statedClaims, sureOf);
}

/** Another number of the same run, not a mere zero, is the tables': then the unsure speak of them as well. */
function sureOf(all: readonly StatedClaim[]): readonly StatedClaim[] {
  const fitting = all.filter(({ claim, outcome }) => outcome.kind === 'holds' && claim.amount.number > 0);
  const runs = new Set(fitting.map(({ claim }) => claim.run));
  return all.filter(({ claim }) => !claim.unsure || runs.has(claim.run));
}

type Failure = Extract<Outcome, { readonly kind: 'fails' }>;

/** A claim that the tables refute: it fails as they stand, and in every meaning once their wrong cells are put right. */
export interface RefutedClaim extends StatedClaim {
  readonly outcome: Failure;
  /** What it comes to once they are. */
  readonly right: Failure;
}

/** Those that are refuted, in the order of the text. */
export function refutedClaims(report: Report): readonly RefutedClaim[] {
  return statedClaims(report).flatMap((entry): RefutedClaim[] => {
    const { claim, equation, outcome } = entry;
    if (outcome.kind !== 'fails') return [];
    const once = claim.meanings.map(
      (addresses) => statedOnceRight(report, addresses, equation.stated ?? zero)?.outcome,
    );
    if (once.some((meaning) => meaning?.kind === 'holds')) return [];
    const [right] = once;
    return [{ ...entry, outcome, right: right?.kind === 'fails' ? right : outcome }];
  });
}

/** A statement once the wrong cells of the tables are put right. */
export function statedOnceRight(
  report: Report,
  addresses: readonly FigureAddress[],
  stated: Decimal,
): StatedEntry | undefined {
  return statedEntry(withSuspectsRepaired(report), addresses, stated);
}

/** The statement that figures add up to a number; `undefined` where the report does not have all of them. */
export function statedEntry(
  report: Report,
  addresses: readonly FigureAddress[],
  stated: Decimal,
): StatedEntry | undefined {
  const figures = addresses.flatMap((address) => report.figures.get(address) ?? []);
  const [first] = figures;
  const table = report.tables.find(({ id }) => first?.address.startsWith(`${id}/`));
  if (first === undefined || table === undefined || figures.length < addresses.length) return undefined;
  const equation: Relation = {
    id: `${first.address}: stated`,
    table: table.id,
    shape: 'sum',
    stated,
    left: [],
    right: figures.map(termOf),
  };
  const sources = sourcesOf(report, equationsOf(table.layout));
  return { figure: first.address, equation, outcome: evaluate(equation, sources), sources };
}

/**
 * Of the meanings that a number may have the one that fits is right. When none does, one that cannot be
 * added up might be it; only when all are known does the statement fail, against the first.
 */
function entriesOf(report: Report, claim: Claim): readonly StatedClaim[] {
  const { amount, meanings } = claim;
  const stated = parseDecimal(amount.value);
  if (stated === undefined) return [];
  const entries = meanings.flatMap((addresses) => statedEntry(report, addresses, stated) ?? []);
  const entry =
    entries.find(({ outcome }) => outcome.kind === 'holds') ??
    entries.find(({ outcome }) => outcome.kind === 'unknown') ??
    (entries.length === meanings.length ? entries[0] : undefined);
  if (entry === undefined) return [];
  const rough = amount.approximation !== undefined || amount.range !== undefined;
  return [{ claim, ...entry, ...(rough ? { outcome: { kind: 'unknown', because: 'rough' } } : {}) }];
}

function termOf({ address, form }: Figure): Term {
  const { row, column } = form;
  const ofRow = column.label === '总计' ? leafName(row) : `${leafName(row)}（${leafName(column)}）`;
  const name = row.label === '' ? column.path.slice(-2).join('—') : ofRow;
  return { address, sign: 1, of: 'this', figure: form, name };
}
